"""A sheet of typed cells that goes out: the register of products, and what stands beside it in the workbook."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from ocop_cli.viet.personal import kinds_of_personal, masked


class Share(NamedTuple):
    """A part of a whole as a percentage: a formula over two columns of the same row, with the value it has."""

    part: str
    whole: str
    value: Decimal


Value = str | int | Decimal | date | Share | None
"""What a cell holds; codes and telephone numbers are text."""
Row = tuple[Value, ...]


class TypedColumn(NamedTuple):
    """A column: what it is called in data, its heading, whether its numbers are added up under the rows, and whether it
    names what the row is about.

    In the register of products the name is the path by which ``ocop import`` knows what the column holds.
    """

    path: str
    heading: str
    is_summed: bool = False
    is_name: bool = False


class TypedSheet(NamedTuple):
    """A sheet on a day: its name, what stands under its title, the columns and the rows."""

    name: str
    title: str
    notes: tuple[str, ...]
    columns: tuple[TypedColumn, ...]
    rows: tuple[Row, ...]


def without_personal(columns: Iterable[TypedColumn], row: Iterable[Value]) -> Row:
    """Return a row without the personal data that somebody typed into a text.

    Such a cell is empty, for ``ocop import`` takes an empty cell for nothing said; a name stays, masked.
    """
    return tuple(_public(column, value) for column, value in zip(columns, row, strict=True))


def _public(column: TypedColumn, value: Value) -> Value:
    if not isinstance(value, str) or not kinds_of_personal(value):
        return value
    return masked(value) if column.is_name else None


def rows_json(sheet: TypedSheet) -> list[dict[str, str | int | None]]:
    """Return the rows for a JSON output: path → value; days ISO, other numbers than whole ones as text."""
    paths = [column.path for column in sheet.columns]
    return [dict(zip(paths, map(_plain, row), strict=True)) for row in sheet.rows]


def _plain(value: Value) -> str | int | None:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Share):
        return str(value.value)
    return str(value) if isinstance(value, Decimal) else value


def row_text(row: Iterable[Value]) -> str:
    """Return a row as text for the index; ``rows_of_text`` is its counterpart."""
    return json.dumps([_packed(value) for value in row], ensure_ascii=False)


def rows_of_text(texts: Sequence[str]) -> list[Row]:
    """Return the rows that ``row_text`` has written, many at once."""
    return [
        tuple(_opened(cell) if type(cell) is list else cell for cell in row)
        for row in json.loads(f"[{','.join(texts)}]")
    ]


def _packed(value: Value) -> Any:
    if isinstance(value, Share):
        return ["share", value.part, value.whole, str(value.value)]
    if isinstance(value, date):
        return ["day", value.isoformat()]
    return ["number", str(value)] if isinstance(value, Decimal) else value


def _opened(cell: Sequence[str]) -> Value:
    kind, *said = cell
    return _KINDS[kind](*said)


_KINDS: dict[str, Callable[..., Value]] = {
    "share": lambda part, whole, value: Share(part, whole, Decimal(value)),
    "day": date.fromisoformat,
    "number": Decimal,
}
