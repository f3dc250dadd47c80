"""A limit: what must be done, by when, and how the day was counted."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from ocop_cli.workflow.deadline import Deadline


class Limit(NamedTuple):
    """One limit. ``start`` and ``counted`` (“15 ngày làm việc”) are there where days were counted from a day."""

    name: str
    end: Deadline
    cite: str = ""
    start: date | None = None
    counted: str = ""


def earliest(limits: Sequence[Limit]) -> date | None:
    """Return the first day on which one of the limits ends, of those whose end is known."""
    return min((limit.end.on for limit in limits if limit.end.on), default=None)


def year_without_calendar(limits: Sequence[Limit]) -> int | None:
    """Return the first year without a calendar that a limit reaches."""
    return min((limit.end.no_calendar for limit in limits if limit.end.no_calendar), default=None)


def limit_json(limit: Limit) -> dict[str, Any]:
    """Return a limit for the JSON output; ``no_calendar``: the year whose days off are not known, so no day is given."""
    return {
        "name": limit.name,
        "from": limit.start.isoformat() if limit.start else None,
        "counted": limit.counted or None,
        "due": limit.end.on.isoformat() if limit.end.on else None,
        "no_calendar": limit.end.no_calendar,
        "not_counted": [
            {"on": day.on.isoformat(), "why": day.why, "paper": day.paper or None}
            for day in limit.end.not_counted
        ],
        "cite": limit.cite,
    }
