"""What the workbooks that we write have in common: legal names of sheets, the printed page, the same bytes every time."""

import io
import re
from typing import Any

FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True}
_LONGEST_NAME = 31
_NO_NAME = re.compile(r"[\[\]:*?/\\']")


def new_book(stream: io.BytesIO, title: str) -> Any:
    """Return an empty workbook in which no text becomes a formula or a link."""
    from datetime import datetime

    from xlsxwriter import Workbook

    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": datetime(2000, 1, 1)})  # noqa: DTZ001 - the same bytes every time
    return book


def sheet_name(title: str) -> str:
    """Return a title as the name of a sheet, without the signs that Excel refuses there."""
    return _NO_NAME.sub("", title)[:_LONGEST_NAME]


def set_page(sheet: Any, *, is_wide: bool, across: int = 1) -> None:
    """Set up the printed page: A4, ``across`` pages wide and as many long as it takes."""
    sheet.set_paper(9)
    if is_wide:
        sheet.set_landscape()
    sheet.fit_to_pages(across, 0)
    sheet.set_margins(0.5, 0.5, 0.5, 0.5)
