"""``ocop undo``: take back the last command."""

from ocop_cli.session import Session
from ocop_cli.store.files.undo import plan_undo


def undo(session: Session) -> int:
    """Restore every file of the last command."""
    label, changes = plan_undo(session.root)
    session.say(f"Hoàn tác: {label}")
    session.write(changes, f"hoàn tác: {label}")
    return 0
