"""What has a day in the whole folder: limits, papers, certificates, remedies, meetings, plan, reports, replies."""

from calendar import monthrange
from collections.abc import Callable, Container, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.stage import stage_of
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.programme.profile import Profile
from ocop_cli.reports.due import DueItem, DueKind
from ocop_cli.rules.decision import Rulebook
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.built_in.packaged import load_calendar, load_log_kinds, load_standing
from ocop_cli.store.dossier.dossiers import gather_dossiers
from ocop_cli.store.papers.document_records import list_documents
from ocop_cli.store.papers.forms import load_form
from ocop_cli.store.programme.inspection_programmes import gather_inspection_programmes
from ocop_cli.store.programme.inspections import gather_inspections
from ocop_cli.store.programme.meetings import gather_meetings
from ocop_cli.store.programme.plans import gather_plans
from ocop_cli.store.programme.year_log import gather_log
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.next import step_context
from ocop_cli.usecases.year.due_dossiers import days_of_dossier
from ocop_cli.usecases.year.remedies import open_remedies
from ocop_cli.viet.dates import shifted, show_date
from ocop_cli.viet.ids import id_of_file
from ocop_cli.workflow.cycle import Cycle

_REPORT = "summary-report"
_ENDS = {True: "đến hạn", False: "ngày cuối"}
_OF_THAT_DAY = timedelta(days=60)  # a report that was issued so long before its day is the one of that day

Seen = Callable[[Dossier], Dossier | None]
"""Gives a dossier as it is looked at, or none where it had not begun."""


class Folder(NamedTuple):
    """A workspace, with the law and the day that it is looked at on."""

    sources: Sources
    rulebook: Rulebook
    profile: Profile
    today: date
    seen: Seen


def seen_dossiers(folder: Folder) -> dict[str, Dossier]:
    """Return every dossier as it is looked at, by its id."""
    files = gather_dossiers(folder.sources).rest(folder.sources.leave_out)
    return {file.id: dossier for file in files if (dossier := folder.seen(file.dossier))}


def all_due(folder: Folder, seen: Mapping[str, Dossier]) -> list[DueItem]:
    """Return everything that has a day and is not done, of the dossiers that are ``seen`` and of all else in the folder.

    What bears the same key is one thing.
    """
    context = step_context(load_calendar(folder.profile.own_days), folder.today, folder.rulebook)
    dossiers = [
        due for i, dossier in seen.items() for due in days_of_dossier(i, dossier, folder.rulebook, context)
    ]
    made = _made(folder)
    papers = [(document, record) for document, record in made if record.is_issued]
    names = {dossier_id: dossier.product.name for dossier_id, dossier in seen.items()}
    rest = (
        _remedies(folder, names),
        _visits(folder, names),
        _meetings(folder, {record.made.asked.get("meeting", "") for _, record in made}),
        _plan(folder),
        _acts(folder, names),
        _reports(folder, papers),
        _replies(folder, papers, names),
        _letters(made, seen, context.cycle),
    )
    return list({one.key: one for one in (*dossiers, *chain.from_iterable(rest))}.values())


def _remedies(folder: Folder, names: dict[str, str]) -> Iterator[DueItem]:
    for one in open_remedies(folder.sources, folder.today):
        due = one.open.remedy.due
        if due:
            looked = show_date(one.file.record.on)
            yield DueItem(
                due, DueKind.REMEDY, one.open.remedy.what, names.get(one.dossier, one.dossier),
                f"remedy/{one.id}", f"hạn khắc phục, yêu cầu thứ {one.open.number} của lần kiểm tra {looked}",
                f"ocop inspect close {one.dossier}",
            )  # fmt: skip


def _visits(folder: Folder, names: dict[str, str]) -> Iterator[DueItem]:
    """Yield the planned visits; a product that was inspected in the year of its visit needs none more."""
    sources = folder.sources
    records = (file.record for file in gather_inspections(sources).rest(sources.leave_out))
    inspected = {(one.dossier, one.on.year) for one in records if one.on <= folder.today}
    for file in gather_inspection_programmes(sources).rest(sources.leave_out):
        for visit in file.record.visits:
            if (visit.dossier, visit.on.year) not in inspected:
                yield DueItem(
                    visit.on, DueKind.VISIT, "Kiểm tra tại cơ sở", names.get(visit.dossier, visit.dossier),
                    f"visit/{visit.on.year}/{visit.dossier}", command=f"ocop inspect {visit.dossier}",
                )  # fmt: skip


def _meetings(folder: Folder, called: Container[str]) -> Iterator[DueItem]:
    """Yield the meetings that are called; one that was held by the day has nothing left to do.

    ``called`` are those with a paper that was made by the day: one that was held since had not been before.
    """
    for file in gather_meetings(folder.sources).rest(folder.sources.leave_out):
        meeting, meeting_id = file.record, id_of_file(file.source.name)
        if meeting.called_off:
            continue
        if not meeting.held or (meeting.on > folder.today and meeting_id in called):
            yield DueItem(
                meeting.on, DueKind.MEETING, meeting.title, "", f"meeting/{meeting_id}",
                command=f"ocop meeting hold {meeting_id}", starts=meeting.starts, ends=meeting.ends or "",
                place=meeting.place,
            )  # fmt: skip


