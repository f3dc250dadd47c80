"""``ocop verify`` and ``ocop why``: from a paper back to what it was made from."""

from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.documents.provenance import (
    changed_sources,
    places_touched,
    places_with,
    short_hash,
    verdict_lines,
)
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.session import Session
from ocop_cli.store.document_records import list_documents, load_document
from ocop_cli.store.dossiers import load_dossier
from ocop_cli.store.forms import load_form, template_path
from ocop_cli.usecases.issue import file_hash, workspace_path

Document = Annotated[Path, typer.Argument(help="Tệp .docx do chương trình lập.", metavar="TỆP")]


def verify(
    session: Session,
    file: Annotated[
        Path | None, typer.Argument(help="Tệp .docx; bỏ trống: mọi văn bản.", metavar="TỆP")
    ] = None,
) -> int:
    """Tell which of dossier, template and document has changed since a paper was made."""
    if file is None:
        return _verify_all(session)
    paper = load_document(session.root, workspace_path(session.root, file))
    record = paper.record
    edited = file_hash(session.root, paper.document) != record.made.document
    template = short_hash(template_path(session.root, record.form).read_bytes()) != record.made.template
    changed = _changed(session, record)
    touched = places_touched(record, changed)
    if session.options.json:
        payload = {"file": paper.document, "document_changed": edited, "template_changed": template}
        session.json("ocop/verify@1", {**payload, "sources_changed": changed, "places_touched": touched})
    session.say(
        "\n".join(verdict_lines(record, edited=edited, template=template, changed=changed, touched=touched))
    )
    return 1 if edited or template or changed else 0


def _verify_all(session: Session) -> int:
    """Name the papers that rest on what has changed since, and the places to look at."""
    touched = {
        p.document: places_touched(p.record, _changed(session, p.record))
        for p in list_documents(session.root)
    }
    stale = {document: places for document, places in touched.items() if places}
    if session.options.json:
        session.json("ocop/verify-all@1", {"papers": len(touched), "touched": stale})
    for document, places in stale.items():
        session.say(f"{document}: số liệu đã đổi, cần xem lại {', '.join(places)}")
    session.say(f"{len(touched)} văn bản, {len(stale)} văn bản có số liệu đã đổi từ khi lập.")
    return 1 if stale else 0


def why(
    session: Session, file: Document, words: Annotated[str, typer.Argument(help="Chữ in trên văn bản.")]
) -> int:
    """Tell where words of a paper came from."""
    paper = load_document(session.root, workspace_path(session.root, file))
    found = places_with(paper.record, words)
    if session.options.json:
        places = {name: place.model_dump(exclude_none=True) for name, place in found.items()}
        session.json(
            "ocop/why@1", {"file": paper.document, "dossier": paper.record.made.dossier, "places": places}
        )
        return 0 if found else 1
    changed = _changed(session, paper.record)
    for name, place in found.items():
        session.console.result(f"{name}: {place.text}")
        session.console.result(f"  Lấy từ: {_sources_text(paper.record, place.sources, changed)}")
        if place.cite:
            session.console.result(f"  Căn cứ: {place.cite}")
    if not found:
        session.say(
            f"Không có “{words}” trong các chỗ chương trình đã điền; có thể là chữ của biểu mẫu, hoặc gõ tay."
        )
    return 0 if found else 1


def _changed(session: Session, record: DocumentRecord) -> list[str]:
    if record.made.dossier is None:
        return []
    dossier = load_dossier(session.root, record.made.dossier).dossier
    return changed_sources(record, dossier, load_form(record.form))


def _sources_text(record: DocumentRecord, sources: tuple[str, ...], changed: list[str]) -> str:
    if not sources:
        return "cấu hình của xã (ocop.yaml), ngày lập hoặc chữ cố định"
    file = f"dossiers/{record.made.dossier}.yaml"
    return "; ".join(
        f"{file}, mục {path}{' (đã đổi từ khi lập)' if path in changed else ''}" for path in sources
    )
