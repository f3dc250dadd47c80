"""Numbers as officials type them and as documents print them."""

import re
from decimal import Decimal

_GROUPED = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+")
_WHOLE = re.compile(r"[0-9]+")
_DECIMAL = re.compile(r"[0-9]+([.,][0-9]{1,2})?")


def parse_money(text: str) -> Decimal:
    """Read đồng: ``1500000`` or ``1.500.000``. Raises ``ValueError`` on anything else, ``1.234,5`` included."""
    if not (_WHOLE.fullmatch(text) or _GROUPED.fullmatch(text)):
        raise ValueError(text)
    return Decimal(text.replace(".", ""))


def parse_decimal(text: str) -> Decimal:
    """Read a number with at most two decimals: ``12,5`` or ``12.5``. Raises ``ValueError`` otherwise."""
    if not _DECIMAL.fullmatch(text):
        raise ValueError(text)
    return Decimal(text.replace(",", "."))


def parse_count(text: str) -> int:
    """Read a whole number, grouped or not: ``20.000`` is twenty thousand. Raises ``ValueError`` otherwise."""
    return int(parse_money(text))


def show_number(value: Decimal | int) -> str:
    """Print with dots between thousands and a decimal comma, without trailing zeros: ``1.234,5``."""
    whole, _, fraction = f"{Decimal(value):f}".partition(".")
    fraction = fraction.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{fraction}" if fraction else grouped


def show_percent(value: Decimal | int) -> str:
    """Print a share of one hundred: ``66,67 %`` keeps two decimals at most."""
    return f"{show_number(round(Decimal(value), 2))}%"
