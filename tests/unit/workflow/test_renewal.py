"""Certificates run out after their term; re-ranking is filed in its window."""

from datetime import date

import pytest

from ocop_cli.dossier.conclusions import Certificate, Result
from ocop_cli.dossier.model import Dossier
from ocop_cli.rules.pick import pick_ruleset
from ocop_cli.store.rulebook import load_rulebook
from ocop_cli.workflow.certificate import add_months, expires_on, renewal_action, renewal_window
from support.dossiers import make_dossier

RULES = pick_ruleset(load_rulebook(), 7, date(2026, 11, 23))


def certified(issued: str) -> Dossier:
    return make_dossier(
        product={"set": 7},
        registration={"track": "existing", "year": 2024},
        results=[{"recognised": "có", "on": issued, "star": 3, "certificate": {"issued_on": issued}}],
        history=[{"stage": "certified", "on": issued}],
    )


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2024, 4, 20), 36, date(2027, 4, 20)),
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2024, 12, 31), 2, date(2025, 2, 28)),
        (date(2024, 11, 30), 1, date(2024, 12, 30)),
    ],
)
def test_months(start: date, months: int, end: date) -> None:
    assert add_months(start, months) == end


def test_the_window_counts_back_from_the_expiry() -> None:
    assert renewal_window(date(2027, 4, 20), RULES) == (date(2026, 10, 22), date(2026, 12, 21))


@pytest.mark.parametrize(
    ("today", "action"),
    [
        (date(2026, 10, 21), None),
        (date(2026, 10, 22), "nộp hồ sơ phân hạng lại"),
        (date(2026, 12, 21), "nộp hồ sơ phân hạng lại"),
        (date(2026, 12, 22), "đã quá cửa sổ nộp hồ sơ phân hạng lại; giấy chứng nhận sắp hết hạn"),
        (date(2027, 4, 21), "giấy chứng nhận đã hết hạn"),
    ],
)
def test_what_is_due_on_a_day(today: date, action: str | None) -> None:
    renewal = renewal_action(certified("2024-04-20"), RULES, today)
    assert (renewal.action if renewal else None) == action


def test_a_printed_expiry_wins_over_the_computed_one() -> None:
    certificate = Certificate(issued_on=date(2024, 4, 20), expires_on=date(2027, 1, 1))
    result = Result(recognised=True, on=date(2024, 4, 20), certificate=certificate)
    assert expires_on(result, 36) == date(2027, 1, 1)
