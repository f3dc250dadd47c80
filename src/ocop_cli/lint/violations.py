"""What a rule finds: one violation with its place, what was found and what must hold."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ocop_cli.lint.blocks import Paragraph, Run
from ocop_cli.lint.components import WordDocument
from ocop_cli.lint.standard import TWIPS_PER_MM, TWIPS_PER_POINT, Standard


class Violation(NamedTuple):
    """One violation. ``found`` says what stands there; the rule says what must hold."""

    rule: str
    place: str
    found: str


class Known(NamedTuple):
    """What the commune's profile says, where the file lies in a workspace."""

    place: str = ""
    agency_code: str = ""


class Case(NamedTuple):
    """One document under the standard. ``told`` are the places that a fix is asked to see to."""

    document: WordDocument
    standard: Standard
    known: Known = Known()
    told: frozenset[str] = frozenset()


Check = Callable[[Case], Iterator[Violation]]
"""A rule as a function."""


def sizes_outside(paragraph: Paragraph, span: tuple[float, float]) -> list[str]:
    """Return the sizes (points) of visible runs that lie outside a span."""
    found = {run.format.size / 2 for run in paragraph.visible_runs}
    return [f"{size:g}" for size in sorted(found) if not span[0] <= size <= span[1]]


def checks(
    rule: str,
    paragraph: Paragraph,
    span: tuple[float, float],
    *,
    bold: bool | None = None,
    italic: bool | None = None,
    align: str = "",
) -> Iterator[Violation]:
    """Find what of size, weight, slant and alignment of a paragraph is not as asked."""
    wrong = [f"cỡ {size}" for size in sizes_outside(paragraph, span)]
    if bold is not None and _mixed(paragraph, lambda r: r.format.bold, wanted=bold):
        wrong.append("chưa đậm" if bold else "đậm")
    if italic is not None and _mixed(paragraph, lambda r: r.format.italic, wanted=italic):
        wrong.append("chưa nghiêng" if italic else "nghiêng")
    if align and paragraph.format.align != align:
        wrong.append(f"canh {ALIGNMENTS.get(paragraph.format.align, paragraph.format.align)}")
    if wrong:
        yield Violation(rule, paragraph.place, ", ".join(wrong))


def millimetres(twips: float) -> str:
    """Show a distance in millimetres."""
    return f"{twips / TWIPS_PER_MM:.1f}".replace(".", ",").removesuffix(",0")


def points(twips: int) -> str:
    """Show a distance in points."""
    return f"{twips / TWIPS_PER_POINT:g} pt"


def _mixed(paragraph: Paragraph, read: Callable[[Run], bool], *, wanted: bool) -> bool:
    """Say whether a run that shows letters or digits differs from what is wanted."""
    return any(read(run) != wanted for run in paragraph.visible_runs if any(c.isalnum() for c in run.text))


ALIGNMENTS = {
    "left": "trái",
    "start": "trái",
    "center": "giữa",
    "right": "phải",
    "end": "phải",
    "both": "đều",
}
