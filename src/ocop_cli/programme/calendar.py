"""The calendar of working days: the days off and make-up days of the program's data, with the commune's own on top."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

_OWN_PAPER = "Mục calendar của ocop.yaml"


class LimitOnDayOff(StrEnum):
    """What becomes of a limit in calendar days whose last day is a day off."""

    STAYS = "giu_nguyen"
    NEXT_WORKING_DAY = "ngay_lam_viec_tiep_theo"  # Bộ luật Dân sự 2015, Điều 148 khoản 5


class CalendarDay(NamedTuple):
    """A day that is not as its weekday says: why, the paper that set it, and what makes that paper doubtful, if anything."""

    name: str
    paper: str
    doubt: str = ""


class WorkingDays(NamedTuple):
    """Days ``off`` and days ``worked`` that are not as their weekday says, and the ``years`` of which all are known."""

    off: frozenset[date]
    worked: frozenset[date]
    years: frozenset[int]


class Calendar(NamedTuple):
    """Days ``off`` and days ``worked``, and the ``years`` of which all are known."""

    off: Mapping[date, CalendarDay]
    worked: Mapping[date, CalendarDay]
    years: frozenset[int]
    limit_on_day_off: LimitOnDayOff

    @property
    def working(self) -> WorkingDays:
        """What it takes to count working days."""
        return WorkingDays(frozenset(self.off), frozenset(self.worked), self.years)


NO_CALENDAR = Calendar({}, {}, frozenset(), LimitOnDayOff.STAYS)
"""Nothing is known of any year."""


class OwnDays(NamedTuple):
    """What the commune lays over the program's days; ``notices`` are years with the paper that set their days."""

    holidays: Mapping[date, str]
    make_up_days: frozenset[date]
    notices: Mapping[int, str]
    limit_on_day_off: LimitOnDayOff


def build_calendar(data: Mapping[str, Any], own: OwnDays) -> Calendar:
    """Build the calendar from the data file ``calendar.yaml`` (days as ISO text) and the commune's own days.

    A day that the commune names is as the commune says, whatever the data have.
    """
    off = {on: day for on, day in _days(data, "closed") if on not in own.make_up_days}
    worked = {on: day for on, day in _days(data, "worked") if on not in own.holidays}
    return Calendar(
        {
            **{
                on: CalendarDay(name, _paper(own, on))
                for on, name in own.holidays.items()
                if on not in own.make_up_days
            },
            **off,
        },
        {**{on: CalendarDay("Ngày làm bù", _paper(own, on)) for on in own.make_up_days}, **worked},
        frozenset(data["years"]) | own.notices.keys(),
        own.limit_on_day_off,
    )


def _paper(own: OwnDays, on: date) -> str:
    return own.notices.get(on.year, _OWN_PAPER)


def _days(data: Mapping[str, Any], kind: str) -> Iterator[tuple[date, CalendarDay]]:
    for row in data["days"]:
        name = row["name"] if kind == "closed" else f"Làm bù: {row['name']}"
        day = CalendarDay(name, *_cited(data, row["paper"]))
        yield from ((date.fromisoformat(on), day) for on in row.get(kind, ()))


def _cited(data: Mapping[str, Any], paper: str) -> tuple[str, str]:
    known = data["papers"][paper]
    return known["cite"], known["doubt"]
