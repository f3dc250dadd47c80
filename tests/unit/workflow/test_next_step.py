"""What a dossier needs next, by when, and on which heap of the desk it lies."""

from datetime import date
from typing import Any

import pytest

from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.pick import force, pick_ruleset
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.usecases.next import step_context
from ocop_cli.workflow.agenda import sort_agenda
from ocop_cli.workflow.next_step import next_step
from ocop_cli.workflow.rounds import round_closes
from ocop_cli.workflow.step import NextStep
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
    return next_step("gao", dossier, law, step_context(make_calendar(), today, load_rulebook()))


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
    desk = step_context(make_calendar(), TODAY, load_rulebook())
    assert next_step("gui", dossier, old, desk).due == date(2026, 7, 21)


def test_open_promises_are_counted_named_and_set_the_day() -> None:
    preparing = step("preparing", promises=[promise("2026-12-15"), promise("2026-11-20", "2026-11-19")])
    assert (preparing.promises_open, preparing.due) == (1, date(2026, 12, 15))
    assert "chờ HTX Mẫu nộp: Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm" in preparing.missing


def test_what_the_next_verb_refuses_is_missing_before() -> None:
    bare = make_dossier(history=[{"stage": "idea", "on": "2026-11-09"}])
    desk = step_context(make_calendar(), TODAY, load_rulebook())
    assert next_step("a", bare, LAW, desk).missing == ("chưa mô tả ý tưởng sản phẩm",)


@pytest.mark.parametrize(
    ("track", "command"),
    [("new", "ocop advance gao --to planning"), ("existing", "ocop advance gao --to improving")],
)
def test_the_command_goes_the_way_of_the_track(track: str, command: str) -> None:
    chosen = make_dossier(registration={"track": track}, history=[{"stage": "selected", "on": "2026-11-09"}])
    desk = step_context(make_calendar(), TODAY, load_rulebook())
    assert next_step("gao", chosen, LAW, desk).command == command


def again(stage: str, today: date, received: str | None = None) -> NextStep:
    """A product with a certificate to 20/12/2026 that is ranked again: its time to file is 23/6 to 22/8/2026."""
    dossier = make_dossier(
        registration={
            "track": "existing",
            "kind": "re_ranking",
            "slip": {"received_on": received} if received else None,
        },
        results=[
            {"recognised": "có", "on": "2023-12-20", "star": 3, "certificate": {"issued_on": "2023-12-20"}}
        ],
        history=[{"stage": stage, "on": received or "2026-06-01"}],
    )
    return next_step("ca-phe", dossier, LAW, step_context(make_calendar(), today, load_rulebook()))


@pytest.mark.parametrize("stage", ["idea", "selected", "improving", "preparing", "not_certified"])
def test_the_time_to_file_is_the_day_of_a_re_ranking_at_every_stage_before(stage: str) -> None:
    step = again(stage, date(2026, 7, 1))
    assert step.due == date(2026, 8, 22)
    assert "thời gian nộp phân hạng lại (từ 23/6/2026 đến hết 22/8/2026)" in step.notes
    assert "đợt cấp tỉnh tới nhận đề nghị trước ngày 30/10/2026" in step.notes


@pytest.mark.parametrize("stage", ["received", "evaluated"])
def test_a_time_to_file_that_was_missed_is_told_at_the_commune(stage: str) -> None:
    notes = again(stage, date(2026, 9, 2), "2026-09-01").notes
    assert "ngoài thời gian nộp phân hạng lại (từ 23/6/2026 đến hết 22/8/2026)" in notes
    assert not any("nộp phân hạng lại" in note for note in again(stage, date(2026, 8, 3), "2026-08-01").notes)


@pytest.mark.parametrize("stage", ["improving", "received", "evaluated", "submitted", "not_certified"])
def test_a_certificate_that_dies_soon_is_shown_at_every_stage(stage: str) -> None:
    assert "giấy chứng nhận hết hạn ngày 20/12/2026" in again(stage, date(2026, 11, 27), "2026-09-01").notes


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


@pytest.mark.parametrize("law", [LAW, None], ids=["with its set", "without a set"])
def test_a_certificate_ends_whether_or_not_the_set_is_known(law: Ruleset | None) -> None:
    held = {"recognised": "có", "on": "2023-10-20", "star": 3, "certificate": {"issued_on": "2023-10-20"}}
    ended = step("certified", law=law, results=[held])
    assert (ended.action, ended.due) == ("giấy chứng nhận đã hết hạn", date(2026, 10, 20))
