"""Periods of a report: a month, a quarter, a half-year, a year, or any stretch of days."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.viet.dates import parse_date, show_date
from ocop_cli.viet.text import fold

_ROMAN = ("I", "II", "III", "IV")


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
    """Read ``2025-10``, ``2025-Q4``, ``2025-H1``, ``2025`` or ``FROM..TO``, and what people say: ``quý IV/2025``, ``tháng
    10 năm 2025``, ``9 tháng đầu năm 2025``. Raises ``OcopError`` (misuse) otherwise.
    """
    try:
        return _parse(text.strip())
    except ValueError as error:
        raise OcopError(
            f"--period {text} không phải là kỳ báo cáo.",
            "Ghi dạng tháng 10/2025, quý IV/2025, 6 tháng đầu năm 2025, 2025 hoặc 01/10/2025..31/10/2025.",
            exit_code=MISUSE,
        ) from error


def _parse(text: str) -> Period:
    said = fold(text)
    for pattern, read in _SAYINGS:
        if found := re.fullmatch(pattern, said):
            return read(**found.groupdict())
    return _days(text)


def _days(text: str) -> Period:
    first, dots, last = text.partition("..")
    start, end = parse_date(first), parse_date(last)
    if not dots or end < start:
        raise ValueError(text)
    return Period(start, end, f"từ ngày {show_date(start)} đến ngày {show_date(end)}")


def _year(year: str) -> Period:
    return _months(int(year), 1, 12, f"năm {year}")


def _month(year: str, month: str) -> Period:
    return _months(int(year), int(month), 1, f"tháng {int(month)} năm {year}")


def _quarter(year: str, number: str) -> Period:
    quarter = int(number) if number.isdecimal() else _ROMAN.index(number.upper()) + 1
    return _months(int(year), 3 * quarter - 2, 3, f"quý {_ROMAN[quarter - 1]} năm {year}")


def _part(year: str, half: str, count: str = "6") -> Period:
    """Return the first or the last months of a year; ``half`` is 1, 2 or the word for it."""
    is_first, months = half in ("1", "dau"), int(count)
    words = f"{count} tháng {'đầu' if is_first else 'cuối'} năm {year}"
    return _months(int(year), 1 if is_first else 13 - months, months, words)


def _months(year: int, first: int, count: int, words: str) -> Period:
    last = first + count - 1
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]), words)


def _months_earlier(first: date, months: int) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 - months, 12)
    return date(year, month + 1, 1)


def _year_earlier(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, monthrange(day.year - 1, day.month)[1]))


_OF_YEAR = r"(?: ?/ ?| nam | )(?P<year>[0-9]{4})"
_SAYINGS = (
    (r"(?:nam )?(?P<year>[0-9]{4})", _year),
    (r"(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])", _month),
    (rf"(?:thang )?(?P<month>0?[1-9]|1[0-2]){_OF_YEAR}", _month),
    (r"(?P<year>[0-9]{4})-q(?P<number>[1-4])", _quarter),
    (rf"(?:quy |q)(?P<number>i{{1,3}}|iv|[1-4]){_OF_YEAR}", _quarter),
    (r"(?P<year>[0-9]{4})-h(?P<half>[12])", _part),
    (rf"(?P<count>[369]) thang (?P<half>dau|cuoi){_OF_YEAR}", _part),
)
"""How people write a period, folded, and what reads it."""
