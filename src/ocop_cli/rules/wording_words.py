"""What was found of a decision's own words, as tables for people and for machines."""

from collections.abc import Sequence
from typing import Any

from ocop_cli.rules.decision import Decision
from ocop_cli.rules.wording import PlacedWords
from ocop_cli.tables import Align, Column, Table


def coverage_table(decision: Decision, placed: Sequence[PlacedWords], title: str) -> Table:
    """Count the levels of each product set that have the decision's words."""
    columns = (Column("Bộ", Align.RIGHT), Column("Tên", weight=3), Column("Mức có nguyên văn", Align.RIGHT))
    rows = tuple((str(s.number), s.name, _count([p for p in placed if p.level.product_set == s.number])) for s in decision.sets)  # fmt: skip
    return Table(title, columns, rows, ("", "Cộng", _count(placed)))


def unplaced_table(placed: Sequence[PlacedWords]) -> Table | None:
    """List the levels whose words could not be placed, with the reason; ``None`` where there is none."""
    rows = tuple(
        (str(level.product_set), f"{level.criterion.code} {level.criterion.name}", level.option.label, why)
        for level, words, why in placed
        if not words
    )
    columns = (Column("Bộ", Align.RIGHT), Column("Tiêu chí", weight=2), Column("Mức (tóm tắt)", weight=2), Column("Lý do", weight=3))  # fmt: skip
    return Table("Mức chưa lấy được nguyên văn, giữ diễn đạt tóm tắt", columns, rows) if rows else None


def wording_json(decision: Decision, placed: Sequence[PlacedWords]) -> dict[str, Any]:
    """Return the same for a JSON output."""
    unplaced = [
        {"set": level.product_set, "criterion": level.criterion.id, "option": level.option.id, "why": why}
        for level, words, why in placed
        if not words
    ]
    return {
        "decision": decision.id,
        "levels": len(placed),
        "placed": len(placed) - len(unplaced),
        "unplaced": unplaced,
    }


def _count(placed: Sequence[PlacedWords]) -> str:
    return f"{sum(bool(each.words) for each in placed)}/{len(placed)}"
