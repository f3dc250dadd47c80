"""How wide a bold text prints, so that ruling lines get the length the decree asks for."""

import json
from functools import cache
from importlib.resources import files

TWIPS_PER_POINT = 20
_THOUSAND = 1000
_USUAL = 550  # the middle of the alphabet, for a character that was not measured


def bold_width(text: str, size: float) -> int:
    """Return the width of a bold text in twips; ``size`` is in points."""
    widths = _widths()
    return round(sum(widths.get(c, _USUAL) for c in text) * size * TWIPS_PER_POINT / _THOUSAND)


@cache
def _widths() -> dict[str, int]:
    """Advance widths in thousandths of the font size, measured from a font with the metrics of Times New Roman."""
    text = files("ocop_cli.viet").joinpath("bold_widths.json").read_text(encoding="utf-8")
    loaded: dict[str, int] = json.loads(text)
    return loaded
