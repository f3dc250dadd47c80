"""Every day that a file or the law can set and that may lie ahead is told by ``ocop due``, or its reason not to is here."""

import importlib
import pkgutil
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

import pytest

import ocop_cli.dossier
import ocop_cli.programme
from ocop_cli.programme.plan import YearPlan
from ocop_cli.programme.profile import Profile
from ocop_cli.programme.report_day import ReportDay
from ocop_cli.reports.due import DueItem, DueKind, within
from ocop_cli.rules import decision, procedure
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import gather_dossiers
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.papers.document_records import gather_documents
from ocop_cli.store.programme.inspection_programmes import gather_inspection_programmes
from ocop_cli.store.programme.inspections import gather_inspections
from ocop_cli.store.programme.meetings import gather_meetings
from ocop_cli.store.programme.plans import usable_plan
from ocop_cli.store.programme.profile import load_profile
from ocop_cli.store.programme.year_log import gather_log
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.year.due import Folder, all_due, seen_dossiers
from ocop_cli.viet.fields import Coming, Record
from support.paths import EXAMPLES, ROOT

Ocop = Callable[..., int]

TODAY = date(2026, 11, 28)
DUE = {
    "Activity.months": DueKind.PLAN,
    "Certificate.expires_on": DueKind.CERTIFICATE,
    "DocumentRecord.due": DueKind.LETTER,
    "Evidence.expires_on": DueKind.PAPER,
    "Extension.until": DueKind.LIMIT,
    "LogEntry.on": DueKind.ACT,
    "LogEntry.until": DueKind.ACT,
    "Meeting.on": DueKind.MEETING,
    "PlannedVisit.on": DueKind.VISIT,
    "Promise.due": DueKind.PROMISE,
    "Remedy.due": DueKind.REMEDY,
    "ReportDay.every": DueKind.REPORT,
}
NOT_DUE = {
    "CalendarSettings.make_up_days": "how days are counted; nobody has to act",
    "Holiday.on": "how days are counted; nobody has to act",
    "Meeting.ends_on": "written once it was held; the meeting is told by its first day",
}
DUE_BY_LAW: dict[str, DueKind | str] = {
    "commune_evaluation": DueKind.LIMIT,
    "reranking_opens": DueKind.CERTIFICATE,
    "reranking_closes": DueKind.CERTIFICATE,
    "late_reranking_grace": DueKind.CERTIFICATE,
    "reranking_decision": DueKind.LIMIT,
    "withdrawal": DueKind.REPLY,
    "expiry_notice": "an act of whoever issued the certificate, to the producer",
    "council_reading": "an act of the province before its own meeting, whose day the commune does not set",
}
DAYS_OF_LAW: dict[str, DueKind | str] = {
    "Decision.effective_to": DueKind.LIMIT,
    "Transition.finish_by": DueKind.LIMIT,
    "Round.request_before": DueKind.LIMIT,
    "Round.result_before": DueKind.REPLY,
    "Decision.files_until": "tells which decision takes a filing; a dossier has its own last day",
    "Transition.filed_before": "tells whom the transition is for; it lies before the filing",
    **dict.fromkeys(
        ("Decision.issued_on", "Decision.effective_from", "Decision.text_from", "Decision.text_to",
         "Amendment.issued_on", "Amendment.effective_from"),
        "tells which text is in force",
    ),
}  # fmt: skip


class Ahead(NamedTuple):
    """A day of a file: the field that holds it, and what it is told as."""

    field: str
    on: date


def test_every_field_that_may_lie_ahead_is_decided() -> None:
    assert set(_coming_fields()) == {*DUE, *NOT_DUE}


def test_every_day_of_the_law_is_decided() -> None:
    limits = {limit.id for one in load_rulebook().texts for limit in one.procedure.limits}
    assert limits == DUE_BY_LAW.keys()
    days = {
        f"{owner.__name__}.{name}"
        for module in (decision, procedure)
        for owner in vars(module).values()
        if isinstance(owner, type) and owner.__module__ == module.__name__ and hasattr(owner, "_fields")
        for name, kind in get_type_hints(owner).items()
        if {date, procedure.MonthDay} & {kind, *get_args(kind)}
    }
    assert days == DAYS_OF_LAW.keys()


@pytest.mark.parametrize("root", [EXAMPLES, ROOT / "tests/folders/0.6.0"], ids=["examples", "0.6.0"])
def test_every_day_ahead_of_a_folder_is_told(root: Path) -> None:
    told = {(item.kind, item.on) for item in _told(root)}
    ahead = set(_ahead(Sources(root)))
    assert ahead
    assert {day for day in ahead if (DUE[day.field], day.on) not in told} == set()


@pytest.fixture
def full(workspace: Path, ocop: Ocop) -> Path:
    """A folder with a day ahead in every field that can hold one."""
    for words in (
        ("extend", "homestay", "--until", "15/12/2026", "--paper", "Công văn số 9/UBND", "--reason", "chờ kiểm nghiệm"),
        ("return", "sam-day", "--reason", "thiếu ảnh", "--due", "9/12/2026"),
        ("log", "hội chợ", "Hội chợ cuối năm", "ngày: 5/12/2026", "đến ngày: 8/12/2026", "sam-day"),
        ("log", "giao việc", "2/3/2026", "đơn vị: Công an", "rà soát tem", "hạn: 11/12/2026"),
    ):  # fmt: skip
        assert ocop(*words) == 0, words
    for path, text in _FILES.items():
        file = workspace / "programme" / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    profile = workspace / "ocop.yaml"
    profile.write_text(profile.read_text(encoding="utf-8") + _REPORTS, encoding="utf-8")
    held = workspace / "dossiers/mat-ong.yaml"
    issued = "number: 03-VD-GCN\n"
    held.write_text(
        held.read_text(encoding="utf-8").replace(issued, f"{issued}      expires_on: 2028-03-01\n"),
        encoding="utf-8",
    )
    return workspace


