"""What a dossier needs next, who acts, and by when."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ocop_cli.dossier.evidence import Promise
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.stage import Stage
from ocop_cli.evaluation.facts_hash import stale_conclusions
from ocop_cli.evaluation.law import filed_on
from ocop_cli.programme.profile import CalendarSettings
from ocop_cli.rules.decision import Decision, Ruleset
from ocop_cli.rules.pick import transition_limit
from ocop_cli.workflow.certificate import renewal_action
from ocop_cli.workflow.cycle import Cycle
from ocop_cli.workflow.deadline import due_date
from ocop_cli.workflow.needs import MoveRequest, is_met, missing_evidence


class NextStep(NamedTuple):
    """One dossier on the desk. ``due`` is ``None`` when no rule sets a day; ``missing`` are words for people."""

    id: str
    name: str
    stage: str
    stage_name: str
    acts: str
    action: str
    command: str
    missing: tuple[str, ...]
    due: date | None
    waiting: bool
    closed: bool
    promises_open: int = 0

    def is_overdue(self, today: date) -> bool:
        """Say whether its day has passed."""
        return self.due is not None and self.due < today


class StepContext(NamedTuple):
    """What the steps are worked out from; ``decision`` is the one that takes filings today."""

    cycle: Cycle
    calendar: CalendarSettings
    today: date
    decision: Decision | None = None


def next_step(dossier_id: str, dossier: Dossier, ruleset: Ruleset | None, context: StepContext) -> NextStep:
    """Return what a dossier needs next under its law; without a law only what the cycle itself says."""
    stage = context.cycle.stages.get(dossier.stage) or Stage(dossier.stage, dossier.stage, 0)
    renewal = renewal_action(dossier, ruleset, context.today) if stage.renewal else None
    open_promises = [p for p in dossier.promises if p.received_on is None and not stage.closed]
    command = renewal.command if renewal else stage.command
    return NextStep(
        id=dossier_id,
        name=dossier.product.name,
        stage=stage.id,
        stage_name=stage.name,
        acts=stage.acts,
        action=renewal.action if renewal else stage.action,
        command=command.format(id=dossier_id),
        missing=tuple(_missing(dossier, ruleset, stage, context, command=command, promises=open_promises)),
        due=renewal.due if renewal else _due(dossier, ruleset, stage, context, open_promises),
        waiting=stage.waiting,
        closed=stage.closed,
        promises_open=len(open_promises),
    )


def _missing(
    dossier: Dossier,
    ruleset: Ruleset | None,
    stage: Stage,
    context: StepContext,
    *,
    command: str,
    promises: Sequence[Promise],
) -> list[str]:
    request = MoveRequest(dossier, reasons=("lý do do người chuyển ghi",), ruleset=ruleset)
    onward = [m for m in context.cycle.moves_from(stage.id, dossier.registration.track) if m.to in command]
    lacks = [n for m in onward for n in m.needs if not is_met(n, request)]
    words = [context.cycle.needs[n].says for n in dict.fromkeys(lacks) if n != "required_papers"]
    words += [f"thiếu {name}" for name in missing_evidence(request)] if "required_papers" in lacks else []
    name = ruleset.decision.procedure.paper_name if ruleset else str
    words += [f"chờ {p.by} nộp: {name(p.paper)}" for p in promises]
    words += (
        ["kết luận cần xem lại vì số liệu đã đổi"] if stale_conclusions(dossier) and not stage.closed else []
    )
    return words


def _due(
    dossier: Dossier, ruleset: Ruleset | None, stage: Stage, context: StepContext, promises: Sequence[Promise]
) -> date | None:
    days = [promise.due for promise in promises]
    received = filed_on(dossier)
    limit = ruleset.decision.procedure.limit(stage.limit) if ruleset and stage.limit else None
    if limit and received:
        days += [day for day in (due_date(received, limit, context.calendar),) if day]
    if stage.limit and received and context.decision:
        days += [
            day
            for day in (transition_limit(context.decision, dossier.registration.kind.value, received),)
            if day
        ]
    if stage.round and ruleset:
        days += [day for day in (round_closes(ruleset, received or context.today),) if day]
    return min(days, default=None)


def round_closes(ruleset: Ruleset, on: date) -> date | None:
    """Return the last day for a request in the next provincial round: the day before its cut-off."""
    rounds = ruleset.decision.procedure.province_rounds
    cut_offs = [r.request_before.in_year(year) for r in rounds for year in (on.year, on.year + 1)]
    return min((day - timedelta(days=1) for day in cut_offs if day > on), default=None)
