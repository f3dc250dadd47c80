"""The sheet on which a unit wrote its opinions in Word: what was ticked and written, and where; nothing is judged here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ocop_cli.dossier.vocabulary import Stance, words
from ocop_cli.intake.grid import Cell, Grid, Row
from ocop_cli.intake.labels import plain
from ocop_cli.intake.sheet_text import SheetText, outside_text, without_dots
from ocop_cli.intake.ticks import Mark, mark_in
from ocop_cli.viet.choices import meant
from ocop_cli.viet.text import upper_first

_WORDS = ("y kien", "ly do", "gop y")
"""How the heading of the column of words begins."""


class SheetRow(NamedTuple):
    """A row: its label, the stance that is ticked in words, what is written. ``is_head`` where nothing stands to be ticked.

    The stance is empty where nothing is ticked; where more than one thing is, or no tick can be told, it says what is there.
    """

    label: Cell
    stance: Cell
    text: Cell
    is_head: bool


class OpinionSheet(NamedTuple):
    """A sheet as it came: its rows, and what stands outside of its table. ``has_words``: it has a column for words."""

    rows: tuple[SheetRow, ...]
    has_words: bool
    outside: SheetText


class _Columns(NamedTuple):
    label: int
    stances: Mapping[int, str]
    words: int | None


def read_opinion_sheet(
    grids: Sequence[Grid], loose: Sequence[Cell], own: Sequence[str]
) -> OpinionSheet | None:
    """Return what an opinion sheet says; ``None`` for another file. ``own`` are patterns of the lines that it is printed with."""
    of_text = _typed_table(loose)
    for grid in (*grids, of_text):
        for number, row in enumerate(grid.rows):
            if columns := _columns(row):
                rows = grid.rows[number + 1 :]
                others = [each for each in grids if each is not grid]
                broken = {cell.place for line in of_text.rows for cell in line} if grid is of_text else set()
                left = [cell for cell in loose if cell.place not in broken]
                found = tuple(filter(None, (_row(line, columns) for line in rows)))
                return OpinionSheet(found, columns.words is not None, outside_text(left, others, own))
    return None


def _typed_table(loose: Iterable[Cell]) -> Grid:
    """Return the lines with tabs as rows: a table that a program turned into text."""
    rows = []
    for line in loose:
        parts = line.text.split("\t")
        if len(parts) > 1:
            rows.append(tuple(Cell(text, line.place, column=n) for n, text in enumerate(parts)))
    return Grid("", tuple(rows))


def _columns(row: Row) -> _Columns | None:
    """Return the columns of a table by its heading; ``None`` where the row is not that."""
    names = {cell.column: " ".join(cell.text.split()) for cell in row}
    stances = {column: code for column, name in names.items() if (code := meant(name, words(Stance)))}
    if not {Stance.AGREE, Stance.DISAGREE} <= set(stances.values()):
        return None
    others = [column for column in names if column not in stances]
    label = next((c for c in others if "noi dung" in plain(names[c])), max(others, default=0))
    written = next((c for c in others if c != label and plain(names[c]).startswith(_WORDS)), None)
    return _Columns(label, stances, written)


def _row(row: Row, columns: _Columns) -> SheetRow | None:
    cells = {cell.column: cell for cell in row}
    if not any(cell.text.strip() for cell in row):
        return None
    label = cells.get(columns.label) or Cell("", row[0].place)
    marks = {code: (cells[c], mark_in(cells[c].text)) for c, code in columns.stances.items() if c in cells}
    stance, beside = _stance(label, marks, is_merged=len(marks) < len(columns.stances))
    written = cells.get(columns.words) if columns.words is not None else None
    text = "\n".join(filter(None, [without_dots(written.text) if written else "", *beside]))
    # an old sheet has no cell for words: a question about them needs a place of its own
    place = written.place if written else f"{label.place} (lời)"
    is_head = not any(cell.text.strip() for cell, _ in marks.values())
    return SheetRow(label, stance, Cell(text, place), is_head)


def _stance(
    label: Cell, marks: Mapping[str, tuple[Cell, Mark]], *, is_merged: bool
) -> tuple[Cell, list[str]]:
    """Return what is ticked, and the words that stand beside the one tick; a tick over several columns is of none."""
    ticked = {code: found for code, found in marks.items() if found[1].is_ticked}
    unclear = {code: found for code, found in marks.items() if not found[1].is_ticked and found[1].beside}
    if len(ticked) == 1 and not unclear and not is_merged:
        code, (cell, mark) = next(iter(ticked.items()))
        return Cell(words(Stance)[code], cell.place), [mark.beside] if mark.beside else []
    said = " và ".join(_said(ticked, unclear))
    said = f"ô gộp: {said}" if said and is_merged else said
    place = next((cell.place for cell, _ in (*ticked.values(), *unclear.values())), f"{label.place} (ô chọn)")
    return Cell(said, place), []


def _said(ticked: Mapping[str, tuple[Cell, Mark]], unclear: Mapping[str, tuple[Cell, Mark]]) -> Iterator[str]:
    yield from (upper_first(words(Stance)[code]) for code in ticked)
    yield from (f"ô {upper_first(words(Stance)[code])}: {mark.beside}" for code, (_, mark) in unclear.items())
