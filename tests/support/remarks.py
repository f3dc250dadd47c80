"""What the project's own checker says of a document."""

from ocop_cli.lint.report import report_violations
from ocop_cli.store.built_in.packaged import load_standard


def remarks(document: bytes) -> list[str]:
    """Return every violation: the rule, its place and what was found."""
    found = report_violations(document, load_standard()).violations
    return [f"{each.rule} {each.place}: {each.found}" for each in found]
