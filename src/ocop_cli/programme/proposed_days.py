"""The days off of a year that has no notice yet, as the law and the moon give them: a proposal for a person to confirm."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from ocop_cli.programme.calendar import CalendarDay

_SATURDAY = 5
_DOUBT = "đề xuất, chờ thông báo của năm"


def propose_days(data: Mapping[str, Any], year: int) -> dict[date, CalendarDay]:
    """Return the likely days off of a year by the part ``proposal`` of ``calendar.yaml``.

    A day off that falls on a weekend is made good on the next day that is free. Tết and Giỗ Tổ are left out of a year
    that the table of lunar days does not reach.
    """
    wanted = sorted([*_fixed(data, year), *_lunar(data, year)])
    days = {on: _day(data, name, paper) for on, name, paper in wanted if on.weekday() < _SATURDAY}
    for on, name, _ in wanted:
        if on.weekday() >= _SATURDAY:
            days[_next_free(on, days)] = _day(data, f"Nghỉ bù {name}", "compensation")
    return dict(sorted(days.items()))


def _fixed(data: Mapping[str, Any], year: int) -> Iterator[tuple[date, str, str]]:
    for row in data["proposal"]["fixed"]:
        on = date(year, row["month"], row["day"])
        yield on, row["name"], row["paper"]
        beside = (on + timedelta(days=step) for step in row.get("also", ()))
        yield from ((day, row["name"], row["paper"]) for day in _first_weekday(beside))


def _lunar(data: Mapping[str, Any], year: int) -> Iterator[tuple[date, str, str]]:
    proposal = data["proposal"]
    for row in proposal["lunar"]:
        for first in map(date.fromisoformat, proposal[row["of"]]):
            if first.year == year:
                yield from ((first + timedelta(days=n), row["name"], row["paper"]) for n in row["days"])


def _first_weekday(days: Iterator[date]) -> list[date]:
    return [on for on in days if on.weekday() < _SATURDAY][:1]


def _next_free(on: date, taken: Mapping[date, CalendarDay]) -> date:
    while on.weekday() >= _SATURDAY or on in taken:
        on += timedelta(days=1)
    return on


def _day(data: Mapping[str, Any], name: str, paper: str) -> CalendarDay:
    return CalendarDay(name, data["papers"][paper]["cite"], _DOUBT)
