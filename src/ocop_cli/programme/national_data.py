"""The tables on OCOP of the ministry's data standards, as far as they are known."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class NationalColumn(NamedTuple):
    """A column: its name in the standard, which value fills it, and what there is to know of it.

    ``own`` marks a column of ours that the standard does not have.
    """

    name: str
    value: str
    told: str = ""
    own: bool = False


class NationalTable(NamedTuple):
    """A table: its name, the act that sets it, its columns; ``once`` with one row for each producer."""

    name: str
    standard: str
    columns: tuple[NationalColumn, ...]
    once: bool = False


class NationalData(NamedTuple):
    """The tables, and the warning that goes with them: the acts were not read as signed."""

    unread: str
    tables: tuple[NationalTable, ...]


def build_national_data(data: Mapping[str, Any]) -> NationalData:
    """Build the tables from their data file."""
    return NationalData(data["unread"], tuple(map(_table, data["tables"])))


def _table(told: Mapping[str, Any]) -> NationalTable:
    columns = tuple(NationalColumn(**column) for column in told["columns"])
    return NationalTable(told["name"], told["standard"], columns, told.get("once", False))
