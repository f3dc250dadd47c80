"""Fix the running text, and only the paragraphs that a rule was told of."""

import re
from collections.abc import Iterable, Iterator

from ocop_cli.lint.blocks import Paragraph
from ocop_cli.lint.fix_page import Fix
from ocop_cli.lint.formatting import indent, paragraph_child, put, set_formatting, space
from ocop_cli.lint.standard import SINGLE_LINE, TWIPS_PER_MM, TWIPS_PER_POINT
from ocop_cli.lint.violations import Case
from ocop_cli.ooxml.text import run_text

_PLACED = re.compile(r"\t| {3,}")  # tabs and runs of spaces put words in their place


def told_paragraphs(paragraphs: Iterable[Paragraph], places: frozenset[str]) -> Iterator[Paragraph]:
    """Yield the paragraphs that a rule was told of and that can be set without touching a neighbour.

    Not one that is a line of a paragraph whose runs hold other lines too.
    """
    for paragraph in paragraphs:
        if paragraph.place in places and all(run_text(run.element) == run.text for run in paragraph.runs):
            yield paragraph


def nearest_size(paragraph: Paragraph, span: tuple[float, float]) -> float | None:
    """Return the size that a paragraph needs to lie in a span, or nothing where it does."""
    sizes = [run.format.size / 2 for run in paragraph.visible_runs]
    if not sizes or all(span[0] <= size <= span[1] for size in sizes):
        return None
    return min(max(*sizes, span[0]), span[1])


def _text(case: Case) -> Iterator[Paragraph]:
    return (p for p in told_paragraphs(case.document.body, case.told) if p.format.align != "center")


def _body_size(case: Case) -> None:
    for paragraph in _text(case):
        slanted = all(run.format.italic for run in paragraph.visible_runs)
        set_formatting(
            paragraph,
            size=nearest_size(paragraph, case.standard.span("body_size")),
            italic=False if slanted else None,
        )


def _justify(case: Case) -> None:
    """Not what stands at the right on purpose, nor what tabs and spaces put in its place."""
    for paragraph in _text(case):
        if paragraph.format.align in ("left", "start") and not _PLACED.search(paragraph.raw):
            put(paragraph_child(paragraph.element, "jc"), val="both")


def _first_line(case: Case) -> None:
    wanted = round(case.standard.values["first_lines"][-1] * TWIPS_PER_MM)
    for paragraph in _text(case):
        form = paragraph.format
        if (
            not form.listed
            and form.first >= 0
            and not _PLACED.search(paragraph.raw)
            and not paragraph.raw[:1].isspace()
        ):
            indent(paragraph.element, left=0, firstLine=wanted)


def _gap(case: Case) -> None:
    least = round(case.standard.number("paragraph_gap") * TWIPS_PER_POINT)
    for paragraph in _text(case):
        put(paragraph_child(paragraph.element, "contextualSpacing"), val=0)
        if paragraph.format.before < least:
            space(paragraph.element, before=least)


def _lines(case: Case) -> None:
    low, high = case.standard.span("line_spacing")
    for paragraph in _text(case):
        line = paragraph.format.line / SINGLE_LINE if paragraph.format.rule == "auto" else low
        space(paragraph.element, line=round(min(max(line, low), high) * SINGLE_LINE), lineRule="auto")


TEXT_FIXES: dict[str, Fix] = {
    "ND-01": _body_size,
    "ND-02": _justify,
    "ND-03": _first_line,
    "ND-04": _gap,
    "ND-05": _lines,
}
