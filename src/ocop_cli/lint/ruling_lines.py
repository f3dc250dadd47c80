"""Ruling lines: how long the line under a text is, however it was drawn."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from ocop_cli.lint.formats import RunFormat
from ocop_cli.lint.reading import Paragraph, Run
from ocop_cli.ooxml.measures import measure
from ocop_cli.ooxml.names import W
from ocop_cli.viet.widths import printed_width

_EMU_PER_TWIP = 635
_UNDERSCORE = 500  # thousandths of the size, in the decree's font
_RAISED = 0.65  # superscript letters print at about two thirds
_POINT = 20


class RulingLine(NamedTuple):
    """A line: its length and how far its middle lies off the middle of its room, in twips."""

    length: float
    offset: float


def ruling_line_below(text: Paragraph, following: list[Paragraph]) -> RulingLine | None:
    """Return the line under a paragraph: its own lower edge or drawing, else the next paragraph that is a line."""
    own = _drawing(text) or _edge(text)
    if own:
        return own
    for paragraph in following[:2]:
        found = _drawing(paragraph) or _underscores(paragraph) or _edge(paragraph)
        if found:
            return found
        if paragraph.text:
            return None
    return None


def text_width(paragraph: Paragraph) -> float:
    """Return the width of a paragraph's text on one line, in twips."""
    return sum(
        printed_width(_shown(run), run.format.size / 2, bold=run.format.bold)
        + run.format.spacing * len(run.text)
        for run in paragraph.runs
    )


def longest_line(paragraph: Paragraph) -> float:
    """Return the width of the longest line when the text wraps in its room."""
    available = max(paragraph.available - paragraph.format.left - paragraph.format.right, 1)
    if not paragraph.visible_runs:
        return 0.0
    form = paragraph.visible_runs[0].format
    lines = (
        line for chunk in paragraph.text.split("\n") for line in _wrapped(chunk.split(" "), available, form)
    )
    return max(printed_width(line, form.size / 2, bold=form.bold) for line in lines)


def _wrapped(words: list[str], available: int, form: RunFormat) -> Iterator[str]:
    """Yield the lines into which words fall."""
    line = ""
    for word in words:
        wider = f"{line} {word}".strip()
        if line and printed_width(wider, form.size / 2, bold=form.bold) > available:
            yield line
            wider = word
        line = wider
    yield line


def _shown(run: Run) -> str:
    return run.text.upper() if run.format.caps else run.text


def _edge(paragraph: Paragraph) -> RulingLine | None:
    if not paragraph.format.ruled:
        return None
    form = paragraph.format
    return RulingLine(paragraph.available - form.left - form.right, (form.left - form.right) / 2)


def _underscores(paragraph: Paragraph) -> RulingLine | None:
    text = paragraph.text
    if not text or text.strip("_-–—"):
        return None
    run = paragraph.visible_runs[0]
    raised = run.element.find(f"{W}rPr/{W}vertAlign") is not None
    width = len(text) * run.format.size / 2 * _POINT * _UNDERSCORE / 1000 * (_RAISED if raised else 1)
    return RulingLine(width, 0 if paragraph.format.align == "center" else paragraph.available)


def _drawing(paragraph: Paragraph) -> RulingLine | None:
    """Return a drawn line: DrawingML by its extent, VML by its ends."""
    length = next(_lengths(paragraph.element), None)
    return RulingLine(length, 0) if length else None


def _lengths(node: Any) -> Iterator[float]:
    for child in node.iter():
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name == "extent" and child.get("cx"):
            yield measure(child.get("cx")) / _EMU_PER_TWIP
        elif name == "line" and child.get("from") and child.get("to"):
            yield abs(_points(child.get("to")) - _points(child.get("from"))) * _POINT


def _points(pair: str) -> float:
    """Return the horizontal end of a VML line in points: ``12pt,3pt`` or ``12.5mm,…``."""
    text = pair.split(",", maxsplit=1)[0].strip()
    for unit, factor in (("pt", 1.0), ("mm", 72 / 25.4), ("cm", 72 / 2.54), ("in", 72.0)):
        if text.endswith(unit):
            return measure(text.removesuffix(unit)) * factor
    return measure(text) / 12700
