"""Deadlines: the day on which a legal limit ends, and the days on the way that do not count."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from ocop_cli.programme.calendar import Calendar, LimitOnDayOff, WorkingDays
from ocop_cli.rules.procedure import DayLimit, DayUnit
from ocop_cli.viet.dates import shifted, show_long_date, weekday_word
from ocop_cli.viet.text import upper_first

_SATURDAY = 5


class NotCounted(NamedTuple):
    """A day that a limit passes over: why, and the paper that set the day off; a weekend has none."""

    on: date
    why: str
    paper: str = ""


class Deadline(NamedTuple):
    """Where a limit ends. ``on`` is ``None`` when it reaches a year whose days off are not known: ``no_calendar``."""

    on: date | None
    not_counted: tuple[NotCounted, ...] = ()
    no_calendar: int | None = None


def is_working(on: date, calendar: Calendar) -> bool:
    """Say whether the office works on a day."""
    return _day_off(on, calendar) is None


def deadline(start: date, limit: DayLimit, calendar: Calendar) -> Deadline | None:
    """Return where a legal limit ends, or ``None`` when the decision gives no number of days.

    The first day does not count.
    """
    if limit.days is None:
        return None
    count = _working_days if limit.unit is DayUnit.WORKING else _calendar_days
    return count(start, limit.days, calendar)


def working_days_until(due: date, today: date, working: WorkingDays) -> int | None:
    """Return how many working days are left after ``today`` up to and with ``due``; below zero once it has passed.

    ``None`` when the days off of a year on the way are not known.
    """
    first, last = min(due, today), max(due, today)
    if not working.years.issuperset(range(first.year, last.year + 1)):
        return None
    days = _days_between(first, last, working)
    return -days if due < today else days


def _days_between(after: date, last: date, working: WorkingDays) -> int:
    """Count the working days after one day up to and with another, without walking through them."""
    off = sum(after < on <= last and on.weekday() < _SATURDAY for on in working.off)
    made_up = sum(after < on <= last and on.weekday() >= _SATURDAY for on in working.worked)
    return _weekdays(last) - _weekdays(after) + made_up - off


def _weekdays(on: date) -> int:
    """Count the days from Monday to Friday from the first day of the calendar up to and with a day."""
    weeks, rest = divmod(on.toordinal(), 7)  # day 1 is a Monday
    return weeks * _SATURDAY + min(rest, _SATURDAY)


def deadline_words(end: Deadline, show: Callable[[date], str] = show_long_date) -> str:
    """Return the last day in words, or the sentence that it cannot be known yet."""
    return show(end.on) if end.on else f"chưa tính được, vì năm {end.no_calendar} chưa có lịch nghỉ lễ, tết"


def _working_days(start: date, days: int, calendar: Calendar) -> Deadline:
    on = start
    passed: list[NotCounted] = []
    while days > 0:
        on = shifted(on, 1)
        if on.year not in calendar.years:
            return Deadline(None, tuple(passed), on.year)
        off = _day_off(on, calendar)
        if off:
            passed.append(off)
        days -= off is None
    return Deadline(on, tuple(passed))


def _calendar_days(start: date, days: int, calendar: Calendar) -> Deadline:
    on = shifted(start, days)
    if on.year not in calendar.years:
        return Deadline(None, no_calendar=on.year)
    if calendar.limit_on_day_off is LimitOnDayOff.STAYS or is_working(on, calendar):
        return Deadline(on)
    moved = _working_days(on, 1, calendar)
    first = _day_off(on, calendar)
    return moved._replace(not_counted=(*([first] if first else []), *moved.not_counted))


def _day_off(on: date, calendar: Calendar) -> NotCounted | None:
    if on in calendar.worked:
        return None
    day = calendar.off.get(on)
    if day:
        return NotCounted(on, day.name, day.paper)
    return NotCounted(on, upper_first(weekday_word(on))) if on.weekday() >= _SATURDAY else None
