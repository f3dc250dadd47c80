"""Measure the letters of a font with the metrics of Times New Roman into the data that lengths of lines come from.

usage: python tools/measure_widths.py REGULAR.ttf BOLD.ttf   (needs the fontTools package)

The font must have every Vietnamese letter: Tinos (Debian: fonts-croscore) and Liberation Serif 2 have, Liberation
Serif 1 has not.
"""

import json
import sys
from pathlib import Path

from ocop_cli.viet.widths import FILE

TARGET = Path(__file__).parent.parent / "src/ocop_cli/viet" / FILE
RANGES = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x1A0, 0x1B0), (0x300, 0x323), (0x1EA0, 0x1EF9), (0x2010, 0x2026), (0x20AB, 0x20AB),
)  # fmt: skip


def main() -> None:
    """Write the advance widths, in thousandths of the font size."""
    regular, bold = sys.argv[1:]
    widths = {"regular": _widths(regular), "bold": _widths(bold)}
    text = json.dumps(widths, ensure_ascii=False, indent=0, sort_keys=True)
    TARGET.write_text(f"{text}\n", encoding="utf-8")


def _widths(path: str) -> dict[str, int]:
    from fontTools.ttLib import TTFont  # type: ignore[import-not-found]  # only this tool needs it

    font = TTFont(path)
    names, advances, unit = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    codes = (code for first, last in RANGES for code in range(first, last + 1))
    return {chr(code): round(advances[names[code]][0] * 1000 / unit) for code in codes if code in names}


if __name__ == "__main__":
    main()
