"""The papers of the year beside plan and report, gathered from a workspace: what each says, and what it rests on."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from ocop_cli.documents.basis import Basis, basis_of
from ocop_cli.documents.report_sections import ReportActs
from ocop_cli.documents.year_papers import TRADE, means_values, nomination_values, trade_plan_values
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.log_entry import LogItem, YearLog
from ocop_cli.programme.profile import Profile
from ocop_cli.reports.logged import goes_on
from ocop_cli.rules.decision import Rulebook
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.built_in.packaged import load_acts, load_cycle, load_log_kinds, load_standing
from ocop_cli.store.dossier.dossiers import dossier_name, gather_dossiers
from ocop_cli.store.papers.forms import load_form
from ocop_cli.store.programme.plans import plan_name, usable_plan
from ocop_cli.store.programme.year_log import entry_at, gather_log, log_name
from ocop_cli.store.reading.gaps import INCOMPLETE, Gap, refuse_gaps
from ocop_cli.store.reading.sources import Sources
from ocop_cli.viet.collation import collation_key
from ocop_cli.workflow.year import certified_in, year_views

Paper = tuple[dict[str, Any], Basis]


class Asking(NamedTuple):
    """The workspace, the law and the day that a paper of the year is made with."""

    sources: Sources
    rulebook: Rulebook
    profile: Profile
    today: date


def acts_of_year(sources: Sources, year: int) -> list[LogItem]:
    """Return the acts of a year, done or planned, and those of before that still go on. Raises ``OcopError`` for bad rows."""
    gaps: list[Gap] = []
    items = list(gather_log(sources).rest(gaps.append))
    refuse_gaps(gaps, INCOMPLETE, exit_code=1)
    kinds, first = load_log_kinds().kinds, date(year, 1, 1)
    return [
        item
        for item in items
        if item.entry.on.year == year
        or (item.entry.on < first and goes_on(kinds[item.entry.kind], item.entry, first))
    ]


def trade_plan(asking: Asking, asked: Mapping[str, str]) -> Paper:
    """Return the trade-promotion plan of a year (the plan, III.4)."""
    year, kinds, gaps = int(asked["year"]), load_log_kinds(), list[Gap]()
    files = list(gather_dossiers(asking.sources).rest(gaps.append))
    refuse_gaps(gaps, INCOMPLETE, exit_code=1)
    closed = frozenset(stage.id for stage in load_cycle().stages.values() if stage.closed)
    views = year_views((file.dossier for file in files), asking.rulebook, asking.today)
    held = [dossier for dossier, _ in certified_in(views, year, closed)]
    certified = [file for file in files if file.dossier in held]
    certified.sort(key=lambda file: collation_key(file.dossier.product.name))
    items = [i for i in acts_of_year(asking.sources, year) if kinds.kinds[i.entry.kind].section == TRADE]
    acts = ReportActs(items, (), kinds, {file.id: file.dossier.product.name for file in files})
    values = trade_plan_values(
        year,
        load_standing(),
        acts,
        [file.dossier for file in certified],
        asking.profile,
        pick_decision(asking.rulebook, asking.today),
        load_acts(),
        load_form("trade-plan"),
        asking.today,
    )
    records = [(dossier_name(file.id), file.dossier) for file in certified]
    return values, basis_of([*records, *log_records(items)], **asked)


def means_proposal(asking: Asking, asked: Mapping[str, str]) -> Paper:
    """Return the proposal to provide the means of a year (the plan, V.1)."""
    year = int(asked["year"])
    plan = usable_plan(asking.sources, year)
    before = [i for i in acts_of_year(asking.sources, year - 1) if i.entry.kind == "spending"]
    spent = sum((item.entry.amount_vnd or Decimal(0) for item in before), Decimal(0))
    values = means_values(
        year,
        plan.budget,
        spent,
        asking.profile,
        pick_decision(asking.rulebook, asking.today),
        load_acts(),
        load_form("means-proposal"),
        asking.today,
    )
    return values, basis_of([(plan_name(year), plan), *log_records(before)], **asked)


def nomination(asking: Asking, asked: Mapping[str, str]) -> Paper:
    """Return the letter that sends people to the class of an act (the plan, III.2).

    Raises ``OcopError`` (misuse) for an act that is not there, or that nobody is sent to.
    """
    year, _, number = asked["act"].partition("/")
    entry = entry_at(asking.sources, int(year), int(number))
    kind = load_log_kinds().kinds[entry.kind]
    if not kind.nominates:
        hint = "Chọn một lớp tập huấn: `ocop log`"
        raise OcopError(f"Việc số {number} là {kind.name.lower()}, không cử người.", hint, exit_code=MISUSE)
    form = load_form("nomination-letter")
    values = nomination_values(entry, asking.profile, form, asking.today, kind.name)
    return values, basis_of(log_records([LogItem(int(year), int(number), entry)]), **asked)


def log_records(items: list[LogItem]) -> list[tuple[str, YearLog]]:
    """Return the acts that a paper rests on, as files of their years that hold only these."""
    years = dict.fromkeys(item.year for item in items)
    return [
        (log_name(year), YearLog(year=year, activities=tuple(i.entry for i in items if i.year == year)))
        for year in years
    ]


PAPERS: Mapping[str, Callable[[Asking, Mapping[str, str]], Paper]] = {
    "trade-plan": trade_plan,
    "means-proposal": means_proposal,
    "nomination-letter": nomination,
}
"""The maker of each form, from what it was asked for: a year, or an act (``2026/3``)."""
