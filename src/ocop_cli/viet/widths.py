"""How wide a text prints, so that ruling lines get the length the decree asks for."""

import json
import unicodedata
from functools import cache
from importlib.resources import files

FILE = "letter_widths.json"
"""Advance widths in thousandths of the font size, regular and bold: what ``tools/measure_widths.py`` writes."""

TWIPS_PER_POINT = 20
_THOUSAND = 1000
_USUAL = 550  # the middle of the alphabet, for a character that was not measured


def printed_width(text: str, size: float, *, bold: bool) -> int:
    """Return the width of a text in twips on one line of Times New Roman; ``size`` is in points."""
    widths = _widths()["bold" if bold else "regular"]
    letters = unicodedata.normalize("NFC", text)
    return round(sum(widths.get(letter, _USUAL) for letter in letters) * size * TWIPS_PER_POINT / _THOUSAND)


@cache
def _widths() -> dict[str, dict[str, int]]:
    """Measured from a font with the metrics of Times New Roman: weight → letter → width."""
    text = files("ocop_cli.viet").joinpath(FILE).read_text(encoding="utf-8")
    loaded: dict[str, dict[str, int]] = json.loads(text)
    return loaded
