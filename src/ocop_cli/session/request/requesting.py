"""A request to the province, step by step: prepare the package, number and sign its papers, send it."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.findings import has_errors
from ocop_cli.session import Session
from ocop_cli.session.questions.confirming import confirm_owner
from ocop_cli.session.questions.lateness import late_acts, tell_lateness
from ocop_cli.store.index.of_files import counted_before
from ocop_cli.store.papers.document_records import DocumentFile
from ocop_cli.store.yaml.edit import Set, change_of
from ocop_cli.usecases.papers.numbers import month_note, plan_number, read_number
from ocop_cli.usecases.papers.signed import record_of, signed_scan
from ocop_cli.usecases.papers.signed_scan import scan_record, scan_words
from ocop_cli.usecases.request.request import RequestedDossier, ids_of, plan_entries
from ocop_cli.usecases.request.send import Sending, sending_changes, sending_refusals
from ocop_cli.usecases.request.submit import (
    Days,
    Package,
    answered_for,
    assemble,
    papers_of,
    plan_preparing,
    refusals_of_sending,
)
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.typed_day import read_act_day, read_day
from ocop_cli.workflow.submission import Forced

_SENT = "submission"
"""The need of the cycle that a sending meets."""


def requested(session: Session, dossiers: Sequence[str], on: date) -> list[RequestedDossier]:
    """Return the dossiers of a request by the names that were typed, each once; refuse one that is past sending."""
    files = [session.dossier(name) for name in dict.fromkeys(dossiers)]
    papers = [paper.file for file in files for paper in file.dossier.papers if paper.file]
    with counted_before(session.sources, papers, may_write=not session.options.dry_run):
        entries = plan_entries(session.sources, files, session.rulebook, session.workspace.profile, on)
    if past := [finding for entry in entries if entry.is_past_sending for finding in entry.missing]:
        session.refuse(f"Không gửi {ids_of(entries)} lên cấp tỉnh được.", past)
    return entries


def prepare(
    session: Session, entries: Sequence[RequestedDossier], on: date, forced: Forced | None
) -> Package:
    """Assemble the package and keep it as prepared; refuse with everything that stands against sending it."""
    days = Days(on, session.today)
    if refusals := [finding for entry in entries for finding in refusals_of_sending(entry, days)]:
        session.refuse("Chưa thể lập bộ hồ sơ gửi cấp tỉnh.", refusals)
    profile, trial = session.workspace.profile, session.options.dry_run
    package = assemble(session.sources, entries, profile, on, session.document, trial=trial)
    codes = ", ".join(entry.code for entry in entries)
    done = f"Bộ hồ sơ {package.archive.path}: {package.size} tệp, mã số {codes}"
    kept = [plan_preparing(entry, package, days, forced) for entry in entries]
    following = _following(package, entries)
    session.write([*package.drafts, package.archive, *kept], f"lập bộ hồ sơ {codes}", following, done)
    tell_lateness(session, [(entry.file, entry.law) for entry in entries], on, brings=_SENT)
    return package


def send_package(
    session: Session,
    entries: Sequence[RequestedDossier],
    on: date,
    way: str | None = None,
    to: str | None = None,
    late_reason: str | None = None,
) -> None:
    """Record that the signed package went to the province, and move its dossiers on; refuse with what stands against it.

    Way and recipient are asked for where no option gives them. Of dossiers that go after their limit the reason is asked for where no option gives it.
    """
    sending = Sending(on, session.today)
    unlawful = [finding for entry in entries for finding in entry.unlawful]
    lacks = [finding for entry in entries if not answered_for(entry) for finding in entry.missing]
    refusals = [*lacks, *sending_refusals(session.sources, entries, sending)]
    if refusals or has_errors(unlawful):
        session.refuse("Chưa thể gửi cấp tỉnh.", [*refusals, *(f for f in unlawful if f not in refusals)])
    session.show_findings(session.sources.placed(unlawful))
    acts = [(entry.file, entry.law) for entry in entries]
    sending = sending._replace(
        way=session.ask("Cách gửi", option="--way", given=way),
        to=session.ask("Nơi nhận", option="--to", given=to),
    )
    sending = sending._replace(late=late_acts(session, acts, on, late_reason, brings=_SENT))
    codes = ", ".join(entry.code for entry in entries)
    done = f"Đã gửi {codes} ngày {show_date(sending.on)}: {sending.way}, {sending.to}"
    following = f"`ocop result {entries[0].file.id}` khi có kết quả"
    changes = sending_changes(session.sources, entries, sending)
    session.write(changes, f"gửi {ids_of(entries)}", following, done=done)


def lead_to_sending(session: Session, dossiers: Sequence[str], on: date, package: Package) -> None:
    """Number, sign and send what was prepared, one question after another; what was answered stays when one stops.

    Raises ``OcopError`` (misuse) where nobody can be asked, and for a paper that the program did not make.
    """
    for paper in papers_of(requested(session, dossiers, on)):
        if signed_scan(session.sources, paper.document) is None:
            session.say(f"{paper.words}: {paper.document}")
            _number(session, _recorded(session, paper.document))
            _sign(session, _recorded(session, paper.document))
    if package.unsigned:
        prepare(session, requested(session, dossiers, on), on, None)
    day = session.ask("Ngày gửi", option="--on", default=show_date(session.today), check=_past_day(session))
    sent_on = read_act_day(day, session.today) or session.today
    send_package(session, requested(session, dossiers, sent_on), sent_on)


def _recorded(session: Session, document: str) -> DocumentFile:
    record = record_of(session.sources, document)
    if record is None:
        raise OcopError(
            f"{document} không do chương trình lập và chưa phải bản ký.",
            "Ghi tệp bản ký (PDF) vào hồ sơ rồi chạy lại.",
            exit_code=MISUSE,
        )
    return record


def _number(session: Session, document: DocumentFile) -> None:
    """Ask for the number that văn thư gave, where the paper needs one and has none."""
    if document.record.issue or not document.record.symbol:
        return
    series = session.workspace.profile.settings.number_series
    day = session.ask(
        "Ngày văn bản", option="--on", default=show_date(session.today), check=_past_day(session)
    )
    on = read_day(day, "--on")
    number = session.ask(
        f"Số văn thư đã cấp ({document.record.symbol})",
        option="--number",
        check=lambda text: plan_number(
            session.sources, document, read_number(text, on), session.today, series
        ),
    )
    asked = read_number(number, on)
    changes = plan_number(session.sources, document, asked, session.today, series)
    session.write(changes, f"số {asked.number:02d}/{document.record.symbol}")
    if note := month_note(session.root, document, on):
        session.console.note(note)


def _sign(session: Session, document: DocumentFile) -> None:
    """Ask for the signed scan."""
    path = session.ask(
        "Tệp bản quét đã ký, đóng dấu",
        option="--scan",
        check=lambda text: scan_record(session.root, document.document, Path(text), session.today),
    )
    record = scan_record(session.root, document.document, Path(path), session.today)
    confirm_owner(session, document.document, record)
    session.write([change_of(document.source, [Set(("signed",), record)])], f"bản ký {document.document}")
    session.console.note(scan_words(session.root, record["file"]))


def _past_day(session: Session) -> Callable[[str], object]:
    return lambda text: read_act_day(text, session.today)


def _following(package: Package, entries: Sequence[RequestedDossier]) -> str:
    """Name what comes next: the commands that lead to a signed paper, or the sending."""
    if package.unsigned:
        return f"lấy số, ký các văn bản nêu dưới, rồi `ocop submit {ids_of(entries)}`"
    return f"`ocop send {ids_of(entries)} --way CÁCH --to NƠI_NHẬN`"
