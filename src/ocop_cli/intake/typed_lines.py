"""Answers of a form whose table came back as text: under or behind the printed words of each question."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ocop_cli.intake.answers import answer_of
from ocop_cli.intake.grid import Cell, Grid
from ocop_cli.intake.labels import exact, plain
from ocop_cli.intake.layout import Layout, Line
from ocop_cli.intake.returned import Answer

_APART = 1_000_000  # the rows of two tables never follow each other


class TypedAnswers(NamedTuple):
    """The answers by path, and the lines that they were read from."""

    answers: Mapping[str, Answer]
    used: tuple[Cell, ...]


class _Typed(NamedTuple):
    """A line of text; ``number`` tells which lines follow each other without an empty one between them."""

    cell: Cell
    number: int


def typed_answers(
    layout: Layout, loose: Sequence[Cell], grids: Sequence[Grid], lost: Sequence[str]
) -> TypedAnswers:
    """Return the answers to the questions that no table has: a line with the words of one, then what is written there.

    An answer goes on over the next lines where its question takes several, up to an empty one or another question.
    """
    open_lines = [line for line in layout.lines if line.path in lost]
    titles = {plain(section.title) for section in layout.sections}
    answers: dict[str, Answer] = {}
    used: list[Cell] = []
    lines = [*_in_text(loose), *_in_one_column(grids)]
    place = 0
    while place < len(lines):
        begun = _begun(lines[place].cell, [line for line in open_lines if line.path not in answers])
        if begun is None:
            place += 1
            continue
        line, behind = begun
        more = list(_below(lines[place:], line, behind, open_lines, titles))
        words = "\n".join(filter(None, (behind, *(typed.cell.text.strip() for typed in more))))
        answers[line.path] = answer_of(line, lines[place].cell._replace(text=words))
        used += [lines[place].cell, *(typed.cell for typed in more)]
        place += 1 + len(more)
    hints = {plain(line.hint) for line in layout.lines if line.hint}
    used += [typed.cell for typed in lines if plain(typed.cell.text) in hints]
    return TypedAnswers(answers, tuple(used))


def _in_text(loose: Sequence[Cell]) -> Iterator[_Typed]:
    for cell in loose:
        number = cell.place.removeprefix("đoạn ")
        if number.isdecimal():
            yield _Typed(cell, int(number))


def _in_one_column(grids: Sequence[Grid]) -> Iterator[_Typed]:
    """Yield the rows of tables with one column: what stands in a row may be the answer to the one above."""
    for order, grid in enumerate(grids, 1):
        yield from (_Typed(row[0], -_APART * order + n) for n, row in enumerate(grid.rows) if row)


def _begun(cell: Cell, lines: Sequence[Line]) -> tuple[Line, str] | None:
    """Return the question whose words a line begins with, and what stands behind them."""
    first, _, rest = cell.text.strip().partition("\n")
    for sign in ("\t", ":"):
        head, _, behind = first.partition(sign)
        if line := exact(head, lines):
            below = (part for part in rest.split("\n") if plain(part) != plain(line.hint))
            return line, "\n".join(filter(None, (behind.strip(), *map(str.strip, below))))
    return None


def _below(
    lines: Sequence[_Typed], line: Line, behind: str, others: Sequence[Line], titles: set[str]
) -> Iterator[_Typed]:
    """Yield the lines under a question that belong to its answer."""
    goes_on = bool(line.boxes or line.takes_lines)
    is_answered = bool(behind)
    for before, typed in pairwise(lines):
        words = plain(typed.cell.text)
        if typed.number != before.number + 1 or words in titles or _begun(typed.cell, others):
            return
        if words == plain(line.hint):
            yield typed
        elif goes_on or not is_answered:
            is_answered = True
            yield typed
        else:
            return
