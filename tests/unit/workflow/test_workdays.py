"""Working days over weekends, holidays and make-up days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_cli.programme.profile import CalendarSettings
from ocop_cli.workflow.deadline import add_working_days, is_working

NONE = CalendarSettings()
TET = CalendarSettings.model_validate(
    {
        "holidays": [{"on": f"2026-02-{day}", "name": "Tết"} for day in range(16, 21)],
        "make_up_days": ["2026-02-28"],
    }
)


@pytest.mark.parametrize(
    ("start", "days", "calendar", "due"),
    [
        (date(2026, 11, 9), 15, NONE, date(2026, 11, 30)),
        (date(2026, 11, 6), 1, NONE, date(2026, 11, 9)),
        (date(2026, 11, 7), 1, NONE, date(2026, 11, 9)),
        (date(2026, 2, 13), 1, TET, date(2026, 2, 23)),
        (date(2026, 2, 27), 1, TET, date(2026, 2, 28)),
        (date(2026, 2, 10), 15, TET, date(2026, 3, 9)),
    ],
)
def test_due_days(start: date, days: int, calendar: CalendarSettings, due: date) -> None:
    assert add_working_days(start, days, calendar) == due


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(1, 60), st.integers(1, 60))
def test_more_days_never_end_earlier_and_always_on_a_working_day(start: date, few: int, more: int) -> None:
    first = add_working_days(start, few, TET)
    assert is_working(first, TET)
    assert add_working_days(start, few + more, TET) == add_working_days(first, more, TET) > first


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(1, 60))
def test_so_many_working_days_lie_between(start: date, days: int) -> None:
    due = add_working_days(start, days, TET)
    passed = (start + timedelta(days=n) for n in range(1, (due - start).days + 1))
    assert sum(is_working(on, TET) for on in passed) == days
