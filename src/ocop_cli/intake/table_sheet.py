"""A table that goes out as a sheet to fill in and comes back: its columns, its rows, the cells that are picked from a list."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ocop_cli.intake.grid import Cell, Grid
from ocop_cli.viet.text import fold

_LONGEST_NAME = 31  # of a sheet, in Excel
_RESERVED = "history"  # a name that Excel keeps for itself


class SheetColumn(NamedTuple):
    """A column: its heading, its width in letters, whether people write in it, and the options of all its cells."""

    heading: str
    width: int
    is_answer: bool = False
    options: tuple[str, ...] = ()


class TableSheet(NamedTuple):
    """A sheet: title, lines of guidance, and the rows as text.

    ``picked`` maps (row, column), counted from 0, to the options of one cell where these are its own.
    """

    name: str
    title: str
    notes: tuple[str, ...]
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    picked: Mapping[tuple[int, int], tuple[str, ...]] = {}


class FoundRow(NamedTuple):
    """A row of a sheet that came back: its cells by the key of their column; a cell that is not there is empty."""

    place: str
    cells: Mapping[str, Cell]

    def text(self, key: str) -> str:
        """Return what a cell says."""
        return self.cells[key].text.strip() if key in self.cells else ""

    def place_of(self, key: str) -> str:
        """Return where a cell stands, or its row where the column is gone."""
        return self.cells[key].place if key in self.cells else self.place


def found_rows(grid: Grid, headings: Mapping[str, str], needed: Iterable[str]) -> list[FoundRow] | None:
    """Return the rows under the headings of a table, wherever head and columns stand; ``None`` where it is not there.

    ``headings`` maps keys to headings; a row counts as the head when it has those that are ``needed``.
    """
    wanted = {fold(heading): key for key, heading in headings.items()}
    for number, row in enumerate(grid.rows):
        columns = {cell.column: wanted[fold(cell.text)] for cell in row if fold(cell.text) in wanted}
        if set(needed) <= set(columns.values()):
            return list(_rows(grid.rows[number + 1 :], columns))
    return None


def _rows(rows: Sequence[tuple[Cell, ...]], columns: Mapping[int, str]) -> Iterator[FoundRow]:
    for row in rows:
        cells = {columns[cell.column]: cell for cell in row if cell.column in columns}
        if any(cell.text.strip() for cell in cells.values()):
            yield FoundRow(row[0].place, cells)


def sheet_names(titles: Iterable[str]) -> list[str]:
    """Return a name for each sheet that Excel takes, no two of them alike.

    >>> sheet_names(["Rượu: ghè", "rượu ghè", ""])
    ['Rượu ghè', 'rượu ghè 2', 'Trang']
    """
    names: list[str] = []
    for title in titles:
        bare = " ".join(re.sub(r"[\[\]:*?/\\']", " ", title).split())[:_LONGEST_NAME].strip() or "Trang"
        base = f"{bare} 1" if bare.casefold() == _RESERVED else bare
        taken = {name.casefold() for name in names}
        numbered = (f"{base[: _LONGEST_NAME - 4]} {number}" for number in range(2, 1000))
        names.append(next(name for name in (base, *numbered) if name.casefold() not in taken))
    return names
