"""Findings as the annotations that a code host shows beside the line."""

from ocop_cli.findings import Finding, Severity

_LEVELS = {Severity.ERROR: "error", Severity.HINT: "notice"}
_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}


def github_line(finding: Finding) -> str:
    """Return one workflow command for a finding: level, file, line, column, code and message."""
    place = finding.place
    level = _LEVELS.get(finding.severity, "warning")
    where = f"file={place.file},line={place.line or 1},col={place.column or 1},title={finding.code}"
    text = finding.message
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return f"::{level} {where}::{text}"
