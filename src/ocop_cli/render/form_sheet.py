"""A form to fill in as a workbook: one sheet of questions, one for each list, options to pick by named ranges.

Every answer is a text cell, so that a phone keeps its zero and a day is what was typed, whatever the language of Excel.
"""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from ocop_cli.intake.filled import Filled
from ocop_cli.intake.form_words import guidance, number_labels, pick_hint, split_number
from ocop_cli.intake.layout import Line, Section, Table, place_name
from ocop_cli.intake.stamp import STAMP_SHEET, split_stamp, write_stamp
from ocop_cli.intake.table_sheet import sheet_names
from ocop_cli.render.workbook import FONT, new_book, set_page

MAIN_SHEET = "Phiếu"
_OPTIONS_SHEET = "Danh mục"
_FORMATS: dict[str, dict[str, Any]] = {
    "title": {"font_size": 15, "bold": True, "text_wrap": False},
    "note": {"italic": True, "font_color": "#555555", "font_size": 10.5},
    "section": {"bold": True, "bg_color": "#DCE6F0", "text_wrap": False},
    "head": {"bold": True, "bg_color": "#DCE6F0", "align": "center"},
    "label": {"bg_color": "#F2F5F8", "border": 1, "border_color": "#9AA5B1"},
    "printed": {"bold": True, "text_wrap": False},
    "number": {"bg_color": "#F2F5F8", "border": 1, "border_color": "#9AA5B1", "align": "center"},
    "answer": {"num_format": "@", "border": 1, "border_color": "#9AA5B1"},
    "hint": {"italic": True, "font_color": "#555555", "font_size": 10},
}
_WIDTHS = {"number": 5, "label": 38, "answer": 52, "hint": 44}
_COLUMN_WIDTHS = {"line": 26, "prose": 36, "codes": 22, "choice": 22}
_NOTE_COLUMNS = 3
_TITLE_HEIGHT, _NOTE_HEIGHT = 23, 32
_BLANK = 12  # empty rows of a list; a longer list goes on below them
_HEAD = 4  # rows before the first row of a list
_ROW = {True: 48, False: 20}
_LINE, _SMALL = 16, 13.5  # points of one line of an answer, and of a hint or note
_LETTERS_A_UNIT = 1.3  # letters in one unit of column width, careful: words do not fill a line to its end


def sheet_form(form: Filled) -> bytes:
    """Return the form as an .xlsx file, always the same bytes for the same form."""
    stream = io.BytesIO()
    book = new_book(stream, form.layout.title)
    _Writer(book, form).write()
    book.close()
    return stream.getvalue()


