"""Tables to fill in as one workbook: a sheet for each, options to pick by named ranges, printed on A4 across.

Every cell is text, so that a code keeps its zero and a day is what was typed, whatever the language of Excel.
"""

import io
from collections.abc import Sequence
from typing import Any

from ocop_cli.intake.stamp import STAMP_SHEET, Stamp, split_stamp, write_stamp
from ocop_cli.intake.table_sheet import TableSheet
from ocop_cli.render.workbook import FONT, column_letters, new_book, set_page

_TEXT = {**FONT, "num_format": "@"}
_LINE = {"border": 1, "border_color": "#9AA5B1"}
_FORMATS: dict[str, dict[str, Any]] = {
    "title": {"font_size": 15, "bold": True, "text_wrap": False},
    "note": {"italic": True, "font_color": "#555555", "font_size": 10.5},
    "head": {"bold": True, "bg_color": "#DCE6F0", "align": "center", "valign": "vcenter", **_LINE},
    "given": {"bg_color": "#F2F5F8", **_LINE},
    "answer": _LINE,
}
_OPTIONS_SHEET = "Danh mục"
_WARNING = {
    "error_type": "warning",
    "error_title": "Ngoài danh sách",
    "error_message": "Chọn trong danh sách của ô.",
}
_TITLE_HEIGHT, _HIGHEST = 24, 409  # points; Excel takes no higher row
_LINE_HEIGHT, _LETTERS = 16, 1.05  # points of a line; letters that a column holds for each of its width


def table_workbook(sheets: Sequence[TableSheet], stamp: Stamp) -> bytes:
    """Return the tables as an .xlsx file with its stamp, always the same bytes for the same tables."""
    stream = io.BytesIO()
    book = new_book(stream, sheets[0].title)
    for name, piece in split_stamp(stamp).items():
        book.set_custom_property(name, piece, "text")
    _Writer(book).write(sheets)
    kept = book.add_worksheet(STAMP_SHEET)
    kept.write_string(0, 0, write_stamp(stamp))
    kept.very_hidden()
    book.close()
    return stream.getvalue()


class _Writer:
    """Writes tables into one workbook."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.formats = {name: book.add_format({**_TEXT, **own}) for name, own in _FORMATS.items()}
        self.ranges: dict[tuple[str, ...], str] = {}

    def write(self, sheets: Sequence[TableSheet]) -> None:
        made = [self.book.add_worksheet(sheet.name) for sheet in sheets]
        self._options(sheets)
        for page, sheet in zip(made, sheets, strict=True):
            self._sheet(page, sheet)
        made[0].activate()

    def _options(self, sheets: Sequence[TableSheet]) -> None:
        """Write each list of options into a column of a hidden sheet and give it a name."""
        listed = {column.options for sheet in sheets for column in sheet.columns}
        listed |= {options for sheet in sheets for options in sheet.picked.values()}
        page = self.book.add_worksheet(_OPTIONS_SHEET)
        for column, words in enumerate(sorted(listed - {()})):
            page.write_column(0, column, words, self.formats["answer"])
            self.ranges[words] = f"ocop_danh_muc_{column + 1}"
            place = f"='{_OPTIONS_SHEET}'!${column_letters(column)}$1:${column_letters(column)}${len(words)}"
            self.book.define_name(self.ranges[words], place)
        page.hide()

    def _sheet(self, page: Any, sheet: TableSheet) -> None:
        head, widths = len(sheet.notes) + 1, [column.width for column in sheet.columns]
        _set_up(page, head, len(sheet.columns))
        page.write_string(0, 0, sheet.title, self.formats["title"])
        page.set_row(0, _TITLE_HEIGHT)
        for number, note in enumerate(sheet.notes, 1):
            page.merge_range(number, 0, number, len(sheet.columns) - 1, note, self.formats["note"])
            page.set_row(number, _height([(note, sum(widths))]))
        page.set_row(head, _height([(column.heading, column.width) for column in sheet.columns]))
        for number, column in enumerate(sheet.columns):
            page.set_column(number, number, column.width)
            page.write_string(head, number, column.heading, self.formats["head"])
        for number, row in enumerate(sheet.rows):
            page.set_row(head + 1 + number, _height(list(zip(row, widths, strict=True))))
            for position in range(len(sheet.columns)):
                self._cell(page, sheet, number, position)
        last = head + max(1, len(sheet.rows))
        page.autofilter(head, 0, last, len(sheet.columns) - 1)
        page.ignore_errors(
            {"number_stored_as_text": f"A1:{column_letters(len(sheet.columns) - 1)}{last + 1}"}
        )

    def _cell(self, page: Any, sheet: TableSheet, row: int, column: int) -> None:
        place = (len(sheet.notes) + 2 + row, column)
        about, text = sheet.columns[column], sheet.rows[row][column]
        look = self.formats["answer" if about.is_answer else "given"]
        if text:
            page.write_string(*place, text, look)
        else:
            page.write_blank(*place, None, look)
        if options := sheet.picked.get((row, column), about.options):
            listed = {"validate": "list", "source": f"={self.ranges[options]}", **_WARNING}
            page.data_validation(*place, *place, listed)


def _set_up(page: Any, head: int, columns: int) -> None:
    """Set up the printed page; the head stays in sight and stands on every page."""
    set_page(page, is_wide=True, sides=0.4)
    page.hide_gridlines(2)
    page.repeat_rows(head)
    page.freeze_panes(head + 1, min(2, columns - 1))
    page.set_footer("&R&P/&N")


def _height(cells: Sequence[tuple[str, int]]) -> int:
    """Return the height of a row that shows all of its texts; programs do not work it out for a file that others made."""
    lines = max((1 + int(len(text) / (width * _LETTERS)) for text, width in cells), default=1)
    return min(_LINE_HEIGHT * lines + 4, _HIGHEST)
