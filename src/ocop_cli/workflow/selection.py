"""Choose the best ideas of a round: every idea gets an outcome and a reason, and all are listed."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.moves import Move
from ocop_cli.dossier.vocabulary import MoveKind
from ocop_cli.tables import Column, Table
from ocop_cli.viet.collation import collation_key
from ocop_cli.workflow.cycle import Cycle

NONE_GIVEN = "–"
"""What stands where nobody gave a reason."""


class Outcome(NamedTuple):
    """What became of one idea."""

    chosen: bool
    reason: str


class IdeaRow(NamedTuple):
    """One idea of a year, in words: what became of it and why."""

    id: str
    product: str
    producer: str
    outcome: str
    reason: str


def open_ideas(dossiers: Mapping[str, Dossier], cycle: Cycle, year: int) -> dict[str, Dossier]:
    """Return the ideas of a year that wait for the selection."""
    waiting = cycle.awaiting_selection
    return {i: d for i, d in dossiers.items() if d.stage in waiting and d.registration.year == year}


def idea_rows(dossiers: Mapping[str, Dossier], cycle: Cycle, year: int) -> list[IdeaRow]:
    """Return every idea of a year with its outcome and the reason given, by name of product."""
    rows = [
        IdeaRow(
            i,
            dossier.product.name,
            dossier.producer.name,
            cycle.name(dossier.stage),
            "; ".join(selection_reasons(dossier)) or NONE_GIVEN,
        )
        for i, dossier in sorted(dossiers.items())
        if _is_idea_of(dossier, year, cycle)
    ]
    return sorted(rows, key=lambda row: collation_key(row.product))


def last_selection(dossier: Dossier, year: int) -> Move | None:
    """Return the last selection of a dossier, if it took part in a year when that was made."""
    moves = [move for move in dossier.history if move.kind is MoveKind.SELECT]
    return moves[-1] if moves and dossier.registration.year_of_act(moves[-1].on) == year else None


def _is_idea_of(dossier: Dossier, year: int, cycle: Cycle) -> bool:
    """Say whether a product was registered in a year, or carried into it as an idea that nobody had decided on."""
    if year in dossier.registration.rounds:
        return True
    undecided = dossier.stage in cycle.awaiting_selection or last_selection(dossier, year) is not None
    return undecided and year in dossier.registration.years


def ideas_table(rows: Iterable[IdeaRow], year: int) -> Table:
    """Lay the ideas of a year out for people."""
    columns = (
        Column("Hồ sơ"),
        Column("Sản phẩm", weight=2),
        Column("Chủ thể", weight=2),
        Column("Kết quả"),
        Column("Lý do", weight=3),
    )
    return Table(f"Ý tưởng, sản phẩm đăng ký năm {year}", columns, tuple(rows))


def selection_reasons(dossier: Dossier) -> Iterable[str]:
    """Return the reasons of the last selection of a dossier."""
    moves = [move for move in dossier.history if move.kind is MoveKind.SELECT]
    return moves[-1].reasons if moves else ()
