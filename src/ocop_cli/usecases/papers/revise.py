"""An issued document that a later paper replaces, corrects or recalls."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ocop_cli.documents.provenance import source_hashes
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.document_record import DocumentRecord, RevisionKind
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.dossier.dossiers import read_dossier
from ocop_cli.store.files.changes import Change
from ocop_cli.store.papers.document_records import DocumentFile
from ocop_cli.store.papers.forms import load_form
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Append, change_of
from ocop_cli.usecases.papers.find_document import find_documents
from ocop_cli.usecases.papers.issue import refuse_lapsed
from ocop_cli.usecases.papers.remake_many import Over, remade_over
from ocop_cli.usecases.verify.verify import sources_changed
from ocop_cli.viet.dates import show_date

Revising = tuple[str, date | None]
"""Number and day of a later paper; the day is ``None`` where no document here bears the number."""


class RevisionAsked(NamedTuple):
    """What a later paper does with a document: its number as it is printed, its day, and why."""

    kind: RevisionKind
    by: str
    on: date
    reason: str


def number_of(record: DocumentRecord) -> str:
    """Return the number of a document as it is printed: ``41/BC-UBND``; empty for a draft."""
    return f"{record.issue.number:02d}/{record.symbol}" if record.issue else ""


def revising(sources: Sources, file: DocumentFile, typed: str, kind: RevisionKind, year: int) -> Revising:
    """Return number and day of the later paper: those of the document here that bears the number, else the number as typed.

    A number without its symbol is that of a paper of the same kind where it replaces. Raises ``OcopError`` (misuse) for
    one where it corrects or recalls.
    """
    if typed.strip().isdecimal():
        if kind is not RevisionKind.REPLACED:
            hint = "Ghi cả số và ký hiệu, ví dụ 50/UBND-KT."
            raise OcopError(f"“{typed}” thiếu ký hiệu văn bản.", hint, exit_code=MISUSE)
        typed = f"{int(typed):02d}/{file.record.symbol}"
    found = find_documents(sources, typed, year) if "/" in typed else []
    record = found[0].record if len(found) == 1 else None
    return (number_of(record), record.issue.on) if record and record.issue else (typed, None)


def plan_revision(file: DocumentFile, asked: RevisionAsked, today: date, facts: Mapping[str, str]) -> Change:
    """Return the change that records it; a correction keeps the ``facts`` that it brought into line.

    Raises ``OcopError`` for a draft, a document that was replaced or recalled before, one that revises itself, and a day
    before the document's own or in the future.
    """
    refuse_lapsed(file)
    issue = file.record.issue
    if issue is None:
        hint = "Dự thảo thì lập lại, hoặc sửa trong Word."
        raise OcopError(f"{file.document} chưa có số nên chưa ban hành.", hint, exit_code=1)
    if asked.by == number_of(file.record) and asked.on.year == issue.on.year:
        hint = "Ghi số của văn bản ban hành sau: --number SỐ."
        raise OcopError(f"{asked.by} là số của chính văn bản này.", hint, exit_code=MISUSE)
    if not issue.on <= asked.on <= today:
        told = f"trước ngày văn bản ({show_date(issue.on)})" if asked.on < issue.on else "chưa tới"
        hint = "Ghi đúng ngày của văn bản ban hành sau: --on NGÀY."
        raise OcopError(f"Ngày {show_date(asked.on)} {told}.", hint, exit_code=1)
    known = {"facts": dict(facts)} if facts and asked.kind is RevisionKind.CORRECTED else {}
    return change_of(file.source, [Append(("revisions",), {**asked._asdict(), **known})])


def facts_differing(
    sources: Sources, file: DocumentFile, rulebook: Rulebook, profile: Profile
) -> dict[str, str]:
    """Return the hashes that the facts behind a document have now, where they differ from those it was made from."""
    record = file.record.corrected()
    if record.made.records:
        remade = remade_over(Over(sources, record, rulebook, profile))
        known = dict(remade[1].records) if remade else {}
        return {name: now for name, now in known.items() if record.made.records.get(name) != now}
    dossier_id, changed = record.made.dossier, sources_changed(sources, record)
    dossier = read_dossier(sources, dossier_id).record if dossier_id and changed else None
    now = source_hashes(dossier, load_form(record.form)) if dossier else {}
    return {name: now[name] for name in changed if name in now}
