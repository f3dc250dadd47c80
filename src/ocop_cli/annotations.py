"""Remarks as the annotations that a code host shows beside the line: workflow commands of GitHub."""

from ocop_cli.findings import Finding, Severity

_LEVELS = {Severity.ERROR: "error", Severity.HINT: "notice"}
_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}


def annotation(level: str, where: dict[str, object], text: str) -> str:
    """Return one workflow command: ``level`` is error, warning or notice; ``where`` is file, line, col and title."""
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return f"::{level} {','.join(f'{name}={value}' for name, value in where.items())}::{text}"


def github_line(finding: Finding) -> str:
    """Return the annotation of a finding."""
    place = finding.place
    where = {"file": place.file, "line": place.line or 1, "col": place.column or 1, "title": finding.code}
    return annotation(_LEVELS.get(finding.severity, "warning"), where, finding.message)
