"""The line that a move adds to a dossier's history."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ocop_cli.workflow.cycle import Allowed


def move_record(
    move: Allowed,
    on: date,
    *,
    by: str | None = None,
    note: str | None = None,
    reasons: Sequence[str] = (),
    document: str | None = None,
) -> dict[str, Any]:
    """Return a move as it is written: empty boxes are left out."""
    return {
        "stage": move.to,
        "on": on,
        "kind": move.kind.value,
        "by": by,
        "note": note,
        "reasons": list(reasons) or None,
        "document": document,
    }
