"""What issuing a document changes: the dossier that rests on it, and what is lost when it is taken back."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from ocop_cli.dossier.model import Dossier
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.findings import FieldPath
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.programme.short_hash import short_hash
from ocop_cli.reports.document_register import RegisterEntry
from ocop_cli.store.dossier.dossiers import gather_dossiers
from ocop_cli.store.dossier.evidence import file_sha256
from ocop_cli.store.files.changes import AnyChange, Change
from ocop_cli.store.files.paths import inside
from ocop_cli.store.papers.document_records import (
    DocumentFile,
    document_of,
    list_documents,
    signed_scans,
)
from ocop_cli.store.papers.drafts import is_issued
from ocop_cli.store.papers.forms import form_ids, load_form
from ocop_cli.store.reading.gaps import GapTaker
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_places import model_of
from ocop_cli.store.yaml.edit import Set, change_of
from ocop_cli.store.yaml.source import parse

_LIFE = {"issue": "số đã cấp", "signed": "bản ký", "sent": "lần gửi", "answers": "văn bản trả lời"}
"""What a document gets when it is issued, by the field of its record."""


def entries_of(
    sources: Sources, take: GapTaker, year: int | None = None, past_day: date | None = None
) -> list[RegisterEntry]:
    """Return the documents of a year as the register sees them, of a ``past_day`` as far as they had come by then."""
    if past_day is None:
        return [register_entry(sources.root, file) for file in list_documents(sources, take, year)]
    then = [(file, file.record.as_of(past_day)) for file in list_documents(sources, take)]
    return [
        register_entry(sources.root, file._replace(record=record))
        for file, record in then
        if record and year in (None, record.year)
    ]


def register_entry(root: Path, file: DocumentFile) -> RegisterEntry:
    """Return a document as the register sees it: with the hashes that its file and its signed scan have now."""
    signed = file.record.signed
    scan = scan_hash(root, signed.file) if signed else None
    form = file.record.current_form
    name = load_form(form).name if form in form_ids() else ""
    return RegisterEntry(file.document, file.record, file_hash(root, file.document), scan, name)


def scan_hash(root: Path, name: str) -> str | None:
    """Return the SHA-256 of a scan: ``None`` when it is not there, empty when it cannot be read."""
    return _hashed(root, name, file_sha256)


def file_hash(root: Path, name: str) -> str | None:
    """Return the short hash of a file of the workspace: ``None`` when it is not there, empty when it cannot be read."""
    return _hashed(root, name, lambda path: short_hash(path.read_bytes()))


def _hashed(root: Path, name: str, hash_of: Callable[[Path], str]) -> str | None:
    try:
        return hash_of(inside(root, name))
    except FileNotFoundError:
        return None
    except OSError:
        return ""


def refuse_issued(sources: Sources, name: str) -> None:
    """Raise ``OcopError`` for a file that no verb may change: an issued document, or the signed scan of one."""
    if name in signed_scans(sources) or (name.endswith(".docx") and is_issued(sources, name)):
        raise OcopError(
            f"{name} đã có số, bản ký hoặc đã gửi nên không sửa nữa.",
            "Bỏ --yes để ghi bản sửa ra tệp bên cạnh; muốn thay thì lập văn bản mới.",
            exit_code=1,
        )


def refuse_lapsed(file: DocumentFile) -> None:
    """Raise ``OcopError`` for a document that another paper replaced or recalled."""
    if file.record.lapsed:
        raise OcopError(
            f"{file.document} không còn hiệu lực: đã {file.record.lapsed.words}.",
            "Dùng văn bản đó, hoặc lập văn bản mới; xem `ocop docs list`.",
            exit_code=1,
        )


def workspace_path(root: Path, file: Path) -> str:
    """Return a file's path in the workspace, from where the person stands or from its top.

    Raises ``OcopError`` for a file outside, or none at all.
    """
    for candidate in (file, root / file):
        path = candidate.resolve()
        if path.exists() and path.is_relative_to(root.resolve()):
            return path.relative_to(root.resolve()).as_posix()
    if file.exists():
        hint = "Chép tệp vào papers/ rồi chỉ tệp ở đó."
        raise OcopError(f"{file} nằm ngoài thư mục làm việc.", hint, exit_code=MISUSE)
    raise OcopError(f"Không thấy {file} trong thư mục làm việc.", "Xem `ocop docs list`.", exit_code=MISUSE)


def dossier_numbers(sources: Sources, paper: DocumentFile, number: str, on: date) -> list[Change]:
    """Return the changes that write a document's number into the dossiers that name it as their own."""
    changes = []
    for file in gather_dossiers(sources).rest(sources.leave_out):
        edits = [
            edit for field in _fields_that_name(file.dossier, paper.document)
            for edit in (Set((*field, "number"), number), Set((*field, "issued_on"), on))
        ]  # fmt: skip
        if edits:
            changes.append(change_of(file.source, edits))
    return changes


def _fields_that_name(dossier: Dossier, document: str) -> Iterator[FieldPath]:
    """Yield where a dossier names a document as the report of an evaluation or the letter of a request."""
    for evaluation in dossier.evaluations:
        if evaluation.report and evaluation.report.file == document:
            yield (*dossier.field_of(evaluation), "report")
    for submission in dossier.submissions:
        if submission.letter and submission.letter.file == document:
            yield (*dossier.field_of(submission), "letter")


def issues_taken_back(changes: Iterable[AnyChange]) -> Iterator[str]:
    """Say in words which numbers, signed scans, sendings and answers of documents the changes would take away."""
    for change in changes:
        if not isinstance(change, Change) or model_of(change.path) is not DocumentRecord:
            continue
        before, after = _record_in(change.path, change.before), _record_in(change.path, change.after)
        held = {field: getattr(before, field, None) for field in _LIFE}
        lost = [
            _LIFE[field] for field, value in held.items() if value and value != getattr(after, field, None)
        ]
        if lost:
            yield f"hoàn tác thì {document_of(change.path)} mất {', '.join(lost)}"


def _record_in(name: str, raw: bytes | None) -> DocumentRecord | None:
    return read_record(parse(raw, name), DocumentRecord).record if raw else None
