"""What became of each cell of a table that came back: taken, the same as before, asked about or refused, never dropped."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from ocop_cli.errors import not_taken
from ocop_cli.intake.grid import Grid
from ocop_cli.intake.table_sheet import FoundRow, found_rows
from ocop_cli.store.files.changes import Change
from ocop_cli.usecases.facts.taken import Outcome
from ocop_cli.viet.fields import Record
from ocop_cli.viet.old_encodings import WRITE_UNICODE, is_in_old_encoding
from ocop_cli.viet.read_option import read_stated
from ocop_cli.viet.text import forbidden_character


class CellTaken(NamedTuple):
    """One cell: where it stands (``Ý kiến!F7``), what it is about, what was there, what it says.

    ``why`` tells what is to be decided or what is wrong, ``options`` maps what a cell that is asked about may mean to words.
    """

    place: str
    name: str
    outcome: Outcome
    read: str = ""
    before: str = ""
    why: str = ""
    options: Mapping[str, str] = {}


class TableTaking(NamedTuple):
    """What became of every cell, in the order of the table, and the changes that write those taken."""

    rows: tuple[CellTaken, ...]
    changes: tuple[Change, ...]

    def of(self, *outcomes: Outcome) -> tuple[CellTaken, ...]:
        """Return the cells of some outcomes."""
        return tuple(row for row in self.rows if row.outcome in outcomes)


def table_taking_json(taking: TableTaking) -> dict[str, Any]:
    """Return what became of a table for a JSON output."""
    counts = Counter(row.outcome.value for row in taking.rows)
    return {
        "counts": {outcome.value: counts[outcome.value] for outcome in Outcome},
        "cells": [
            {**row._asdict(), "outcome": row.outcome.value, "options": [*row.options]} for row in taking.rows
        ],
    }


def open_cells(told: Mapping[str, Any]) -> int:
    """Return how many cells of a table, as JSON has it, were asked about or refused."""
    return int(told["counts"][Outcome.ASKED.value] + told["counts"][Outcome.REFUSED.value])


def wrong_text(text: str, model: type[Record], key: str) -> str:
    """Say what keeps the text of a cell from a field of a record; empty where nothing does."""
    if is_in_old_encoding(text):
        return WRITE_UNICODE
    if forbidden_character(text):
        return "có ký tự điều khiển ẩn, thường do dán từ nơi khác; gõ lại ô này"
    findings = read_stated(text, model, key).findings
    return findings[0].message if findings else ""


def rows_of(grids: tuple[Grid, ...], headings: Mapping[str, str], needed: tuple[str, ...]) -> list[FoundRow]:
    """Return the rows of a table from every sheet that has it. Raises ``OcopError`` (misuse) where none has."""
    found = [rows for grid in grids if (rows := found_rows(grid, headings, needed)) is not None]
    if not found:
        listed = ", ".join(f"“{headings[key]}”" for key in needed)
        hint = f"Giữ dòng đầu bảng có các cột {listed}."
        raise not_taken("Trong tệp không thấy bảng", hint)
    return [row for rows in found for row in rows]
