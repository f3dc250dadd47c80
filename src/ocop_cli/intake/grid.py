"""A table of a Word file or a sheet of a workbook as a reader sees it: rows of cells, each with its text and its place."""

from typing import NamedTuple


class Cell(NamedTuple):
    """A cell: its text with a line end between paragraphs, where it stands in words, the names that mark it."""

    text: str
    place: str
    names: frozenset[str] = frozenset()
    column: int = 0
    trouble: str = ""
    """What is wrong with its value, as words that follow “ô”: ``báo lỗi #N/A``."""


Row = tuple[Cell, ...]


class Grid(NamedTuple):
    """Rows of cells that stand together."""

    name: str
    rows: tuple[Row, ...]
