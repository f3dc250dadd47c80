"""How wide the cells of a table are."""

from collections.abc import Iterator
from typing import Any

from ocop_cli.ooxml.measures import measure, whole_measure
from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.walk import contents

_MARGIN = 108  # twips on each side, where a table says nothing
_FIFTIETHS = 5000  # of a percent in the whole
_STALE = 0.1  # the share by which cells and grid may differ
_SIDES = (("left", "start"), ("right", "end"))  # Word writes the first names, LibreOffice the second


def cells_of(row: Any, room: int = 0) -> Iterator[tuple[Any, int]]:
    """Yield the cells of a row, each with its width in twips; 0 where neither cell nor grid says.

    The width is that of the cell's columns in the grid where the row fills the grid about as its cells say, for a
    cell's own measure may be stale; else the cell's own. Shares count where the ``room`` of the table is given; where
    cells say nothing, its columns share what the table takes of it.
    """
    table = next(row.iterancestors(f"{W}tbl"), None)
    columns = table.iterfind(f"{W}tblGrid/{W}gridCol") if table is not None else ()
    grid = [_number(column, "w") for column in columns]
    whole = _share(table.find(f"{W}tblPr/{W}tblW"), room) if table is not None else 0
    cells = [child for child in contents(row) if child.tag == f"{W}tc"]
    spans = _spans(row, cells, grid)
    own = [_own_width(cell, whole or room) for cell in cells]
    if whole and not any(own):
        yield from zip(cells, (round(span * whole / (sum(grid) or whole)) for span in spans), strict=True)
        return
    trusted = all(spans) and abs(sum(spans) - sum(own)) <= _STALE * sum(spans)
    yield from zip(
        cells, spans if trusted else [o or s for o, s in zip(own, spans, strict=True)], strict=True
    )


def _spans(row: Any, cells: list[Any], grid: list[int]) -> list[int]:
    """Return how wide the columns of each cell are together."""
    first = _number(row.find(f"{W}trPr/{W}gridBefore"), "val")
    spans = []
    for cell in cells:
        last = first + (_number(cell.find(f"{W}tcPr/{W}gridSpan"), "val") or 1)
        spans.append(sum(grid[first:last]))
        first = last
    return spans


def table_indent(table: Any) -> int:
    """Return how far the left edge of a table lies in from the margin, in twips; negative when it sticks out."""
    return _number(table.find(f"{W}tblPr/{W}tblInd"), "w")


def cell_margins(table: Any, cell: Any = None) -> int:
    """Return what a cell of a table leaves free on both sides together, in twips: as it says itself, or the table."""
    holders = [cell.find(f"{W}tcPr/{W}tcMar")] if cell is not None else []
    holders = [holder for holder in (*holders, table.find(f"{W}tblPr/{W}tblCellMar")) if holder is not None]
    return sum(_margin(holders, names) for names in _SIDES)


def _margin(holders: list[Any], names: tuple[str, ...]) -> int:
    found = (node for holder in holders for name in names if (node := holder.find(f"{W}{name}")) is not None)
    node = next(found, None)
    return _MARGIN if node is None else _number(node, "w")


def _own_width(cell: Any, room: int) -> int:
    width = cell.find(f"{W}tcPr/{W}tcW")
    is_measure = width is not None and width.get(f"{W}type", "dxa") == "dxa"
    return _number(width, "w") if is_measure else _share(width, room)


def _share(width: Any, room: int) -> int:
    """Return the part of a room that a width asks for; 0 for one that is no share."""
    if width is None or not room or width.get(f"{W}type") != "pct":
        return 0
    text = width.get(f"{W}w", "")
    return round(measure(text[:-1]) * room / 100 if text.endswith("%") else measure(text) * room / _FIFTIETHS)


def _number(node: Any, name: str) -> int:
    return whole_measure(node.get(f"{W}{name}")) if node is not None else 0
