"""Amounts with their unit, as officials write them: “1,2 tỷ”, “320 triệu đồng”, “20tr”, “1.234.567đ”."""

import re
from decimal import Decimal
from itertools import pairwise

from ocop_cli.viet.numbers import DIGITS, GROUP_OR_DECIMALS, AmbiguousError, show_number
from ocop_cli.viet.text import fold

_UNITS = {
    "nghin": 10**3,
    "ngan": 10**3,
    "k": 10**3,
    "trieu": 10**6,
    "tr": 10**6,
    "ty": 10**9,
    "ti": 10**9,
}
CURRENCIES = ("đồng", "đ", "vnđ", "vnd", "₫")
MULTIPLES = ("nghìn", "ngàn", "k", "triệu", "tr", "tỷ", "tỉ", "ti")
"""What stands for thousands, millions and thousands of millions, as it is written."""
_CURRENCY = re.compile(rf"\s*\.?({'|'.join(sorted({*map(fold, CURRENCIES)}, key=len, reverse=True))})$")
_PART = re.compile(rf"([0-9][0-9.,]*)\s*({'|'.join(sorted(_UNITS, key=len, reverse=True))})?(?![a-z])\s*")
_PLAIN = re.compile(rf"{DIGITS}|[0-9]{{1,3}}(\.[0-9]{{3}}){{1,9}}|[0-9]{{1,3}}(,[0-9]{{3}}){{2,9}}")
_DECIMAL = re.compile(rf"({DIGITS}|[0-9]{{1,3}}(?:\.[0-9]{{3}}){{1,9}}),({DIGITS})|({DIGITS})\.({DIGITS})")


def parse_money(text: str) -> Decimal:
    """Read đồng: ``1500000``, ``1.500.000``, ``1.500.000đ``, ``1,2 tỷ``, ``1 tỷ 200 triệu``, ``20tr``.

    Raises ``AmbiguousError`` for ``1,500`` and for ``1.500 triệu``, ``ValueError`` for anything else, fractions of a đồng
    included.

    >>> parse_money("1,2 tỷ đồng")
    Decimal('1200000000')
    """
    bare = fold(text)
    wanted = _CURRENCY.sub("", bare)
    parts = _parts(wanted)
    if len(parts) == 1 and not parts[0][1]:
        return _without_unit(parts[0][0])
    units = [_UNITS[unit] for _, unit in parts if unit]
    falling = len(units) == len(parts) and all(first > second for first, second in pairwise(units))
    if not falling:
        raise ValueError(text)
    amounts = [_number(number, unit) * _UNITS[unit] for number, unit in parts]
    total = sum(amounts, Decimal(0))
    if total != total.to_integral_value() or any(
        amount >= unit for amount, unit in zip(amounts[1:], units, strict=False)
    ):
        raise ValueError(text)
    return Decimal(int(total))


def _parts(text: str) -> list[tuple[str, str]]:
    """Split into numbers with their units. Raises ``ValueError`` where anything is left over."""
    found, at = [], 0
    while match := _PART.match(text, at):
        found.append((match[1], match[2] or ""))
        at = match.end()
    if not found or at != len(text):
        raise ValueError(text)
    return found


def _without_unit(number: str) -> Decimal:
    if _PLAIN.fullmatch(number):
        return Decimal(re.sub("[.,]", "", number))
    if found := GROUP_OR_DECIMALS.fullmatch(number):
        raise AmbiguousError(
            f"{found[1]}.{found[2]} đồng", f"{found[1]},{found[2]} với đơn vị nghìn, triệu, tỷ"
        )
    raise ValueError(number)


def _number(number: str, unit: str) -> Decimal:
    """Read the number before a unit, decimals included."""
    if found := GROUP_OR_DECIMALS.fullmatch(number):
        whole, part = found.groups()
        readings = (Decimal(whole + part), Decimal(f"{whole}.{part}"))
        raise AmbiguousError(*(f"{show_number(value * _UNITS[unit])} đồng" for value in readings))
    if _PLAIN.fullmatch(number):
        return Decimal(re.sub("[.,]", "", number))
    if found := _DECIMAL.fullmatch(number):
        whole = (found[1] or found[3]).replace(".", "")
        return Decimal(f"{whole}.{found[2] or found[4]}")
    raise ValueError(number)