def _plan(folder: Folder) -> Iterator[DueItem]:
    """Yield the last day of each month in which the plans of this year and the next do something."""
    sections = {section.id: section.name for section in load_standing().sections}
    plans = gather_plans(folder.sources, (folder.today.year, folder.today.year + 1))
    for plan in plans.rest(folder.sources.leave_out):
        year = plan.year
        for activity in plan.activities:
            for month in activity.months:
                yield DueItem(
                    date(year, month, monthrange(year, month)[1]), DueKind.PLAN,
                    f"{sections.get(activity.section, '')} (mục {activity.section})", "",
                    f"plan/{year}/{activity.section}/{month}", command=f"ocop plan {year}", is_deed=False,
                )  # fmt: skip


def _acts(folder: Folder, names: dict[str, str]) -> Iterator[DueItem]:
    """Yield the acts of the year that are still to come, and the ends of those that nobody called done.

    What cannot be called done (a fair, a class) is over when its last day is.
    """
    kinds = load_log_kinds().kinds
    for item in gather_log(folder.sources).rest(folder.sources.leave_out):
        entry, kind = item.entry, kinds[item.entry.kind]
        what = f"{kind.name}: {entry.what}" if entry.what else kind.name
        product = ", ".join(names.get(one, one) for one in entry.products)
        edit, key = f"ocop log --edit {item.number} --year {item.year}", f"act/{item.ref}"
        if entry.on > folder.today:
            yield DueItem(
                entry.on, DueKind.ACT, what, product, f"{key}/on" if entry.until else key, kind.name, edit
            )
        if entry.until and not entry.done:
            ends = _ENDS[kind.has("done")]
            yield DueItem(
                entry.until, DueKind.ACT, f"{what} ({ends})", product, key, f"{kind.name}, {ends}", edit,
                is_deed=kind.has("done"),
            )  # fmt: skip


def _made(folder: Folder) -> list[tuple[str, DocumentRecord]]:
    """Return the documents that were made by the day, each with its file."""
    found = list_documents(folder.sources, folder.sources.leave_out)
    seen = ((file.document, file.record.as_of(folder.today)) for file in found)
    return [(document, record) for document, record in seen if record]


def _reports(folder: Folder, papers: list[tuple[str, DocumentRecord]]) -> Iterator[DueItem]:
    """Yield the days of reports from half a year ago to a year ahead, but those whose report was issued."""
    first, last = shifted(folder.today, -183), shifted(folder.today, 366)
    issued = [_issued_on(record) for _, record in papers if record.current_form == _REPORT]
    for owed in folder.profile.calendar.reports:
        for on in owed.days(first, last):
            if not any(on - _OF_THAT_DAY <= day <= max(on, folder.today) for day in issued):
                key = f"report/{owed.every}/{owed.name}/{on.year}"
                yield DueItem(
                    on, DueKind.REPORT, owed.name, "", key, command=f"ocop report --period {on.year}"
                )


def _issued_on(record: DocumentRecord) -> date:
    days = [act.on for act in (record.issue, record.signed, *record.sent) if act]
    return min(days, default=record.made.on)


def _replies(
    folder: Folder, papers: list[tuple[str, DocumentRecord]], names: dict[str, str]
) -> Iterator[DueItem]:
    """Yield the days by which the law gives an answer to a paper that was sent and is not answered."""
    for document, record in papers:
        limit_id = load_form(record.current_form).answer_limit
        if not limit_id or record.answers or record.lapsed or not record.sent:
            continue
        sent = record.sent[-1].on
        limit = pick_decision(folder.rulebook, sent).procedure.limit(limit_id)
        if limit and limit.days is not None:
            yield DueItem(
                shifted(sent, limit.days), DueKind.REPLY, f"Trả lời văn bản: {record.title}",
                names.get(record.made.dossier or "", ""), f"reply/{document}",
                f"hạn trả lời {load_form(record.current_form).name}", f"ocop docs answer {document}",
            )  # fmt: skip


def _letters(
    made: list[tuple[str, DocumentRecord]], seen: Mapping[str, Dossier], cycle: Cycle
) -> Iterator[DueItem]:
    """Yield the days by which letters ask for a dossier; of several letters about one dossier the last holds."""
    last = {record.made.dossier: record for _, record in sorted(made, key=_made_on) if record.due}
    for dossier_id, record in last.items():
        dossier = seen.get(dossier_id or "")
        if record.due and dossier and _is_awaited(dossier, record.made.on, cycle):
            yield DueItem(
                record.due, DueKind.LETTER, f"Chủ thể bổ sung, nộp lại: {record.title}", dossier.product.name,
                f"dossier/{dossier_id}/letter", "hạn chủ thể bổ sung, nộp lại hồ sơ", f"ocop receive {dossier_id}",
            )  # fmt: skip


def _made_on(made: tuple[str, DocumentRecord]) -> date:
    return made[1].made.on


def _is_awaited(dossier: Dossier, since: date, cycle: Cycle) -> bool:
    """Say whether what a letter of some day asks for is still to be handed in."""
    stage = stage_of(cycle.stages, dossier.stage)
    filed = (move.on for move in dossier.moves if stage_of(cycle.stages, move.stage).filing)
    return stage.before_filing or (stage.filing and max(filed, default=since) <= since)
