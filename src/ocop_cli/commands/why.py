"""``ocop why``: from words on a paper back to what they were made from."""

from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.documents.provenance import places_with
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.session import Session
from ocop_cli.session.typed.document import NAMING, named_document
from ocop_cli.store.papers.document_records import load_document
from ocop_cli.usecases.papers.why import DossiersBehind, NamedDossier, behind_words, place_words, places_json
from ocop_cli.usecases.verify.source_words import source_words
from ocop_cli.usecases.verify.verify import sources_changed

Document = Annotated[Path, typer.Argument(help=NAMING, metavar="VĂN_BẢN")]


def why(
    session: Session, file: Document, words: Annotated[str, typer.Argument(help="Chữ in trên văn bản.")]
) -> int:
    """Tell where words of a paper came from."""
    paper = load_document(session.sources, named_document(session, file))
    found = places_with(paper.record, words)
    behind = DossiersBehind(session.sources, paper.record)
    if session.options.json:
        session.json("ocop/why@1", places_json(paper, found, behind))
        return 0 if found else 1
    changed = sources_changed(session.sources, paper.record)
    for name, place in found.items():
        session.console.result(place_words(paper.record, name))
        dossiers = behind.of(name)
        session.console.result(f"  {_origin(paper.record, place.sources, changed, dossiers)}")
        if place.cite:
            session.console.result(f"  Căn cứ: {place.cite}")
    if not found:
        session.say(
            f"Không có “{words}” trong các chỗ chương trình đã điền; có thể là chữ của biểu mẫu, hoặc gõ tay."
        )
    return 0 if found else 1


def _origin(
    record: DocumentRecord, sources: tuple[str, ...], changed: list[str], dossiers: list[NamedDossier]
) -> str:
    """Say where a place was taken from, as far as that is known."""
    if sources:
        return f"Lấy từ: {_sources_text(record, sources, changed)}"
    if dossiers:
        return behind_words(dossiers)
    return "Không lấy từ số liệu của hồ sơ: là cấu hình của xã, kế hoạch năm, phần người soạn ghi, ngày lập hoặc chữ cố định"


def _sources_text(record: DocumentRecord, sources: tuple[str, ...], changed: list[str]) -> str:
    file = f"dossiers/{record.made.dossier}.yaml"
    return "; ".join(
        f"{file}, mục {path} ({source_words(path)}){' (đã đổi từ khi lập)' if path in changed else ''}"
        for path in sources
    )
