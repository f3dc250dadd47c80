"""What a check looks at, and how it tells what it found."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from ocop_cli.dossier.model import Dossier
from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.rules.decision import Ruleset


@dataclass(frozen=True, slots=True)
class Case:
    """One dossier with its law, today, and the other dossiers of the workspace by file name.

    ``files`` maps the path of each named file to its SHA-256, or to ``None`` when it is not there;
    ``stages`` are those of the cycle.
    """

    name: str
    dossier: Dossier
    ruleset: Ruleset | None
    today: date
    others: Mapping[str, Dossier] = field(default_factory=dict)
    files: Mapping[str, str | None] = field(default_factory=dict)
    stages: Collection[str] = ()

    def place(self, *path: str | int) -> Place:
        """Return a place in this dossier's file."""
        return Place(self.name, path)

    def find(
        self,
        code: str,
        path: FieldPath,
        message: str,
        hint: str,
        *,
        severity: Severity = Severity.ERROR,
        why: str = "",
        cite: str = "",
        related: tuple[Place, ...] = (),
    ) -> Finding:
        """Return a finding at a field of this dossier."""
        return Finding(
            code, severity, message, self.place(*path), why=why, hint=hint, cite=cite, related=related
        )
