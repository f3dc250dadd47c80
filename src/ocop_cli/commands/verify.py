"""``ocop verify`` and ``ocop why``: from a paper back to what it was made from."""

from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.documents.provenance import changed_sources, places_touched, places_with, short_hash
from ocop_cli.programme.paper_record import PaperRecord
from ocop_cli.session import Session
from ocop_cli.store.dossiers import load_dossier
from ocop_cli.store.forms import load_form, template_path
from ocop_cli.store.issuing import file_hash, workspace_path
from ocop_cli.store.paper_records import load_paper

Document = Annotated[Path, typer.Argument(help="Tệp .docx do chương trình lập.", metavar="TỆP")]


def verify(session: Session, file: Document) -> int:
    """Tell which of dossier, template and document has changed since a paper was made."""
    paper = load_paper(session.root, workspace_path(session.root, file))
    record = paper.record
    edited = file_hash(session.root, paper.document) != record.made.document
    template = short_hash(template_path(session.root, record.form).read_bytes()) != record.made.template
    changed = _changed(session, record)
    touched = places_touched(record, changed)
    if session.options.json:
        payload = {"file": paper.document, "document_changed": edited, "template_changed": template}
        session.json("ocop/verify@1", {**payload, "sources_changed": changed, "places_touched": touched})
    session.say(
        "\n".join(_verdict(record, edited=edited, template=template, changed=changed, touched=touched))
    )
    return 1 if edited or template or changed else 0


def why(
    session: Session, file: Document, words: Annotated[str, typer.Argument(help="Chữ in trên văn bản.")]
) -> int:
    """Tell where words of a paper came from."""
    paper = load_paper(session.root, workspace_path(session.root, file))
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
        session.console.result(f"  Lấy từ: {_told_sources(paper.record, place.sources, changed)}")
        if place.cite:
            session.console.result(f"  Căn cứ: {place.cite}")
    if not found:
        session.say(
            f"Không có “{words}” trong các chỗ chương trình đã điền; có thể là chữ của biểu mẫu, hoặc gõ tay."
        )
    return 0 if found else 1


def _changed(session: Session, record: PaperRecord) -> list[str]:
    if record.made.dossier is None:
        return []
    dossier = load_dossier(session.root, record.made.dossier).dossier
    return changed_sources(record, dossier, load_form(record.form))


def _verdict(
    record: PaperRecord, *, edited: bool, template: bool, changed: list[str], touched: list[str]
) -> list[str]:
    told = [
        "Văn bản: đã sửa tay sau khi lập." if edited else "Văn bản: đúng như khi lập.",
        "Biểu mẫu: đã đổi từ khi lập." if template else "Biểu mẫu: chưa đổi.",
    ]
    if record.made.dossier is None:
        return [*told, "Hồ sơ: văn bản này không lập từ một hồ sơ."]
    if not changed:
        return [*told, f"Hồ sơ {record.made.dossier}: các mục đã dùng chưa đổi."]
    parts = ", ".join(touched) or "không chỗ nào"
    return [*told, f"Hồ sơ {record.made.dossier}: đã đổi {', '.join(changed)}; chỗ cần xem lại: {parts}."]


def _told_sources(record: PaperRecord, sources: tuple[str, ...], changed: list[str]) -> str:
    if not sources:
        return "cấu hình của xã (ocop.yaml), ngày lập hoặc chữ cố định"
    file = f"dossiers/{record.made.dossier}.yaml"
    return "; ".join(
        f"{file}, mục {path}{' (đã đổi từ khi lập)' if path in changed else ''}" for path in sources
    )
