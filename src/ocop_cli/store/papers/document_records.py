"""The records beside documents, and the numbers of a year."""

from collections.abc import Collection, Iterable
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.document_record import DocumentRecord, NumberBook
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.reading.gaps import Gap, GapTaker, Gathered
from ocop_cli.store.reading.records import gather_records, load_record, usable
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_files import data_files
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


def gather_documents(sources: Sources) -> Gathered[DocumentFile]:
    """Return every document with a record."""
    return _gathered(sources, record_names(sources.root))


def list_documents(sources: Sources, take: GapTaker, year: int | None = None) -> list[DocumentFile]:
    """Return the documents of a year, or all, by the day they were made; ``take`` is given the gaps that may be among them."""

    def take_of_year(gap: Gap) -> None:
        if year is None or _may_be_of(gap.name, year):
            take(gap)

    found = gather_documents(sources).rest(take_of_year)
    return sorted(
        (paper for paper in found if year is None or paper.record.year == year),
        key=lambda paper: (paper.record.made.on, paper.document),
    )


def documents_of(
    sources: Sources, dossier_id: str, among: Iterable[str] | None = None
) -> list[tuple[str, DocumentRecord]]:
    """Return the records of the documents that were made of a dossier, each with its file.

    ``among`` are the names of all records, for those who ask of many dossiers: the folders are not gone through for each.
    """
    everyone = record_names(sources.root) if among is None else among
    names = [name for name in everyone if _may_be_about(name, dossier_id)]
    read = _gathered(sources, names).rest(sources.leave_out)
    return [(file.source.name, file.record) for file in read if file.record.made.dossier == dossier_id]


def _may_be_about(record: str, dossier_id: str) -> bool:
    """Say whether a record is named after a dossier, or stands for a folder that cannot be had."""
    *_, folder, name = record.split("/")
    return name.startswith(f"{dossier_id}-") or name == f"{folder}.yaml"


def signed_scans(sources: Sources) -> set[str]:
    """Return the paths of the signed scans that records name."""
    read = gather_documents(sources).rest(sources.leave_out)
    return {file.record.signed.file for file in read if file.record.signed}


def documents_of_scans(sources: Sources, scans: Collection[str]) -> dict[str, list[str]]:
    """Return the documents whose records name a file as their signed scan, by that file; each record is looked at once."""
    found: dict[str, list[str]] = {scan: [] for scan in scans}
    words = [scan.encode() for scan in scans]
    records = record_names(sources.root) if words else []
    named = [name for name in records if _holds(sources.root / name, words)]
    for file in _gathered(sources, named).rest(sources.leave_out):
        if file.record.signed and file.record.signed.file in found:
            found[file.record.signed.file].append(file.document)
    return found


def _holds(record: Path, words: Iterable[bytes]) -> bool:
    try:
        content = record.read_bytes()
    except OSError:  # told by who reads the record
        return False
    return any(word in content for word in words)


def _gathered(sources: Sources, names: Iterable[str]) -> Gathered[DocumentFile]:
    return gather_records(sources, names, DocumentRecord).each(
        lambda file: DocumentFile(file.record, file.source, document_of(file.source.name))
    )


def _may_be_of(record: str, year: int) -> bool:
    """Say whether a record may stand in the register of a year: it was drafted in the year of its folder, issued then or next."""
    folder = PurePosixPath(record).parent.name
    return not folder.isdecimal() or int(folder) in (year - 1, year)


def load_document(sources: Sources, document: str) -> DocumentFile:
    """Read the record of a document. Raises ``OcopError`` when it has none, or one with errors."""
    name = record_name(document)
    if not sources.may_have(name):
        raise OcopError(
            f"{document} không có hồ sơ văn bản bên cạnh.",
            "Chỉ văn bản do chương trình lập mới có; xem `ocop docs list`.",
            exit_code=MISUSE,
        )
    loaded = load_record(sources, name, DocumentRecord)
    record = usable(loaded, name)
    return DocumentFile(record, loaded.source, document_of(name))


def load_numbers(sources: Sources, take: GapTaker, year: int) -> NumberBook:
    """Read the numbers of a year that no document here carries; none where there is no book of the year."""
    there = [name for name in (book_name(year),) if sources.may_have(name)]
    read = gather_records(sources, there, NumberBook).rest(take)
    return next((file.record for file in read), NumberBook.model_validate({}))


def book_name(year: int) -> str:
    """Return the file of a year's numbers."""
    return f"{NUMBER_FOLDER}/{year}.yaml"


def number_change(sources: Sources, year: int, entry: dict[str, Any]) -> Change:
    """Return the change that adds a number to the book of a year."""
    if not sources.may_have(book_name(year)):
        return plan_write(
            sources.root, book_name(year), dump({"schema": "ocop/numbers@1", "others": [entry]}).encode()
        )
    return change_of(load_record(sources, book_name(year), NumberBook).source, [Append(("others",), entry)])


def record_names(root: Path) -> list[str]:
    """Return the file of every record beside a document."""
    return [path.relative_to(root).as_posix() for path in data_files(root / "documents", "**/*.yaml")]
