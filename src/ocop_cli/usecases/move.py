"""A move of a dossier: the cycle is asked once, and the lines that the move adds to the file are made here only."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ocop_cli.dossier.vocabulary import MoveKind
from ocop_cli.findings import Finding
from ocop_cli.store.dossiers import DossierFile
from ocop_cli.store.packaged import load_cycle
from ocop_cli.store.yaml.edit import Append, Edit, Set
from ocop_cli.workflow.cycle import Allowed
from ocop_cli.workflow.move_record import move_record
from ocop_cli.workflow.moves import plan_move
from ocop_cli.workflow.needs import MoveRequest


class PlannedMove(NamedTuple):
    """The move with the edits that write it, or the refusals that stand against it."""

    move: Allowed | None
    edits: tuple[Edit, ...]
    refusals: tuple[Finding, ...]


def plan_dossier_move(
    file: DossierFile,
    request: MoveRequest,
    on: date,
    *,
    kind: MoveKind = MoveKind.ADVANCE,
    to: str | None = None,
    by: str | None = None,
    note: str | None = None,
    document: str | None = None,
) -> PlannedMove:
    """Plan a move of a dossier on a day: ``to`` a stage, or the one that asks for what the request brings."""
    cycle = load_cycle()
    plan = plan_move(file.source.name, request, cycle, on=on, to=to, kind=kind)
    if plan.move is None:
        return PlannedMove(None, (), plan.refusals)
    record = move_record(plan.move, on, by=by, note=note, reasons=request.reasons, document=document)
    edits: list[Edit] = [Append(("history",), record)]
    if cycle.stages[plan.move.to].filing:  # the day of receipt decides deadlines and the law that holds
        edits.append(Set(("registration", "slip", "received_on"), on))
    return PlannedMove(plan.move, tuple(edits), ())


def refusals_of(moves: Sequence[PlannedMove]) -> list[Finding]:
    """Return why moves are refused, all of them."""
    return [finding for move in moves for finding in move.refusals]
