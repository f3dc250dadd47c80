"""Lines that were drawn or pasted into a paragraph: DrawingML, VML, thin pictures; how long each is and where it lies."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ocop_cli.lint.blocks import Paragraph
from ocop_cli.lint.standard import TWIPS_PER_MM
from ocop_cli.ooxml.measures import measure
from ocop_cli.ooxml.names import MC, W

_EMU_PER_TWIP = 635
_POINT = 20
_THIN = 2 * TWIPS_PER_MM  # what is higher is a box or a picture
_SHORTEST = 3 * TWIPS_PER_MM
_UNITS = {"pt": 20.0, "mm": TWIPS_PER_MM, "cm": 10 * TWIPS_PER_MM, "in": 1440.0, "px": 15.0}
_LINE_TYPES = re.compile(r"_t(32|20)$")
_OF_COLUMN = {"column", "character", ""}


class RulingLine(NamedTuple):
    """A line: its length and how far its middle lies off the middle of its room, in twips; ``None`` where not known.

    ``exact`` lines are set by measures; one drawn by hand lies where the hand put it.
    """

    length: float
    offset: float | None
    exact: bool = True


def drawn_lines(paragraph: Paragraph) -> list[RulingLine]:
    """Return the lines that hang on a paragraph; what is written a second time for old programs is left out."""
    return [line for line in _lines(paragraph.element, paragraph) if line.length >= _SHORTEST]


def _lines(node: Any, paragraph: Paragraph) -> Iterator[RulingLine]:
    for child in node:
        if child.tag == f"{MC}AlternateContent":
            ways = [list(_lines(way, paragraph)) for way in child]
            yield from next((lines for lines in ways if lines), [])
            continue
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name in ("anchor", "inline"):
            yield from _drawing(child, paragraph)
        elif name == "line":
            yield from _vml_line(child, paragraph)
        elif name in ("shape", "rect"):
            yield from _vml_shape(child, paragraph, name)
        elif child.tag != f"{W}txbxContent":
            yield from _lines(child, paragraph)


def _drawing(node: Any, paragraph: Paragraph) -> Iterator[RulingLine]:
    extent = next((c for c in node if str(c.tag).endswith("}extent")), None)
    if extent is None:
        return
    length, height = (measure(extent.get(side)) / _EMU_PER_TWIP for side in ("cx", "cy"))
    if height <= _THIN and height * 5 <= length:
        inline = str(node.tag).endswith("}inline")
        offset = offset_by_alignment(paragraph, length) if inline else _anchored(node, paragraph, length)
        yield RulingLine(length, offset, exact=False)


def _anchored(node: Any, paragraph: Paragraph, length: float) -> float | None:
    across = next((c for c in node if str(c.tag).endswith("}positionH")), None)
    if across is None or across.get("relativeFrom", "") not in _OF_COLUMN:
        return None
    words = {str(c.tag).rpartition("}")[2]: (c.text or "").strip() for c in across}
    if "align" in words:
        free = (paragraph.available - length) / 2
        return {"left": -free, "right": free}.get(words["align"], 0.0)
    return measure(words.get("posOffset")) / _EMU_PER_TWIP + length / 2 - paragraph.available / 2


def offset_by_alignment(paragraph: Paragraph, length: float) -> float:
    """Return how far the middle of a line that stands among the text lies off the middle of its room."""
    free = (paragraph.available - length) / 2
    return {"center": 0.0, "right": free, "end": free}.get(paragraph.format.align, -free)


def _vml_line(node: Any, paragraph: Paragraph) -> Iterator[RulingLine]:
    start, end = _pair(node.get("from", "")), _pair(node.get("to", ""))
    length = abs(end[0] - start[0])
    if abs(end[1] - start[1]) <= _THIN:
        yield RulingLine(length, _floating(_style(node), (start[0] + end[0]) / 2, paragraph), exact=False)


def _vml_shape(node: Any, paragraph: Paragraph, name: str) -> Iterator[RulingLine]:
    """A straight connector (type t32), a line, or a thin rectangle; other shapes are no ruling lines."""
    style = _style(node)
    length, height = _twips(style.get("width", "")), _twips(style.get("height", "0"))
    is_line = bool(_LINE_TYPES.search(node.get("type", ""))) or name == "rect"
    if not is_line or height > _THIN or height * 5 > length:
        return
    middle = _twips(style.get("margin-left", "0")) + length / 2
    yield RulingLine(length, _floating(style, middle, paragraph), exact=False)


def _floating(style: dict[str, str], middle: float, paragraph: Paragraph) -> float | None:
    """Return how far off the middle of its room a shape lies, where its place is measured from that room."""
    if style.get("mso-position-horizontal") == "center":
        return 0.0
    of_text = style.get("mso-position-horizontal-relative", "text") in ("text", "char")
    return middle - paragraph.available / 2 if of_text and style.get("position") == "absolute" else None


def _style(node: Any) -> dict[str, str]:
    pairs = (part.partition(":") for part in node.get("style", "").split(";") if ":" in part)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _pair(text: str) -> tuple[float, float]:
    across, _, down = text.partition(",")
    return _twips(across), _twips(down)


def _twips(text: str) -> float:
    """Return a VML measure in twips; one without a unit counts in EMU when large, else in points."""
    text = text.strip()
    for unit, factor in _UNITS.items():
        if text.endswith(unit):
            return measure(text.removesuffix(unit)) * factor
    bare = measure(text)
    return bare / _EMU_PER_TWIP if abs(bare) > _EMU_PER_TWIP * _POINT else bare * _POINT
