"""Choose the best ideas of a round: every idea gets an outcome and a reason, and all are listed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ocop_cli.dossier import Dossier
from ocop_cli.dossier.vocabulary import MoveKind
from ocop_cli.tables import Column, Table
from ocop_cli.workflow.cycle import Cycle


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one idea."""

    chosen: bool
    reason: str

    @property
    def stage(self) -> str:
        """The stage that the outcome leads to."""
        return "selected" if self.chosen else "not_selected"


def open_ideas(dossiers: Mapping[str, Dossier], year: int) -> dict[str, Dossier]:
    """Return the ideas of a year that wait for the selection."""
    return {i: d for i, d in dossiers.items() if d.stage == "idea" and d.registration.year == year}


def ideas_table(dossiers: Mapping[str, Dossier], cycle: Cycle, year: int) -> Table:
    """List every idea of a year with its outcome and the reason given."""
    rows = tuple(_row(i, d, cycle) for i, d in sorted(dossiers.items()) if d.registration.year == year)
    columns = (
        Column("Hồ sơ"),
        Column("Sản phẩm", weight=2),
        Column("Chủ thể", weight=2),
        Column("Kết quả"),
        Column("Lý do", weight=3),
    )
    return Table(f"Ý tưởng, sản phẩm đăng ký năm {year}", columns, rows)


def selection_reasons(dossier: Dossier) -> Iterable[str]:
    """Return the reasons of the last selection of a dossier."""
    moves = [move for move in dossier.history if move.kind is MoveKind.SELECT]
    return moves[-1].reasons if moves else ()


def _row(dossier_id: str, dossier: Dossier, cycle: Cycle) -> tuple[str, ...]:
    reasons = "; ".join(selection_reasons(dossier)) or "–"
    return dossier_id, dossier.product.name, dossier.producer.name, cycle.name(dossier.stage), reasons
