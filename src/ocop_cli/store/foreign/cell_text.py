"""What a cell of a workbook shows by the format of its number: days, months, numbers and the words around them."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

_DIGITS = 15  # of a number that a workbook keeps
_ZEROS = re.compile(r"0+")
_WORDS = r'"[^"]*"|\\.'
_DIGITS_AND_WORDS = re.compile(rf"(?:{_WORDS}|[0# ()+-])+")
_PIECE = re.compile(r'"([^"]*)"|\\(.)|(.)')
_NO_SIGNS_OF_DAYS = re.compile(rf"{_WORDS}|_.|\[[^\]]*\]")
_MIDNIGHT_AS_UTC = (time(16), time(17))  # the clocks of Sài Gòn stood at +8 from 1960 to June 1975, now at +7
_LAST_MINUTE = time(23, 59)


def day_text(value: date) -> str:
    """Return a day as officials type it: ``05/10/2026``."""
    return f"{value:%d/%m/}{value.year:04d}"


def month_text(value: date, number_format: str) -> str:
    """Return what a cell shows that has no day: ``10/2026`` or ``2026``; empty where it shows the day.

    A spreadsheet takes a typed month for its first day, and keeps a format that shows what was typed.
    """
    signs = set(_NO_SIGNS_OF_DAYS.sub("", _first(number_format)).lower())
    if "y" not in signs or signs & {"d", "h", "s"}:
        return ""
    return f"{value:%m/}{value.year:04d}" if "m" in signs else f"{value.year:04d}"


def day_meant(value: object) -> str:
    """Return the day after, where a moment looks like its midnight as programs write it that count in UTC; empty else.

    Web programs put midnight in Việt Nam at 17:00 of the day before; one library lands half a minute before midnight.
    """
    if not isinstance(value, datetime):
        return ""
    clock = value.time()
    return day_text(value + timedelta(days=1)) if clock in _MIDNIGHT_AS_UTC or clock >= _LAST_MINUTE else ""


def number_text(value: int | float | Decimal, number_format: str) -> str:
    """Return a number with a decimal comma and no dots, leading zeros and the percent sign where the format shows them."""
    exact = Decimal(f"{value:.{_DIGITS}g}")
    shown = _first(number_format)
    if shown.endswith("%"):
        return f"{_plain(exact * 100)}%"
    if _ZEROS.fullmatch(shown) and exact == exact.to_integral_value():
        return f"{int(exact):0{len(shown)}d}"
    return _plain(exact)


def with_words(value: int | float | Decimal, number_format: str) -> str:
    """Return a whole number with the words and zeros of its format: ``0"/QĐ-UBND"`` shows 12 as “12/QĐ-UBND”.

    Empty where the format says nothing of this kind.
    """
    shown = _first(number_format).replace("General", "0")
    if value < 0 or value != int(value) or not _DIGITS_AND_WORDS.fullmatch(shown):
        return ""
    pieces = [(quoted or escaped, sign) for quoted, escaped, sign in _PIECE.findall(shown)]
    places = [number for number, (_, sign) in enumerate(pieces) if sign in ("0", "#")]
    if not places:
        return ""
    digits = str(int(value)).rjust(len(places))
    split = len(digits) - len(places) + 1  # what is more than the places stands at the first of them
    filling = dict(zip(places, [digits[:split], *digits[split:]], strict=True))
    return "".join(
        filling[number].replace(" ", "0" if sign == "0" else "") if number in filling else words or sign
        for number, (words, sign) in enumerate(pieces)
    ).strip()


def _first(number_format: str) -> str:
    return number_format.partition(";")[0].strip()


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
