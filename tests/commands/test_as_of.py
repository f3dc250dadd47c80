"""``--as-of`` shows the folder as of that day: what was done and decided later is not spoken of."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.app import run
from ocop_cli.app.at_present import AT_PRESENT, at_present
from ocop_cli.app.table import DESK
from ocop_cli.app.verb import Verb
from ocop_cli.dossier.as_of import as_of
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import list_ids, load_dossier
from ocop_cli.store.reading.sources import Sources
from ocop_cli.viet.dates import show_date
from support.command_lines import VERBS
from support.paths import ROOT
from support.played import Played
from support.runs import runs

Ocop = Callable[..., int]
Told = Callable[..., Any]
READERS = [each for each in VERBS if not each.verb.writes and each.name not in {"init", "do"}]
"""Every verb that only reads, from the table; ``init`` makes a folder, ``do`` begins a verb that writes."""
LINES = [
    *((each.verb, (*each.words, *each.given)) for each in READERS),
    (DESK, ()),
    *((each.verb, (*each.words, *each.given, "--impact")) for each in READERS if each.name == "rules diff"),
]
"""What each of them is called with."""


@pytest.fixture
def told(ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> Told:
    """Run a command line with --json and return what it prints."""

    def run(*words: str) -> Any:
        capsys.readouterr()
        ocop(*words, "--json")
        return json.loads(capsys.readouterr().out)

    return run


@pytest.mark.parametrize("folder", sorted((ROOT / "tests/folders").iterdir()), ids=lambda path: path.name)
def test_nothing_of_a_later_day_is_left_in_a_dossier(folder: Path) -> None:
    sources = Sources(folder)
    for dossier_id in list_ids(folder):
        dossier = load_dossier(sources, dossier_id).dossier
        for day in {move.on for move in dossier.history}:
            then = as_of(dossier, day, load_cycle().stages)
            assert then is not None
            dated = [
                item.on
                for name in type(then).model_fields
                for part in [getattr(then, name)]
                for item in (part if isinstance(part, tuple) else [part])
                if getattr(item, "on", None)
            ]
            assert dated
            assert max(dated) <= day
            assert (then.materials, then.labour, then.papers) == (
                dossier.materials,
                dossier.labour,
                dossier.papers,
            )


def test_every_verb_that_reads_shows_the_stage_of_the_day(ocop: Ocop, told: Told) -> None:
    assert ocop("advance", "gao-do", "--on", "23/11/2026") == 0
    for day, stage in (("2026-11-22", "implementing"), ("2026-11-23", "preparing")):
        shown = told("show", "gao-do", "--as-of", day)["dossier"]["history"][-1]["stage"]
        (listed,) = [i["stage"] for i in told("list", "--as-of", day)["items"] if i["id"] == "gao-do"]
        (step,) = [i["stage"] for i in told("next", "gao-do", "--as-of", day)["items"]]
        (one,) = [i["stage"] for i in told("next", "--as-of", day)["items"] if i["dossier"] == "gao-do"]
        (made,) = [
            d["stage"]
            for item in told("producers", "ruong cao", "--as-of", day)["items"]
            for d in item["dossiers"]
            if d["id"] == "gao-do"
        ]
        assert {shown, listed, step, one, made} == {stage}


@pytest.mark.parametrize(("verb", "words"), LINES, ids=[" ".join(words) for _, words in LINES])
def test_every_verb_that_reads_goes_back_or_says_that_it_does_not(
    verb: Verb, words: tuple[str, ...], played: Played, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is shown of a past day is what was shown on that day; verbs and what they are given come from the table."""
    *days, last = played.items()
    _, end = last
    for day, then in (*days[:: runs(6, 1)], last):
        capsys.readouterr()
        looked_back = run(["-C", str(end), "--as-of", day, "--no-input", *words])
        back = capsys.readouterr()
        if at_present(verb):
            assert f"--as-of {show_date(date.fromisoformat(day))}: {at_present(verb)}.\n" in back.err
            return
        assert run(["-C", str(then), "--as-of", day, "--no-input", *words]) == looked_back
        assert capsys.readouterr() == back, day


def test_a_meeting_that_was_held_later_had_been_called(
    played: Played, capsys: pytest.CaptureFixture[str]
) -> None:
    end = list(played.values())[-1]
    for day, is_called in (("2026-11-24", False), ("2026-11-25", True), ("2026-11-27", False)):
        assert run(["-C", str(end), "--as-of", day, "handover"]) == 0
        assert ("ocop meeting hold" in capsys.readouterr().out) is is_called, day


def test_a_day_of_the_environment_is_today_and_no_look_back(ocop: Ocop, capsys: Any) -> None:
    assert ocop("explain", "E001") == 0
    assert "--as-of" not in capsys.readouterr().err


def test_what_verbs_say_of_the_present_names_verbs_that_read() -> None:
    assert set(AT_PRESENT) <= {each.verb.page_name or each.verb.name for each in READERS}


def test_a_dossier_that_had_not_begun_is_not_there(ocop: Ocop, told: Told, capsys: Any) -> None:
    day = ("--as-of", "2026-11-15")
    assert "lan-rung" not in [item["dossier"] for item in told("next", *day)["items"]]
    assert ocop("show", "lan-rung", *day) == 3
    assert "Ngày 15/11/2026 chưa có hồ sơ lan-rung" in capsys.readouterr().err


def test_lessons_and_conclusions_of_a_later_day_are_not_quoted(ocop: Ocop, told: Told) -> None:
    assert ocop("return", "sam-day", "--reason", "thiếu hợp đồng", "--on", "23/11/2026") == 0
    assert (
        ocop(
            "register",
            "--name",
            "Sâm củ",
            "--producer",
            "Hộ X",
            "--kind",
            "household",
            "--set",
            "20",
            "--track",
            "upgrade",
        )
        == 0
    )

    def codes(day: str) -> set[str]:
        return {finding["code"] for finding in told("check", "sam-cu", "--as-of", day)["findings"]}

    assert "W020" in codes("2026-11-23")
    assert "W020" not in codes("2026-11-22")


def test_no_act_of_a_later_day_is_called_a_day_to_come(
    played: Played, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was done after the day is not there to be doubted; the same typed for later than today is (D030)."""
    *days, last = played
    for day in ("2026-07-01", days[len(days) // 2]):
        run(["-C", str(played[last]), "--as-of", day, "check", "--json"])
        found = json.loads(capsys.readouterr().out)["findings"]
        assert [f for f in found if f["code"] == "D030" and f["file"].startswith("dossiers/")] == []


def test_an_evaluation_of_a_later_day_is_not_called_stale(ocop: Ocop, told: Told, workspace: Path) -> None:
    assert ocop("evaluate", "sam-day") == 0
    path = workspace / "dossiers/sam-day.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("  commune: 18", "  commune: 17").replace("26-2026", "148-2023"), encoding="utf-8"
    )

    def codes(day: str) -> set[str]:
        return {finding["code"] for finding in told("check", "sam-day", "--as-of", day)["findings"]}

    assert {"E021", "E022"} <= codes("2026-11-23")
    assert not {"E021", "E022"} & codes("2026-11-22")
