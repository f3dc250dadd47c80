"""What was issued and is not as it was: a document, its signed scan. Files are hashed once for as long as they stay as they are."""

from collections.abc import Iterator

from ocop_cli.findings import Finding, Severity
from ocop_cli.reports.document_register import RegisterEntry
from ocop_cli.store.index.of_files import hashed_before
from ocop_cli.store.papers.document_records import DocumentFile, gather_documents
from ocop_cli.store.papers.seals import DOCUMENT, load_seal
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.papers.issue import scan_hash

_WHY = "văn bản đã ban hành phải giữ nguyên, đối chiếu được"
_PUT_BACK = "đặt lại đúng tệp từ bản sao lưu; xem mọi chỗ đã đổi: `ocop verify`"


def lost_findings(sources: Sources, *, may_write: bool) -> Iterator[Finding]:
    """P018: an issued document or its signed scan is gone or was replaced; a document was changed after it was signed.

    Before it is signed, a number is typed into the Word file by hand. ``may_write`` lets the index keep the hashes.
    """
    files = [file for file in gather_documents(sources).rest(sources.leave_out) if file.record.is_issued]
    scans = [file.record.signed.file for file in files if file.record.signed]
    with hashed_before(sources, [*(file.document for file in files), *scans], may_write=may_write):
        for file in files:
            yield from _losses(sources, file)


def _losses(sources: Sources, file: DocumentFile) -> Iterator[Finding]:
    signed, now = file.record.signed, _hash(sources, file.document)
    scan = _hash(sources, signed.file) if signed else None
    told = [*RegisterEntry(file.document, file.record, now, scan).losses]
    if signed and now and _was_changed(sources, file, now):
        told.append("tệp văn bản đã khác lúc đính kèm bản ký")
    for loss in told:
        place = file.source.place(("signed",) if now else (), on_key=True)
        yield Finding("P018", Severity.WARNING, f"{file.document}: {loss}", place, why=_WHY, hint=_PUT_BACK)


def _hash(sources: Sources, name: str) -> str | None:
    """Return the SHA-256 of a file: ``None`` when it is not there, empty when it cannot be read."""
    known = sources.hashes.get(name)
    if known is None:
        known = scan_hash(sources.root, name)
        if known:
            sources.hashes[name] = known
    return known


def _was_changed(sources: Sources, file: DocumentFile, now: str) -> bool:
    """Say whether a document is another than its seal knows; a seal that says nothing of it is told by `ocop verify`."""
    seal = load_seal(sources, file.source.name)
    sealed = seal.record.parts.get(DOCUMENT) if seal and seal.record else None
    return sealed is not None and not now.startswith(sealed)
