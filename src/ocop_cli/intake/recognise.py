"""Find the answers of a form in the tables that came back: by label, by the mark of a place, by nearness."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ocop_cli.intake.answers import answer_of
from ocop_cli.intake.form_words import PICK
from ocop_cli.intake.grid import Cell, Grid, Row
from ocop_cli.intake.labels import beginning, exact, near, plain
from ocop_cli.intake.layout import Layout, Line, Table, place_name
from ocop_cli.intake.returned import Answer, Returned, ReturnedRow
from ocop_cli.intake.stamp import Stamp

_LEAST = 2  # columns of a table that must be known to take a row for its head


def recognised(layout: Layout, grids: Sequence[Grid], stamp: Stamp) -> Returned:
    """Return what a form that came back as tables answers."""
    tables = {table.path: found for table in layout.tables if (found := _find_table(table, grids))}
    taken = {id(row) for _, _, rows in tables.values() for row in rows}
    loose = [row for grid in grids for row in grid.rows if id(row) not in taken]
    answers, strange = _answers(layout, loose)
    rows = {
        path: tuple(_rows(table, head, found, stamp.rows.get(path, 0)))
        for path, (table, head, found) in tables.items()
    }
    asked = [*(line.path for line in layout.lines), *(table.path for table in layout.tables)]
    lost = tuple(path for path in asked if path not in answers and path not in rows)
    return Returned(stamp, answers, rows, lost, tuple(strange))


def exactly_found(layout: Layout, grids: Sequence[Grid], loose: Sequence[Cell] = ()) -> int:
    """Return how many questions of a form stand in tables, or begin a line of the text outside, with their own words."""
    labels = {plain(_first_line(cell.text)) for grid in grids for row in grid.rows for cell in row}
    labels |= {plain(re.split("[\t:]", cell.text.strip(), maxsplit=1)[0]) for cell in loose}
    lines = sum(
        bool({plain(line.printed or line.label), plain(line.label)} & labels) for line in layout.lines
    )
    heads = [found[1] for table in layout.tables if (found := _find_table(table, grids))]
    return lines + sum(map(len, heads))


def _answers(layout: Layout, rows: Iterable[Row]) -> tuple[dict[str, Answer], list[Answer]]:
    """Return the answers outside the tables; what is left over where two or more cells stand is strange."""
    open_rows, found = [row for row in rows if any(cell.text.strip() for cell in row)], {}
    for find in (_by_words_and_mark, _by_words, _by_nearness):
        left = []
        for row in open_rows:
            lines = [line for line in layout.lines if line.path not in found]
            told = find(row, lines)
            found.update(told)
            if not told:
                left.append(row)
        open_rows = left
    printed = {plain(words) for section in layout.sections for part in section.parts for words in part.above}
    strange = (row for row in open_rows if {plain(cell.text) for cell in _written(row)} - printed)
    return found, [_told(row) for row in strange if len(_written(row)) > 1]


def _by_words_and_mark(row: Row, lines: Sequence[Line]) -> dict[str, Answer]:
    """Return the answer of a row whose label is as printed: a heading may have the words of a question."""
    marked = [line for line in lines if any(place_name(line.path) in cell.names for cell in row)]
    return _by_words(row, marked)


def _by_words(row: Row, lines: Sequence[Line]) -> dict[str, Answer]:
    """Return the answers of a row whose labels have the words of their questions; a row may hold several pairs."""
    found: dict[str, Answer] = {}
    answered = -1
    for position, cell in enumerate(row):
        if position == answered:
            continue
        label = _first_line(cell.text)
        line = exact(label, lines)
        behind = "" if line else ":"
        if behind and (begun := beginning(label, lines)):
            line, behind = begun
        if line and line.path not in found:
            found[line.path] = _beside(line, row, position, behind)
            answered = position + 1
    return found


def _by_nearness(row: Row, lines: Sequence[Line]) -> dict[str, Answer]:
    """Return the answer of a row whose label was retyped, or that only the mark of its place tells."""
    for position, cell in enumerate(row[:-1]):
        match = near(_first_line(cell.text), cell.names, lines)
        if match:
            return {match.line.path: _beside(match.line, row, position, "", match.doubt)}
    return {}


def _beside(line: Line, row: Row, position: int, behind: str, doubt: str = "") -> Answer:
    """Return the answer that stands in the next cell, else that behind or under the label in its own cell."""
    label = row[position]
    below = (part for part in label.text.split("\n")[1:] if plain(part) != plain(line.hint))
    under = "\n".join(part for part in [behind.strip(": "), *below] if part.strip())
    inside = answer_of(line, label._replace(text=under), doubt)
    cell = row[position + 1] if position + 1 < len(row) else None
    answer = answer_of(line, cell, doubt) if cell else inside
    if not answer.text or answer is inside:
        return inside if inside.text else answer
    if inside.text and plain(inside.text) != plain(answer.text):
        return answer._replace(doubt=f"ô nhãn còn ghi “{inside.text}”")
    return answer


def _find_table(table: Table, grids: Sequence[Grid]) -> tuple[Table, dict[str, int], list[Row]] | None:
    """Return the columns (path → position) and the rows, the head included, of a table that came back."""
    best: tuple[int, dict[str, int], list[Row]] = (0, {}, [])
    for grid in grids:
        for number, row in enumerate(grid.rows):
            head = _head(table, row)
            if len(head) > best[0]:
                best = (len(head), head, list(grid.rows[number:]))
    least = min(_LEAST, len(table.columns))
    return (table, best[1], best[2]) if best[0] >= least else None


def _head(table: Table, row: Row) -> dict[str, int]:
    """Return which cell of a row heads which column."""
    found: dict[str, int] = {}
    for cell in row:
        open_columns = [line for line in table.columns if line.path not in found]
        line = exact(_first_line(cell.text), open_columns)
        line = line or next((line for line in open_columns if place_name(line.path) in cell.names), None)
        if line:
            found[line.path] = cell.column
    if len(found) >= _LEAST:
        for cell in row:
            open_columns = [line for line in table.columns if line.path not in found]
            if cell.column not in found.values() and (match := near(cell.text, cell.names, open_columns)):
                found[match.line.path] = cell.column
    return found


def _rows(table: Table, head: dict[str, int], rows: Sequence[Row], printed: int) -> Iterator[ReturnedRow]:
    """Yield the rows with an answer, and the empty ones among those that were filled in when the form was made."""
    lines = {line.path: line for line in table.columns}
    for row in rows[1:]:
        cells = {cell.column: cell for cell in row}
        answers = {
            path: answer_of(lines[path], cells[column]) for path, column in head.items() if column in cells
        }
        number = _number(row, head)
        if any(answer.text for answer in answers.values()) or 0 < number <= printed:
            place = next((answer.place for answer in answers.values()), "")
            yield ReturnedRow(number, place, answers)


def _number(row: Row, head: dict[str, int]) -> int:
    """Return the number that stands before the first column of a row, 0 where none does."""
    first = min(head.values())
    before = [cell.text.strip(" .") for cell in row if cell.column < first]
    said = next((text for text in before if re.fullmatch(r"[0-9]{1,3}", text)), "0")
    return int(said)


def _first_line(text: str) -> str:
    return text.strip().split("\n", 1)[0]


def _written(row: Row) -> list[Cell]:
    """Return the cells in which more stands than how an answer looks."""
    hints = ("vi du ", plain(PICK))
    return [cell for cell in row if cell.text.strip() and not plain(cell.text).startswith(hints)]


def _told(row: Row) -> Answer:
    written = _written(row)
    return Answer(": ".join(" ".join(cell.text.split()) for cell in written), written[0].place)
