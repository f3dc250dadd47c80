"""Everything that a report shows and prints, gathered from a workspace."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple, Self

from ocop_cli.documents.basis import Basis, basis_of
from ocop_cli.documents.left_out import asked_without, read_without, with_left_out
from ocop_cli.documents.selection_notice import decided_ideas, selection_notice_values
from ocop_cli.documents.summary_report import certified_values, idea_list_values, report_values
from ocop_cli.dossier.model import Dossier
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.log_entry import LogItem
from ocop_cli.programme.profile import Profile
from ocop_cli.programme.report_words import ReportWords
from ocop_cli.reports.figure import Figure, figure_json, figures_table, find_figure
from ocop_cli.reports.listing import item_json, listing
from ocop_cli.reports.period import Period
from ocop_cli.reports.roll_up import breakdowns, certified
from ocop_cli.reports.summary import Summary
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.files.changes import Change
from ocop_cli.store.papers.forms import load_form
from ocop_cli.store.programme.report_words import load_report_words, words_change
from ocop_cli.store.reading.gaps import Gap, GapTaker, said_without
from ocop_cli.store.reading.sources import Sources
from ocop_cli.tables import Table, table_json
from ocop_cli.usecases.rows.counted import Commune, count_dossiers
from ocop_cli.usecases.rows.summaries import dossiers_as_of
from ocop_cli.usecases.year.priorities import priorities, with_priority
from ocop_cli.usecases.year.report_figures import CountedPeriod, count_period
from ocop_cli.workflow.selection import IdeaRow, idea_rows, ideas_table


class ReportKind(StrEnum):
    """Kinds of report."""

    PERIODIC = "periodic"
    ADHOC = "adhoc"
    IDEAS = "ideas"
    SELECTION = "selection"
    CERTIFIED = "certified"


KIND_WORDS: dict[str, str] = {
    ReportKind.PERIODIC: "báo cáo định kỳ",
    ReportKind.ADHOC: "báo cáo đột xuất",
    ReportKind.IDEAS: "danh sách ý tưởng",
    ReportKind.SELECTION: "thông báo kết quả lựa chọn",
    ReportKind.CERTIFIED: "sổ sản phẩm được công nhận",
}
"""What each kind is called."""


class ReportRequest(NamedTuple):
    """What is asked: the kind, the period, and the official's own words as far as they are given now.

    ``without``: the reasons for which dossiers that cannot be read are left out, by id.
    """

    kind: ReportKind
    period: Period
    words: ReportWords = ReportWords.model_construct()
    without: Mapping[str, str] = MappingProxyType({})

    @property
    def name(self) -> str:
        """What the report is filed under: its kind and its days."""
        title = "bao-cao" if self.kind is ReportKind.PERIODIC else "bao-cao-dot-xuat"
        return f"{title}-{self.period.first.isoformat()}-{self.period.last.isoformat()}"

    @property
    def asked(self) -> dict[str, str]:
        """What is asked as plain words, from which it can be asked again."""
        first, last, words = self.period
        days = {"first": str(first), "last": str(last), "period": words}
        return {"kind": self.kind.value, **days, **asked_without(self.without)}

    @classmethod
    def again(cls, asked: Mapping[str, str]) -> Self:
        """Ask again what was asked; the official's own words are those that are kept."""
        first, last = date.fromisoformat(asked["first"]), date.fromisoformat(asked["last"])
        period, without = Period(first, last, asked["period"]), read_without(asked)
        return cls(ReportKind(asked["kind"]), period, without=without)


@dataclass(frozen=True, slots=True)
class Report:
    """Tables for the eye, the form with its values for the paper, and more for machines.

    ``kept`` files the words that the official gave; ``basis`` is what the figures were counted from.
    """

    tables: list[Table]
    form_id: str
    owner: str
    values: Mapping[str, Any]
    basis: Basis
    kept: Sequence[Change] = ()
    extra: dict[str, Any] = field(default_factory=dict)


def gather_report(commune: Commune, asked: ReportRequest, today: date) -> Report:
    """Gather a report of the dossiers as they stood at the end of the period, or today where that is still to come.

    Raises ``OcopError`` while a dossier, or an inspection that is counted, cannot be read and is not left out.
    """
    gaps: list[Gap] = []
    report = _gathered(_Counting(commune, asked, today, gaps.append))
    said = said_without(gaps, asked.without)
    commune.sources.leave_out(*gaps)
    extra = {**report.extra, "without": dict(asked.without)} if said else report.extra
    return replace(report, values=with_left_out(report.values, said), extra=extra)


class _Counting(NamedTuple):
    """What is counted: where, what is asked, today, and what becomes of files that cannot be read."""

    commune: Commune
    asked: ReportRequest
    today: date
    take: GapTaker

    @property
    def sources(self) -> Sources:
        """The files of the commune."""
        return self.commune.sources

    @property
    def profile(self) -> Profile:
        """The commune on its papers."""
        return self.commune.profile

    @property
    def on(self) -> date:
        """The day whose evening is counted: the last of the period, or today where that is still to come."""
        return min(self.asked.period.last, self.today)


def _gathered(counting: _Counting) -> Report:
    made = {
        ReportKind.IDEAS: _ideas,
        ReportKind.SELECTION: _selection,
        ReportKind.CERTIFIED: _certified,
    }
    return made.get(counting.asked.kind, _summary)(counting)


