"""Sheets as people keep them: days as days, an error where a formula has one."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

ERROR = "#N/A"


def write_rows(page: Any, rows: Iterable[Sequence[Any]], first: int = 0) -> None:
    """Write rows of cells into a sheet of xlsxwriter, from the row ``first`` on; ``None`` leaves a cell empty."""
    for number, row in enumerate(rows, first):
        for column, value in enumerate(row):
            write = page.write_datetime if isinstance(value, date) else page.write
            if value == ERROR:
                page.write_formula(number, column, "=NA()", None, value)
            elif value is not None:
                write(number, column, value)
