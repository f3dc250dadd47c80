"""Working days over weekends, days off and make-up days; every limit of two years against a count of its own."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_cli.rules.procedure import DayLimit, DayUnit
from ocop_cli.rules.provenance import Confidence, Source
from ocop_cli.workflow.deadline import Deadline, deadline, deadline_words, is_working
from support.calendars import make_calendar

USUAL = make_calendar()
OWN = make_calendar(
    calendar={
        "holidays": [
            {"on": "2026-06-01", "name": "Ngày nghỉ của tỉnh"},
            {"on": "2026-08-22", "name": "Không làm bù"},
        ],
        "make_up_days": ["2026-06-06", "2026-11-24"],
    }
)
LATER = make_calendar(
    calendar={
        "holidays": [{"on": "2028-01-03", "name": "Nghỉ bù"}],
        "notices": [{"year": "2028", "paper": "Thông báo số 1/TB-BNV"}],
    }
)
MOVED = make_calendar(settings={"limit_on_day_off": "ngay_lam_viec_tiep_theo"})

# The notices, written down once more: an independent count must not read the program's data.
OFF_2026 = "1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11"
OFF_2027 = "1/1 4/2 5/2 8/2 9/2 10/2 16/4 30/4 3/5 2/9 3/9 24/11"
WORKED_2026 = "10/1 22/8"


def _dates(text: str, year: int) -> set[date]:
    return {date(year, int(month), int(day)) for day, month in (word.split("/") for word in text.split())}


OFF = _dates(OFF_2026, 2026) | _dates(OFF_2027, 2027)
WORKED = _dates(WORKED_2026, 2026)
EVERY_DAY = [date(2026, 1, 1) + timedelta(n) for n in range(730)]
OPEN = [on for on in EVERY_DAY if on in WORKED or (on.isoweekday() < 6 and on not in OFF)]


def limit(days: int | None, unit: DayUnit = DayUnit.WORKING) -> DayLimit:
    return DayLimit("mau", "Hạn mẫu", days, unit, Source("mau", "mẫu", Confidence.VERBATIM), "Điều 1")


def ends(start: date, days: int, calendar: Any = USUAL, unit: DayUnit = DayUnit.WORKING) -> Deadline:
    end = deadline(start, limit(days, unit), calendar)
    assert end is not None
    return end


@pytest.mark.parametrize(
    ("start", "days", "calendar", "due"),
    [
        (date(2026, 11, 9), 15, USUAL, date(2026, 12, 1)),
        (date(2027, 1, 25), 15, USUAL, date(2027, 2, 22)),
        (date(2026, 11, 6), 1, USUAL, date(2026, 11, 9)),
        (date(2026, 11, 7), 1, USUAL, date(2026, 11, 9)),
        (date(2026, 1, 9), 1, USUAL, date(2026, 1, 10)),
        (date(2025, 4, 25), 1, USUAL, date(2025, 4, 26)),
        (date(2025, 4, 29), 1, USUAL, date(2025, 5, 5)),
        (date(2026, 5, 29), 1, OWN, date(2026, 6, 2)),
        (date(2026, 6, 5), 1, OWN, date(2026, 6, 6)),
        (date(2026, 8, 21), 1, OWN, date(2026, 8, 24)),
        (date(2026, 11, 9), 15, OWN, date(2026, 11, 30)),
        (date(2027, 12, 31), 1, LATER, date(2028, 1, 4)),
    ],
)
def test_where_a_limit_ends(start: date, days: int, calendar: Any, due: date) -> None:
    assert ends(start, days, calendar).on == due


def test_a_limit_without_days_has_no_end() -> None:
    assert deadline(date(2026, 1, 5), limit(None), USUAL) is None


@pytest.mark.parametrize(("days", "unit", "known"), [(15, DayUnit.WORKING, 483), (45, DayUnit.CALENDAR, 466)])
def test_every_working_day_of_two_years(days: int, unit: DayUnit, known: int) -> None:
    """Where the limit falls in a year with a calendar the day is right; after that no day is given at all."""
    assert len(OPEN) == 498
    counted = 0
    for start in OPEN:
        end = ends(start, days, unit=unit)
        after = [on for on in OPEN if on > start]
        if unit is DayUnit.WORKING:
            due = after[days - 1] if len(after) >= days else None
        else:
            due = start + timedelta(days) if (start + timedelta(days)).year < 2028 else None
        assert end.on == due, start
        if due is None:
            assert deadline_words(end) == "chưa tính được, vì năm 2028 chưa có lịch nghỉ lễ, tết"
        counted += due is not None
    assert counted == known


def test_a_limit_says_which_days_it_passes_over() -> None:
    passed = ends(date(2026, 11, 9), 15).not_counted
    assert [(str(day.on), day.why) for day in passed if "thứ" not in day.why.lower()] == [
        ("2026-11-15", "Chủ nhật"),
        ("2026-11-22", "Chủ nhật"),
        ("2026-11-24", "Ngày Văn hóa Việt Nam"),
        ("2026-11-29", "Chủ nhật"),
    ]
    assert next(day.paper for day in passed if day.on == date(2026, 11, 24)) == "Nghị quyết số 28/2026/QH16"


@pytest.mark.parametrize(
    ("start", "due"),
    [
        (date(2026, 11, 25), date(2026, 12, 10)),
        (date(2026, 11, 9), date(2026, 11, 25)),  # the 24th is a day off
        (date(2026, 11, 6), date(2026, 11, 23)),  # a Saturday
    ],
)
def test_a_limit_that_ends_on_a_day_off_moves_where_the_office_says_so(start: date, due: date) -> None:
    assert ends(start, 15, MOVED, DayUnit.CALENDAR).on == due
    assert ends(start, 15, USUAL, DayUnit.CALENDAR).on == start + timedelta(15)


def test_a_limit_that_moves_says_over_which_days() -> None:
    passed = ends(date(2026, 11, 6), 15, MOVED, DayUnit.CALENDAR).not_counted
    assert [day.why for day in passed] == ["Thứ Bảy", "Chủ nhật"]


@given(st.dates(date(2025, 1, 1), date(2027, 6, 1)), st.integers(1, 60), st.integers(1, 60))
def test_more_days_never_end_earlier_and_always_on_a_working_day(start: date, few: int, more: int) -> None:
    first = ends(start, few).on
    assert first is not None
    assert is_working(first, USUAL)
    both, rest = ends(start, few + more).on, ends(first, more).on
    assert both == rest
    assert both is None or both > first


@given(st.dates(date(2025, 1, 1), date(2027, 6, 1)), st.integers(1, 60))
def test_so_many_working_days_lie_between(start: date, days: int) -> None:
    due = ends(start, days).on
    assert due is not None
    passed = (start + timedelta(days=n) for n in range(1, (due - start).days + 1))
    assert sum(is_working(on, USUAL) for on in passed) == days
