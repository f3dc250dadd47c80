"""What was understood of a text that somebody typed, said back where it is written in another way."""

from datetime import date
from decimal import Decimal
from typing import Any

from ocop_cli.viet.dates import show_date
from ocop_cli.viet.numbers import show_number


def read_back(text: str, value: Any) -> str:
    """Return a value as papers print it where it was typed otherwise; empty where there is nothing to say back.

    >>> read_back("1,2 tỷ", Decimal(1_200_000_000))
    '1.200.000.000'
    >>> read_back("12,5", Decimal("12.5"))
    ''
    """
    shown = _shown(value)
    return "" if text.strip() in {shown, str(value)} else shown


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, date):
        return show_date(value)
    return show_number(value) if isinstance(value, Decimal | int) else ""
