"""Ruling lines get the length that the text above them asks for (Nghị định 30/2020, Phụ lục I, II.1, II.2, II.5)."""

from typing import Any, NamedTuple

from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.order import child
from ocop_cli.ooxml.package import Package
from ocop_cli.ooxml.styles import StyleSheet
from ocop_cli.ooxml.tables import cell_margins, cells_of
from ocop_cli.ooxml.text import paragraph_text, runs
from ocop_cli.viet.widths import printed_width

RULE = "OCOP Đường kẻ"
"""The name of the style of ruling lines."""
WHOLE = "OCOP Tiêu ngữ"
"""The name of the style whose line is as long as the text."""
_SHARE = 0.42  # between a third and a half of the text line
_USUAL_SIZE = 14.0
_MARKS = {f"{W}{tag}" for tag in ("bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd")}


class Measures(NamedTuple):
    """What a template's styles and page say: its styles, and the width of the text in twips."""

    styles: StyleSheet
    available: int


def measures_of(package: Package) -> Measures:
    """Read the measures of a template."""
    return Measures(
        StyleSheet(package.xml(package.part_of_kind("styles"))), _text_width(package.xml(package.main))
    )


def set_ruling_lines(tree: Any, measures: Measures) -> None:
    """Give every ruling line its indents: the width that holds it less the length it should have."""
    for mark in tree.iter(f"{W}pStyle"):  # of a hundred paragraphs two or three are lines
        if measures.styles.name(mark.get(f"{W}val", "")) == RULE:
            line = mark.getparent().getparent()
            if line.tag == f"{W}p":
                _set_line(line, measures)


def _set_line(line: Any, measures: Measures) -> None:
    texts = _texts_above(line, measures)
    available = room_for(line, measures)
    longest = max((min(_width(text, measures), available - _indents(text)) for text in texts), default=0)
    whole = bool(texts) and _style_name(texts[0], measures) == WHOLE
    margin = str((available - (longest if whole else round(longest * _SHARE))) // 2)
    indent = child(child(line, "pPr"), "ind")
    indent.set(f"{W}left", margin)
    indent.set(f"{W}right", margin)


def _texts_above(line: Any, measures: Measures) -> list[Any]:
    """Return the paragraphs of one style that stand directly above, the nearest first."""
    texts: list[Any] = []
    for above in line.itersiblings(preceding=True):
        if above.tag in _MARKS:
            continue
        same = not texts or measures.styles.style_of(above) == measures.styles.style_of(texts[0])
        if above.tag != f"{W}p" or not same:
            break
        texts.append(above)
    return texts


def _width(paragraph: Any, measures: Measures) -> int:
    """Return the width of a paragraph on one line, in twips."""
    first = next(runs(paragraph), None)
    own = first.find(f"{W}rPr/{W}sz") if first is not None else None
    size = float(own.get(f"{W}val")) / 2 if own is not None else style_size(paragraph, measures)
    return printed_width(paragraph_text(paragraph), size, bold=True)


def _indents(paragraph: Any) -> int:
    """Return what a paragraph's own indents take of its line."""
    indent = paragraph.find(f"{W}pPr/{W}ind")
    return sum(int(indent.get(f"{W}{side}", "0")) for side in ("left", "right")) if indent is not None else 0


def style_size(paragraph: Any, measures: Measures) -> float:
    """Return the size in points that a paragraph's style gives."""
    return measures.styles.size(measures.styles.style_of(paragraph)) or _USUAL_SIZE


def room_for(paragraph: Any, measures: Measures) -> int:
    """Return the width in twips that a paragraph may fill: that of its cell, else that of the page's text."""
    row = next(paragraph.iterancestors(f"{W}tr"), None)
    if row is None:
        return measures.available
    margins = cell_margins(next(row.iterancestors(f"{W}tbl")))
    widths = (width for cell, width in cells_of(row) if cell in paragraph.iterancestors(f"{W}tc"))
    return max(next(widths, 0) - margins, 0)


def _text_width(document: Any) -> int:
    section = next(document.iter(f"{W}sectPr"), None)
    size, margins = (section.find(f"{W}{tag}") if section is not None else None for tag in ("pgSz", "pgMar"))
    if size is None or margins is None:
        return 0
    sides = sum(round(float(margins.get(f"{W}{side}", "0"))) for side in ("left", "right"))
    return round(float(size.get(f"{W}w", "0"))) - sides


def _style_name(paragraph: Any, measures: Measures) -> str:
    return measures.styles.name(measures.styles.style_of(paragraph))
