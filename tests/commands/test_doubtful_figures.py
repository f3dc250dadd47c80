"""Days and figures that can hardly be true are told where they stand; nothing crashes on the last year of a calendar."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.app import run
from ocop_cli.checks.days import doubtful_days
from ocop_cli.checks.figures import check_amounts
from ocop_cli.evaluation.case import Case
from ocop_cli.viet.dates import EARLIEST_YEAR, parse_date
from support.dossiers import dossier_yaml, make_dossier
from support.workspaces import write_workspace

TODAY = parse_date("2026-08-10")
Ocop = Callable[..., int]


def days(**parts: Any) -> list[tuple[str | int, ...]]:
    return [found.place.field for found in doubtful_days("x", make_dossier(**parts), TODAY)]


def amounts(*years: tuple[int, str], growth: str | None = None) -> list[str]:
    figures = [{"year": str(year), "revenue": revenue} for year, revenue in years]
    business = {"years": figures} | ({"growth_percent": growth} if growth else {})
    case = Case("x", make_dossier(business=business), None, TODAY)
    return [found.message for found in check_amounts(case)]


@pytest.mark.parametrize("day", ["11/08/2026", "09/11/2062", f"31/12/{EARLIEST_YEAR - 1}", "11/11/0026"])
def test_a_founding_that_has_not_come_or_is_too_old_is_doubted(day: str) -> None:
    assert days(producer={"name": "Hộ Mẫu", "founded_on": day}) == [("producer", "founded_on")]


@pytest.mark.parametrize("day", ["10/08/2026", f"01/01/{EARLIEST_YEAR}"])
def test_the_days_at_the_bounds_are_not_doubted(day: str) -> None:
    assert days(producer={"name": "Hộ Mẫu", "founded_on": day}) == []


def test_what_is_meant_to_come_may_lie_ahead() -> None:
    promise = {"paper": "atvstp", "by": "Hộ Mẫu", "due": "01/12/2026"}
    paper = {"id": "dkkd", "kind": "dkkd", "title": "Giấy", "expires_on": "05/3/2031"}
    assert days(promises=[promise], papers=[paper]) == []
    assert days(promises=[promise | {"due": "24/12/9999"}]) == [("promises", 0, "due")]


def test_an_amount_in_thousands_beside_one_in_units_is_told() -> None:
    assert "gấp hoặc kém" in amounts((2024, "320000"), (2025, "392.000.000"))[0]
    assert amounts((2024, "32.000.000"), (2025, "392.000.000")) == []


@pytest.mark.parametrize(("growth", "count"), [("22,5", 0), ("22,5%", 0), ("23", 0), ("250", 1), ("2,25", 1)])
def test_growth_is_held_against_the_takings(growth: str, count: int) -> None:
    assert len(amounts((2024, "320.000.000"), (2025, "392.000.000"), growth=growth)) == count


def test_growth_is_held_against_consecutive_years_only() -> None:
    assert amounts((2022, "100.000.000"), (2025, "392.000.000"), growth="20") == []


def test_a_negative_growth_is_refused_in_words_that_say_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_workspace(tmp_path, {"hong": dossier_yaml("business: {growth_percent: -5}\n")})
    assert run(["-C", str(root), "check"]) == 1
    assert "sản xuất giảm thì không ghi số ở đây" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words", [("list",), ("next",), ("check",), ("report", "-n"), ("plan", "2028", "-n"), ("show", "ca-phe")]
)
def test_a_certificate_of_the_last_year_of_a_calendar_crashes_nothing(
    words: tuple[str, ...], ocop: Ocop, workspace: Path
) -> None:
    file = workspace / "dossiers/ca-phe.yaml"
    text = file.read_text(encoding="utf-8")
    assert "issued_on: 2025-12-24" in text
    file.write_text(text.replace("issued_on: 2025-12-24", "issued_on: 9999-12-24"), encoding="utf-8")
    assert ocop(*words) in {0, 1}


@pytest.mark.parametrize("day", ["31/12/9999", "01/01/0001", "32/01/2026"])
def test_a_day_that_cannot_be_today_is_refused(
    day: str, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("check", "--as-of", day) == 2
    assert f"--as-of {day}" in capsys.readouterr().err


def test_every_day_of_a_dossier_is_looked_at() -> None:
    """The walk finds the days of lists inside records inside lists."""
    scores = [{"scorer": "self", "on": "01/01/2030"}]
    assert days(scores=scores, history=[{"stage": "idea", "on": "01/01/2031"}]) == [
        ("scores", 0, "on"),
        ("history", 0, "on"),
    ]
