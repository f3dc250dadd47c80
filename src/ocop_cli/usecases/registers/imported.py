"""What becomes of the rows of a register, and what each is held against."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ocop_cli.rules.decision import Decision, Rulebook
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.dossier.dossiers import DossierFile, gather_dossiers
from ocop_cli.store.files.changes import Change
from ocop_cli.store.foreign.workbook import SheetCell
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.registers.sheet_table import SheetColumn
from ocop_cli.viet.numbers import show_number
from ocop_cli.viet.text import fold


class RowOutcome(StrEnum):
    """What becomes of a row, in words for the person who reads the list."""

    NEW = "mới"
    CHANGED = "đổi"
    SAME = "giữ nguyên"
    ASKED = "hỏi lại"
    REFUSED = "không nhận"


class RowLine(NamedTuple):
    """What is told of a row, in words; where it is about a cell, with its place, its heading and the field it states.

    ``taken`` where the field takes what the cell states; ``doubted`` where the cell may not mean what it seems to.
    """

    words: str
    cell: str = ""
    heading: str = ""
    field: str = ""
    taken: bool = False
    doubted: bool = False

    def __str__(self) -> str:
        return f"{self.cell}  {self.words}" if self.cell else self.words


def about_cell(
    column: SheetColumn, cell: SheetCell, words: str, *, taken: bool = False, doubted: bool = False
) -> RowLine:
    """Return a line about a cell, the heading of its column before the words."""
    heading = column.heading or "cột không tên"
    return RowLine(
        f"{heading}: {words}", cell.short_place, column.heading, column.path, taken=taken, doubted=doubted
    )


class ImportedRow(NamedTuple):
    """A row: where it stands, what becomes of it, a line for each cell that tells something, and its changes."""

    place: str
    name: str
    outcome: RowOutcome
    lines: tuple[RowLine, ...]
    changes: tuple[Change, ...] = ()


def row_json(row: ImportedRow) -> dict[str, object]:
    """Return a row for machines; ``cells`` are the ``lines`` as people read them."""
    return {
        "place": row.place,
        "name": row.name,
        "outcome": row.outcome.name.lower(),
        "cells": [str(line) for line in row.lines],
        "lines": [_line_json(line) for line in row.lines],
    }


def _line_json(line: RowLine) -> dict[str, object]:
    return {
        "words": line.words,
        "cell": line.cell or None,
        "heading": line.heading or None,
        "field": line.field or None,
        "taken": line.taken,
    }


class Register(NamedTuple):
    """What every row is held against: the folder, the law, today."""

    sources: Sources
    rulebook: Rulebook
    today: date

    @property
    def law(self) -> Decision:
        """The decision of today."""
        return pick_decision(self.rulebook, self.today)


class KnownProducts(NamedTuple):
    """The dossiers of the folder, by id and by what they are called."""

    by_id: dict[str, DossierFile]
    by_name: dict[tuple[str, str], DossierFile]

    @classmethod
    def of(cls, sources: Sources) -> "KnownProducts":
        """Read the dossiers of a workspace."""
        files = list(gather_dossiers(sources).rest(sources.leave_out))
        names = {product_key(file.dossier.product.name, file.dossier.producer.name): file for file in files}
        return cls({file.id: file for file in files}, names)

    def find(self, dossier_id: str, name: str, producer: str) -> DossierFile | None:
        """Return the dossier that a row means: by its id where the register holds one, else by product and producer."""
        return self.by_id.get(dossier_id.strip()) or self.by_name.get(product_key(name, producer))


def count_line(rows: Sequence[ImportedRow]) -> str:
    """Say how many rows came in and what became of them: the parts add up."""
    counts = [(outcome, sum(row.outcome is outcome for row in rows)) for outcome in RowOutcome]
    parts = " + ".join(f"{number} {outcome.value}" for outcome, number in counts)
    return f"{show_number(len(rows))} dòng = {parts}."


def product_key(name: str, producer: str) -> tuple[str, str]:
    """Return a product as registers tell it apart: by what it and its producer are called."""
    return fold(name), fold(producer)
