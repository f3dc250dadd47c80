"""Every figure of a report, counted from the dossiers, the inspections and the acts of a period."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ocop_cli.documents.provenance import facts_hash
from ocop_cli.documents.report_sections import ReportActs
from ocop_cli.programme.inspection import Inspection
from ocop_cli.programme.log_entry import LogEntry, LogItem, YearLog
from ocop_cli.programme.plan import YearPlan
from ocop_cli.programme.profile import Profile
from ocop_cli.reports.figure import Figure
from ocop_cli.reports.heard import heard_figures
from ocop_cli.reports.inspected import inspection_figures
from ocop_cli.reports.logged import acts_in, logged_figures
from ocop_cli.reports.period import Period
from ocop_cli.reports.progress import people_figures, progress_figures, with_before, with_previous
from ocop_cli.reports.roll_up import figures
from ocop_cli.reports.summary import Summary
from ocop_cli.store.built_in.packaged import load_cycle, load_log_kinds
from ocop_cli.store.programme.inspections import gather_inspections
from ocop_cli.store.programme.plans import plan_name, usable_plan
from ocop_cli.store.programme.year_log import gather_log, log_name
from ocop_cli.store.reading.gaps import GapTaker
from ocop_cli.usecases.rows.counted import Commune, CountedDossiers, count_dossiers


class _Folder(NamedTuple):
    """Everything that a report of a period counts: dossiers on its days, inspections by their files, acts."""

    dossiers: CountedDossiers
    inspections: dict[str, Inspection]
    acts: list[LogItem]

    def inspected(self, on: date) -> dict[str, Inspection]:
        """Return the inspections as they stood at the end of a day, by file."""
        return {name: seen for name, each in self.inspections.items() if (seen := each.as_of(on))}


class CountedPeriod(NamedTuple):
    """The dossiers that a period counts, every figure in the order of reading, its acts, and what all rests on."""

    rows: list[Summary]
    figures: list[Figure]
    acts: ReportActs
    records: dict[str, str]


def count_period(commune: Commune, period: Period, on: date, take: GapTaker) -> CountedPeriod:
    """Count a period as it stood on a day, beside the same period of the year before and the period just before.

    ``take`` is given each file, and each row of acts, that cannot be read. Raises ``OcopError`` for a day on which no single
    decision holds.
    """
    before, previous = period.year_before, period.just_before
    folder = _read(commune, [on, before.last, *([previous.last] if previous else ())], take)
    profile = commune.profile
    rows, items, logged = _counted(folder, profile, period, on)
    earlier, items_then, logged_then = _counted(folder, profile, before, before.last)
    items = with_before(items, items_then, is_known=bool(earlier))
    logged = with_before(logged, logged_then, is_known=bool(logged_then))
    if previous:
        earlier, items_then, logged_then = _counted(folder, profile, previous, previous.last)
        items = with_previous(items, items_then, is_known=bool(earlier))
        logged = with_previous(logged, logged_then, is_known=bool(logged_then))
    plan = usable_plan(commune.sources, period.last.year)
    acts = ReportActs(
        _acts(folder.acts, period, on),
        logged,
        load_log_kinds(),
        {row.id: row.product for row in rows},
        plan.budget if _is_year(period) else (),
    )
    return CountedPeriod(rows, [*items, *logged], acts, _records(folder, plan, on))


def _read(commune: Commune, days: Sequence[date], take: GapTaker) -> _Folder:
    dossiers = count_dossiers(commune, days, take)
    made = {file.source.name: file.record for file in gather_inspections(commune.sources).rest(take)}
    return _Folder(dossiers, made, list(gather_log(commune.sources).rest(take)))


def _counted(
    folder: _Folder, profile: Profile, period: Period, on: date
) -> tuple[list[Summary], list[Figure], list[Figure]]:
    """Return the dossiers of a period, their figures with those of inspections, and the figures of acts."""
    counted = folder.dossiers.days[on]
    rows, past = counted.rows, counted.past_limit
    stages, targets = load_cycle().stages, profile.targets.get(str(period.last.year))
    made = list(folder.inspected(on).values())
    overdue = "Hồ sơ quá hạn mà đến hết kỳ chưa làm xong"
    items = [
        *figures(rows, period, targets, stages, on),
        Figure("overdue", overdue, str(len(past)), dossiers=past),
        *progress_figures(rows, period, stages),
        *people_figures(rows, period),
        *inspection_figures(made, period, targets),
        *heard_figures(rows, period),
    ]
    return rows, items, logged_figures(folder.acts, load_log_kinds(), period, on, targets)


def _acts(items: Iterable[LogItem], period: Period, on: date) -> list[LogItem]:
    everything = list(items)
    return [
        item for kind in load_log_kinds().kinds.values() for item in acts_in(everything, kind, period, on)
    ]


def _is_year(period: Period) -> bool:
    return (period.last - period.first).days > 360  # noqa: PLR2004 - a year's budget beside a month's spending misleads


def _records(folder: _Folder, plan: YearPlan, on: date) -> dict[str, str]:
    """Return the hashes of what was counted, by file."""
    hashes = folder.dossiers.hashes | {name: facts_hash(each) for name, each in folder.inspected(on).items()}
    done: dict[int, list[LogEntry]] = {}
    for item in folder.acts:
        if item.entry.on <= on:
            done.setdefault(item.year, []).append(item.entry)
    logs = {year: YearLog(year=year, activities=tuple(entries)) for year, entries in done.items()}
    hashes |= {log_name(year): facts_hash(log) for year, log in logs.items()}
    return {**hashes, plan_name(plan.year): facts_hash(plan)} if plan.budget else hashes
