"""Numbers as officials type them and as documents print them."""

import re
from decimal import ROUND_HALF_UP, Decimal

MOST_PLACES = 28  # the precision of a Decimal
DIGITS = f"[0-9]{{1,{MOST_PLACES}}}"
"""The digits of a number: of more Python makes no text again, and nobody means them."""
_GROUPED = re.compile(r"[0-9]{1,3}(\.[0-9]{3}){1,9}")
_WHOLE = re.compile(DIGITS)
_DECIMAL = re.compile(rf"{DIGITS}([.,][0-9]{{1,2}})?")
GROUP_OR_DECIMALS = re.compile(r"([1-9][0-9]{0,2})[.,]([0-9]{3})")
"""A group of thousands or three decimals: nobody can tell which."""


class AmbiguousError(ValueError):
    """A number that can be read in two ways, each of them as it would be written without doubt."""

    def __init__(self, *readings: str) -> None:
        super().__init__(f"có thể hiểu là {' hoặc '.join(readings)}; ghi lại theo một cách")


def parse_decimal(text: str) -> Decimal:
    """Read a number with at most two decimals: ``12,5`` or ``12.5``. Raises ``AmbiguousError`` for ``1.234``, ``ValueError`` otherwise."""
    if found := GROUP_OR_DECIMALS.fullmatch(text):
        raise AmbiguousError(f"{found[1]}{found[2]}", f"{found[1]},{found[2]} (tối đa hai chữ số lẻ)")
    if not _DECIMAL.fullmatch(text):
        raise ValueError(text)
    return Decimal(text.replace(",", "."))


def is_whole(text: str) -> bool:
    """Say whether a text is a whole number in our digits, of a length that anybody means."""
    return _WHOLE.fullmatch(text) is not None


def parse_count(text: str) -> int:
    """Read a whole number, grouped or not: ``20.000`` is twenty thousand. Raises ``ValueError`` otherwise."""
    if not (is_whole(text) or _GROUPED.fullmatch(text)):
        raise ValueError(text)
    return int(text.replace(".", ""))


def show_number(value: Decimal | int) -> str:
    """Print with dots between thousands and a decimal comma, without trailing zeros: ``1.234,5``."""
    whole, _, fraction = f"{Decimal(value):f}".partition(".")
    fraction = fraction.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{fraction}" if fraction else grouped


def text_or_none(value: Decimal | None) -> str | None:
    """Return a number as JSON of ours holds it: exactly, as text."""
    return None if value is None else str(value)


def rounded(value: Decimal | int) -> Decimal:
    """Return a value with two decimals, half up as spreadsheets round: 78.13 for 78.125.

    Bands of the law begin at whole numbers: a value that is not whole never becomes one, but keeps as many
    decimals as it takes (74.995, not 75).
    """
    exact = Decimal(value)
    for places in range(2, MOST_PLACES):
        found = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        if exact == found:
            return exact
        if found != found.to_integral_value():
            return found
    return exact


def show_rounded(value: Decimal | int) -> str:
    """Print a value rounded: ``78,13`` for 78.125."""
    return show_number(rounded(value))


def show_percent(value: Decimal | int) -> str:
    """Print a share of one hundred, rounded: ``66,67%``."""
    return f"{show_rounded(value)}%"
