"""The register of products as a sheet: what its columns are and what stands in each row."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

Value = str | int | Decimal | date | None
"""What a cell holds; codes and telephone numbers are text."""


class RegisterColumn(NamedTuple):
    """A column: its heading, and the path by which ``ocop import`` knows what it holds."""

    path: str
    heading: str


class RegisterSheet(NamedTuple):
    """The register on a day: a title, what stands under it, the columns and a row for each product."""

    title: str
    notes: tuple[str, ...]
    columns: tuple[RegisterColumn, ...]
    rows: tuple[tuple[Value, ...], ...]


def register_json(sheet: RegisterSheet) -> list[dict[str, str | int | None]]:
    """Return the rows for a JSON output: path → value; days ISO, other numbers than whole ones as text."""
    paths = [column.path for column in sheet.columns]
    return [dict(zip(paths, map(_plain, row), strict=True)) for row in sheet.rows]


def _plain(value: Value) -> str | int | None:
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
