"""Take back the last command. An undo is a command like any other, so a second one brings the work back."""

from pathlib import Path

from ocop_cli.store.changes import Change
from ocop_cli.store.journal import last_entry


def plan_undo(root: Path) -> tuple[str, list[Change]]:
    """Return the label of the last command and the changes that take it back, last file first.

    Raises ``OcopError`` when there is nothing to undo.
    """
    label, versions = last_entry(root)
    return label, [Change(path, after, before) for path, before, after in reversed(versions)]
