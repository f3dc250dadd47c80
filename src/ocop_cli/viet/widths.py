"""How wide a text prints, so that ruling lines get the length the decree asks for."""

import json
import unicodedata
from functools import cache, lru_cache
from pkgutil import get_data

FILE = "letter_widths.json"
"""Advance widths in thousandths of the font size, regular and bold: what ``tools/measure_widths.py`` writes."""

TWIPS_PER_POINT = 20
_THOUSAND = 1000
_USUAL = 550  # the middle of the alphabet, for a character that was not measured


@lru_cache(maxsize=1024)  # the head of a paper stands on all of an office
def printed_width(text: str, size: float, *, bold: bool) -> int:
    """Return the width of a text in twips on one line of Times New Roman; ``size`` is in points."""
    width_of = _widths()["bold" if bold else "regular"].__getitem__
    total = sum(map(width_of, unicodedata.normalize("NFC", text)))
    return round(total * size * TWIPS_PER_POINT / _THOUSAND)


class _Widths(dict[str, int]):
    def __missing__(self, letter: str) -> int:
        return _USUAL


@cache
def _widths() -> dict[str, _Widths]:
    """Measured from a font with the metrics of Times New Roman: weight → letter → width."""
    loaded = json.loads(get_data(__package__, FILE) or "")
    return {weight: _Widths(letters) for weight, letters in loaded.items()}
