"""Certificates run out after their term; re-ranking is filed in its window."""

from datetime import date

import pytest

from ocop_cli.dossier.conclusions import Certificate, Result
from ocop_cli.dossier.model import Dossier
from ocop_cli.rules.pick import pick_ruleset
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.workflow.certificate import (
    Standing,
    add_months,
    expires_on,
    grace_until,
    renewal_action,
    renewal_window,
    standing,
)
from support.dossiers import make_dossier

HELD = Result.model_validate({"recognised": "có", "on": "2023-08-15", "star": "3"})
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
    assert renewal_window(date(2027, 4, 20), RULES.decision) == (date(2026, 10, 22), date(2026, 12, 21))


@pytest.mark.parametrize(
    ("today", "action"),
    [
        (date(2026, 10, 21), None),
        (date(2026, 10, 22), "nộp hồ sơ phân hạng lại"),
        (date(2026, 12, 21), "nộp hồ sơ phân hạng lại"),
        (date(2026, 12, 22), "đã quá thời gian nộp hồ sơ phân hạng lại; giấy chứng nhận sắp hết hạn"),
        (date(2027, 4, 21), "giấy chứng nhận đã hết hạn"),
    ],
)
def test_what_is_due_on_a_day(today: date, action: str | None) -> None:
    renewal = renewal_action(certified("2024-04-20"), RULES.decision, today)
    assert (renewal.action if renewal else None) == action


def test_a_printed_expiry_wins_over_the_computed_one() -> None:
    certificate = Certificate(issued_on=date(2024, 4, 20), expires_on=date(2027, 1, 1))
    result = Result(recognised=True, on=date(2024, 4, 20), certificate=certificate)
    assert expires_on(result, 36) == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("expiry", "grace"),
    [
        (date(2026, 5, 21), None),  # dead before the decision
        (date(2026, 5, 22), date(2026, 11, 18)),
        (date(2026, 8, 15), date(2027, 2, 11)),
        (date(2026, 9, 19), date(2027, 3, 18)),  # its last day to file is the decision's first
        (date(2026, 9, 20), None),  # could file under the decision: merely late
    ],
)
def test_a_certificate_that_could_not_meet_the_window_lives_on(expiry: date, grace: date | None) -> None:
    assert grace_until(expiry, RULES.decision) == grace


def test_no_grace_where_the_decision_gives_none() -> None:
    old = pick_ruleset(load_rulebook(), 7, date(2025, 10, 1)).decision
    assert grace_until(date(2026, 8, 15), old) is None
    assert standing(HELD, date(2025, 8, 15), old, date(2025, 8, 16)) is Standing.LAPSED


@pytest.mark.parametrize(
    ("today", "worth"),
    [
        (date(2026, 8, 15), Standing.IN_FORCE),
        (date(2026, 8, 16), Standing.IN_GRACE),
        (date(2027, 2, 11), Standing.IN_GRACE),
        (date(2027, 2, 12), Standing.LAPSED),
    ],
)
def test_what_a_certificate_is_worth(today: date, worth: Standing) -> None:
    assert standing(HELD, date(2026, 8, 15), RULES.decision, today) is worth


def test_a_recognition_that_was_withdrawn_has_no_grace() -> None:
    withdrawn = {"on": date(2026, 8, 15), "reason": "ngừng sản xuất"}
    result = Result.model_validate(
        {"recognised": "có", "on": "2023-08-15", "star": "3", "revoked": withdrawn}
    )
    assert standing(result, date(2026, 8, 15), RULES.decision, date(2026, 8, 16)) is Standing.REVOKED


@pytest.mark.parametrize(
    ("today", "action", "due"),
    [
        (date(2026, 6, 1), "nộp hồ sơ phân hạng lại; giấy chứng nhận hết hạn ngày 15/8/2026, còn giá trị đến", date(2027, 2, 11)),
        (date(2026, 11, 27), "nộp hồ sơ phân hạng lại; giấy chứng nhận hết hạn ngày 15/8/2026, còn giá trị đến", date(2027, 2, 11)),
        (date(2027, 2, 12), "giấy chứng nhận đã hết hạn", date(2026, 8, 15)),
    ],
)  # fmt: skip
def test_grace_is_shown_with_its_last_day(today: date, action: str, due: date) -> None:
    renewal = renewal_action(certified("2023-08-15"), RULES.decision, today)
    assert renewal is not None
    assert renewal.action.startswith(action)
    assert renewal.due == due
