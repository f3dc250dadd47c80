"""A move of a dossier: the cycle is asked once, and the lines that the move adds to the file are made here only."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from ocop_cli.checks.receipt import find_unreceivable
from ocop_cli.dossier.kept_producer import facts_to_keep
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import MoveKind
from ocop_cli.evaluation.facts_hash import whole_hash
from ocop_cli.findings import Finding
from ocop_cli.rules.decision import Ruleset
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.dossier.evidence import files_seen
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Append, Edit, Set
from ocop_cli.usecases.case import case_of
from ocop_cli.workflow.cycle import Allowed, Cycle
from ocop_cli.workflow.move_record import move_record
from ocop_cli.workflow.moves import plan_move
from ocop_cli.workflow.needs import MoveRequest


class PlannedMove(NamedTuple):
    """The move, the day of the act and the edits that write it, or the refusals that stand against it."""

    move: Allowed | None
    on: date
    edits: tuple[Edit, ...]
    refusals: tuple[Finding, ...]


def plan_dossier_move(
    file: DossierFile,
    request: MoveRequest,
    today: date,
    *,
    on: date | None = None,
    kind: MoveKind = MoveKind.ADVANCE,
    to: str | None = None,
    by: str | None = None,
    note: str | None = None,
    document: str | None = None,
    late: Mapping[str, Any] | None = None,
) -> PlannedMove:
    """Plan a move of a dossier: ``to`` a stage, or the one that asks for what the request brings.

    ``on`` is the day of the act; without it the day of receipt that somebody has typed counts for the receipt, else
    today. The day on which it is written down is kept beside it.
    """
    cycle = load_cycle()
    day = on or _typed_receipt(file.dossier, cycle, to) or today
    plan = plan_move(file.source.name, request, cycle, on=day, to=to, kind=kind)
    if plan.move is None:
        return PlannedMove(None, day, (), plan.refusals)
    record = move_record(
        plan.move,
        day,
        stage=file.dossier.stage,
        recorded_on=today,
        by=by,
        note=note,
        reasons=request.reasons,
        document=document,
        late=late,
        facts=whole_hash(file.dossier) if kind is MoveKind.RETURN else None,
    )
    reached = cycle.stages[plan.move.to]
    if reached.filing or reached.waiting:  # received by the commune, or sent to the province
        record["producer"] = facts_to_keep(file.dossier)
    edits: list[Edit] = [Append(("history",), record)]
    if reached.filing:  # the day of receipt decides deadlines and the law that holds
        edits.append(Set(("registration", "slip", "received_on"), day))
    return PlannedMove(plan.move, day, tuple(edits), ())


def receipt_refusals(
    sources: Sources, file: DossierFile, planned: PlannedMove, law: Ruleset | None, note: str | None
) -> list[Finding]:
    """Return why a move is refused that would be the receipt of the dossier: what keeps it from being complete."""
    cycle = load_cycle()
    if planned.move is None or law is None or not cycle.stages[planned.move.to].filing:
        return []
    hashes = files_seen(sources, file.dossier)
    case = case_of(file.source.name, file.dossier, law, planned.on, hashes)
    return find_unreceivable(case, note)


def plan_corrected_move(
    file: DossierFile, request: MoveRequest, today: date, *, on: date, note: str | None, document: str | None
) -> PlannedMove:
    """Plan the right move in place of the latest, which was recorded wrongly: that one stays and counts no more."""
    history = file.dossier.history
    before = file.dossier.model_copy(update={"history": history[:-1]})
    request, file = request._replace(dossier=before), file._replace(dossier=before)
    planned = plan_dossier_move(file, request, today, on=on, note=note, document=document)
    corrected = Set(("history", len(history) - 1, "corrected_on"), today)
    return planned._replace(edits=(corrected, *planned.edits)) if planned.move else planned


def _typed_receipt(dossier: Dossier, cycle: Cycle, to: str | None) -> date | None:
    """Return the day of receipt that stands in the dossier before its first receipt: a person has typed it."""
    slip, filing = dossier.registration.slip, {s.id for s in cycle.stages.values() if s.filing}
    received_before = any(move.stage in filing for move in dossier.history)
    goes_there = to in filing if to else bool(filing & cycle.next_stages(dossier.stage))
    return slip.received_on if slip and goes_there and not received_before else None


def refusals_of(moves: Sequence[PlannedMove]) -> list[Finding]:
    """Return why moves are refused, all of them."""
    return [finding for move in moves for finding in move.refusals]
