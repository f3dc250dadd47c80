"""By which days the desk counts, kept in the index: who looks at it need not load what reads the profile."""

import json
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ocop_cli.programme.calendar import WorkingDays
from ocop_cli.store.index.index import Index
from ocop_cli.store.workspace.workspace import PROFILE_FILE

if TYPE_CHECKING:
    from ocop_cli.store.programme.profile import Workspace


class DeskDays(NamedTuple):
    """The working days of the commune, and how many days before its end a work stands under those that are soon due."""

    working: WorkingDays
    warn_days: int


def desk_days(index: Index, open_workspace: "Callable[[], Workspace]") -> DeskDays:
    """Return the days of a commune. Raises ``OcopError`` when its profile has errors."""
    return _unpacked(index.of_file("desk", PROFILE_FILE, lambda: _packed(open_workspace())))


def _packed(workspace: "Workspace") -> str:
    off, worked, years = workspace.calendar.working
    days = [sorted(on.isoformat() for on in each) for each in (off, worked)]
    return json.dumps([*days, sorted(years), workspace.profile.settings.warn_days])


def _unpacked(text: str) -> DeskDays:
    off, worked, years, warn_days = json.loads(text)
    return DeskDays(WorkingDays(_days(off), _days(worked), frozenset(years)), warn_days)


def _days(texts: list[str]) -> frozenset[date]:
    return frozenset(map(date.fromisoformat, texts))
