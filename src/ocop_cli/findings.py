"""What is wrong, where, why it matters and what to do: bad data as a value."""

import json
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

FieldPath = tuple[str | int, ...]
"""The way from the top of a file to a value: ``("materials", 0, "share")``."""


def value_at(data: Any, field: FieldPath) -> Any:
    """Return what stands at a place of plain data; ``None`` where nothing does."""
    for part in field:
        if isinstance(data, list) and isinstance(part, int):
            data = data[part] if part < len(data) else None
        else:
            data = data.get(part) if isinstance(data, Mapping) else None
    return data


class Severity(StrEnum):
    """The four kinds of finding, worst first, in the order in which they are always shown."""

    ERROR = "error"
    OVERDUE = "overdue"  # a promise whose day has passed
    WARNING = "warning"
    HINT = "hint"


class OutputFormat(StrEnum):
    """How findings, or the violations of a Word file, are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    JUNIT = "junit"
    HTML = "html"


FORMATS: dict[str, str] = {
    OutputFormat.TEXT: "chữ",
    OutputFormat.JSON: "JSON cho phần mềm",
    OutputFormat.GITHUB: "dòng cho GitHub",
    OutputFormat.JUNIT: "JUnit cho phần mềm",
    OutputFormat.HTML: "trang HTML, có hình trang in khi thêm --see",
}
"""How findings are printed, in words."""


class Place(NamedTuple):
    """Where a finding stands. ``line`` and ``column`` count from 1; the core leaves them to the store.

    ``on_key``: the name of the field is meant, not its value. ``width`` 0: nothing of the field stands in the file,
    so that no line can be shown.
    """

    file: str
    field: FieldPath = ()
    line: int | None = None
    column: int | None = None
    width: int = 1
    on_key: bool = False

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


class FactsAsked(NamedTuple):
    """The facts of a dossier that somebody has to state, by the paths of the field map: fields, parts or whole tables."""

    dossier: str
    fields: tuple[str, ...]


class Finding(NamedTuple):
    """One error, doubt or hint about the data.

    ``code`` is a concept letter and three digits, never reused. ``why`` says what the fact decides, ``hint``
    what to do, ``cite`` the legal source; ``related`` names the other places of a contradiction. ``asks`` names the facts
    that would lift it: how they are stated is added to the hint where the finding is shown.
    """

    code: str
    severity: Severity
    message: str
    place: Place
    why: str = ""
    hint: str = ""
    cite: str = ""
    related: tuple[Place, ...] = ()
    asks: FactsAsked | None = None


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Sort by severity, then file, line and code: the order in which people read them."""
    order = list(Severity)
    return sorted(
        findings,
        key=lambda f: (order.index(f.severity), f.place.file, f.place.line or 0, f.place.column or 0, f.code),
    )


def has_errors(findings: Iterable[Finding]) -> bool:
    """Say whether any finding is an error."""
    return any(f.severity is Severity.ERROR for f in findings)


def finding_json(finding: Finding) -> dict[str, Any]:
    """Return a finding as it stands in every JSON output."""
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "field": list(place.field),
        "why": finding.why,
        "hint": finding.hint,
        "cite": finding.cite,
        "related": [str(other) for other in finding.related if other.width],
    }


def findings_json(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Return findings for a JSON output, worst first."""
    return [finding_json(finding) for finding in worst_first(findings)]


def findings_text(findings: Iterable[Finding]) -> str:
    """Return findings as text that ``findings_of_text`` makes the same findings of."""
    return json.dumps(list(findings), ensure_ascii=False)


def findings_of_text(text: str) -> list[Finding]:
    """Return the findings that ``findings_text`` was given."""
    return [_finding_of(*data) for data in json.loads(text)]


def _finding_of(
    code: str,
    severity: str,
    message: str,
    place: Any,
    why: str,
    hint: str,
    cite: str,
    related: Any,
    asks: Any,
) -> Finding:
    places = tuple(place_of_data(other) for other in related)
    facts = FactsAsked(asks[0], tuple(asks[1])) if asks else None
    return Finding(code, Severity(severity), message, place_of_data(place), why, hint, cite, places, facts)


def place_of_data(data: Sequence[Any]) -> Place:
    """Return the place that was written as a JSON list."""
    file, field, *rest = data
    return Place(file, tuple(field), *rest)
