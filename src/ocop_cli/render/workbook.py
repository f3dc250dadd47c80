"""What the workbooks that we write have in common: the letters, the printed page, the same bytes every time."""

import io
from datetime import datetime
from typing import Any

from ocop_cli.ooxml.zip import ZIP_EPOCH

FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True}


def new_book(stream: io.BytesIO, title: str) -> Any:
    """Return an empty workbook in which no text becomes a formula or a link."""
    from xlsxwriter import Workbook

    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": datetime(*ZIP_EPOCH)})  # noqa: DTZ001 - the same bytes every time
    return book


def set_page(sheet: Any, *, is_wide: bool, across: int = 1, sides: float = 0.5) -> None:
    """Set up the printed page: A4, ``across`` pages wide and as many long as it takes, margins in inches."""
    sheet.set_paper(9)
    if is_wide:
        sheet.set_landscape()
    sheet.fit_to_pages(across, 0)
    sheet.set_margins(sides, sides, 0.5, 0.5)


def column_letters(column: int) -> str:
    """Return the letters of a column, counted from 0: ``AA`` for 26."""
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column))
