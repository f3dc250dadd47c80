"""Registers with a column for each rank: “3 sao | 4 sao | 5 sao”, and a tick under one of them."""

import re

from ocop_cli.intake.ticks import mark_in
from ocop_cli.store.foreign.workbook import SheetCell
from ocop_cli.usecases.registers.imported import RowLine, about_cell
from ocop_cli.usecases.registers.row_facts import FilledCells
from ocop_cli.usecases.registers.sheet_table import STAR, SheetColumn
from ocop_cli.viet.field_words import NO, YES
from ocop_cli.viet.text import fold

_COUNTED = "1"  # registers that add up their columns have 1 for a tick
_NONE = re.compile(r"[0\s.–—-]*")
_YES, _NO = set(map(fold, YES)), set(map(fold, NO))
"""Also what a workbook keeps of the check boxes that Excel and Google Sheets have in cells: true and false."""


def with_star(filled: FilledCells) -> tuple[list[tuple[SheetColumn, SheetCell]], list[RowLine]]:
    """Return the cells of a row with the rank that is ticked in place of the tick, and a line for each that is not clear.

    Two ticks, or a tick beside another rank in words, say no rank.
    """
    ticks = [each for each in filled if each[0].rank]
    others = [each for each in filled if not each[0].rank]
    ticked = [(column, cell) for column, cell in ticks if _is_ticked(column, cell)]
    unclear = [
        about_cell(
            column, cell, f"“{cell.text}” không rõ có phải dấu chọn hạng; chưa ghi ô này", doubted=True
        )
        for column, cell in ticks
        if not _is_empty(cell) and (column, cell) not in ticked
    ]
    ranks = [(column, cell._replace(text=column.rank)) for column, cell in ticked]
    said = [each for each in others if each[0].path == STAR and each[1].text.strip()]
    if len(ranks) == 1 and all(_rank_in(cell.text) == ranks[0][1].text for _, cell in said):
        return [*(each for each in others if each not in said), *ranks], unclear
    if not ranks:
        return others, unclear
    words = "; ".join(f"{column.heading}: {cell.text}" for column, cell in (*said, *ticked))
    why = about_cell(*ticked[0], f"dòng nêu nhiều hạng ({words}); chưa ghi hạng nào", doubted=True)
    return [each for each in others if each not in said], [*unclear, why]


def _is_ticked(column: SheetColumn, cell: SheetCell) -> bool:
    mark, text = mark_in(cell.text), cell.text.strip()
    return text in {_COUNTED, column.rank} or fold(text) in _YES or (mark.is_ticked and not mark.beside)


def _is_empty(cell: SheetCell) -> bool:
    return bool(_NONE.fullmatch(cell.text)) or fold(cell.text.strip()) in _NO


def _rank_in(text: str) -> str:
    found = re.findall(r"\d+", text)
    return found[0] if len(found) == 1 else text
