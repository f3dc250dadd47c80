"""What lint takes from the workspace, where there is one: Word files can be judged outside one too."""

from pathlib import Path

from ocop_cli.errors import OcopError
from ocop_cli.lint.violations import Known
from ocop_cli.session import Session


def workspace_root(session: Session) -> Path | None:
    """Return the top of the workspace, or nothing outside one."""
    try:
        return session.root
    except OcopError:
        return None


def known_of(session: Session) -> Known:
    """Return what the profile says, where the command runs in a workspace."""
    try:
        profile = session.workspace.profile
    except OcopError:
        return Known()
    return Known(profile.commune.place, profile.office.agency_code)
