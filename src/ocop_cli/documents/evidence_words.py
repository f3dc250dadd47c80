"""A piece of evidence in words."""

from collections.abc import Mapping

from ocop_cli.dossier.evidence import Evidence
from ocop_cli.viet.dates import show_date


def evidence_words(paper: Evidence) -> str:
    """Return a paper with its number, its day and its issuer, as far as they are recorded."""
    day = f"ngày {show_date(paper.issued_on)}" if paper.issued_on else ""
    number = f"số {paper.number}" if paper.number else ""
    more = ", ".join(part for part in (number, day, paper.issuer or "") if part)
    return f"{paper.title} ({more})" if more else paper.title


def printed_pages(paper: Evidence, counted: Mapping[str, int | None]) -> int | None:
    """Return how many pages a document says that a paper has: of a PDF those that its file has, else those stated."""
    in_file = counted.get(paper.file) if paper.file else None
    is_pdf = paper.file is not None and paper.file.lower().endswith(".pdf")
    return in_file if in_file and (is_pdf or paper.pages is None) else paper.pages
