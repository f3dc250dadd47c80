"""One way to have a calendar of working days: the program's own, and what a test lays over it."""

from typing import Any

from ocop_cli.programme.calendar import Calendar
from ocop_cli.store.built_in.packaged import load_calendar
from support.profiles import make_profile


def make_calendar(**parts: Any) -> Calendar:
    """Return the program's calendar; parts are those of ``ocop.yaml``: ``calendar={"make_up_days": […]}``."""
    return load_calendar(make_profile(**parts).own_days)
