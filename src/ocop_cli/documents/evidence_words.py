"""A piece of evidence in words."""

from ocop_cli.dossier.evidence import Evidence
from ocop_cli.viet.dates import show_date


def evidence_words(paper: Evidence) -> str:
    """Return a paper with its number, its day and its issuer, as far as they are recorded."""
    day = f"ngày {show_date(paper.issued_on)}" if paper.issued_on else ""
    number = f"số {paper.number}" if paper.number else ""
    more = ", ".join(part for part in (number, day, paper.issuer or "") if part)
    return f"{paper.title} ({more})" if more else paper.title
