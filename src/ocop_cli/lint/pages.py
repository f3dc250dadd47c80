"""How many pages a document fills, reckoned from widths, sizes and distances: enough to tell one page from several."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import ceil
from typing import Any

from ocop_cli.lint.blocks import Block, Cell, Paragraph, Section, Table
from ocop_cli.lint.components import WordDocument
from ocop_cli.lint.ruling_lines import text_width
from ocop_cli.lint.standard import LINE_OF_FONT, SINGLE_LINE
from ocop_cli.ooxml.measures import is_on
from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.walk import first_child

_HALF_POINT = 10  # twips
_SURE = 1.12  # so much more than a page is more than a page whatever the reckoning missed
_MISSED = _SURE - 1  # of a page
_SAME = 0.001  # of a page: nothing has moved


def has_several_pages(document: WordDocument) -> bool:
    """Say whether the document surely fills more than one page; worked out once for all rules that ask."""
    if document.reckoned is None:
        document.reckoned = _fills_several(document)
    return document.reckoned


def _fills_several(document: WordDocument) -> bool:
    root = document.package.xml(document.package.main)
    if next(root.iter(f"{W}lastRenderedPageBreak"), None) is not None or _breaks_page(document, root):
        return True
    filled = [section for section in document.sections if any(_heights(section.blocks))]
    return len(filled) > 1 or any(_overflows(section) for section in filled)


def pages_filled(document: WordDocument) -> tuple[float, ...]:
    """Return about how many pages each stretch of the text fills that begins on a page of its own."""
    filled: list[float] = []
    for section in document.sections:
        first, *others = (_height(blocks) / _room(section) for blocks in _stretches(section.blocks))
        if filled and _goes_on(section):
            filled[-1] += first
        else:
            filled.append(first)
        filled += others
    return tuple(filled)


def are_as_many(before: Sequence[float], after: Sequence[float]) -> bool:
    """Say whether stretches surely fill as many pages as before: what moved ends well within the same page."""
    return len(before) == len(after) and all(map(_ends_within, before, after))


def _ends_within(before: float, after: float) -> bool:
    ends = (end for filled in (before, after) for end in (filled - _MISSED, filled + _MISSED))
    return abs(before - after) < _SAME or len({max(ceil(end), 1) for end in ends}) == 1


def _goes_on(section: Section) -> bool:
    """Say whether a section begins on the page of the one before it."""
    node = section.node("type")
    return node is not None and node.get(f"{W}val") == "continuous"


def begins_page(paragraph: Any) -> bool:
    """Say whether a paragraph asks for a new page."""
    properties = first_child(paragraph, "pPr")
    return properties is not None and is_on(first_child(properties, "pageBreakBefore"))


def _breaks_page(document: WordDocument, root: Any) -> bool:
    return ends_page(root) or any(
        begins_page(b.element) for b in document.blocks[1:] if isinstance(b, Paragraph) and b.text
    )


def ends_page(node: Any) -> bool:
    """Say whether a break to the next page stands in a node."""
    return any(each.get(f"{W}type") == "page" for each in node.iter(f"{W}br"))


def _stretches(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Part blocks where a page ends."""
    stretch: list[Block] = []
    for block in blocks:
        paragraph = block.element if isinstance(block, Paragraph) else None
        if stretch and paragraph is not None and begins_page(paragraph):
            yield stretch
            stretch = []
        stretch.append(block)
        if paragraph is not None and ends_page(paragraph):
            yield stretch
            stretch = []
    yield stretch


def _overflows(section: Section) -> bool:
    """Say whether the blocks of a section are higher than its page; no more of them are measured than that takes."""
    most = _SURE * _room(section)
    return any(height > most for height in accumulate(_heights(section.blocks)))


def _room(section: Section) -> int:
    return max(section.size("h") - section.margin("top") - section.margin("bottom"), 1)


def _height(blocks: Sequence[Block]) -> float:
    return sum(_heights(blocks))


def _heights(blocks: Sequence[Block]) -> Iterator[float]:
    """Of two distances that meet, the larger one counts."""
    above = 0
    for block in blocks:
        if isinstance(block, Table):
            yield _table(block)
            above = 0
        else:
            yield max(block.format.before - above, 0) + _lines(block) + block.format.after
            above = block.format.after


def _table(table: Table) -> float:
    return sum(max((_cell(cell) for cell in row), default=0.0) for row in table.rows)


def _cell(cell: Cell) -> float:
    return _height(cell.blocks)


def _lines(paragraph: Paragraph) -> float:
    form = paragraph.format
    size = max((run.format.size for run in paragraph.runs), default=26)
    line = form.line / SINGLE_LINE * size * _HALF_POINT * LINE_OF_FONT if form.rule == "auto" else form.line
    room = max(paragraph.available - form.left - form.right, 1)
    return line * sum(max(1, ceil(text_width(each) / room)) for each in paragraph.lines)
