"""Everything that a year's plan is made of, gathered from a workspace."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from ocop_cli.documents.basis import basis_of
from ocop_cli.documents.left_out import asked_without
from ocop_cli.documents.plan import PlanData
from ocop_cli.documents.plan_annexes import YearDossiers
from ocop_cli.documents.report_sections import ReportActs
from ocop_cli.dossier.model import Dossier
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.decision import Rulebook
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.built_in.packaged import load_acts, load_cycle, load_log_kinds, load_standing
from ocop_cli.store.dossier.dossiers import dossier_name, gather_dossiers
from ocop_cli.store.programme.plans import usable_plan
from ocop_cli.store.reading.gaps import Gap, said_without
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.year.year_papers import acts_of_year, log_records
from ocop_cli.workflow.year import carried_into, certified_in, re_ranked_in, registered_in, year_views


def gather_plan(
    sources: Sources,
    year: int,
    rulebook: Rulebook,
    profile: Profile,
    today: date,
    without: Mapping[str, str] = MappingProxyType({}),
) -> PlanData:
    """Gather the plan of a year under the law of the day it is drawn up.

    Raises ``OcopError`` while a dossier cannot be read and is not left out: ``without`` has the reasons by id.
    """
    gaps: list[Gap] = []
    cycle, found = load_cycle(), gather_dossiers(sources).rest(gaps.append)
    everyone = {file.id: file.dossier for file in found}
    said = said_without(gaps, without)
    sources.leave_out(*gaps)
    logged = acts_of_year(sources, year)
    own = usable_plan(sources, year)
    return PlanData(
        year=year,
        standing=load_standing(),
        own=own,
        profile=profile,
        decision=pick_decision(rulebook, today),
        steps=len(cycle.step_names),
        dossiers=_dossiers(everyone, year, rulebook, today),
        acts=load_acts(),
        basis=basis_of(
            [*((dossier_name(i), each) for i, each in everyone.items()), *log_records(logged)],
            year=str(year),
            **asked_without(without),
        ),
        left_out=said,
        logged=ReportActs(
            logged, (), load_log_kinds(), {i: each.product.name for i, each in everyone.items()}
        ),
    )


def _dossiers(everyone: Mapping[str, Dossier], year: int, rulebook: Rulebook, today: date) -> YearDossiers:
    cycle = load_cycle()
    closed = frozenset(stage.id for stage in cycle.stages.values() if stage.closed)
    views = year_views(everyone.values(), rulebook, today)
    re_ranked = re_ranked_in(views, year, closed)
    carried = carried_into(everyone.values(), year, cycle.stages)
    return YearDossiers(
        by_track=registered_in(everyone.values(), year, closed),
        carried=[noted for noted in carried if noted[0] not in [dossier for dossier, _ in re_ranked]],
        re_ranked=re_ranked,
        inspected=certified_in(views, year, closed),
        stage_names={stage.id: stage.name for stage in cycle.stages.values()},
    )
