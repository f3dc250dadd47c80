"""A workbook that others made: every cell as an official would type it, with its place and what is wrong with it."""

import io
import re
import unicodedata
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from ocop_cli.ooxml.file_kind import EXCEL, not_taken
from ocop_cli.ooxml.package import TooLargeError, UnreadableError, unzip
from ocop_cli.ooxml.symbols import in_font
from ocop_cli.ooxml.zip import zip_parts
from ocop_cli.store.foreign.cell_text import day_text, month_text, number_text, with_words
from ocop_cli.viet.text import clean

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook as Book
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_ROWS, _MOST_COLUMNS = 50_000, 400
"""More than any register of a commune: beyond it stands a workbook made to choke a reader."""
_FEWEST_DAYS, _MOST_DAYS = 20_000, 80_000  # from 1954 to 2119 as Excel counts, four years later from 1904
_LINE_ENDS = ("\t", "\n", "\r")
_CODE = re.compile(rb"_x005F_|_x([0-9A-Fa-f]{4})_")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_UNREADABLE = (
    KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, EOFError, RecursionError, SyntaxError,
    zipfile.BadZipFile,
)  # fmt: skip


class CellKind(StrEnum):
    """What a cell holds."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    CLOCK = "clock"
    TRUTH = "truth"
    ERROR = "error"
    UNCOUNTED = "uncounted"
    """A formula without a result that can be trusted: the program that wrote it left the counting to the next."""


class SheetCell(NamedTuple):
    """A cell: ``text`` as an official would type its value, ``place`` as people name it: ``Phiếu!C5``.

    Numbers have a decimal comma and no dots, leading zeros where the format shows them; days are ``05/10/2026``.
    ``names`` are the names of the workbook that mean this cell. ``row`` and ``column`` count from 1. ``as_day`` is the day
    that a bare number would be as the workbook counts days; empty where it is none of our time. ``is_struck``: the text is
    struck through, ``is_partly_struck``: some words of it are; ``is_hidden``: its row is hidden, by hand or by a filter.
    ``shown`` is a whole number with the words that its format puts around it: ``12/QĐ-UBND``; empty where there are none.
    """

    text: str
    kind: CellKind
    row: int
    column: int
    place: str
    value: Any = None
    names: frozenset[str] = frozenset()
    as_day: str = ""
    is_struck: bool = False
    is_hidden: bool = False
    is_partly_struck: bool = False
    shown: str = ""

    @property
    def trouble(self) -> str:
        """What is wrong with the value as the workbook has it; empty where nothing is."""
        if self.kind is CellKind.UNCOUNTED:
            return f"công thức {self.text} chưa có kết quả (mở tệp bằng Excel hoặc LibreOffice, bấm Lưu)"
        return self.text if self.kind is CellKind.ERROR else ""

    @property
    def short_place(self) -> str:
        """The place within its sheet: ``C5``."""
        return self.place.rpartition("!")[2]


class Sheet(NamedTuple):
    """A sheet: its cells row by row, empty ones too. ``merged``: first row, first column, last row, last column."""

    name: str
    is_hidden: bool
    rows: tuple[tuple[SheetCell, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()


class Workbook(NamedTuple):
    """The sheets of a workbook, and its own properties: name → text."""

    sheets: tuple[Sheet, ...]
    properties: Mapping[str, str]


def read_workbook(content: bytes) -> Workbook:
    """Return what a workbook holds; of a formula its value. Raises ``UnreadableError`` with the cause in words."""
    try:
        parts = unzip(content)
    except TooLargeError:
        raise
    except UnreadableError as error:
        why = not_taken(content, {}, (EXCEL,)) or "không phải tệp Excel .xlsx, hoặc tệp bị hỏng, bị cắt cụt"
        raise UnreadableError(why) from error
    if why := not_taken(content, parts, (EXCEL,)):
        raise UnreadableError(why)
    try:
        content = _with_characters(content, parts)
        book = _opened(content, is_counted=True, in_parts=_strikes(parts))
        of_book = _OfBook(_named(book), _uncounted(book, content, parts), book.epoch)
        sheets = (_sheet(sheet, of_book) for sheet in book.worksheets)
        return Workbook(tuple(sheets), _properties(book))
    except _UNREADABLE as error:
        raise UnreadableError("tệp Excel bị hỏng, không đọc được") from error


def _opened(content: bytes, *, is_counted: bool, in_parts: bool = False) -> "Book":
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what is not read anyway: validations, pictures
        return load_workbook(io.BytesIO(content), data_only=is_counted, rich_text=in_parts)


def _strikes(parts: Mapping[str, bytes]) -> bool:
    """Say whether words of a text may be struck through: then texts are read in their parts, which takes longer."""
    return any(
        b"strike" in raw
        for name, raw in parts.items()
        if name.startswith(("xl/sharedStrings", "xl/worksheets/"))
    )


def _with_characters(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return the file with the characters that Excel writes as ``_x0033_``; openpyxl hands the code on as it is.

    What a person typed so has ``_x005F_`` in place of its first ``_``, and openpyxl reads that.
    """
    changed = {
        name: text
        for name, raw in parts.items()
        if name.startswith(("xl/sharedStrings", "xl/worksheets/")) and b"_x" in raw
        if (text := _CODE.sub(_character, raw)) != raw
    }
    return zip_parts({**parts, **changed}) if changed else content


def _character(code: re.Match[bytes]) -> bytes:
    """Return the character of a code as XML writes it; a code that no text may hold stays."""
    character = chr(int(code[1], 16)) if code[1] else ""
    is_text = character in _LINE_ENDS or not unicodedata.category(character or "\0").startswith("C")
    return f"&#{ord(character)};".encode() if character and is_text else code[0]


