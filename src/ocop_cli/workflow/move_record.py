"""The line that a move adds to a dossier's history."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ocop_cli.workflow.cycle import Allowed


def move_record(
    move: Allowed,
    on: date,
    *,
    stage: str | None = None,
    recorded_on: date | None = None,
    by: str | None = None,
    note: str | None = None,
    reasons: Sequence[str] = (),
    document: str | None = None,
    facts: str | None = None,
    late: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return a move from ``stage`` as it is written: empty boxes are left out, a second day only where it differs."""
    return {
        "stage": move.to,
        "from": stage,
        "on": on,
        "recorded_on": recorded_on if recorded_on != on else None,
        "kind": move.kind.value,
        "by": by,
        "note": note,
        "reasons": list(reasons) or None,
        "facts": facts,
        "document": document,
        "late": late,
    }
