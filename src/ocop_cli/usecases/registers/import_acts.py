"""A table of acts that others keep, row by row: what each cell means, which act it makes, what is not clear."""

from collections.abc import Iterator, Mapping
from typing import Any

from ocop_cli.errors import OcopError
from ocop_cli.programme.log_answer import answered
from ocop_cli.programme.log_entry import LISTED, LogEntry
from ocop_cli.programme.log_field import DAYS, KnownThings
from ocop_cli.programme.log_kind import LogField, LogKind, LogKinds, near_kinds
from ocop_cli.store.foreign.workbook import SheetCell
from ocop_cli.store.reading.entered import new_doubts
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.registers.act_headings import KIND, NUMBER, OF_THE_ROW, ON, field_of
from ocop_cli.usecases.registers.act_twins import FiledActs, GivenRow, ReadAct
from ocop_cli.usecases.registers.imported import ImportedRow, RowLine, RowOutcome, about_cell
from ocop_cli.usecases.registers.register_headings import NUMBERS
from ocop_cli.usecases.registers.row_facts import FilledCells, doubt
from ocop_cli.usecases.registers.sheet_table import SheetColumn, SheetTable
from ocop_cli.usecases.year.log import entry_of
from ocop_cli.viet.numbers import is_whole

_STAYS = "còn trong tệp"


class ActReader:
    """Reads the rows of tables; an act that a year or a row before has already is told, not made again."""

    def __init__(self, sources: Sources, kinds: LogKinds, known: KnownThings) -> None:
        self._filed, self._kinds, self._known = FiledActs(sources), kinds, known
        self._columns: dict[tuple[str, tuple[SheetColumn, ...]], Mapping[int, LogField | None]] = {}

    def read(self, table: SheetTable, of_sheet: LogKind | None) -> Iterator[ReadAct]:
        """Yield what becomes of every row that holds anything."""
        for cells in table.rows:
            filled = [(c, cell) for c, cell in zip(table.columns, cells, strict=False) if cell.text.strip()]
            if filled:
                yield self._row(filled, of_sheet, table)

    def _row(self, filled: FilledCells, of_sheet: LogKind | None, table: SheetTable) -> ReadAct:
        first, said = filled[0][1], next((cell for column, cell in filled if column.path == KIND), None)
        kind = self._kinds.called(said.text) if said else of_sheet
        has_day = any(column.path == ON for column, _ in filled)
        if not has_day and said is None:
            words = "; ".join(cell.text for _, cell in filled)
            why = f"dòng không có loại, không có ngày (“{words}”): dòng nhóm, dòng tổng hoặc ghi chú"
            return ReadAct(ImportedRow(first.place, words, RowOutcome.REFUSED, (RowLine(why),)))
        if kind is None:
            return ReadAct(_of_no_kind(first, said, self._kinds))
        cells = _Cells(kind, self._fields_of(kind, table), self._known)
        for column, cell in filled:
            cells.take(column, cell)
        return self._act(kind, cells, first.place)

    def _fields_of(self, kind: LogKind, table: SheetTable) -> Mapping[int, LogField | None]:
        """Return the field of a kind that each column of a table holds, by the number of the column."""
        key = (kind.id, table.columns)
        if key not in self._columns:
            self._columns[key] = {c.number: field_of(kind, self._kinds, c) for c in table.columns}
        return self._columns[key]

    def _act(self, kind: LogKind, cells: "_Cells", place: str) -> ReadAct:
        problems = [*cells.problems, *cells.lacking()]
        if not problems:
            try:
                entry = entry_of(kind, cells.values)
            except OcopError as error:
                problems = [RowLine(f"{error.message} {error.hint}".strip())]
            else:
                problems = list(cells.doubted(entry))
        if problems:
            return ReadAct(ImportedRow(place, kind.name, RowOutcome.ASKED, (*cells.left, *problems)))
        given = GivenRow(place, cells.number, cells.values, cells.has_columns, tuple(cells.left))
        return self._filed.hold(entry, kind, given)


class _Cells:
    """The cells of a row as they are taken: values, what is wrong, and what no field of the kind takes (``left``)."""

    def __init__(self, kind: LogKind, fields: Mapping[int, LogField | None], known: KnownThings) -> None:
        self._kind, self._fields, self._known = kind, fields, known
        self.has_columns = frozenset(field.name for field in fields.values() if field)
        self.number = 0
        self.values: dict[str, Any] = {}
        self.problems: list[RowLine] = []
        self.left: list[RowLine] = []
        self._places: dict[str, str] = {}

    def take(self, column: SheetColumn, cell: SheetCell) -> None:
        """Take a cell for the field that its heading means in this kind."""
        if column.path in OF_THE_ROW:
            self.number = int(cell.text) if column.path == NUMBER and is_whole(cell.text) else self.number
            return
        field = self._fields[column.number]
        if field is None:
            self.left.append(about_cell(column, cell, f"“{cell.text}” chưa có mục để ghi, {_STAYS}"))
            return
        column = column._replace(path=field.name)
        self._places[field.name] = cell.short_place
        if why := doubt(column, cell):
            self.problems.append(about_cell(column, cell, why))
            return
        try:
            text = (cell.shown if field.name in NUMBERS else "") or cell.text
            read = answered(self._kind, field, text, self._known)
        except OcopError as error:
            day = f" Có phải ngày {cell.as_day}?" if field.name in DAYS and cell.as_day else ""
            why = f"{error.message.rstrip('.')}. {error.hint}".strip() + day
            self.problems.append(about_cell(column, cell, why))
            return
        for name, value in read.items():
            if not self._keeps(name, value):
                why = "cột khác của dòng này đã ghi mục đó, giữ một"
                self.problems.append(about_cell(column, cell, why))

    def _keeps(self, name: str, value: Any) -> bool:
        """Keep a value; say whether no other column holds another one."""
        if name in LISTED:
            self.values[name] = [*self.values.get(name, ()), *value]
            return True
        return bool(self.values.setdefault(name, value) == value)

    def doubted(self, entry: LogEntry) -> Iterator[RowLine]:
        """Yield what nobody would believe of the act."""
        for finding in new_doubts(None, entry):
            field = str(finding.place.field[0])
            yield RowLine(f"{finding.message}; {finding.hint}", self._places[field], field=field)

    def lacking(self) -> Iterator[RowLine]:
        """Yield what the act needs and no cell states."""
        if ON not in self._places:
            yield RowLine("thiếu Ngày")
        lacks = [each.title for each in self._kind.missing(self.values) if each.name not in self._places]
        if lacks:
            yield RowLine(f"thiếu {'; '.join(lacks)}")


def _of_no_kind(first: SheetCell, said: SheetCell | None, kinds: LogKinds) -> ImportedRow:
    """Return a row of an act whose kind is not said, or is none."""
    if said is None:
        return ImportedRow(first.place, first.text, RowOutcome.ASKED, (RowLine("thiếu loại hoạt động"),))
    near = near_kinds(said.text.split(), kinds.kinds.values())
    hint = f"có phải: {'; '.join(near)}?" if near else "xem các loại: `ocop log --kinds`"
    why = RowLine(f"không có loại hoạt động “{said.text}”, {hint}", said.short_place, field=KIND)
    return ImportedRow(first.place, said.text, RowOutcome.ASKED, (why,))
