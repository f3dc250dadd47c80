"""Deadlines: the day on which a legal limit ends; weekends and holidays do not count as working days, make-up days do."""

from datetime import date, timedelta

from ocop_cli.programme.profile import CalendarSettings
from ocop_cli.rules.procedure import DayLimit, DayUnit

_SATURDAY = 5


def is_working(on: date, calendar: CalendarSettings) -> bool:
    """Say whether the office works on a day."""
    if on in calendar.make_up_days:
        return True
    return on.weekday() < _SATURDAY and all(holiday.on != on for holiday in calendar.holidays)


def add_working_days(start: date, days: int, calendar: CalendarSettings) -> date:
    """Return the last of so many working days after ``start``; the first day does not count."""
    on = start
    while days > 0:
        on += timedelta(days=1)
        days -= is_working(on, calendar)
    return on


def due_date(start: date, limit: DayLimit, calendar: CalendarSettings) -> date | None:
    """Return the day on which a legal limit ends, or ``None`` when the decision gives no number of days."""
    if limit.days is None:
        return None
    if limit.unit is DayUnit.WORKING:
        return add_working_days(start, limit.days, calendar)
    return start + timedelta(days=limit.days)
