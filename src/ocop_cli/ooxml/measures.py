"""Measures as Word files state them: whoever wrote the file, what is no number that can be counted with is none."""

from math import isfinite


def measure(text: str | None, default: float = 0.0) -> float:
    """Return a number as it stands in an attribute; the default for no number, and for one without end (``1e400``)."""
    try:
        number = float(text or "")
    except ValueError:
        return default
    return number if isfinite(number) else default


def whole_measure(text: str | None, default: int = 0) -> int:
    """Return the whole number nearest to what stands in an attribute; the default for no number."""
    return round(measure(text, default))
