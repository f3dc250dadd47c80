"""What each dossier of a workspace needs next, who acts, and by when."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ocop_cli.checks.evidence import find_lapsing
from ocop_cli.checks.hurdles import find_hurdles
from ocop_cli.dossier.model import Dossier
from ocop_cli.errors import OcopError
from ocop_cli.evaluation.case import Case
from ocop_cli.evaluation.law import decision_on
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.programme.calendar import Calendar
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile, dossier_name, load_private, private_name
from ocop_cli.store.dossier.evidence import files_seen
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.case import case_of
from ocop_cli.usecases.law_ahead import law_ahead
from ocop_cli.usecases.rows.stepped import remedies_of_each, step_of_today
from ocop_cli.workflow.next_step import StepContext, next_step
from ocop_cli.workflow.step import NextStep


def next_steps(
    sources: Sources,
    files: Iterable[DossierFile],
    rulebook: Rulebook,
    calendar: Calendar,
    today: date,
) -> list[NextStep]:
    """Return what some dossiers need next."""
    context, remedies = step_context(calendar, today, rulebook), remedies_of_each(sources.root, today)
    steps = [step_of(sources, file.id, file.dossier, rulebook, context) for file in files]
    return [step_of_today(step, remedies, today, calendar.working) for step in steps]


def step_context(calendar: Calendar, today: date, rulebook: Rulebook) -> StepContext:
    """Return what the steps of a day are worked out from."""
    return StepContext(load_cycle(), calendar, today, decision_on(rulebook, today))


def step_of(
    sources: Sources, dossier_id: str, dossier: Dossier, rulebook: Rulebook, context: StepContext
) -> NextStep:
    """Return what a dossier needs next, without what ``step_of_today`` adds."""
    law = law_ahead(dossier, rulebook, context.today)
    step = next_step(dossier_id, dossier, law, context)
    if law is None or dossier.stage not in context.cycle.stages:
        return step
    case = case_of(dossier_name(dossier_id), dossier, law, context.today, files_seen(sources, dossier))
    lapsing = [finding.message for finding in find_lapsing(case)]
    hurdles = _hurdles(sources, dossier_id, case, context)
    asks = [path for finding in hurdles if finding.asks for path in finding.asks.fields]
    return step._replace(
        missing=(*step.missing, *(finding.message for finding in hurdles)),
        notes=(*step.notes, *lapsing),
        asks=tuple(dict.fromkeys((*step.asks, *asks))),
    )


def _hurdles(sources: Sources, dossier_id: str, case: Case, context: StepContext) -> list[Finding]:
    """Return what the next verb will refuse the dossier for."""
    onward = context.cycle.onward(case.dossier.stage, case.dossier.registration.track)
    if onward is None:
        return []
    try:
        private = load_private(sources, dossier_id) if case.stage.at_commune else None
    except OcopError as error:
        return [Finding("", Severity.ERROR, error.message, Place(private_name(dossier_id)))]
    return find_hurdles(replace(case, private=private), onward.to)
