"""What a dossier needs next, who acts, and by when."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ocop_cli.dossier.conclusions import Submission
from ocop_cli.dossier.evidence import Promise
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.stage import Stage, stage_of
from ocop_cli.evaluation.facts_hash import stale_conclusions
from ocop_cli.programme.calendar import Calendar
from ocop_cli.rules.decision import Decision, Ruleset
from ocop_cli.viet.text import upper_first
from ocop_cli.workflow.certificate import renewal_action
from ocop_cli.workflow.cycle import Cycle
from ocop_cli.workflow.deadline import Deadline
from ocop_cli.workflow.limit import Limit
from ocop_cli.workflow.limits import limit_of_transition, limits_of
from ocop_cli.workflow.needs import MoveRequest, is_met
from ocop_cli.workflow.re_ranking import certificate_notes
from ocop_cli.workflow.step import NextStep
from ocop_cli.workflow.transition import LastDay, left_behind, way_back


class StepContext(NamedTuple):
    """What the steps are worked out from; ``decision`` is the one by which certificates count that day."""

    cycle: Cycle
    calendar: Calendar
    today: date
    decision: Decision | None


class _Desk(NamedTuple):
    """One dossier with its law, its stage and the promises still open."""

    id: str
    dossier: Dossier
    ruleset: Ruleset | None
    stage: Stage
    promises: Sequence[Promise]
    context: StepContext

    @property
    def behind(self) -> LastDay | None:
        """The last day under its law, when it has passed while the commune holds the dossier."""
        if self.ruleset is None or not self.stage.at_commune:
            return None
        return left_behind(self.dossier, self.ruleset, self.context.today)


class _Work(NamedTuple):
    """What is to be done, by which command, by when."""

    action: str
    command: str
    limits: tuple[Limit, ...]


def next_step(dossier_id: str, dossier: Dossier, ruleset: Ruleset | None, context: StepContext) -> NextStep:
    """Return what a dossier needs next under its law; without a law only what the cycle itself says.

    How many days are left of it is counted apart (``with_days_left``): all the rest may hold for many days.
    """
    stage = stage_of(context.cycle.stages, dossier.stage)
    promises = [p for p in dossier.promises if p.is_open and not stage.closed]
    desk = _Desk(dossier_id, dossier, ruleset, stage, promises, context)
    work = _work(desk)
    cycle = context.cycle
    return NextStep(
        id=dossier_id,
        name=dossier.product.name,
        stage=stage.id,
        stage_name=stage.name,
        acts=stage.acts,
        action=work.action,
        command=work.command,
        missing=tuple(_missing(desk)),
        asks=tuple(cycle.needs[need].at for need in _needs_unmet(desk) if cycle.needs[need].at),
        limits=work.limits,
        waiting=stage.waiting,
        closed=stage.closed,
        promises_open=len(promises),
        notes=_notes(desk),
    )


def _work(desk: _Desk) -> _Work:
    stage, behind = desk.stage, desk.behind
    if behind:
        return _Work(
            "trả lại, nhận lại theo quyết định hiện hành",
            way_back(desk.id)[0],
            (limit_of_transition(behind),),
        )
    renewal = (
        renewal_action(desk.dossier, desk.context.decision, desk.context.today) if stage.renewal else None
    )
    if renewal:
        return _Work(
            renewal.action,
            renewal.command.format(id=desk.id),
            (Limit(upper_first(renewal.action), Deadline(renewal.due)),),
        )
    onward = desk.context.cycle.onward(stage.id, desk.dossier.registration.track)
    command = stage.command.format(id=desk.id, to=onward.to if onward else "")
    context = desk.context
    limits = limits_of(desk.dossier, desk.ruleset, stage, context.calendar, context.today, desk.promises)
    if stage.sendable and desk.dossier.prepared:
        return _Work(*_to_sign_or_send(desk.id, desk.dossier.prepared), tuple(limits))
    return _Work(stage.action, command, tuple(limits))


def _to_sign_or_send(dossier_id: str, prepared: Submission) -> tuple[str, str]:
    """Return what a prepared request waits for: its papers to be signed, or to go."""
    if prepared.package:
        return "gửi gói hồ sơ đã ký", f"ocop send {dossier_id}"
    return "lấy số, ký văn bản đề nghị và báo cáo, lập gói từ bản đã ký", f"ocop submit {dossier_id}"


def _notes(desk: _Desk) -> tuple[str, ...]:
    if desk.ruleset is None or desk.stage.renewal or desk.stage.closed:
        return ()
    return tuple(certificate_notes(desk.dossier, desk.ruleset, desk.stage, desk.context.today))


def _missing(desk: _Desk) -> Iterator[str]:
    """Name what the next verb will refuse the dossier for: the needs of the move that the act itself does not bring."""
    dossier, ruleset, stage, cycle = desk.dossier, desk.ruleset, desk.stage, desk.context.cycle
    if desk.behind and ruleset:
        yield f"hồ sơ này {desk.behind.words(ruleset)}"
    yield from (cycle.needs[need].says for need in _needs_unmet(desk))
    name = ruleset.decision.procedure.paper_name if ruleset else str
    yield from (f"chờ {p.by} nộp: {name(p.paper)}" for p in desk.promises)
    if stale_conclusions(dossier) and not stage.closed:
        yield "kết luận cần xem lại vì số liệu đã đổi"


def _needs_unmet(desk: _Desk) -> list[str]:
    """Return the needs of the move onward that neither the dossier nor the act itself meets."""
    cycle, request = desk.context.cycle, MoveRequest(desk.dossier, ruleset=desk.ruleset)
    onward = cycle.onward(desk.stage.id, desk.dossier.registration.track)
    needs = onward.needs if onward else ()
    return [need for need in needs if not cycle.needs[need].brought and not is_met(need, request)]
