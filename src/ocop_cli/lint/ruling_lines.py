"""Ruling lines: which line belongs to a text, wherever it hangs; how wide texts are."""

from collections.abc import Callable, Iterator, Sequence

from ocop_cli.lint.blocks import Paragraph, Run
from ocop_cli.lint.drawn import RulingLine, drawn_lines, offset_by_alignment
from ocop_cli.lint.formats import RunFormat
from ocop_cli.ooxml.names import W
from ocop_cli.viet.widths import printed_width

_UNDERSCORE = 500  # thousandths of the size, in the decree's font
_RAISED = 0.65  # superscript letters print at about two thirds
_POINT = 20


def line_below(
    text: Paragraph,
    following: Sequence[Paragraph],
    elsewhere: Sequence[RulingLine],
    fits: Callable[[float], bool],
) -> RulingLine | None:
    """Return the line under a text: on the text itself or what follows in its room, else one that hangs elsewhere.

    Of several lines that may be meant the one that fits is taken; one that hangs elsewhere only when it fits.
    """
    near = list(_near(text, following))
    if not near:
        return next((line for line in elsewhere if fits(line.length)), None)
    return next((line for line in near if fits(line.length)), near[0])


def _near(text: Paragraph, following: Sequence[Paragraph]) -> Iterator[RulingLine]:
    yield from drawn_lines(text)
    yield from _edge(text)
    for paragraph in following:
        yield from drawn_lines(paragraph)
        yield from _underscores(paragraph)
        if paragraph.text and not is_line_text(paragraph):
            return
        yield from _edge(paragraph)


def is_line_text(paragraph: Paragraph) -> bool:
    """Say whether a text is a line made of signs."""
    return bool(paragraph.text) and not paragraph.text.strip("_-–—= ")


def text_width(paragraph: Paragraph) -> float:
    """Return the width of a paragraph's text on one line, in twips; spaces at its ends print nothing."""
    whole = "".join(run.text for run in paragraph.runs)
    start, end = len(whole) - len(whole.lstrip()), len(whole.rstrip())
    width, position = 0.0, 0
    for run in paragraph.runs:
        shown = run.text[max(start - position, 0) : max(end - position, 0)]
        position += len(run.text)
        width += printed_width(_shown(run, shown), run.format.size / 2, bold=run.format.bold)
        width += run.format.spacing * len(shown)
    return width


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


def middle_of(paragraph: Paragraph) -> float:
    """Return how far the middle of a text lies off the middle of its room, in twips."""
    form = paragraph.format
    if form.align == "center":
        return (form.left - form.right) / 2
    width = min(text_width(paragraph), paragraph.available)
    free = (paragraph.available - width) / 2
    return free - form.right if form.align in ("right", "end") else form.left + max(form.first, 0) - free


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


def _shown(run: Run, text: str) -> str:
    return text.upper() if run.format.caps else text


def _edge(paragraph: Paragraph) -> Iterator[RulingLine]:
    if paragraph.format.ruled:
        form = paragraph.format
        yield RulingLine(paragraph.available - form.left - form.right, (form.left - form.right) / 2)


def _underscores(paragraph: Paragraph) -> Iterator[RulingLine]:
    if not is_line_text(paragraph) or not paragraph.visible_runs:
        return
    run = paragraph.visible_runs[0]
    raised = run.element.find(f"{W}rPr/{W}vertAlign") is not None
    signs = sum(not sign.isspace() for sign in paragraph.text)
    width = signs * run.format.size / 2 * _POINT * _UNDERSCORE / 1000 * (_RAISED if raised else 1)
    yield RulingLine(width, offset_by_alignment(paragraph, width))
