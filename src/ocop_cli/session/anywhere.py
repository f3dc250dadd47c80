"""Verbs that run anywhere, and take something from a workspace where they run in one."""

from pathlib import Path

from ocop_cli.errors import OcopError
from ocop_cli.session import Session


def workspace_root(session: Session) -> Path | None:
    """Return the top of the workspace, or nothing outside one."""
    try:
        return session.root
    except OcopError:
        return None
