"""Dates as officials type them and as official documents print them."""

import re
from datetime import date, time, timedelta

from ocop_cli.viet.text import fold

EARLIEST_YEAR, LATEST_YEAR = 1945, 2100
"""No paper, founding or act is older, no promise or expiry later: other years are slips of the finger (0026, 9999)."""
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_WEEKDAYS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")
_CLOCK = re.compile(r"([0-9]{1,2})(?::|\s*h\s*|\s*giờ\s*)([0-9]{2})?(?:\s*phút)?")
_VIET = re.compile(r"(?:ngay )?([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_IN_WORDS = re.compile(r"(?:ngay )?([0-9]{1,2}) thang ([0-9]{1,2}),? nam ([0-9]{4})")


def parse_date(text: str) -> date:
    """Read ``2026-11-23``, ``23/11/2026``, ``23.11.2026`` or ``ngày 23 tháng 11 năm 2026``.

    Raises ``ValueError`` on other forms and on days that do not exist.
    """
    bare = fold(text)
    if found := _ISO.fullmatch(bare):
        year, month, day = map(int, found.groups())
    elif found := _VIET.fullmatch(bare) or _IN_WORDS.fullmatch(bare):
        day, month, year = map(int, found.groups())
    else:
        raise ValueError(text)
    return date(year, month, day)


def day_or_none(text: str | None) -> date | None:
    """Return the day of an ISO text in data of ours, ``None`` where none is written. Raises ``ValueError`` for other texts."""
    return date.fromisoformat(text) if text else None


def is_plausible(day: date) -> bool:
    """Say whether a day lies in the years that anything here can be about."""
    return EARLIEST_YEAR <= day.year <= LATEST_YEAR


def shifted(day: date, days: int) -> date:
    """Return the day so many days later, or earlier; at the end of the calendar, its last day."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def parse_clock(text: str) -> str:
    """Read ``08:00``, ``8h30``, ``8h`` or ``8 giờ 30 phút`` as ``08:30``. Raises ``ValueError`` for other forms and for 25:00."""
    found = _CLOCK.fullmatch(text.strip().lower())
    if found is None:
        raise ValueError(text)
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute).strftime("%H:%M")


def show_date(on: date) -> str:
    """Print for tables and messages: ``05/3/2026`` (Nghị định 30/2020: a zero before months 1 and 2 only)."""
    return f"{on.day:02d}/{_month(on.month)}/{on.year}"


def show_long_date(on: date) -> str:
    """Print for the place-and-date line and citations: ``ngày 05 tháng 3 năm 2026``."""
    return f"ngày {on.day:02d} tháng {_month(on.month)} năm {on.year}"


def weekday_word(on: date) -> str:
    """Return the day of the week as an invitation names it: ``thứ Hai``, ``Chủ nhật``."""
    day = on.weekday()
    return f"thứ {_WEEKDAYS[day]}" if day < len(_WEEKDAYS) else "Chủ nhật"


def _month(month: int) -> str:
    """A leading zero for January and February only (Nghị định 30/2020, Phụ lục I, II.4.b)."""
    return f"{month:02d}" if month <= 2 else str(month)  # noqa: PLR2004 - the rule names months 1 and 2
