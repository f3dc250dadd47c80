"""Take a mistaken registration out of the folder: its file, its personal data, its evidence and its drafts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.programme.removal import SCHEMA, Removals
from ocop_cli.store.dossier.dossiers import DossierFile, private_name
from ocop_cli.store.files.changes import AnyChange, Change, plan_delete, plan_write
from ocop_cli.store.papers.document_records import DocumentFile, list_documents
from ocop_cli.store.programme.inspections import gather_inspections
from ocop_cli.store.programme.meetings import gather_meetings
from ocop_cli.store.reading.gaps import Gap, GapTaker
from ocop_cli.store.reading.records import load_record
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_files import files_below
from ocop_cli.store.yaml.dump import dump
from ocop_cli.store.yaml.edit import Append, change_of

REMOVED = "programme/removed.yaml"
_CURE = "hồ sơ đã vào việc thì không xóa; ghi dừng tham gia bằng `ocop withdraw {id} --reason …`"


def removal_refusals(sources: Sources, file: DossierFile) -> list[Finding]:
    """Return why a dossier may not be removed: what was concluded, sent, decided, discussed, inspected or issued."""
    dossier, name = file.dossier, file.source.name
    held = {
        "evaluation": (dossier.evaluation, "đã được xã đánh giá"),
        "submission": (dossier.submission, "đã được đề nghị cấp tỉnh"),
        "results": (dossier.results, "đã có kết quả phân hạng"),
        "opinions": (dossier.opinions, "đã có ý kiến của các đơn vị"),
        "hearings": (dossier.hearings, "đã đưa ra họp lấy ý kiến"),
        "site_checks": (dossier.site_checks, "đã được kiểm tra thực tế"),
    }
    found = [
        _refusal(file.id, Place(name, (field,)), words) for field, (value, words) in held.items() if value
    ]
    return [*found, *(_refusal(file.id, place, words) for place, words in _named_elsewhere(sources, file.id))]


def removal_changes(sources: Sources, file: DossierFile, entry: dict[str, Any]) -> list[AnyChange]:
    """Return the changes that take a dossier away and note its removal, the note first."""
    root = sources.root
    documents = [each.document for each in _documents_of(sources, file.id, sources.leave_out)]
    beside = [name.replace(".docx", ending) for name in documents for ending in (".docx", ".yaml", ".pdf")]
    papers = files_below(root / "papers" / file.id)
    evidence = [path.relative_to(root).as_posix() for path in papers if path.is_file()]
    names = [*beside, *evidence, private_name(file.id), file.source.name]
    gone = [plan_delete(root, name) for name in names if (root / name).is_file()]
    return [_noted(sources, root, entry), *gone]


def _noted(sources: Sources, root: Path, entry: dict[str, Any]) -> Change:
    if not sources.has(REMOVED):
        return plan_write(root, REMOVED, dump({"schema": SCHEMA, "removed": [entry]}).encode())
    return change_of(load_record(sources, REMOVED, Removals).source, [Append(("removed",), entry)])


def _documents_of(sources: Sources, dossier_id: str, take: GapTaker) -> list[DocumentFile]:
    return [each for each in list_documents(sources, take) if each.record.made.dossier == dossier_id]


def _named_elsewhere(sources: Sources, dossier_id: str) -> Iterator[tuple[Place, str]]:
    """Yield where else a dossier is named; a file that cannot be read may name it."""
    gaps: list[Gap] = []
    for document in _documents_of(sources, dossier_id, gaps.append):
        if document.record.is_issued:
            yield Place(document.source.name), "có văn bản đã ban hành"
    for meeting in gather_meetings(sources).rest(gaps.append):
        if dossier_id in meeting.record.dossiers:
            yield Place(meeting.source.name, ("dossiers",)), "đã được đưa ra họp"
    for inspection in gather_inspections(sources).rest(gaps.append):
        if inspection.record.dossier == dossier_id:
            yield Place(inspection.source.name), "đã được kiểm tra, giám sát"
    for gap in gaps:
        yield Place(gap.name), "có thể được nhắc tới ở tệp không đọc được"


def _refusal(dossier_id: str, place: Place, words: str) -> Finding:
    hint = _CURE.format(id=dossier_id)
    return Finding("P017", Severity.ERROR, f"Hồ sơ {dossier_id} {words}", place, hint=hint)
