"""A form that came back, whoever saved it: told apart by what it holds, not by its name."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.intake.grid import Cell, Grid
from ocop_cli.intake.read_page import read_page
from ocop_cli.intake.read_word import read_word
from ocop_cli.intake.stamp import STAMP_SHEET, Stamp, joined_stamp, read_stamp
from ocop_cli.ooxml.file_kind import EXCEL, WORD, not_taken
from ocop_cli.ooxml.package import UnreadableError, unzip
from ocop_cli.store.foreign.workbook import Sheet, SheetCell, Workbook, read_workbook

_ZIP = b"PK\x03\x04"


class ReceivedForm(NamedTuple):
    """A file with answers: tables of Word or Excel, or what a page saved; ``stamp`` where the file still has it.

    ``loose`` is the text outside the tables of a Word file.
    """

    medium: str
    stamp: Stamp | None
    grids: tuple[Grid, ...] = ()
    loose: tuple[Cell, ...] = ()
    saved: Mapping[str, Any] | None = None


def read_file(path: Path) -> bytes:
    """Return what a received file holds. Raises ``OcopError`` (misuse) where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise OcopError(
            f"{path.name or path}: không đọc được tệp.",
            "Xem lại đường dẫn; đóng tệp nếu đang mở.",
            exit_code=MISUSE,
        ) from error


def received_file(path: Path) -> tuple[bytes, ReceivedForm]:
    """Return a file that came back and what it holds. Raises ``OcopError`` (misuse) where it is no form that can be read."""
    content = read_file(path)
    try:
        return content, read_returned(content)
    except UnreadableError as error:
        hint = "Tệp được giữ nguyên, chưa ghi gì."
        raise OcopError(f"{path.name}: {error}.", hint, exit_code=MISUSE) from error


def read_returned(content: bytes) -> ReceivedForm:
    """Return what a form that came back holds. Raises ``UnreadableError`` that says what a file is instead."""
    if not content.startswith(_ZIP):
        found = read_page(content)
        if found:
            return ReceivedForm("page", found[1], saved=found[0])
        raise UnreadableError(_other(content))
    parts = unzip(content)
    if any(name.startswith("xl/") for name in parts):
        return _of_workbook(read_workbook(content))
    if why := not_taken(content, parts, (WORD, EXCEL)):
        raise UnreadableError(why)
    grids, stamp, loose = read_word(content)
    return ReceivedForm("word", stamp, grids, loose)


def _other(content: bytes) -> str:
    if not content.strip():
        return "tệp trống"
    return not_taken(content, {}, (WORD, EXCEL)) or "không phải phiếu do ocop lập"


def _of_workbook(book: Workbook) -> ReceivedForm:
    kept = next((sheet for sheet in book.sheets if sheet.name == STAMP_SHEET and sheet.rows), None)
    stamp = joined_stamp(book.properties) or (read_stamp(kept.rows[0][0].text) if kept else None)
    grids = tuple(_grid(sheet) for sheet in book.sheets if not sheet.is_hidden)
    return ReceivedForm("sheet", stamp, grids)


def _grid(sheet: Sheet) -> Grid:
    return Grid(sheet.name, tuple(tuple(map(_cell, row)) for row in sheet.rows))


def _cell(cell: SheetCell) -> Cell:
    trouble = f"báo lỗi {cell.trouble}" if cell.trouble else ""
    if cell.is_struck or cell.is_partly_struck:
        trouble = f"có chữ bị gạch ngang (“{cell.text}”): xóa phần đã bỏ, bỏ gạch phần còn lấy"
    return Cell(cell.text, cell.place, cell.names, cell.column, trouble)
