"""Tables as people send them back: filled in by a program that is not ours."""

import io
from collections.abc import Callable, Sequence
from typing import Any

from openpyxl import Workbook, load_workbook

Row = dict[str, str]


def opinions_of_one_unit() -> bytes:
    """Return a table that somebody typed anew, without the stamp: one unit agrees, another says nothing."""
    book = Workbook()
    page: Any = book.active
    rows = [
        ["Mã hồ sơ", "Đơn vị", "Nội dung", "Ý kiến", "Lời ý kiến"],
        ["mat-ong", "Phòng Y Mẫu", "Bản sắc, trí tuệ địa phương", "Nhất trí", None],
        ["mat-ong", "Phòng Y Mẫu", "Sử dụng lao động địa phương", None, None],
    ]
    for row in rows:
        page.append(row)
    return _saved(book)


def register_of_one_product() -> bytes:
    """Return a register with one product that was recognised before the program came."""
    book = Workbook()
    page: Any = book.active
    page.append(["Tên sản phẩm", "Chủ thể", "Hạng sao", "Số quyết định", "Ngày quyết định"])
    page.append(["Trà gừng Mẫu", "HTX Mẫu Hai", "3", "15/QĐ-UBND", "20/11/2025"])
    return _saved(book)


def acts_of_one_kind() -> bytes:
    """Return a sheet with one act of the year."""
    book = Workbook()
    page: Any = book.active
    page.append(["Loại hoạt động", "Ngày", "Kênh", "Số người"])
    page.append(["Tuyên truyền", "12/3/2026", "loa truyền thanh", "120"])
    return _saved(book)


def rows_in(content: bytes, sheet: str) -> list[Row]:
    """Return the rows of a sheet by their headings, which stand in the first row with all of its cells filled."""
    page = load_workbook(io.BytesIO(content))[sheet]
    rows = [[str(cell.value or "") for cell in row] for row in page.iter_rows()]
    head = next(number for number, row in enumerate(rows) if all(row))
    return [dict(zip(rows[head], row, strict=True)) for row in rows[head + 1 :]]


def refilled(content: bytes, sheet: str, change: Callable[[list[Row]], Sequence[Row]]) -> bytes:
    """Return the workbook with the rows of a sheet changed, as openpyxl saves it."""
    book = load_workbook(io.BytesIO(content))
    page = book[sheet]
    rows = rows_in(content, sheet)
    first = page.max_row - len(rows) + 1
    headings = list(rows[0])
    changed = change(rows)
    page.delete_rows(first, len(rows))
    for number, row in enumerate(changed):
        for column, heading in enumerate(headings, 1):
            page.cell(first + number, column, row.get(heading) or None)
    return _saved(book)


def _saved(book: Any) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
