"""Measures and switches as Word files state them: whoever wrote the file, what is no number that can be counted with is none."""

from math import isfinite
from typing import Any

from ocop_cli.ooxml.names import W

_LONG = 16  # digits
_OFF = ("0", "false", "off", "none")


def measure(text: str | None, default: float = 0.0) -> float:
    """Return a number as it stands in an attribute; the default for no number, and for one without end (``1e400``)."""
    try:
        number = float(text or "")
    except ValueError:
        return default
    return number if isfinite(number) else default


def whole_measure(text: str | None, default: int = 0) -> int:
    """Return the whole number nearest to what stands in an attribute; the default for no number."""
    if text and text.isdecimal() and len(text) < _LONG:
        return int(text)  # nearly every measure is one
    return round(measure(text, default))


def is_on(node: Any) -> bool:
    """Say whether a switch is there and turned on."""
    return node is not None and node.get(f"{W}val", "1") not in _OFF
