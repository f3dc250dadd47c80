"""The days off and make-up days of a year, each with the paper that set it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from ocop_cli.programme.calendar import Calendar, CalendarDay
from ocop_cli.tables import Column, Table
from ocop_cli.viet.dates import show_date, weekday_word
from ocop_cli.viet.text import upper_first


class YearDay(NamedTuple):
    """One day of a year that is not as its weekday says."""

    on: date
    day: CalendarDay
    is_worked: bool


def days_of(year: int, calendar: Calendar, proposed: Mapping[date, CalendarDay]) -> list[YearDay]:
    """Return the days of a year in their order; ``proposed`` fill what the calendar leaves open."""
    days = [YearDay(on, day, is_worked=False) for on, day in {**proposed, **calendar.off}.items()]
    days += [YearDay(on, day, is_worked=True) for on, day in calendar.worked.items()]
    return sorted(day for day in days if day.on.year == year)


def calendar_table(year: int, days: Sequence[YearDay], *, known: bool) -> Table:
    """Lay out the days of a year; one without a notice is called a proposal."""
    title = f"Lịch nghỉ lễ, tết năm {year}" + ("" if known else " (đề xuất, chưa có thông báo)")
    columns = (
        Column("Ngày"),
        Column("Thứ"),
        Column("Nghỉ hay làm"),
        Column("Dịp", weight=2),
        Column("Văn bản", weight=3),
        Column("Ghi chú", weight=2),
    )
    return Table(title, columns, tuple(map(_row, days)))


def day_json(day: YearDay) -> dict[str, Any]:
    """Return a day for the JSON output; ``doubt``: why its paper is not certain."""
    return {
        "on": day.on.isoformat(),
        "works": day.is_worked,
        "name": day.day.name,
        "paper": day.day.paper,
        "doubt": day.day.doubt or None,
    }


def _row(day: YearDay) -> tuple[str, ...]:
    works = "làm bù" if day.is_worked else "nghỉ"
    name, paper, doubt = day.day
    return show_date(day.on), upper_first(weekday_word(day.on)), works, name, paper, doubt or "–"
