"""Read the profile of a workspace."""

from pathlib import Path
from typing import NamedTuple

from ocop_cli.findings import Finding, has_errors
from ocop_cli.programme.calendar import Calendar
from ocop_cli.programme.profile import Profile
from ocop_cli.store.built_in.packaged import load_calendar
from ocop_cli.store.reading.records import Loaded, cannot_use, load_record
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.workspace import PROFILE_FILE


class Workspace(NamedTuple):
    """An open workspace: its folder and its profile."""

    root: Path
    profile: Profile
    findings: tuple[Finding, ...]

    @property
    def calendar(self) -> Calendar:
        """The working days of the commune."""
        return load_calendar(self.profile.own_days)


def load_profile(sources: Sources) -> Loaded[Profile]:
    """Read ``ocop.yaml`` with every error as a finding."""
    return load_record(sources, PROFILE_FILE, Profile)


def load_workspace(sources: Sources) -> Workspace:
    """Read the workspace. Raises ``OcopError`` carrying every error of a profile that cannot be used."""
    loaded = load_profile(sources)
    if loaded.record is None or has_errors(loaded.findings):
        raise cannot_use(loaded, PROFILE_FILE, "nên chưa thể làm việc", code="P002")
    return Workspace(sources.root, loaded.record, loaded.findings)
