"""Measure glyph widths of a metric-compatible serif font into the data that rules lengths of lines.

usage: python tools/measure_widths.py BOLD.ttf   (needs the fontTools package)
"""

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-not-found]  # only this tool needs it

TARGET = Path(__file__).parent.parent / "src/ocop_cli/render/bold_widths.json"
RANGES = ((0x20, 0x7E), (0xA0, 0x17F), (0x1A0, 0x1B0), (0x300, 0x323), (0x1EA0, 0x1EF9), (0x2010, 0x2026))


def main() -> None:
    """Write the advance widths, in thousandths of the font size."""
    font = TTFont(sys.argv[1])
    names, advances, unit = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    widths = {
        chr(code): round(advances[names[code]][0] * 1000 / unit)
        for first, last in RANGES
        for code in range(first, last + 1)
        if code in names
    }
    TARGET.write_text(
        json.dumps(widths, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
