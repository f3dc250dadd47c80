"""The records beside documents, and the numbers of a year."""

from pathlib import Path
from typing import Any, NamedTuple

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.document_record import DocumentRecord, NumberBook
from ocop_cli.store.data_files import data_files
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.files.paths import inside
from ocop_cli.store.records import load_record, usable
from ocop_cli.store.sources import Sources
from ocop_cli.store.yaml.dump import dump
from ocop_cli.store.yaml.edit import Append, change_of
from ocop_cli.store.yaml.source import Source

NUMBER_FOLDER = "programme/numbers"


class DocumentFile(NamedTuple):
    """A record with the file it stands in and the document it is about."""

    record: DocumentRecord
    source: Source
    document: str


def record_name(document: str) -> str:
    """Return the record's path: beside the document, with its name."""
    return f"{document.removesuffix('.docx')}.yaml"


def document_of(record: str) -> str:
    """Return the path of the document that a record stands beside."""
    return f"{record.removesuffix('.yaml')}.docx"


def list_documents(sources: Sources, year: int | None = None) -> list[DocumentFile]:
    """Return every document with a record, by the day it was made. Raises ``OcopError`` for a record with errors."""
    found = [load_document(sources, document_of(name)) for name in record_names(sources.root)]
    return sorted(
        (paper for paper in found if year is None or paper.record.year == year),
        key=lambda paper: (paper.record.made.on, paper.document),
    )


def documents_of(sources: Sources, dossier_id: str) -> list[tuple[str, DocumentRecord]]:
    """Return the usable records of the documents that were made of a dossier, each with its file."""
    names = (
        path.relative_to(sources.root).as_posix()
        for path in data_files(sources.root, f"documents/*/{dossier_id}-*.yaml")
    )
    read = [(name, load_record(sources, name, DocumentRecord).record) for name in names]
    return [(name, record) for name, record in read if record and record.made.dossier == dossier_id]


def signed_scans(sources: Sources) -> set[str]:
    """Return the paths of the signed scans that usable records name."""
    read = (load_record(sources, name, DocumentRecord).record for name in record_names(sources.root))
    return {record.signed.file for record in read if record and record.signed}


def load_document(sources: Sources, document: str) -> DocumentFile:
    """Read the record of a document. Raises ``OcopError`` when it has none, or one with errors."""
    name = record_name(document)
    if not inside(sources.root, name).is_file():
        raise OcopError(
            f"{document} không có hồ sơ văn bản bên cạnh.",
            "Chỉ văn bản do chương trình lập mới có; xem `ocop docs list`.",
            exit_code=MISUSE,
        )
    loaded = load_record(sources, name, DocumentRecord)
    record = usable(loaded, f"{name} có lỗi.")
    return DocumentFile(record, loaded.source, document_of(name))


def load_numbers(sources: Sources, year: int) -> NumberBook:
    """Read the numbers of a year that no document here carries. Raises ``OcopError`` for a book with errors."""
    if not inside(sources.root, book_name(year)).is_file():
        return NumberBook.model_validate({})
    return usable(load_record(sources, book_name(year), NumberBook), f"{book_name(year)} có lỗi.")


def book_name(year: int) -> str:
    """Return the file of a year's numbers."""
    return f"{NUMBER_FOLDER}/{year}.yaml"


def number_change(sources: Sources, year: int, entry: dict[str, Any]) -> Change:
    """Return the change that adds a number to the book of a year."""
    if not inside(sources.root, book_name(year)).is_file():
        return plan_write(
            sources.root, book_name(year), dump({"schema": "ocop/numbers@1", "others": [entry]}).encode()
        )
    return change_of(load_record(sources, book_name(year), NumberBook).source, [Append(("others",), entry)])


def record_names(root: Path) -> list[str]:
    """Return the file of every record beside a document."""
    found = data_files(root / "documents", "**/*.yaml")
    return [path.relative_to(root).as_posix() for path in found if path.is_file()]
