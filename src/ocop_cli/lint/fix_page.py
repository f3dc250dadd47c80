"""Fix the page: paper, margins, page numbers."""

from collections.abc import Callable, Iterator
from typing import Any

from ocop_cli.lint.formatting import indent, paragraph_child, put, run_child
from ocop_cli.lint.page import number_paragraphs
from ocop_cli.lint.standard import TWIPS_PER_MM
from ocop_cli.lint.violations import Case
from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.order import child

Fix = Callable[[Case], None]
"""Changes a document in place so that a rule holds."""

_HEADER_AT = 567  # twips: the number then lies inside the narrowest top margin


def _sections(case: Case) -> Iterator[Any]:
    return (s.properties for s in case.document.sections if s.properties is not None)


def _paper_size(case: Case) -> None:
    short, long = (round(side * TWIPS_PER_MM) for side in case.standard.values["page"])
    for section, properties in zip(case.document.sections, _sections(case), strict=False):
        wide = section.size("w") > section.size("h")
        put(child(properties, "pgSz"), w=long if wide else short, h=short if wide else long)


def _margin(span: str, *sides: str) -> Fix:
    def fix_margin(case: Case) -> None:
        low, high = (round(mm * TWIPS_PER_MM) for mm in case.standard.span(span))
        for section, properties in zip(case.document.sections, _sections(case), strict=False):
            for side in sides:
                put(child(properties, "pgMar"), **{side: min(max(section.margin(side), low), high)})

    return fix_margin


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
    for number, properties in enumerate(_sections(case)):
        node = properties.find(f"{W}pgNumType")
        if node is not None:
            node.attrib.pop(f"{W}fmt", None)
            if not number:
                node.attrib.pop(f"{W}start", None)
    for paragraph in _numbers(case):
        for node in paragraph.iter(f"{W}instrText"):
            node.text = " PAGE "


def _hide_first(case: Case) -> None:
    for properties in list(_sections(case))[:1]:
        child(properties, "titlePg").attrib.pop(f"{W}val", None)
        for node in properties.findall(f"{W}headerReference"):
            if node.get(f"{W}type") == "first":
                properties.remove(node)


def _restart(case: Case) -> None:
    for properties in list(_sections(case))[1:]:
        put(child(properties, "pgNumType"), start=1)


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
