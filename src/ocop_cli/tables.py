"""A table of plain text with a title: what reports produce and every output shows."""

from enum import StrEnum
from typing import Any, NamedTuple


class Align(StrEnum):
    """How a column stands on the page."""

    LEFT = "left"
    RIGHT = "right"


class Column(NamedTuple):
    """A column: its heading, its alignment and its relative width on paper."""

    heading: str
    align: Align = Align.LEFT
    weight: int = 1


class Table(NamedTuple):
    """Rows of ready text under headings. ``total`` is a last row that is set apart.

    Screens mask what looks like personal data in it, unless somebody has asked for such data: ``personal``.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] | None = None
    notes: tuple[str, ...] = ()
    personal: bool = False


def table_json(table: Table) -> dict[str, Any]:
    """Return a table for a JSON output."""
    return {
        "title": table.title,
        "columns": [column.heading for column in table.columns],
        "rows": [list(row) for row in table.rows],
    }