_REPORTS = 'calendar:\n  reports: [{every: "15/12", name: Báo cáo năm}]\n'
_FILES = {
    "inspections/mang-kho-2026-11-20.yaml": (
        "schema: ocop/inspection@1\ndossier: mang-kho\non: 2026-11-20\n"
        "requests:\n- {what: dán lại tem, due: 2026-11-30}\n"
    ),
    "inspection-programmes/2026.yaml": (
        "schema: ocop/inspection-programme@1\nyear: 2026\nvisits:\n- {dossier: ca-phe, on: 2026-12-07}\n"
    ),
    "meetings/hop-2026-12-02.yaml": (
        "schema: ocop/meeting@1\ntitle: Họp xét\non: 2026-12-02\nstarts: '08:00'\nplace: Hội trường\n"
        "chair: {name: A Mẫu, title: Chủ tịch}\nsecretary: {name: Y Mẫu, title: Công chức}\n"
    ),
    "plans/2026.yaml": "schema: ocop/plan@1\nyear: 2026\nactivities:\n- {section: III.1, months: [3, 12]}\n",
}


def test_a_day_in_every_field_is_told_until_it_is_over(full: Path, ocop: Ocop) -> None:
    items, ahead = _told(full), set(_ahead(Sources(full)))
    assert {day.field for day in ahead} == DUE.keys()
    told = {(item.kind, item.on) for item in items}
    assert {day for day in ahead if (DUE[day.field], day.on) not in told} == set()
    assert len({item.key for item in items}) == len(items)
    later = set(within(_told(full, date(2026, 12, 20)), date(2026, 12, 20), None))
    assert (fair := {item for item in items if item.kind is DueKind.ACT and item.on.day in (5, 8)})
    assert not fair & later  # its last day is past
    assert {date(2026, 12, 9), date(2026, 12, 11)} <= {item.on for item in later}  # nobody did it
    assert ocop("set", "sam-day", "lao động trong xã=5", "--as-of", "2026-12-08") == 0
    assert ocop("receive", "sam-day", "--as-of", "2026-12-08", "-y") == 0
    assert ocop("log", "--edit", "2", "đã xong") == 0
    left = {item.on for item in _told(full, date(2026, 12, 20))}
    assert not {date(2026, 12, 9), date(2026, 12, 11)} & left


def _coming_fields() -> Iterator[str]:
    for package in (ocop_cli.dossier, ocop_cli.programme):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    for model in _models(Record):
        for name, field in model.model_fields.items():
            if any(isinstance(mark, Coming) for mark in (*field.metadata, *_marks(field.annotation))):
                yield f"{model.__name__}.{name}"


def _models(model: type[Record]) -> Iterator[type[Record]]:
    for below in model.__subclasses__():
        yield below
        yield from _models(below)


def _marks(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _marks(part)


def _profile(sources: Sources) -> Profile:
    profile = load_profile(sources).record
    assert profile
    return profile


def _told(root: Path, today: date = TODAY) -> list[DueItem]:
    sources = Sources(root)
    folder = Folder(sources, load_rulebook(), _profile(sources), today, lambda dossier: dossier)
    return all_due(folder, seen_dossiers(folder))


def _ahead(sources: Sources) -> Iterator[Ahead]:
    """Yield every day from today on that the files of a folder hold and that is not over."""
    stages = load_cycle().stages
    open_dossiers = [
        file.dossier for file in gather_dossiers(sources).rest(sources.leave_out)
        if not stages[file.dossier.stage].closed
    ]  # fmt: skip
    records: list[Record] = [
        *open_dossiers,
        _profile(sources),
        *(usable_plan(sources, year) for year in (TODAY.year, TODAY.year + 1)),
        *(item.entry for item in gather_log(sources).rest(sources.leave_out)),
    ]
    for gathered in (gather_meetings, gather_inspections, gather_inspection_programmes, gather_documents):
        records += [file.record for file in gathered(sources).rest(sources.leave_out)]
    for record in records:
        yield from (day for day in _days(record, record) if day.on >= TODAY)


def _days(value: Any, root: Record) -> Iterator[Ahead]:
    if isinstance(value, tuple):
        for each in value:
            yield from _days(each, root)
    if not isinstance(value, Record) or any(
        getattr(value, done, None) for done in ("received_on", "held", "done")
    ):
        return
    for name in type(value).model_fields:
        label, found = f"{type(value).__name__}.{name}", getattr(value, name)
        if label in DUE and found:
            yield from (Ahead(label, on) for on in _as_days(found, root))
        yield from _days(found, root)


def _as_days(value: Any, root: Record) -> list[date]:
    """Return the days that a value stands for: months of a plan, a day of every year, or the day itself."""
    if isinstance(root, YearPlan):
        return [date(root.year, month, monthrange(root.year, month)[1]) for month in value]
    if isinstance(value, str):
        return list(ReportDay(every=value, name="-").days(TODAY, date(TODAY.year + 1, 6, 30)))
    return [value]
