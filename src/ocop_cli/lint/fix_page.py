"""Fix the page: paper, margins, page numbers."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from ocop_cli.lint.blocks import Paragraph, Section, Table
from ocop_cli.lint.formatting import indent, paragraph_child, put, run_child
from ocop_cli.lint.page import ROMAN, number_paragraphs, printed_words
from ocop_cli.lint.standard import TWIPS_PER_MM
from ocop_cli.lint.violations import Case
from ocop_cli.ooxml.measures import whole_measure
from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.order import child
from ocop_cli.ooxml.text import change_instructions

Fix = Callable[[Case], None]
"""Changes a document in place so that a rule holds at the places where it was told not to (``Case.told``)."""

_CLOSE = 28  # twips: half a millimetre, what a ruler shows
_HEADER_AT = 567  # twips: the number then lies inside the narrowest top margin


def _sections(case: Case) -> Iterator[Any]:
    return (s.properties for s in case.document.sections if s.properties is not None)


def _paper_size(case: Case) -> None:
    short, long = (round(side * TWIPS_PER_MM) for side in case.standard.values["page"])
    for section, properties in zip(case.document.sections, _sections(case), strict=False):
        wide, before = section.size("w") > section.size("h"), section.available
        put(child(properties, "pgSz"), w=long if wide else short, h=short if wide else long)
        _fit_tables(section, before)


def _margin(span: str, *sides: str) -> Fix:
    def fix_margin(case: Case) -> None:
        low, high = (round(mm * TWIPS_PER_MM) for mm in case.standard.span(span))
        for section, properties in zip(case.document.sections, _sections(case), strict=False):
            before = section.available
            for side in sides:
                put(child(properties, "pgMar"), **{side: min(max(section.margin(side), low), high)})
            _fit_tables(section, before)

    return fix_margin


def _fit_tables(section: Section, before: int) -> None:
    """Let tables whose edges are seen fill narrower text as they filled it before, or they would stick out."""
    share = section.available / max(before, 1)
    for table in section.blocks if share < 1 else ():
        if isinstance(table, Table) and table.bordered:
            columns = table.element.findall(f"{W}tblGrid/{W}gridCol")
            if abs(sum(_width(column) for column in columns) - before) <= _CLOSE:
                widths = table.element.iterfind(f"{W}tr/{W}tc/{W}tcPr/{W}tcW")
                measured = [*columns, *widths, *table.element.iterfind(f"{W}tblPr/{W}tblW")]
                for node in (n for n in measured if n.get(f"{W}type", "dxa") == "dxa"):
                    put(node, w=round(_width(node) * share))


def _width(node: Any) -> int:
    return whole_measure(node.get(f"{W}w"))


def _header_distance(case: Case) -> None:
    for properties in _sections(case):
        put(child(properties, "pgMar"), header=_HEADER_AT)


def _numbers(case: Case) -> Iterator[Any]:
    for section in case.document.sections:
        yield from number_paragraphs(section.headers.get("default"))


def _centre_number(case: Case) -> None:
    for node in _numbers(case):
        put(paragraph_child(node, "jc"), val="center")
        indent(node, left=0, right=0, firstLine=0)


def _size_number(case: Case) -> None:
    for node in _numbers(case):
        for run in node.iter(f"{W}r"):
            put(run_child(run, "sz"), val=round(case.standard.span("page_number_size")[1] * 2))
            put(run_child(run, "i"), val=0)


def _arabic(case: Case) -> None:
    """Take away the switch to Roman numbers; every field stays what it is."""
    for number, section in enumerate(case.document.sections):
        node = section.node("pgNumType")
        if node is not None and f"phần {number + 1}" in case.told:
            node.attrib.pop(f"{W}fmt", None)
            if not number:
                node.attrib.pop(f"{W}start", None)
    for paragraph in _numbers(case):
        change_instructions(paragraph, partial(ROMAN.sub, ""))


def _hide_first(case: Case) -> None:
    """Hide the number of the first page where nothing else is hidden with it."""
    section = case.document.sections[0]
    if section.properties is None:
        return
    if section.first_apart:
        if _is_number_alone(section.headers.get("first")):
            for node in section.properties.findall(f"{W}headerReference"):
                if node.get(f"{W}type") == "first":
                    section.properties.remove(node)
        return
    bare = _is_number_alone(section.headers.get("default")) and _is_empty(section.footers.get("default"))
    if bare and "first" not in section.headers and "first" not in section.footers:
        child(section.properties, "titlePg").attrib.pop(f"{W}val", None)


def _is_number_alone(root: Any) -> bool:
    return not any(c.isalpha() for c in printed_words(root)) and not _holds_picture(root)


def _is_empty(root: Any) -> bool:
    return not printed_words(root).strip() and not _holds_picture(root)


def _holds_picture(root: Any) -> bool:
    return root is not None and any(
        str(n.tag).endswith(("}drawing", "}pict", "}object")) for n in root.iter()
    )


def _restart(case: Case) -> None:
    """Begin anew only where a section begins with an annex."""
    for section in case.document.sections[1:]:
        first = next((b for b in section.blocks if not isinstance(b, Paragraph) or b.text), None)
        if isinstance(first, Paragraph) and first.place in case.told and section.properties is not None:
            put(child(section.properties, "pgNumType"), start=1)


PAGE_FIXES: dict[str, Fix] = {
    "PG-01": _paper_size,
    "PG-03": _margin("margin_top_bottom", "top", "bottom"),
    "PG-04": _margin("margin_left", "left"),
    "PG-05": _margin("margin_right", "right"),
    "PG-07": _centre_number,
    "PG-08": _size_number,
    "PG-09": _arabic,
    "PG-10": _hide_first,
    "PG-11": _header_distance,
    "PG-12": _restart,
}
