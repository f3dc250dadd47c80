"""The facts that the cells of a row state of its product: what is taken, what is not clear, what a note keeps."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ocop_cli.dossier.field_map import PRIVATE, FieldKind
from ocop_cli.dossier.field_names import field_named
from ocop_cli.rules.decision import Decision
from ocop_cli.store.built_in.packaged import load_field_map
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.files.changes import Change
from ocop_cli.store.foreign.cell_text import day_meant
from ocop_cli.store.foreign.workbook import CellKind, SheetCell
from ocop_cli.store.yaml.edit import Set, edit
from ocop_cli.store.yaml.source import parse
from ocop_cli.usecases.facts.dossier_facts import DossierFacts
from ocop_cli.usecases.facts.take import take
from ocop_cli.usecases.facts.taken import Outcome
from ocop_cli.usecases.registers.imported import Register, RowLine, about_cell
from ocop_cli.usecases.registers.register_headings import NUMBERS, RESULT, SERIAL, SHOWN
from ocop_cli.usecases.registers.sheet_set import proposed_set, tells_no_set
from ocop_cli.usecases.registers.sheet_table import SheetColumn

_PHONE = "private.phone"
_LOST_ZERO = 9  # digits of a telephone number whose zero a spreadsheet has taken
_BY_REGISTER = "Theo sổ: "
_STAYS = "chưa ghi ô này"
_DITTO = re.compile(r"[-–_. ]*(?:n[./]?t|như (?:dòng |ô )?trên|[\"“”″〃]+|''|//)[-–_. ]*", re.IGNORECASE)
FilledCells = Sequence[tuple[SheetColumn, SheetCell]]
"""The cells of a row that hold anything, each with its column."""


class RowFacts(NamedTuple):
    """What a row states: a line for each fact taken, the changes, a line for each cell that is not clear, and those cells."""

    lines: tuple[RowLine, ...]
    changes: tuple[Change, ...]
    unclear: tuple[RowLine, ...]
    unread: tuple[tuple[SheetColumn, SheetCell], ...]


def row_facts(register: Register, file: DossierFile, filled: FilledCells) -> RowFacts:
    """Take the facts of a row into a dossier; what cannot be used is told with its cell."""
    facts = DossierFacts(register.sources, file, None, register.law, register.today)
    stating = _stating(register, filled)
    usable = {column.path: (column, cell) for column, cell in stating}
    takings = take(facts, {path: _typed(column, cell) for path, (column, cell) in usable.items()})
    lines = [] if file.dossier.product.set else list(_proposed(register, file, filled))
    unread = [*_overridden(stating, usable)]
    unclear = [_beside_another(*each, usable[each[0].path][0]) for each in unread]
    for row in takings.rows:
        column, cell = usable.get(row.said, (None, None))
        where = (cell.short_place, column.heading, column.path) if column and cell else ("", "", row.said)
        if row.outcome is Outcome.TAKEN:
            words = f"{row.name}: {row.before or '(chưa có)'} → {row.understood}"
            lines.append(RowLine(words, *where, taken=True))
        elif row.outcome is not Outcome.SAME:
            unclear.append(RowLine(f"{row.problem}; {row.cure}; {_STAYS}", *where))
            unread += [usable[row.said]] if row.said in usable else []
    return RowFacts(tuple(lines), takings.changes, tuple(unclear), tuple(unread))


def _stating(register: Register, filled: FilledCells) -> list[tuple[SheetColumn, SheetCell]]:
    """Return the cells that state a fact of the dossier and can be taken as they stand."""
    return [
        (column, cell)
        for column, cell in filled
        if column.path
        and column.path != SERIAL
        and not column.path.startswith((RESULT, SHOWN))
        and not doubt(column, cell)
        and not tells_no_set(register.law, column, cell)
    ]


def _overridden(
    stating: FilledCells, usable: Mapping[str, tuple[SheetColumn, SheetCell]]
) -> Iterator[tuple[SheetColumn, SheetCell]]:
    """Yield the cells beside which a later column of the same field says something else."""
    for column, cell in stating:
        taken, its_cell = usable[column.path]
        if taken != column and " ".join(cell.text.split()) != " ".join(its_cell.text.split()):
            yield column, cell


def _beside_another(column: SheetColumn, cell: SheetCell, taken: SheetColumn) -> RowLine:
    return about_cell(column, cell, f"“{cell.text}”; lấy theo cột “{taken.heading}” cùng mục; {_STAYS}")


def _typed(column: SheetColumn, cell: SheetCell) -> str:
    """Return what a cell states.

    A bare number in a column of days is the day that it counts up to; lines that were broken to fit a cell are one line,
    but two telephone numbers stay two.
    """
    field = field_named(load_field_map(), column.path).field
    if field is None or field.kind is FieldKind.PROSE:
        return cell.text
    if cell.as_day and field.kind is FieldKind.DAY:
        return cell.as_day
    text = cell.shown or cell.text if field.kind is FieldKind.LINE else cell.text
    lines = (" ".join(line.split()) for line in text.splitlines())
    return ("; " if field.path == _PHONE else " ").join(filter(None, lines))


def _proposed(register: Register, file: DossierFile, filled: FilledCells) -> Iterator[RowLine]:
    for column, cell in filled:
        if tells_no_set(register.law, column, cell):
            words = proposed_set(register.law, file.dossier.product.name, file.id, cell.text)
            yield RowLine(words, cell.short_place, column.heading, column.path)


def doubtful_cells(filled: FilledCells) -> Iterator[RowLine]:
    """Yield a line for each cell that cannot be taken as it stands."""
    for column, cell in filled:
        if why := doubt(column, cell):
            yield about_cell(column, cell, why, doubted=True)


def doubt(column: SheetColumn, cell: SheetCell) -> str:
    """Say why a cell cannot be taken as it stands; empty where it can."""
    if cell.kind is CellKind.UNCOUNTED:
        return f"{cell.trouble}, {_STAYS}"
    if cell.kind is CellKind.ERROR:
        return f"ô báo lỗi {cell.text}, {_STAYS}"
    if cell.kind is CellKind.DAY and (why := _doubted_day(column, cell)):
        return f"{why}, {_STAYS}"
    if column.path and (why := ditto(cell)):
        return f"{why}, {_STAYS}"
    digits = (cell.shown or cell.text).replace(" ", "")
    if column.path == _PHONE and cell.kind is CellKind.NUMBER and len(digits) == _LOST_ZERO:
        return f"{digits}: có phải 0{digits}? bảng tính làm mất số 0 đầu, {_STAYS}"
    return ""


def ditto(cell: SheetCell) -> str:
    """Say that a cell only points to the one above it, as “nt” does: a table that was sorted since means another one."""
    return f"“{cell.text}” chỉ sang dòng trên: chép giá trị vào ô" if _DITTO.fullmatch(cell.text) else ""


def _doubted_day(column: SheetColumn, cell: SheetCell) -> str:
    """Say why a day may be another one, or none: a spreadsheet turns a typed “12/5” into a day, also of a number."""
    field = field_named(load_field_map(), column.path).field
    if column.path in NUMBERS or (field and field.kind is FieldKind.LINE):
        return f"bảng tính đã đổi ô này thành ngày {cell.text}; gõ lại, thêm dấu ' đứng trước"
    if meant := day_meant(cell.value):
        written = f"{cell.value:%H:%M} ngày {cell.text}"
        return f"ô ghi {written}: có phải ngày {meant}, do phần mềm lập sổ ghi giờ quốc tế? gõ lại ngày"
    return ""


def kept_words(law: Decision, filled: FilledCells) -> list[str]:
    """Return what the note of a result keeps of a row: what no field takes, groups, the results before the last."""
    last = {column.path: column.number for column, _ in filled if column.path}
    return [
        _words(column, cell)
        for column, cell in filled
        if not column.path
        or (column.path.startswith(RESULT) and last[column.path] != column.number)
        or tells_no_set(law, column, cell)
    ]


def unread_words(unread: FilledCells) -> list[str]:
    """Return what a note keeps of cells that could not be read; personal data stay in the workbook."""
    return [_words(column, cell) for column, cell in unread if not column.path.startswith(f"{PRIVATE}.")]


def note_of(words: Sequence[str]) -> str | None:
    """Return the note of a result that begins with a register."""
    return f"{_BY_REGISTER}{'; '.join(words)}" if words else None


def noted(
    file: DossierFile, changes: Sequence[Change], words: Sequence[str]
) -> tuple[tuple[Change, ...], bool]:
    """Add words that are not there yet to the note of the last recognition; say whether there was one to add them to."""
    places = [n for n, each in enumerate(file.dossier.results) if each.recognised and not each.corrected]
    if not places:
        return tuple(changes), not words
    held = file.dossier.results[places[-1]].note or ""
    fresh = [each for each in words if each not in held]
    if not fresh:
        return tuple(changes), True
    note = "; ".join(
        filter(None, (held or None, f"{'' if _BY_REGISTER in held else _BY_REGISTER}{'; '.join(fresh)}"))
    )
    own = next((change for change in changes if change.path == file.source.name), None)
    source = parse(own.after, file.source.name) if own and own.after else file.source
    source = source._replace(shared=file.source.shared)
    after = edit(source, [Set(("results", places[-1], "note"), note)]).raw
    before = own.before if own else file.source.raw
    return (*(c for c in changes if c is not own), Change(file.source.name, before, after)), True


def _words(column: SheetColumn, cell: SheetCell) -> str:
    return f"{column.heading or 'cột không tên'}: {' '.join((cell.shown or cell.text).split())}"
