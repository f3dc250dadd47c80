"""By which days the desk counts, kept in the index: who looks at it need not load what reads the profile."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ocop_cli.programme.calendar import WorkingDays
from ocop_cli.store.index.of_files import kept_of_file
from ocop_cli.store.workspace.workspace import PROFILE_FILE

if TYPE_CHECKING:
    from ocop_cli.store.programme.profile import Workspace


class DeskDays(NamedTuple):
    """The working days of the commune, and how many days before its end a work stands under those that are soon due."""

    working: WorkingDays
    warn_days: int


def desk_days(root: Path, open_workspace: "Callable[[], Workspace]", *, may_write: bool) -> DeskDays:
    """Return the days of a commune; kept if the disk may be written. Raises ``OcopError`` when its profile has errors."""
    return _unpacked(
        kept_of_file("desk", root, PROFILE_FILE, lambda: _packed(open_workspace()), may_write=may_write)
    )


def _packed(workspace: "Workspace") -> str:
    off, worked, years = workspace.calendar.working
    days = [sorted(on.isoformat() for on in each) for each in (off, worked)]
    return json.dumps([*days, sorted(years), workspace.profile.settings.warn_days])


def _unpacked(text: str) -> DeskDays:
    off, worked, years, warn_days = json.loads(text)
    return DeskDays(WorkingDays(_days(off), _days(worked), frozenset(years)), warn_days)


def _days(texts: list[str]) -> frozenset[date]:
    return frozenset(map(date.fromisoformat, texts))
