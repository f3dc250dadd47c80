"""Which document is meant: by its file, its number in the register, its place in ``ocop docs list``, or words."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.reports.document_register import in_order, plain_symbol
from ocop_cli.store.dossier.dossiers import gather_dossiers
from ocop_cli.store.papers.forms import form_ids, load_form
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.papers.issue import entries_of
from ocop_cli.viet.text import fold

_SHOWN = 12


class ListedDocument(NamedTuple):
    """A document with its place in ``ocop docs list`` of its year, and the words it is known by."""

    place: int
    document: str
    record: DocumentRecord
    known_by: str

    @property
    def words(self) -> str:
        """Number or symbol, title and file in one phrase."""
        record = self.record
        number = f"{record.issue.number:02d}" if record.issue else "…"
        signed = f"{number}/{record.symbol}, " if record.symbol else ""
        return f"{signed}{record.title} ({self.document})"


def find_documents(
    sources: Sources, typed: str, year: int, past_day: date | None = None
) -> list[ListedDocument]:
    """Return the documents that a text may mean; numbers count in a year.

    A number is that of the register (``45/BC-UBND``) or the place in ``ocop docs list`` (``3``). Words are parts of product,
    dossier, kind and title, in any order: ``sam-day tờ trình``; every one must fit.
    """
    listed = list_documents(sources, year, past_day)
    if typed.isdecimal():
        return [each for each in listed if each.place == int(typed)]
    if issued := re.fullmatch(r"0*([0-9]+)\s*/\s*(\S.*)", typed):
        number, symbol = int(issued[1]), plain_symbol(issued[2])
        return [
            each
            for each in listed
            if each.record.issue
            and (each.record.issue.number, plain_symbol(each.record.symbol or "")) == (number, symbol)
        ]
    wanted = _words(typed)
    return [each for each in listed if wanted and all(f" {word}" in each.known_by for word in wanted)]


def list_documents(sources: Sources, year: int, past_day: date | None = None) -> list[ListedDocument]:
    """Return the documents of a year, as of a ``past_day``, in the order of ``ocop docs list``."""
    named: dict[str, list[str]] = {}
    for file in gather_dossiers(sources).rest(sources.leave_out):
        known = f"{file.id} {file.dossier.product.name}"
        papers = [e.report for e in file.dossier.evaluations] + [s.letter for s in file.dossier.submissions]
        for paper in papers:
            named.setdefault(paper.file if paper and paper.file else "", []).append(known)
        named.setdefault(file.id, []).append(known)
    found = []
    for place, entry in enumerate(in_order(entries_of(sources, sources.leave_out, year, past_day)), 1):
        record = entry.record
        form = load_form(record.form).name if record.form in form_ids() else ""
        about = [*named.get(entry.document, ()), *named.get(record.made.dossier or "", ())]
        said = " ".join([Path(entry.document).stem, record.title, form, record.symbol or "", *about])
        found.append(ListedDocument(place, entry.document, record, f" {' '.join(_words(said))}"))
    return found


def not_one(typed: str, found: Sequence[ListedDocument]) -> OcopError:
    """Say that a text means no document, or name those it may mean by their places."""
    if not found:
        return OcopError(f"Không thấy văn bản “{typed}”.", "Xem `ocop docs list`.", exit_code=MISUSE)
    listed = "; ".join(f"{each.place}: {each.words}" for each in found[:_SHOWN])
    more = f"; và {len(found) - _SHOWN} văn bản khác" if len(found) > _SHOWN else ""
    return OcopError(
        f"“{typed}” có thể là {len(found)} văn bản.", f"Ghi số thứ tự: {listed}{more}.", exit_code=MISUSE
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", fold(text))
