"""The official papers that go to the province, and what of each has been signed."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from ocop_cli.dossier.conclusions import EvaluationRecord
from ocop_cli.dossier.private import is_out_of_reach
from ocop_cli.errors import OcopError
from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.files.paths import inside
from ocop_cli.store.papers.document_records import DocumentFile, load_document, record_name
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.papers.issue import refuse_lapsed, register_entry


class RequestPaper(NamedTuple):
    """A paper of a request: what it is in words, its document, and the dossier and field that name it."""

    words: str
    document: str
    file: DossierFile
    field: FieldPath


class Scan(NamedTuple):
    """A signed scan: the ending of its file's name, where it lies, and the SHA-256 that was recorded of it."""

    ending: str
    path: Path
    sha256: str = ""


def report_of(file: DossierFile) -> RequestPaper | None:
    """Return the report of a dossier's evaluation; a forced request may have none."""
    evaluation: EvaluationRecord | None = file.dossier.evaluation
    if evaluation is None or evaluation.report is None or evaluation.report.file is None:
        return None
    field = (*file.dossier.field_of(evaluation), "report")
    return RequestPaper(f"Báo cáo đánh giá của {file.id}", evaluation.report.file, file, field)


def letter_of(file: DossierFile) -> RequestPaper | None:
    """Return the letter of a dossier's prepared request, where one has been made."""
    prepared = file.dossier.prepared
    if prepared is None or prepared.letter is None or prepared.letter.file is None:
        return None
    field = (*file.dossier.field_of(prepared), "letter")
    return RequestPaper("Văn bản đề nghị", prepared.letter.file, file, field)


def record_of(sources: Sources, document: str) -> DocumentFile | None:
    """Return the record of a document, or ``None`` for a paper that the program did not make."""
    if not document.endswith(".docx") or not inside(sources.root, record_name(document)).is_file():
        return None
    return load_document(sources, document)


def signed_scan(sources: Sources, document: str) -> Scan | None:
    """Return the signed scan of a document, or ``None`` while it has none.

    A paper from outside that is no Word file is taken for a scan. Raises ``OcopError`` when the document was replaced or
    recalled, when the scan is gone, or another file than the one that was attached, or lies where personal data are kept.
    """
    record = record_of(sources, document)
    if record:
        refuse_lapsed(record)
    named = record.record.signed.file if record and record.record.signed else document
    if is_out_of_reach(named):
        raise OcopError(
            f"{named} nằm trong thư mục riêng, không gửi đi được.",
            "Chép bản quét vào papers/ rồi đính kèm lại.",
            exit_code=1,
        )
    if record is None:
        path = inside(sources.root, document)
        is_scan = path.is_file() and not document.lower().endswith((".docx", ".doc", ".odt"))
        return Scan(_ending(document), path) if is_scan else None
    if record.record.signed is None:
        return None
    entry = register_entry(sources.root, record)
    if entry.scan_now != record.record.signed.sha256:
        raise OcopError(
            f"{document}: {'; '.join(entry.losses)}.",
            f"Đặt lại đúng tệp, hoặc đính kèm lại: `ocop docs sign {document} --scan TỆP`.",
            exit_code=1,
        )
    name = record.record.signed.file
    return Scan(_ending(name), inside(sources.root, name), record.record.signed.sha256)


def scans_of(sources: Sources, papers: Iterable[RequestPaper]) -> dict[str, Scan | None]:
    """Return the signed scans of papers by their documents; each is read. Raises ``OcopError`` like ``signed_scan``."""
    return {paper.document: signed_scan(sources, paper.document) for paper in papers}


def unsigned_findings(
    sources: Sources, papers: Iterable[RequestPaper], scans: Mapping[str, Scan | None]
) -> Iterator[Finding]:
    """F230: find the papers of a request that are not signed yet, each with the commands that lead there."""
    for paper in papers:
        if scans[paper.document] is None:
            place = Place(paper.file.source.name, paper.field)
            message = f"{paper.words} chưa có bản ký: {paper.document}"
            yield Finding("F230", Severity.ERROR, message, place, why=_WHY, hint=_way_to_sign(sources, paper))


_WHY = "cấp tỉnh chỉ nhận bản đã ký, đóng dấu"


def _way_to_sign(sources: Sources, paper: RequestPaper) -> str:
    record = record_of(sources, paper.document)
    if record is None and inside(sources.root, paper.document).is_file():
        return "thay tệp này bằng tệp bản ký (PDF)"
    numbered = record is not None and (record.record.issue or not record.record.symbol)
    first = "" if numbered else f"`ocop docs number {paper.document} --number SỐ`, rồi "
    return f"{first}`ocop docs sign {paper.document} --scan BẢN_QUÉT`"


def _ending(name: str) -> str:
    return f".{name.rpartition('.')[2].lower()}"