def report_json(kind: ReportKind, report: Report) -> dict[str, Any]:
    """Return a report as ``ocop/report@1`` without its schema name: kind, tables, and what else its kind has."""
    return {"kind": kind.value, "tables": [table_json(table) for table in report.tables], **report.extra}


def _count_figures(counting: _Counting) -> CountedPeriod:
    """Return the dossiers that a report of a period counts, its figures, its acts, and what all rest on."""
    return count_period(counting.commune, counting.asked.period, counting.on, counting.take)


def explain_figure(
    commune: Commune, asked: ReportRequest, today: date, wanted: str
) -> tuple[Figure, list[Summary], list[LogItem]]:
    """Return a figure of a report with the dossiers and the acts behind it.

    Raises ``OcopError`` (misuse) for a kind of report that has no figures, and for a figure that is not there.
    """
    if asked.kind not in (ReportKind.PERIODIC, ReportKind.ADHOC):
        raise OcopError(
            f"Loại “{KIND_WORDS[asked.kind]}” không có chỉ tiêu để truy.",
            "Bỏ --why, hoặc dùng --kind periodic.",
            exit_code=MISUSE,
        )
    counted = _count_figures(_Counting(commune, asked, today, commune.sources.leave_out))
    figure = find_figure(counted.figures, wanted)
    rows = [row for row in counted.rows if row.id in figure.dossiers]
    return figure, rows, [item for item in counted.acts.items if item.ref in figure.acts]


def _summary(counting: _Counting) -> Report:
    sources, asked, profile = counting.sources, counting.asked, counting.profile
    before = load_report_words(sources, asked.name)
    words = before.with_given(asked.words)
    period, names, form = asked.period, _stage_names(), load_form("summary-report")
    counted = _count_figures(counting)
    rows, items, basis = counted.rows, counted.figures, Basis(counted.records, asked.asked)
    values = report_values(
        rows,
        items,
        period,
        profile,
        form,
        counting.today,
        counted_on=counting.on,
        stage_names=names,
        difficulties=words.difficulties,
        next_tasks=words.next_tasks,
        requested_by=words.requested_by or "",
        acts=counted.acts,
    )
    tables = [figures_table(items, f"Chương trình OCOP {period.words}"), *breakdowns(rows, names)]
    first, last = period.first.isoformat(), period.last.isoformat()
    extra = {
        "first": first,
        "last": last,
        "figures": [figure_json(figure) for figure in items],
        "items": [item_json(row) for row in rows],
    }
    kept = words_change(sources, asked.name, before, words)
    return Report(tables, form.id, asked.name, values, basis, kept, extra)


def _ideas(counting: _Counting) -> Report:
    year, (dossiers, basis) = counting.asked.period.last.year, _everyone(counting)
    rows, form = _preferred(counting, idea_rows(dossiers, load_cycle(), year)), load_form("idea-list")
    values = idea_list_values(rows, year, counting.profile, form, counting.today)
    return Report(
        [ideas_table(rows, year)], form.id, f"danh-sach-{year}", values, basis, extra=_ideas_json(rows, year)
    )


def _ideas_json(rows: Iterable[IdeaRow], year: int) -> dict[str, Any]:
    return {"year": year, "ideas": [row._asdict() for row in rows]}


def _selection(counting: _Counting) -> Report:
    year, (dossiers, basis) = counting.asked.period.last.year, _everyone(counting)
    form, preferred = load_form("selection-notice"), priorities(counting.sources, counting.take)
    decided = [
        (dossier, outcome._replace(reason=with_priority(outcome.reason, preferred.get(dossier_id, ""))))
        for dossier_id, dossier, outcome in decided_ideas(dossiers, load_cycle(), year)
    ]
    values = selection_notice_values(decided, year, counting.profile, form, counting.today)
    rows = _preferred(counting, idea_rows(dossiers, load_cycle(), year))
    extra = _ideas_json(rows, year)
    return Report([ideas_table(rows, year)], form.id, f"lua-chon-{year}", values, basis, extra=extra)


def _preferred(counting: _Counting, rows: list[IdeaRow]) -> list[IdeaRow]:
    """Return ideas with what the plan prefers in them beside the reason."""
    preferred = priorities(counting.sources, counting.take)
    return [row._replace(reason=with_priority(row.reason, preferred.get(row.id, ""))) for row in rows]


def _everyone(counting: _Counting) -> tuple[dict[str, Dossier], Basis]:
    files = list(dossiers_as_of(counting.sources, counting.today).rest(counting.take))
    named = [(file.source.name, file.dossier) for file in files]
    return {file.id: file.dossier for file in files}, basis_of(named, **counting.asked.asked)


def _certified(counting: _Counting) -> Report:
    days, hashes = count_dossiers(counting.commune, [counting.on], counting.take)
    rows, basis = certified(days[counting.on].rows, load_cycle().stages), Basis(hashes, counting.asked.asked)
    form = load_form("certified-register")
    values = certified_values(rows, counting.profile, form, counting.today)
    extra = {"items": [item_json(row) for row in rows]}
    return Report([listing(rows, _stage_names())], form.id, "so-san-pham", values, basis, extra=extra)


def _stage_names() -> dict[str, str]:
    return {stage.id: stage.name for stage in load_cycle().stages.values()}
