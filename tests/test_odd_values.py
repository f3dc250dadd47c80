"""Whatever an option is given, the folder still loads: every verb and option of the table, with odd values.

The suite tries a few lines, the same each time; ``.ci/long`` tries thousands.
"""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from ocop_cli.app import run
from ocop_cli.findings import Severity
from ocop_cli.store.dossier.dossiers import gather_dossiers
from ocop_cli.store.dossier.producers import SharedProducers
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_places import model_of
from ocop_cli.store.yaml.source import parse
from ocop_cli.usecases.checking.check import check_workspace
from support.command_lines import WRITERS, command_lines, options_of
from support.prepared import TODAY, Fresh, contents
from support.runs import runs
from support.safety import LINES, carry_out, lay_out, noted_writing, writing_calls
from support.whole import no_gap

RUNS = runs(16, 2000)
FINE = {0, 1, 2, 3}
QUIET = {"-q", "--quiet"}
SAID = {"E021": "cần xem lại: `ocop evaluate"}
"""What a verb says itself of the error that it brings: a fact that changes under a conclusion is no fault of the file."""


def errors(root: Path) -> Counter[tuple[str, str]]:
    """Count what ``check`` calls an error, by code and file."""
    found = check_workspace(Sources(root), load_rulebook(root), date.fromisoformat(TODAY))
    return Counter((f.code, f.place.file) for f in found if f.severity is Severity.ERROR)


def unread(root: Path, written: dict[str, bytes]) -> list[str]:
    """Return the data files among those written that their reader refuses."""
    producers = SharedProducers(Sources(root))
    return [
        name
        for name, raw in written.items()
        if (model := model_of(name))
        and read_record(parse(raw, name)._replace(shared=producers), model).record is None
    ]


def acts_of(root: Path) -> int:
    """Count the moves of all dossiers."""
    return sum(len(file.dossier.history) for file in gather_dossiers(Sources(root)).rest(no_gap))


NOT_IN_ONE_GO = {
    "session/request/requesting.py",  # ``submit -i`` numbers and signs as ``docs number`` and ``docs sign`` do, then sends
    "session/setting_up.py",  # ``init --git`` lets git write too, whose files have the time in them
}
"""Modules with a call that writes and is reached by no line that is killed: it is one of several of a command."""


def test_every_line_that_writes_does_and_every_call_that_writes_has_one(fresh: Fresh) -> None:
    """And a verb that records an act of the cycle takes the day of the act, for it may be typed later."""
    idle, undated, reached = [], [], set[tuple[str, int]]()
    options = {each.name: {option.word for option in options_of(each.verb)} for each in WRITERS}
    for name in LINES:
        folder = lay_out(fresh, name)
        before, acts = contents(folder), acts_of(folder)
        with noted_writing(reached):
            carry_out(name)
        idle += [name] if contents(folder) == before else []
        is_act = name in options and acts_of(folder) > acts and name != "undo"
        undated += [name] if is_act and "--on" not in options[name] else []
    assert idle == []
    assert undated == ["import"], "a row of a register has its own day"
    missing = [call for call in writing_calls() if not any((call[0], line) in reached for line in call[1])]
    assert {module for module, _ in missing} == NOT_IN_ONE_GO, missing


def test_no_option_leaves_a_folder_that_is_not_read(
    prepared: Path, fresh: Fresh, capsys: pytest.CaptureFixture[str]
) -> None:
    """No exit 70, no file that its reader refuses, no new error; a third of the lines really write."""
    files_before, errors_before = contents(prepared), errors(prepared)
    done = Counter[str]()

    @settings(max_examples=RUNS, suppress_health_check=list(HealthCheck))
    @given(command_lines())
    def try_line(words: tuple[str, ...]) -> None:
        folder = fresh()
        status = run(list(words))
        told = capsys.readouterr()
        assert status in FINE, (words, told.err[-400:])
        assert "Traceback" not in told.out + told.err, words
        written = {name: raw for name, raw in contents(folder).items() if files_before.get(name) != raw}
        done["runs"] += 1
        done["writing"] += bool(written)
        assert unread(folder, written) == [], words
        if written:
            told_of = {code for code, said in SAID.items() if said in told.out + told.err or QUIET & {*words}}
            new = errors(folder) - errors_before
            assert [error for error in new if error[0] not in told_of] == [], words

    try_line()
    assert done["writing"] * 3 >= done["runs"], done
