"""``ocop demo --year``: the year after the demo's own uses every verb and ends in a report that a script counts again."""

import re
import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.app.table import TABLE
from ocop_cli.commands import demo as command
from ocop_cli.store.built_in.packaged import load_log_kinds
from ocop_cli.store.papers.document_records import list_documents
from ocop_cli.store.programme.year_log import gather_log
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.demo import STEPS, Step, play
from ocop_cli.usecases.demo_year import YEAR, year_steps
from support.played import Played
from support.report_figures import counted, number_of, printed
from support.runs import LONG
from support.whole import no_gap

NOT_IN_IT = {
    "demo": "is what plays",
    "fill": "asks at a terminal and does nothing without one: tests/commands/test_fill_command.py",
}
QUICK = {"log", "inspect", "report", "lint"}
"""What the report of the year counts; a push plays these steps, ``.ci/long`` all."""
FIGURE = re.compile(r"figures\.\d+\.actual")
REPORT = f"bao-cao-{YEAR}-01-01-{YEAR}-12-31-summary-report"


def verb_of(step: Step) -> str:
    """Return the verb that a step calls, as the table names it."""
    entry = next(entry for entry in TABLE if entry.name == step.words[0])
    if not entry.verbs:
        return entry.name
    named = next((verb for verb in entry.verbs if verb.name == step.words[1]), None)
    return f"{entry.name} {named.name if named else entry.usual}"


def test_every_verb_of_the_table_has_its_step() -> None:
    verbs = {
        " ".join(dict.fromkeys((entry.name, verb.name)))
        for entry in TABLE
        for verb in entry.verbs or (entry,)
    }
    assert {verb_of(step) for step in (*STEPS, *year_steps())} == verbs - NOT_IN_IT.keys()


def test_the_days_follow_one_another() -> None:
    assert all(one.on <= other.on for one, other in pairwise((*STEPS, *year_steps())))


@pytest.fixture(scope="module")
def after_the_year(played: Played, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder at the end of the year after the demo's."""
    root = shutil.copytree([*played.values()][-1], tmp_path_factory.mktemp("year") / "xa")
    for step in year_steps():
        if LONG or step.words[0] in QUICK:
            done = play(step, root, run)
            assert done.status == 0, (step, done)
    return root


def test_the_year_has_an_act_of_every_kind(after_the_year: Path) -> None:
    items = gather_log(Sources(after_the_year), [YEAR]).rest(no_gap)
    assert {item.entry.kind for item in items} == set(load_log_kinds().kinds)


def test_every_figure_of_the_yearly_report_is_the_count_of_the_script(after_the_year: Path) -> None:
    end = date(YEAR, 12, 31)
    figures = printed(after_the_year, end, str(YEAR))
    assert figures == counted(after_the_year, end, str(YEAR))
    assert sum(code.startswith("log.") for code in figures) >= len(load_log_kinds().kinds)
    record = next(file for file in list_documents(Sources(after_the_year), no_gap) if REPORT in file.document)
    places = record.record.printed.items()
    shown = [number_of(place.text) for name, place in places if FIGURE.fullmatch(name)]
    told = [value for code, value in figures.items() if not code.startswith(("log.", "divided."))]
    assert [value for value in shown if value] == told


def test_the_option_plays_the_year_behind_the_demo(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, then = STEPS[3], Step("Xem việc đã ghi", f"{YEAR}-12-31", ("log",))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command, "STEPS", (first,))
    monkeypatch.setattr(command, "year_steps", lambda: (then,))
    assert run(["demo", "xa", "--year"]) == 0
    said = capsys.readouterr().out
    assert said.index(f"(1/2) {first.says}") < said.index(f"(2/2) {then.says}, ngày {then.on}")
