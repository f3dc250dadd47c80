"""Typed sheets as an .xlsx file: to print, to filter, to send on, and the register to take in again."""

import io
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from math import ceil
from typing import Any

from ocop_cli.intake.table_sheet import sheet_names
from ocop_cli.render.workbook import FONT, column_letters, new_book, set_page
from ocop_cli.reports.typed_sheet import Row, Share, TypedSheet, Value

_SMALL = {**FONT, "font_size": 10, "border": 1, "border_color": "#9AA5B1"}
_RIGHT = {"align": "right", "indent": 1}
_TOTAL = {"bold": True, "bg_color": "#EEF2F6"}
_FORMATS: dict[str, dict[str, Any]] = {
    "title": {**FONT, "font_size": 15, "bold": True, "text_wrap": False},
    "note": {**FONT, "italic": True, "text_wrap": False},
    "heading": {**_SMALL, "bold": True, "bg_color": "#DCE6F0", "align": "center", "valign": "vcenter"},
    "text": {**_SMALL, "num_format": "@"},
    "number": {**_SMALL, **_RIGHT, "num_format": "General"},
    "money": {**_SMALL, **_RIGHT, "num_format": "#,##0"},
    "share": {**_SMALL, **_RIGHT, "num_format": "0.0%"},
    "day": {**_SMALL, "num_format": "dd/mm/yyyy", "align": "center"},
    "total": {**_SMALL, **_TOTAL},
    "sum": {**_SMALL, **_TOTAL, **_RIGHT, "num_format": "#,##0"},
}
_FIRST_DAY = date(1900, 3, 1)  # before it workbooks count days differently
_LARGE = 100_000  # from here on digits are set apart in threes: money, never a year
_NARROW, _WIDE, _HEADING = 6, 24, 12  # letters of a column; a heading is broken over lines
_LINE = 14  # points of a line in a cell
_LETTERS = 1.25  # letters of this size that a column holds for each of its width
_MANY = 11  # columns that a page holds at a size to read
_PINNED = 3  # columns that stay in sight: number, id, name


def typed_workbook(sheets: Sequence[TypedSheet], tell: Callable[[], object] = object) -> bytes:
    """Return sheets as one workbook, always the same bytes for the same sheets; ``tell`` is called for each row."""
    stream = io.BytesIO()
    book = new_book(stream, sheets[0].title)
    formats = {name: book.add_format(said) for name, said in _FORMATS.items()}
    for name, sheet in zip(sheet_names([sheet.name for sheet in sheets]), sheets, strict=True):
        _Page(book.add_worksheet(name), formats, sheet, tell).write()
    book.close()
    return stream.getvalue()


class _Page:
    """Writes one sheet."""

    def __init__(
        self, page: Any, formats: dict[str, Any], sheet: TypedSheet, tell: Callable[[], object]
    ) -> None:
        self.page, self.formats, self.sheet, self.tell = page, formats, sheet, tell
        self.head = len(sheet.notes) + 2  # an empty row above: nothing stands over the headings
        self.places = {column.path: number for number, column in enumerate(sheet.columns)}
        self.widths = [_width(sheet, column) for column in range(len(sheet.columns))]

    def write(self) -> None:
        """Write title, notes, headings, rows and sums."""
        self.page.write_string(0, 0, self.sheet.title.upper(), self.formats["title"])
        for row, note in enumerate(self.sheet.notes, 1):
            self.page.write_string(row, 0, note, self.formats["note"])
        for column, each in enumerate(self.sheet.columns):
            self.page.set_column(column, column, self.widths[column])
            self.page.write_string(self.head, column, each.heading, self.formats["heading"])
        for number, values in enumerate(self.sheet.rows, self.head + 1):
            self.tell()
            self._row(number, values)
        self._sums()
        self._lay_out()

    def _row(self, number: int, values: Row) -> None:
        """Write one row, each value as what it is; a text is never taken for a formula, a number or a day."""
        page, formats, lines = self.page, self.formats, 1
        for column, value in enumerate(values):
            if value is None or value == "":
                page.write_blank(number, column, None, formats["text"])
            elif isinstance(value, str):
                page.write_string(number, column, value, formats["text"])
                if len(value) > (room := self.widths[column] * _LETTERS):
                    lines = max(lines, ceil(len(value) / room))
            else:
                self._typed(number, column, value)
        page.set_row(number, _LINE * lines + 2)

    def _typed(self, row: int, column: int, value: int | Decimal | date | Share) -> None:
        page, formats = self.page, self.formats
        if isinstance(value, Share):
            page.write_formula(row, column, self._formula(row, value), formats["share"], value.value)
        elif not isinstance(value, date):
            page.write_number(row, column, value, formats["money" if value >= _LARGE else "number"])
        elif value >= _FIRST_DAY:
            page.write_datetime(row, column, value, formats["day"])
        else:
            page.write_string(row, column, f"{value:%d/%m/}{value.year:04d}", formats["text"])

    def _formula(self, row: int, share: Share) -> str:
        part, whole = (f"{column_letters(self.places[path])}{row + 1}" for path in (share.part, share.whole))
        return f"={part}/{whole}"

    def _sums(self) -> None:
        """Add up what is to be added under the rows; rows that a filter hides do not count."""
        columns = [number for number, column in enumerate(self.sheet.columns) if column.is_summed]
        if not columns or not self.sheet.rows:
            return
        row = self.head + len(self.sheet.rows) + 1
        self.page.write_string(row, 0, "Cộng", self.formats["total"])
        for column in range(1, len(self.sheet.columns)):
            self.page.write_blank(row, column, None, self.formats["total"])
        for column in columns:
            letters = column_letters(column)
            formula = f"=SUBTOTAL(109,{letters}{self.head + 2}:{letters}{row})"
            total = sum(value for each in self.sheet.rows if isinstance(value := each[column], int | Decimal))
            self.page.write_formula(row, column, formula, self.formats["sum"], total)

    def _lay_out(self) -> None:
        rows, columns = len(self.sheet.rows), len(self.sheet.columns)
        across = ceil(columns / _MANY)
        set_page(self.page, is_wide=True, across=across)
        self.page.set_row(self.head, 58)
        pinned = min(_PINNED, columns - 1)
        self.page.freeze_panes(self.head + 1, pinned)
        self.page.repeat_rows(self.head)
        if across > 1:
            self.page.repeat_columns(0, pinned - 1)
        self.page.autofilter(self.head, 0, self.head + max(1, rows), columns - 1)
        self.page.set_footer("&RTrang &P/&N")
        last = f"{column_letters(columns - 1)}{self.head + rows + 1}"
        self.page.ignore_errors({"number_stored_as_text": f"A1:{last}"})


def _width(sheet: TypedSheet, column: int) -> int:
    """Return the width that the values take, within bounds, and at least that of the longest word of the heading."""
    longest = max((_length(row[column]) for row in sheet.rows if row[column] is not None), default=0)
    word = max(len(part) for part in sheet.columns[column].heading.split()) + 1
    return max(_NARROW, word, min(_WIDE, max(longest + 2, _HEADING if longest > _NARROW else 0)))


def _length(value: Value) -> int:
    """Return how many letters a value takes; digits of large numbers stand in threes."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, Share):
        return _NARROW
    length = len(str(value))
    return length + length // 3 if isinstance(value, int) and value >= _LARGE else length
