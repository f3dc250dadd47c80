"""``ocop verify`` and ``ocop why``: from a paper back to what it was made from."""

from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.documents.provenance import places_with
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.session import Session
from ocop_cli.store.document_records import load_document
from ocop_cli.usecases.issue import workspace_path
from ocop_cli.usecases.verify import (
    Verification,
    documents_touched,
    places_json,
    sources_changed,
    verification_json,
    verify_document,
)

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
    paper = load_document(session.sources, workspace_path(session.root, file))
    found = verify_document(session.sources, paper)
    if session.options.json:
        session.json("ocop/verify@1", verification_json(found))
    session.say("\n".join(_verification_lines(paper.record, found)))
    return 0 if found.is_unchanged else 1


def _verify_all(session: Session) -> int:
    """Name the papers that rest on what has changed since, and the places to look at."""
    count, stale = documents_touched(session.sources)
    if session.options.json:
        session.json("ocop/verify-all@1", {"papers": count, "touched": stale})
    for document, places in stale.items():
        session.say(f"{document}: số liệu đã đổi, cần xem lại {', '.join(places)}")
    session.say(f"{count} văn bản, {len(stale)} văn bản có số liệu đã đổi từ khi lập.")
    return 1 if stale else 0


def why(
    session: Session, file: Document, words: Annotated[str, typer.Argument(help="Chữ in trên văn bản.")]
) -> int:
    """Tell where words of a paper came from."""
    paper = load_document(session.sources, workspace_path(session.root, file))
    found = places_with(paper.record, words)
    if session.options.json:
        session.json("ocop/why@1", places_json(paper, found))
        return 0 if found else 1
    changed = sources_changed(session.sources, paper.record)
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


def _verification_lines(record: DocumentRecord, found: Verification) -> list[str]:
    """Put a verification in words: the document, its template, its dossier and the places to look at."""
    lines = [
        "Văn bản: đã sửa tay sau khi lập." if found.edited else "Văn bản: đúng như khi lập.",
        "Biểu mẫu: đã đổi từ khi lập." if found.template else "Biểu mẫu: chưa đổi.",
    ]
    lines += [f"Đã ban hành: {loss}." for loss in found.losses]
    if record.made.dossier is None:
        return [*lines, "Hồ sơ: văn bản này không lập từ một hồ sơ."]
    if not found.changed:
        return [*lines, f"Hồ sơ {record.made.dossier}: các mục đã dùng chưa đổi."]
    places = ", ".join(found.touched) or "không chỗ nào"
    parts = ", ".join(found.changed)
    return [*lines, f"Hồ sơ {record.made.dossier}: đã đổi {parts}; chỗ cần xem lại: {places}."]


def _sources_text(record: DocumentRecord, sources: tuple[str, ...], changed: list[str]) -> str:
    if not sources:
        return "cấu hình của xã (ocop.yaml), ngày lập hoặc chữ cố định"
    file = f"dossiers/{record.made.dossier}.yaml"
    return "; ".join(
        f"{file}, mục {path}{' (đã đổi từ khi lập)' if path in changed else ''}" for path in sources
    )
