"""What lint takes from the workspace, where there is one: Word files can be judged outside one too."""

from pathlib import Path

from ocop_cli.errors import OcopError
from ocop_cli.lint.violations import Known
from ocop_cli.session import Session
from ocop_cli.usecases.lint import find_file


def workspace_root(session: Session) -> Path | None:
    """Return the top of the workspace, or nothing outside one."""
    try:
        return session.root
    except OcopError:
        return None


def known_of(session: Session) -> Known:
    """Return what the profile says, where the command runs in a workspace."""
    if workspace_root(session) is None:
        return Known()  # before the profile's classes are loaded
    try:
        profile = session.workspace.profile
    except OcopError:
        return Known()
    return Known(profile.commune.place, profile.office.agency_code)


def named_file(session: Session, typed: Path, root: Path | None) -> Path:
    """Return a Word file, from where the person stands or from the top of the workspace; else the document that is meant.

    Raises ``OcopError`` (misuse) when there is none.
    """
    try:
        return find_file(typed, root)
    except OcopError:
        if root is None or typed.suffix:
            raise
    from ocop_cli.session.document import named_document  # heavy: a search among all records

    return root / named_document(session, typed)
