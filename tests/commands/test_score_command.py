"""``ocop score``, ``panel`` and ``advise`` as a person uses them."""

import difflib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.app import run
from ocop_cli.console import Console
from ocop_cli.session import Session
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.reading.sources import Sources

Ocop = Callable[..., int]
Printed = Callable[[], Any]


@pytest.fixture(autouse=True)
def nobody_has_scored(workspace: Path) -> None:
    """Take the sheets away that stand at the end of the example dossiers."""
    for file in (workspace / "dossiers").glob("*.yaml"):
        text, _, _ = file.read_text(encoding="utf-8").partition("\nscores:\n")
        file.write_text(text.rstrip("\n") + "\n", encoding="utf-8")


def added(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


def wine(workspace: Path) -> Path:
    return workspace / "dossiers/ruou-ghe.yaml"


def test_looking_writes_nothing(ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = wine(workspace).read_bytes()
    assert ocop("score", "ruou-ghe") == 0
    assert wine(workspace).read_bytes() == before
    text = capsys.readouterr().out
    assert "Đã chấm 6/30 tiêu chí" in text
    assert "Chưa đủ để xếp sao" in text


def test_choices_are_kept_never_totals(ocop: Ocop, workspace: Path) -> None:
    before = wine(workspace).read_text()
    assert ocop("score", "ruou-ghe", "--set", "1b=handcraft", "--reason", "1b=Men lá làm tay") == 0
    lines = added(before, wine(workspace).read_text())
    assert all(line.startswith("+ ") for line in lines)
    assert [line[2:].strip() for line in lines] == [
        "scores:", "- scorer: self", "on: 2026-11-23", "decision: 148-2023", "choices:",
        "- criterion: added_value", "option: handcraft", "reason: Men lá làm tay",
    ]  # fmt: skip


def test_a_changed_choice_is_one_changed_line(ocop: Ocop, workspace: Path) -> None:
    assert ocop("score", "ruou-ghe", "--set", "1b=handcraft", "--set", "2b=simple") == 0
    before = wine(workspace).read_text()
    assert ocop("score", "ruou-ghe", "--set", "packaging=creative") == 0
    changed = added(before, wine(workspace).read_text())
    assert [line.split()[0] for line in changed] == ["-", "+"]
    assert ocop("check", "ruou-ghe") == 0


def test_practice_touches_nothing(ocop: Ocop, workspace: Path, printed: Printed) -> None:
    before = wine(workspace).read_bytes()
    assert ocop("score", "ruou-ghe", "--practice", "--set", "1b=handcraft", "--json") == 0
    assert wine(workspace).read_bytes() == before
    line = next(x for x in printed()["scores"][0]["criteria"] if x["id"] == "added_value")
    assert (line["option"], line["answered"]) == ("handcraft", "chosen")


def test_a_choice_against_the_figures_is_refused_its_points(
    ocop: Ocop, workspace: Path, printed: Printed
) -> None:
    assert ocop("score", "ruou-ghe", "--practice", "--set", "3a=golden") == 2
    text = wine(workspace).read_text()
    wine(workspace).write_text(text.replace("business:\n", "business:\n  contracted_share: 30\n"))
    printed_before = ocop("score", "ruou-ghe", "--practice", "--set", "linkage=contracts_over_75", "--json")
    assert printed_before == 0, "figures that decide alone are not overruled by a choice"


def test_a_misspelt_criterion_lists_the_known_ones(ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> None:
    assert ocop("score", "ruou-ghe", "--set", "99=x") == 2
    refusal = capsys.readouterr().err
    assert "1b Gia tăng giá trị" in refusal
    assert "added_value" not in refusal


def test_copied_answers_block_the_submission_until_seen(
    ocop: Ocop, workspace: Path, printed: Printed
) -> None:
    assert ocop("score", "ot-rung", "--set", "packaging=simple", "--set", "story=told") == 0
    assert ocop("score", "sam-day", "--like", "ot-rung") == 0
    printed_text = (workspace / "dossiers/sam-day.yaml").read_text()
    assert printed_text.count("review: có") + printed_text.count("review: true") == 2
    codes = _refusals(ocop, printed)
    assert "F218" in codes
    assert ocop("score", "sam-day", "--seen") == 0
    assert "review" not in (workspace / "dossiers/sam-day.yaml").read_text()
    assert "F218" not in _refusals(ocop, printed)


def _refusals(ocop: Ocop, printed: Printed) -> set[str]:
    printed_clear(printed)
    ocop("submit", "sam-day", "--json")
    return {finding["code"] for finding in printed()["findings"]}


def printed_clear(printed: Printed) -> None:
    try:
        printed()
    except ValueError:
        return


def test_the_council_stands_beside_the_producer(ocop: Ocop, printed: Printed) -> None:
    for name, option in (("Người Một", "simple"), ("Người Hai", "creative")):
        assert ocop("score", "ruou-ghe", "--scorer", "council", "--by", name, "--set", f"2b={option}") == 0
    assert ocop("score", "ruou-ghe", "--set", "2b=none") == 0
    printed_clear(printed)
    assert ocop("panel", "ruou-ghe", "--json") == 0
    assert printed()["scores"] == 0, "half-filled sheets are not averaged"
    assert ocop("score", "ruou-ghe", "--scorer", "council", "--by", "Người Hai", "--json") == 0
    shown = printed()["scores"][0]
    line = next(x for x in shown["criteria"] if x["id"] == "packaging")
    assert (line["option"], shown["by"]) == ("creative", "Người Hai")


def test_two_laws_side_by_side(ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> None:
    assert ocop("score", "ruou-ghe", "--decision", "148-2023", "--decision", "26-2026") == 0
    text = capsys.readouterr().out
    assert "148/QĐ-TTg" in text
    assert "26/2026/QĐ-TTg" in text
    assert "không có tiêu chí này" in text


def test_advice_names_steps_and_evidence(ocop: Ocop, printed: Printed) -> None:
    assert ocop("advise", "ruou-ghe", "--to", "3", "--json") == 0
    advice = printed()
    assert advice["reachable"]
    assert all(step["for_minimum"] in (True, False) for step in advice["ways"][0])
    for star in ("0", "6", "9", "-1"):
        assert ocop("advise", "ruou-ghe", "--to", star) == 2


@pytest.fixture
def replies(monkeypatch: pytest.MonkeyPatch, workspace: Path) -> Callable[..., int]:
    """Sit a person at a terminal who types these replies."""

    def sit(*typed: str) -> int:
        left: Iterator[str] = iter(typed)

        def ask(_console: Console, _question: str, default: str = "") -> str:
            try:
                return next(left) or default
            except StopIteration as stopped:
                raise KeyboardInterrupt from stopped

        monkeypatch.setenv("OCOP_AS_OF", "2026-11-23")
        monkeypatch.chdir(workspace)
        monkeypatch.setattr(Session, "can_ask", True)
        monkeypatch.setattr(Console, "ask", ask)
        return run(["score", "ruou-ghe"])

    return sit


def test_an_interview_keeps_what_was_said_when_it_is_left(
    replies: Callable[..., int], workspace: Path
) -> None:
    assert replies("2", "dừng") == 0
    text = wine(workspace).read_text()
    assert "criterion: added_value" in text
    assert text.count("criterion:") == 1


def test_an_interview_goes_back_and_goes_on(replies: Callable[..., int], workspace: Path) -> None:
    assert replies("2", "lùi", "4", "", "không có số này", "1") == 0
    text = wine(workspace).read_text()
    assert "option: technology" in text
    assert "handcraft" not in text
    assert "criterion: capacity" not in text
    assert "criterion: linkage" in text


def test_an_interview_asks_only_what_is_open(replies: Callable[..., int], workspace: Path) -> None:
    assert replies("2") == 0
    before = wine(workspace).read_text()
    assert replies("dừng") == 0
    assert wine(workspace).read_text() == before


def test_a_sheet_is_dated_by_the_day_of_scoring(workspace: Path, ocop: Ocop) -> None:
    given = ("score", "tra-day", "--set", "2.2=creative", "--reason", "2.2 = Ống tre")
    assert ocop(*given, "--on", "20/11/2026") == 0
    sheets = load_dossier(Sources(workspace), "tra-day").dossier.scores
    assert sheets[-1].on == date(2026, 11, 20)
    assert ocop(*given, "--on", "24/11/2026") == 2  # a day to come
