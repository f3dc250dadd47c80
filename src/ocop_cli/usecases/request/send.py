"""A prepared request goes to the province: the package that was signed, on a day, by a way, to somebody."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from ocop_cli.dossier.conclusions import Submission
from ocop_cli.errors import OcopError
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.store.dossier.evidence import file_sha256
from ocop_cli.store.files.changes import Change
from ocop_cli.store.files.paths import inside
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Append, Set, change_of
from ocop_cli.usecases.move import PlannedMove, plan_dossier_move
from ocop_cli.usecases.papers.signed import record_of, scans_of, unsigned_findings
from ocop_cli.usecases.request.request import RequestedDossier, ids_of, sharing
from ocop_cli.usecases.request.submit import papers_of
from ocop_cli.viet.dates import show_date
from ocop_cli.workflow.needs import MoveRequest


class Sending(NamedTuple):
    """How a package went: the day, the day of writing, the way and who received it.

    ``late`` maps the dossiers that went after a limit to that limit and the reason.
    """

    on: date
    recorded_on: date
    way: str = ""
    to: str = ""
    late: Mapping[str, Mapping[str, Any]] = MappingProxyType({})


def sending_refusals(
    sources: Sources, entries: Sequence[RequestedDossier], sending: Sending
) -> list[Finding]:
    """Return why a request cannot go: not prepared, not signed, or dated before its letter or its evaluation.

    Raises ``OcopError`` when the package is gone or changed, or holds other dossiers besides.
    """
    unprepared = [finding for entry in entries for finding in _unprepared(entry)]
    if unprepared:
        return unprepared
    papers = papers_of(entries)
    unsigned = list(unsigned_findings(sources, papers, scans_of(sources, papers)))
    if unsigned or any(not _prepared(entry).package for entry in entries):
        return unsigned or [_not_assembled(entries)]
    _check_package(sources, entries)
    moves = [_move(entry, sending).refusals for entry in entries]
    return [
        *(finding for entry in entries for finding in _too_early(entry, sending.on)),
        *(finding for refusals in moves for finding in refusals),
    ]


def sending_changes(sources: Sources, entries: Sequence[RequestedDossier], sending: Sending) -> list[Change]:
    """Return what a sending writes: the request and the move of every dossier, and the life of every paper."""
    went = {"to": sending.to, "on": sending.on}
    documents = dict.fromkeys(paper.document for paper in papers_of(entries))
    records = [record for document in documents if (record := record_of(sources, document))]
    return [
        *(_sent(entry, sending) for entry in entries),
        *(change_of(record.source, [Append(("sent",), went)]) for record in records),
    ]


def _sent(entry: RequestedDossier, sending: Sending) -> Change:
    field = entry.file.dossier.field_of(_prepared(entry))
    facts = {"on": sending.on, "way": sending.way, "to": sending.to}
    edits = [Set((*field, key), value) for key, value in facts.items()]
    return change_of(entry.file.source, [*edits, *_move(entry, sending).edits])


def _move(entry: RequestedDossier, sending: Sending) -> PlannedMove:
    request = MoveRequest(entry.file.dossier, ruleset=entry.law, brings=frozenset({"submission"}))
    package = _prepared(entry).package
    late = sending.late.get(entry.file.id)
    return plan_dossier_move(
        entry.file, request, sending.recorded_on, on=sending.on, document=package, late=late
    )


def _prepared(entry: RequestedDossier) -> Submission:
    prepared = entry.file.dossier.prepared
    assert prepared, f"{entry.file.id}: only a prepared request is sent"
    return prepared


def _unprepared(entry: RequestedDossier) -> Iterator[Finding]:
    if entry.file.dossier.prepared is None:
        place = Place(entry.file.source.name, ("submissions",))
        message = f"Hồ sơ {entry.file.id} chưa lập bộ đề nghị cấp tỉnh"
        yield Finding("F230", Severity.ERROR, message, place, hint=f"chạy `ocop submit {entry.file.id}`")


def _not_assembled(entries: Sequence[RequestedDossier]) -> Finding:
    place = Place(entries[0].file.source.name, ("submissions",))
    message = "Văn bản đã ký đủ nhưng gói hồ sơ chưa lập lại từ bản ký"
    return Finding("F230", Severity.ERROR, message, place, hint=f"chạy `ocop submit {ids_of(entries)}`")


def _too_early(entry: RequestedDossier, on: date) -> Iterator[Finding]:
    """W005: a sending is dated before the day of its letter or of the evaluation."""
    evaluation, letter = entry.file.dossier.evaluation, _prepared(entry).letter
    days = {
        "ngày đánh giá": evaluation.on if evaluation else None,
        "ngày của văn bản đề nghị": letter.issued_on if letter else None,
    }
    for words, day in days.items():
        if day and on < day:
            message = f"Ngày gửi {show_date(on)} trước {words} ({show_date(day)})"
            place = Place(entry.file.source.name, entry.file.dossier.field_of(_prepared(entry)))
            yield Finding("W005", Severity.ERROR, message, place, hint="sửa --on")


def _check_package(sources: Sources, entries: Sequence[RequestedDossier]) -> None:
    """Raise ``OcopError`` when a package is not the one that was assembled, or not of exactly these dossiers."""
    prepared = {entry.file.id: _prepared(entry) for entry in entries}
    packages = {str(request.package) for request in prepared.values()}
    together = sharing(entries, lambda request: request.package in packages) if len(packages) == 1 else []
    if sorted(together) != sorted(prepared):
        raise OcopError(
            f"Các hồ sơ không thuộc cùng một gói: {', '.join(sorted(packages))}.",
            f"Gửi đúng các hồ sơ của gói: `ocop send {' '.join(together)}`." if together else "Gửi từng gói.",
            exit_code=1,
        )
    request = next(iter(prepared.values()))
    path = inside(sources.root, str(request.package))
    if not path.is_file() or file_sha256(path) != request.sha256:
        raise OcopError(
            f"Gói {request.package} không còn, hoặc đã khác gói đã lập.",
            f"Lập lại: `ocop submit {ids_of(entries)}`.",
            exit_code=1,
        )