def _lines(text: str, width: float) -> int:
    """Return how many lines a text takes in columns of a width."""
    letters = int(width * _LETTERS_A_UNIT)
    return sum(max(1, -(-len(line) // letters)) for line in text.split("\n"))


def _most(texts: Sequence[str], widths: Sequence[float]) -> int:
    """Return how many lines the longest text of a row takes."""
    return max(_lines(text, width) for text, width in zip(texts, widths, strict=True))


class _Writer:
    """Writes one form into one workbook."""

    def __init__(self, book: Any, form: Filled) -> None:
        self.book, self.form = book, form
        self.formats = {name: book.add_format({**FONT, **own}) for name, own in _FORMATS.items()}
        self.ranges: dict[tuple[str, ...], str] = {}

    def write(self) -> None:
        for name, piece in split_stamp(self.form.stamp).items():
            self.book.set_custom_property(name, piece, "text")
        main = self.book.add_worksheet(MAIN_SHEET)
        titles = sheet_names(table.title for table in self.form.layout.tables)
        lists = [self.book.add_worksheet(title) for title in titles]
        self._options()
        self._main(main)
        for sheet, table in zip(lists, self.form.layout.tables, strict=True):
            self._list(sheet, table)
        kept = self.book.add_worksheet(STAMP_SHEET)
        kept.write_string(0, 0, write_stamp(self.form.stamp))
        kept.very_hidden()
        main.activate()

    def _options(self) -> None:
        """Write each list of options into a column of a hidden sheet and give it a name."""
        lines = [*self.form.layout.lines, *(c for table in self.form.layout.tables for c in table.columns)]
        listed = {tuple(options.values()) for line in lines if (options := line.boxes or line.choices)}
        sheet = self.book.add_worksheet(_OPTIONS_SHEET)
        for column, words in enumerate(sorted(listed)):
            for row, text in enumerate(words):
                sheet.write_string(row, column, text)
            name = f"ocop_danh_muc_{column + 1}"
            letter = chr(ord("A") + column)
            self.book.define_name(name, f"='{_OPTIONS_SHEET}'!${letter}$1:${letter}${len(words)}")
            self.ranges[words] = name
        sheet.hide()

    def _main(self, sheet: Any) -> None:
        for column, kind in enumerate(("number", "label", "answer", "hint")):
            sheet.set_column(column, column, _WIDTHS[kind])
        wide = sum(_WIDTHS[kind] for kind in ("label", "answer", "hint"))
        self._paper(sheet, self.form.layout.title, wide, is_wide=False)
        row = _HEAD - 1
        labels = number_labels(self.form.layout)
        for section in self.form.layout.sections:
            row = self._section(sheet, section, row, labels)
        sheet.ignore_errors({"number_stored_as_text": f"C1:C{row + 1}"})

    def _section(self, sheet: Any, section: Section, row: int, labels: Mapping[str, str]) -> int:
        for column in range(4):
            sheet.write_string(row, column, section.title if column == 1 else "", self.formats["section"])
        row += 1
        for part in section.parts:
            for words in part.above:
                sheet.write_string(row, 1, words, self.formats["printed"])
                row += 1
            if isinstance(part, Table):
                sheet.write_string(row, 1, f"Ghi tại trang “{part.title}”.", self.formats["hint"])
            else:
                self._question(sheet, part, row, labels[part.path])
            row += 1
        return row

    def _question(self, sheet: Any, line: Line, row: int, label: str) -> None:
        number, words = split_number(label)
        sheet.write_string(row, 0, number, self.formats["number"])
        sheet.write_string(row, 1, words, self.formats["label"])
        self._answer(sheet, line, row, 2, self.form.values.get(line.path, ""))
        hint = line.hint or pick_hint(line)
        sheet.write_string(row, 3, hint, self.formats["hint"])
        answer = self._shown(line, self.form.values.get(line.path, ""))
        lines = max(_lines(words, _WIDTHS["label"]), _lines(answer, _WIDTHS["answer"]))
        beside = max(lines * _LINE, _lines(hint, _WIDTHS["hint"]) * _SMALL)
        sheet.set_row(row, max(_ROW[line.takes_lines], beside))
        self.book.define_name(place_name(line.path), f"='{MAIN_SHEET}'!$B${row + 1}")

    def _answer(self, sheet: Any, line: Line, row: int, column: int, value: str) -> None:
        options, text = line.boxes or line.choices, self._shown(line, value)
        if text:
            sheet.write_string(row, column, text, self.formats["answer"])
        else:
            sheet.write_blank(row, column, None, self.formats["answer"])
        if options:
            source = f"={self.ranges[tuple(options.values())]}"
            told = {
                "error_type": "warning",
                "error_title": "Ngoài danh sách",
                "error_message": "Chọn trong danh sách.",
            }
            sheet.data_validation(row, column, row, column, {"validate": "list", "source": source, **told})

    def _shown(self, line: Line, value: str) -> str:
        return (line.boxes or line.choices).get(value, value)

    def _list(self, sheet: Any, table: Table) -> None:
        widths = [_COLUMN_WIDTHS.get(line.field.kind, 16) for line in table.columns]
        self._paper(sheet, table.title, sum(widths[:_NOTE_COLUMNS]), is_wide=True)
        filled = self.form.rows.get(table.path, ())
        sheet.set_column(0, 0, _WIDTHS["number"])
        sheet.write_string(_HEAD - 1, 0, "TT", self.formats["head"])
        hints = [line.hint or pick_hint(line) for line in table.columns]
        for column, line in enumerate(table.columns, 1):
            sheet.set_column(column, column, widths[column - 1])
            sheet.write_string(_HEAD - 2, column, hints[column - 1], self.formats["hint"])
            sheet.write_string(_HEAD - 1, column, line.label, self.formats["head"])
        sheet.set_row(_HEAD - 2, _most(hints, widths) * _SMALL)
        sheet.set_row(_HEAD - 1, _most([line.label for line in table.columns], widths) * _LINE)
        for number in range(len(filled) + _BLANK):
            values = filled[number] if number < len(filled) else {}
            sheet.write_string(_HEAD + number, 0, str(number + 1), self.formats["number"])
            for column, line in enumerate(table.columns, 1):
                self._answer(sheet, line, _HEAD + number, column, values.get(line.path, ""))
            shown = [self._shown(line, values.get(line.path, "")) for line in table.columns]
            sheet.set_row(_HEAD + number, _most(shown, widths) * _LINE)
        sheet.freeze_panes(_HEAD, 1)
        sheet.ignore_errors({"number_stored_as_text": f"A1:Z{_HEAD + len(filled) + _BLANK}"})

    def _paper(self, sheet: Any, title: str, width: float, *, is_wide: bool) -> None:
        """Set up the printed page and its head; ``width`` is that of the columns under the note."""
        set_page(sheet, is_wide=is_wide)
        sheet.hide_gridlines(2)
        about = f"{title} – {self.form.about}" if self.form.about else title
        sheet.write_string(0, 1, about, self.formats["title"])
        sheet.set_row(0, _TITLE_HEIGHT)
        note = guidance(self.form, "mục có danh sách thì chọn trong danh sách của ô")
        sheet.merge_range(1, 1, 1, _NOTE_COLUMNS, note, self.formats["note"])
        sheet.set_row(1, max(_NOTE_HEIGHT, _lines(note, width) * _SMALL))
