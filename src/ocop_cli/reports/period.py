"""Periods of a report: a month, a quarter, a half-year, a year, or any stretch of days."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.viet.dates import parse_date, show_date

_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_PART = re.compile(r"([0-9]{4})-([QH])([1-4])")
_YEAR = re.compile(r"[0-9]{4}")
_ROMAN = ("I", "II", "III", "IV")
_MONTHS = {"Q": 3, "H": 6}


class Period(NamedTuple):
    """A stretch of days, both ends included, with its name for people."""

    first: date
    last: date
    words: str

    @property
    def year_before(self) -> "Period":
        """The same days a year before; 29 February becomes the 28th, and the end of February stays its end."""
        first, last = _year_earlier(self.first), _year_earlier(self.last)
        last_day = monthrange(self.last.year, self.last.month)[1]
        if self.last.day == last_day:
            last = last.replace(day=monthrange(last.year, last.month)[1])
        return Period(first, last, f"từ ngày {show_date(first)} đến ngày {show_date(last)}")

    @property
    def just_before(self) -> "Period | None":
        """The period of the same length that ends the day before; ``None`` where that is the one of ``year_before``.

        Whole months are counted as months: before a quarter comes a quarter, whatever its days.
        """
        last, months = self.first - timedelta(days=1), self._whole_months
        first = _months_earlier(self.first, months) if months else last - (self.last - self.first)
        if (first, last) == self.year_before[:2]:
            return None
        return Period(first, last, f"từ ngày {show_date(first)} đến ngày {show_date(last)}")

    @property
    def _whole_months(self) -> int:
        """How many months the period is made of; 0 where it begins or ends within one."""
        after = self.last + timedelta(days=1)
        if (self.first.day, after.day) != (1, 1):
            return 0
        return (after.year - self.first.year) * 12 + after.month - self.first.month


def parse_period(text: str) -> Period:
    """Read ``2025-10``, ``2025-Q4``, ``2025-H1``, ``2025`` or ``FROM..TO``. Raises ``OcopError`` (misuse) otherwise."""
    try:
        return _parse(text.strip())
    except ValueError as error:
        raise OcopError(
            f"--period {text} không phải là kỳ báo cáo.",
            "Ghi dạng 2025-10, 2025-Q4, 2025-H1, 2025 hoặc 01/10/2025..31/10/2025.",
            exit_code=MISUSE,
        ) from error


def _parse(text: str) -> Period:
    if found := _MONTH.fullmatch(text):
        year, month = int(found[1]), int(found[2])
        return _months(year, month, 1, f"tháng {month} năm {year}")
    if found := _PART.fullmatch(text):
        return _part(int(found[1]), found[2], int(found[3]))
    if _YEAR.fullmatch(text):
        return _months(int(text), 1, 12, f"năm {text}")
    first, dots, last = text.partition("..")
    start, end = parse_date(first), parse_date(last)
    if not dots or end < start:
        raise ValueError(text)
    return Period(start, end, f"từ ngày {show_date(start)} đến ngày {show_date(end)}")


def _part(year: int, kind: str, number: int) -> Period:
    length = _MONTHS[kind]
    if number * length > 12:  # noqa: PLR2004 - a year has twelve months
        raise ValueError(number)
    if kind == "Q":
        words = f"quý {_ROMAN[number - 1]} năm {year}"
    else:
        words = f"6 tháng {'đầu' if number == 1 else 'cuối'} năm {year}"
    return _months(year, (number - 1) * length + 1, length, words)


def _months(year: int, first: int, count: int, words: str) -> Period:
    last = first + count - 1
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]), words)


def _months_earlier(first: date, months: int) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 - months, 12)
    return date(year, month + 1, 1)


def _year_earlier(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, monthrange(day.year - 1, day.month)[1]))
