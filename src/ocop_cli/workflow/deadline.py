"""Deadlines: the day on which a legal limit ends; weekends and holidays do not count as working days, make-up days do."""

from datetime import date, timedelta

from ocop_cli.programme.profile import CalendarSettings
from ocop_cli.rules.procedure import DayLimit, DayUnit
from ocop_cli.viet.dates import shifted

_SATURDAY = 5


def is_working(on: date, calendar: CalendarSettings) -> bool:
    """Say whether the office works on a day."""
    if on in calendar.make_up_days:
        return True
    return on.weekday() < _SATURDAY and all(holiday.on != on for holiday in calendar.holidays)


def add_working_days(start: date, days: int, calendar: CalendarSettings) -> date:
    """Return the last of so many working days after ``start``; the first day does not count."""
    on = start
    while days > 0 and on < date.max:
        on += timedelta(days=1)
        days -= is_working(on, calendar)
    return on


def working_days_until(due: date, today: date, calendar: CalendarSettings) -> int:
    """Return how many working days are left after ``today`` up to and with ``due``; below zero once it has passed."""
    if due < today:
        return -_working_days(due, today, calendar)
    return _working_days(today, due, calendar)


def _working_days(after: date, last: date, calendar: CalendarSettings) -> int:
    """Count the working days after one day up to and with another, without walking through them."""
    weekends_off = {h.on for h in calendar.holidays if h.on.weekday() < _SATURDAY} - set(
        calendar.make_up_days
    )
    made_up = {on for on in calendar.make_up_days if on.weekday() >= _SATURDAY}
    between = [after < on <= last for on in made_up], [after < on <= last for on in weekends_off]
    return _weekdays(last) - _weekdays(after) + sum(between[0]) - sum(between[1])


def _weekdays(on: date) -> int:
    """Count the days from Monday to Friday from the first day of the calendar up to and with a day."""
    weeks, rest = divmod(on.toordinal(), 7)  # day 1 is a Monday
    return weeks * _SATURDAY + min(rest, _SATURDAY)


def due_date(start: date, limit: DayLimit, calendar: CalendarSettings) -> date | None:
    """Return the day on which a legal limit ends, or ``None`` when the decision gives no number of days."""
    if limit.days is None:
        return None
    if limit.unit is DayUnit.WORKING:
        return add_working_days(start, limit.days, calendar)
    return shifted(start, limit.days)
