"""The register of products as an .xlsx file: to print, to filter, to send on, and to take in again."""

import io
from datetime import date
from decimal import Decimal
from math import ceil
from typing import Any

from ocop_cli.intake.table_sheet import sheet_names
from ocop_cli.render.workbook import FONT, new_book, set_page
from ocop_cli.reports.register import RegisterSheet, Value

_SMALL = {**FONT, "font_size": 10, "border": 1, "border_color": "#9AA5B1"}
_FORMATS: dict[str, dict[str, Any]] = {
    "title": {**FONT, "font_size": 15, "bold": True, "text_wrap": False},
    "note": {**FONT, "italic": True, "text_wrap": False},
    "heading": {**_SMALL, "bold": True, "bg_color": "#DCE6F0", "align": "center", "valign": "vcenter"},
    "text": {**_SMALL, "num_format": "@"},
    "number": {**_SMALL, "num_format": "General"},
    "day": {**_SMALL, "num_format": "dd/mm/yyyy", "align": "center"},
}
_FIRST_DAY = date(1900, 3, 1)  # before it workbooks count days differently
_NARROW, _WIDE, _HEADING = 6, 24, 12  # letters of a column; a heading is broken over lines
_LINE = 14  # points of a line in a cell
_ACROSS = 4  # pages; on one the letters would be too small to read
_PINNED = 3  # columns that stay in sight: number, id, name


def register_workbook(sheet: RegisterSheet) -> bytes:
    """Return the register as a workbook, always the same bytes for the same register."""
    stream = io.BytesIO()
    book = new_book(stream, sheet.title)
    formats = {name: book.add_format(said) for name, said in _FORMATS.items()}
    page = book.add_worksheet(*sheet_names([sheet.title]))
    page.write_string(0, 0, sheet.title.upper(), formats["title"])
    for row, note in enumerate(sheet.notes, 1):
        page.write_string(row, 0, note, formats["note"])
    head = len(sheet.notes) + 2  # an empty row above: nothing stands over the headings
    widths = [_width([row[column] for row in sheet.rows]) for column in range(len(sheet.columns))]
    for column, each in enumerate(sheet.columns):
        page.set_column(column, column, widths[column])
        page.write_string(head, column, each.heading, formats["heading"])
    for number, values in enumerate(sheet.rows, head + 1):
        lines = max(ceil(len(str(v or "")) / width) for v, width in zip(values, widths, strict=True))
        page.set_row(number, _LINE * max(1, lines) + 2)
        for column, value in enumerate(values):
            _write(page, number, column, value, formats)
    _lay_out(page, head, len(sheet.rows), len(sheet.columns))
    book.close()
    return stream.getvalue()


def _lay_out(page: Any, head: int, rows: int, columns: int) -> None:
    set_page(page, is_wide=True, across=_ACROSS)
    page.set_row(head, 58)
    page.freeze_panes(head + 1, _PINNED)
    page.repeat_rows(head)
    page.repeat_columns(0, _PINNED - 1)
    page.autofilter(head, 0, head + rows, columns - 1)
    page.set_footer("&RTrang &P/&N")
    page.ignore_errors({"number_stored_as_text": f"A1:{_letters(columns)}{head + rows + 1}"})


def _letters(columns: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(columns - 1))


def _write(page: Any, row: int, column: int, value: Value, formats: dict[str, Any]) -> None:
    """Write one value as what it is; a text is never taken for a formula, a number or a day."""
    if value is None or value == "":
        page.write_blank(row, column, None, formats["text"])
    elif isinstance(value, date) and value >= _FIRST_DAY:
        page.write_datetime(row, column, value, formats["day"])
    elif isinstance(value, int | Decimal):
        page.write_number(row, column, value, formats["number"])
    else:
        shown = f"{value:%d/%m/}{value.year:04d}" if isinstance(value, date) else value
        page.write_string(row, column, shown, formats["text"])


def _width(values: list[Value]) -> int:
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    return max(_NARROW, min(_WIDE, max(longest + 2, _HEADING if longest > _NARROW else 0)))
