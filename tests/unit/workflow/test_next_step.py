"""What a dossier needs next, by when, and on which heap of the desk it lies."""

from datetime import date
from typing import Any

import pytest

from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.pick import force, pick_ruleset
from ocop_cli.store.packaged import load_cycle
from ocop_cli.store.rulebook import load_rulebook
from ocop_cli.workflow.agenda import sort_agenda
from ocop_cli.workflow.next_step import NextStep, StepContext, next_step
from ocop_cli.workflow.rounds import round_closes
from support.calendars import make_calendar
from support.dossiers import make_dossier

TODAY = date(2026, 11, 23)
LAW = pick_ruleset(load_rulebook(), 3, TODAY)


def step(stage: str, *, today: date = TODAY, law: Ruleset | None = LAW, **parts: Any) -> NextStep:
    dossier = make_dossier(
        product={"name": "Gạo Mẫu", "set": 3},
        registration={"slip": {"received_on": "2026-11-06"}},
        history=[{"stage": stage, "on": "2026-11-09"}],
        **parts,
    )
    return next_step("gao", dossier, law, StepContext(load_cycle(), make_calendar(), today))


def promise(due: str, received: str | None = None) -> dict[str, str]:
    return {
        "paper": "food_safety_certificate",
        "by": "HTX Mẫu",
        "due": due,
        **({"received_on": received} if received else {}),
    }


def test_the_commune_has_the_working_days_of_the_decision() -> None:
    waiting = step("received")
    assert waiting.due == date(2026, 11, 30)
    assert (waiting.acts, waiting.command) == ("Phòng Kinh tế", "ocop evaluate gao")
    assert not waiting.is_overdue(date(2026, 11, 30))
    assert waiting.is_overdue(date(2026, 12, 1))


def test_without_a_limit_no_day_is_invented() -> None:
    old = force(load_rulebook(), "148-2023", 3, date(2025, 10, 1))
    assert step("received", law=old).due is None
    assert step("received", law=None).due is None


def test_an_evaluated_dossier_has_the_earlier_of_limit_and_round() -> None:
    assert step("evaluated").due == date(2026, 11, 30)
    assert round_closes(LAW, date(2026, 11, 23)) == date(2027, 4, 29)
    assert round_closes(LAW, date(2026, 4, 29)) == date(2026, 4, 29)
    assert round_closes(LAW, date(2026, 4, 30)) == date(2026, 10, 29)


def test_a_dossier_filed_under_the_old_law_has_the_days_of_the_transition() -> None:
    book = load_rulebook()
    old, slip = force(book, "148-2023", 3, date(2025, 10, 1)), {"received_on": "2025-10-01"}
    dossier = make_dossier(
        product={"set": 3},
        registration={"year": 2025, "slip": slip},
        history=[{"stage": "evaluated", "on": "2025-10-16"}],
    )
    desk = StepContext(load_cycle(), make_calendar(), TODAY)
    assert next_step("gui", dossier, old, desk).due == date(2026, 7, 21)


def test_open_promises_are_counted_named_and_set_the_day() -> None:
    preparing = step("preparing", promises=[promise("2026-12-15"), promise("2026-11-20", "2026-11-19")])
    assert (preparing.promises_open, preparing.due) == (1, date(2026, 12, 15))
    assert "chờ HTX Mẫu nộp: Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm" in preparing.missing


def test_required_papers_that_nobody_promised_are_named() -> None:
    assert any(word.startswith("thiếu Phiếu đăng ký") for word in step("preparing").missing)


def test_each_open_dossier_lies_on_one_heap() -> None:
    late = step("preparing", promises=[promise("2026-11-22")])
    week, later = step("received"), step("preparing", promises=[promise("2026-12-15")])
    away, closed = step("submitted"), step("withdrawn", promises=[promise("2026-01-01")])
    view = sort_agenda([later, closed, away, week, late], TODAY, 7)
    assert (view.overdue, view.this_week, view.waiting, view.later) == ((late,), (week,), (away,), (later,))


@pytest.mark.parametrize(("warn_days", "soon"), [(0, 0), (6, 0), (7, 1), (21, 1), (22, 2), (10**12, 2)])
def test_what_is_due_within_the_days_of_the_setting_comes_first(warn_days: int, soon: int) -> None:
    week, later = step("received"), step("preparing", promises=[promise("2026-12-15")])
    assert (week.due, later.due, TODAY) == (date(2026, 11, 30), date(2026, 12, 15), date(2026, 11, 23))
    view = sort_agenda([later, week], TODAY, warn_days)
    assert (view.this_week, view.later) == ((week, later)[:soon], (week, later)[soon:])


def test_an_unknown_stage_is_shown_as_it_stands() -> None:
    assert step("somewhere").stage_name == "somewhere"