def _uncounted(book: "Book", content: bytes, parts: Mapping[str, bytes]) -> dict[tuple[str, str], str]:
    """Return the formulas without a result: (sheet, ``C5``) → formula.

    A program that cannot count leaves the result out, or writes 0 and has the next program count when the file is opened.
    """
    if not any(_FORMULA.search(raw) for name, raw in parts.items() if name.startswith("xl/worksheets/")):
        return {}
    said = book.calculation  # many makers say nothing of it
    leaves_counting = bool(said and said.fullCalcOnLoad)
    formulas = (
        (sheet.title, cell)
        for sheet in _opened(content, is_counted=False).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    )
    return {
        (title, cell.coordinate): str(getattr(cell.value, "text", cell.value))
        for title, cell in formulas
        if _lacks_result(book[title][cell.coordinate], leaves_counting=leaves_counting)
    }


def _lacks_result(cell: Any, *, leaves_counting: bool) -> bool:
    if cell.value is None:
        return bool(cell.data_type != "str")  # Excel's own mark of a result that is an empty text
    return leaves_counting and not isinstance(cell.value, bool) and cell.value == 0


def _properties(book: "Book") -> dict[str, str]:
    properties: Any = book.custom_doc_props  # type: ignore[attr-defined] # the stubs lack it
    return {each.name: str(each.value) for each in properties.props}


def _named(book: "Book") -> dict[tuple[str, str], set[str]]:
    """Return the names that mean one cell: (sheet, ``C5``) → names."""
    found: dict[tuple[str, str], set[str]] = {}
    for name, defined in book.defined_names.items():
        for sheet, address in _destinations(defined):
            found.setdefault((sheet, address.replace("$", "")), set()).add(name)
    return found


def _destinations(defined: Any) -> list[tuple[str, str]]:
    try:
        return list(defined.destinations)
    except _UNREADABLE:  # a name whose cell was deleted
        return []


class _OfBook(NamedTuple):
    """What a workbook says of its cells elsewhere, by sheet and ``C5``: names, formulas without a result; its first day."""

    named: Mapping[tuple[str, str], set[str]]
    uncounted: Mapping[tuple[str, str], str]
    epoch: datetime


def _sheet(sheet: "Worksheet", of_book: _OfBook) -> Sheet:
    if sheet.max_row > _MOST_ROWS or sheet.max_column > _MOST_COLUMNS:
        raise TooLargeError(f"trang “{sheet.title}” có quá nhiều dòng hoặc cột")
    rows = tuple(tuple(_cells(sheet, row, of_book)) for row in sheet.iter_rows())
    merged = tuple(
        (each.min_row, each.min_col, each.max_row, each.max_col) for each in sheet.merged_cells.ranges
    )
    return Sheet(sheet.title, sheet.sheet_state != "visible", rows, merged)


def _cells(sheet: "Worksheet", row: Any, of_book: _OfBook) -> Iterator[SheetCell]:
    for cell in row:
        at = (sheet.title, cell.coordinate)
        kind, text = _read(cell.value, cell.data_type, cell.number_format or "")
        if kind is CellKind.TEXT and len(text) == 1:
            text = in_font(text, cell.font.name or "")
        if formula := of_book.uncounted.get(at):
            kind, text = CellKind.UNCOUNTED, formula
        place = f"{sheet.title}!{cell.coordinate}"
        names = frozenset(of_book.named.get(at, ()))
        is_number = kind is CellKind.NUMBER
        day = _as_day(cell.value, of_book.epoch) if is_number else ""
        shown = with_words(cell.value, cell.number_format or "") if is_number else ""
        struck, is_hidden = _struck(cell), bool(sheet.row_dimensions[cell.row].hidden)
        value = str(cell.value) if isinstance(cell.value, list) else cell.value
        yield SheetCell(
            text, kind, cell.row, cell.column, place, value, names, day,
            all(struck), is_hidden, any(struck) and not all(struck), shown,
        )  # fmt: skip


def _struck(cell: Any) -> list[bool]:
    """Say of each part of a text whether it is struck through; of a text in parts its cell may say anything."""
    if not isinstance(cell.value, list):
        return [bool(cell.font.strike)]
    return [not isinstance(part, str) and bool(part.font.strike) for part in cell.value if str(part).strip()]


def _read(value: Any, data_type: str, number_format: str) -> tuple[CellKind, str]:
    """Return the kind of a value and its text."""
    if value is None or value == "":
        return CellKind.EMPTY, ""
    if data_type == "e":
        return CellKind.ERROR, str(value)
    if isinstance(value, bool):
        return CellKind.TRUTH, "có" if value else "không"
    if isinstance(value, datetime | date | time):
        return _moment(value, number_format)
    if isinstance(value, int | float | Decimal):
        return CellKind.NUMBER, number_text(value, number_format)
    return CellKind.TEXT, clean(str(value))


def _as_day(value: int | float | Decimal, epoch: datetime) -> str:
    """Return the day that a whole number counts up to, where that is a day of our time."""
    if value != int(value) or not _FEWEST_DAYS < value < _MOST_DAYS:
        return ""
    return day_text(epoch + timedelta(days=int(value)))


def _moment(value: datetime | date | time, number_format: str) -> tuple[CellKind, str]:
    if isinstance(value, time):
        return CellKind.CLOCK, f"{value:%H:%M}"
    month = month_text(value, number_format)
    return (CellKind.TEXT, month) if month else (CellKind.DAY, day_text(value))
