"""Edges of tables and paragraphs: which of them are seen."""

from typing import Any

from ocop_cli.ooxml.names import W


def drawn(edge: Any) -> bool:
    """Say whether an edge is drawn."""
    return edge is not None and (edge.get(f"{W}val") or "nil") not in ("nil", "none")


def is_bordered(table: Any) -> bool:
    """Say whether edges at a side or between cells are seen; a cell's own word outweighs the table's."""
    edges = table.find(f"{W}tblPr/{W}tblBorders")
    style = table.find(f"{W}tblPr/{W}tblStyle")
    grid = style is not None and "grid" in style.get(f"{W}val", "").lower() and edges is None
    cells = (c for row in table.iterchildren(f"{W}tr") for c in row.iterchildren(f"{W}tc"))
    return any(_seen_edge(cell.find(f"{W}tcPr/{W}tcBorders"), edges, grid=grid) for cell in cells)


def _seen_edge(own: Any, edges: Any, *, grid: bool) -> bool:
    for names in (("left", "start"), ("right", "end"), ("top",)):
        node = next(
            (n for name in names if own is not None and (n := own.find(f"{W}{name}")) is not None), None
        )
        inherited = [
            n
            for name in (*names, "insideV")
            if edges is not None and (n := edges.find(f"{W}{name}")) is not None
        ]
        if drawn(node) if node is not None else (grid or any(drawn(n) for n in inherited)):
            return True
    return False


def is_ruled(cell: Any) -> bool:
    """Say whether the lower edge of a cell is drawn."""
    return drawn(cell.find(f"{W}tcPr/{W}tcBorders/{W}bottom"))


def starts_lower(cell: Any) -> bool:
    """Say whether the text of a cell begins lower than its top."""
    node = cell.find(f"{W}tcPr/{W}vAlign")
    return node is not None and node.get(f"{W}val") in ("center", "bottom")
