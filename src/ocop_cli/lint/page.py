"""Rules on the page: paper, margins, page numbers."""

import re
from collections.abc import Iterator
from typing import Any

from ocop_cli.lint.blocks import Paragraph, Section, Table
from ocop_cli.lint.components import ANNEX
from ocop_cli.lint.pages import begins_page, ends_page, has_several_pages
from ocop_cli.lint.reading import EDGES
from ocop_cli.lint.standard import LINE_OF_FONT, TWIPS_PER_MM
from ocop_cli.lint.violations import Case, Check, Violation, millimetres
from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.text import field_instructions

_PAGE_FIELD = re.compile(r"\bPAGE\b")
ROMAN = re.compile(r"\s*\\\*\s*ROMAN\b", re.IGNORECASE)
"""The switch of a field that makes its number a Roman one."""
_TABLE_OUT = 3 * TWIPS_PER_MM  # a drawn edge is seen
_BARE_OUT = 10 * TWIPS_PER_MM
_CLOSE = 10  # twips by which a paper size may miss


def _pg_01(case: Case) -> Iterator[Violation]:
    wanted = sorted(round(side * TWIPS_PER_MM) for side in case.standard.values["page"])
    for number, section in enumerate(case.document.sections, 1):
        size = sorted((section.size("w"), section.size("h")))
        if any(abs(a - b) > _CLOSE for a, b in zip(size, wanted, strict=True)):
            yield Violation("PG-01", f"phần {number}", f"{millimetres(size[0])} × {millimetres(size[1])} mm")


def _pg_02(case: Case) -> Iterator[Violation]:
    for number, section in enumerate(case.document.sections, 1):
        tables = [b for b in section.blocks if isinstance(b, Table) and b.bordered]
        annex = any(isinstance(b, Paragraph) and ANNEX.match(b.text) for b in section.blocks)
        if section.size("w") > section.size("h") and not tables and not annex:
            yield Violation("PG-02", f"phần {number}", "trang nằm ngang mà không có bảng, biểu")


def _margins(case: Case, rule: str, name: str, sides: tuple[str, ...]) -> Iterator[Violation]:
    low, high = case.standard.span(name)
    available = case.standard.number("margin_tolerance")
    for number, section in enumerate(case.document.sections, 1):
        if section.size("w") > section.size("h"):
            continue  # the decree gives the margins of a page that stands upright
        for side in sides:
            margin = section.margin(side) + (section.margin("gutter") if side == "left" else 0)
            if not low - available <= margin / TWIPS_PER_MM <= high + available:
                yield Violation(rule, f"phần {number}", f"lề {_SIDES[side]} {millimetres(margin)} mm")


def _pg_03(case: Case) -> Iterator[Violation]:
    yield from _margins(case, "PG-03", "margin_top_bottom", ("top", "bottom"))


def _pg_04(case: Case) -> Iterator[Violation]:
    yield from _margins(case, "PG-04", "margin_left", ("left",))


def _pg_05(case: Case) -> Iterator[Violation]:
    yield from _margins(case, "PG-05", "margin_right", ("right",))


def _pg_06(case: Case) -> Iterator[Violation]:
    several = has_several_pages(case.document)
    for number, section in enumerate(case.document.sections, 1):
        below = any(number_paragraphs(footer) for footer in section.in_force(section.footers).values())
        if below:
            yield Violation("PG-06", f"phần {number}", "số trang nằm ở cuối trang")
        elif several and not number_paragraphs(section.headers.get("default")):
            yield Violation("PG-06", f"phần {number}", "đầu trang không có số trang")


def _pg_07(case: Case) -> Iterator[Violation]:
    for node in _numbers(case):
        form = case.document.reader.styles.paragraph(node, "")
        if form.align != "center" and not _is_tabbed(node):
            yield Violation("PG-07", "đầu trang", "số trang không canh giữa")


def _pg_08(case: Case) -> Iterator[Violation]:
    low, high = case.standard.span("page_number_size")
    for node in _numbers(case):
        style = case.document.reader.styles.paragraph(node, "").style
        formats = [case.document.reader.styles.run(run, style, "") for run in _field_runs(node)]
        sizes = {f.size / 2 for f in formats if not low <= f.size / 2 <= high}
        if sizes or any(f.italic for f in formats):
            wrong = [f"cỡ {size:g}" for size in sorted(sizes)]
            wrong += ["nghiêng"] if any(f.italic for f in formats) else []
            yield Violation("PG-08", "đầu trang", ", ".join(wrong))


def _pg_09(case: Case) -> Iterator[Violation]:
    for number, section in enumerate(case.document.sections):
        node = section.node("pgNumType")
        form = node.get(f"{W}fmt", "decimal") if node is not None else "decimal"
        start = node.get(f"{W}start") if node is not None else None
        if form != "decimal" or (not number and start not in (None, "1")):
            yield Violation("PG-09", f"phần {number + 1}", f"kiểu số {form}, bắt đầu từ {start or 1}")
    if any(ROMAN.search(field_instructions(node)) for node in _numbers(case)):
        yield Violation("PG-09", "đầu trang", "số La Mã")


def _pg_10(case: Case) -> Iterator[Violation]:
    section = case.document.sections[0]
    kind = "first" if section.first_apart else "default"
    if any(_shows_number(parts.get(kind)) for parts in (section.headers, section.footers)):
        yield Violation("PG-10", "trang thứ nhất", "số trang hiện ở trang thứ nhất")


def _pg_11(case: Case) -> Iterator[Violation]:
    highest = (case.standard.span("margin_top_bottom")[0] - 1) * TWIPS_PER_MM
    for number, section in enumerate(case.document.sections, 1):
        header = section.headers.get("default")
        nodes = number_paragraphs(header)
        if not nodes or section.margin("top") < highest:
            continue  # the margin itself is told
        styles = case.document.reader.styles
        size = styles.run(None, styles.paragraph(nodes[0], "").style, "").size
        line = size * 10 * LINE_OF_FONT
        if section.margin("header") + line > section.margin("top") + _CLOSE:
            yield Violation(
                "PG-11",
                f"phần {number}",
                f"số trang cách mép giấy {millimetres(section.margin('header'))} mm",
            )
        others = [
            p for p in case.document.reader.part(header, EDGES, section.available) if isinstance(p, Paragraph)
        ]
        if any(p.text and not p.text.strip("-–. ").isdigit() for p in others):
            yield Violation("PG-11", f"phần {number}", "đầu trang có chữ khác ngoài số trang")


def _pg_12(case: Case) -> Iterator[Violation]:
    for number, section in enumerate(case.document.sections, 1):
        first = next((b for b in section.blocks if not isinstance(b, Paragraph) or b.text), None)
        if isinstance(first, Paragraph) and ANNEX.match(first.text) and number > 1:
            node = section.node("pgNumType")
            if node is None or node.get(f"{W}start") != "1":
                yield Violation("PG-12", first.place, "phụ lục không bắt đầu lại từ trang 1")
        numbered = number_paragraphs(section.headers.get("default"))
        for block in section.blocks[1:] if numbered else ():
            if block is not first and isinstance(block, Paragraph) and _begins_annex(block, section):
                yield Violation("PG-12", block.place, "phụ lục đánh số trang nối theo văn bản")


def _begins_annex(block: Paragraph, section: Section) -> bool:
    """Say whether a page of the same section begins with an annex."""
    if not ANNEX.match(block.text) or block.format.align != "center":
        return False
    above = section.blocks[section.blocks.index(block) - 1]
    nodes = [block.element, *([above.element] if isinstance(above, Paragraph) else [])]
    return any(map(ends_page, nodes)) or begins_page(block.element)


def _pg_13(case: Case) -> Iterator[Violation]:
    """A head may stick out a little: the decree's own form does; nothing of it is seen."""
    for section in case.document.sections:
        for table in (b for b in section.blocks if isinstance(b, Table)):
            allowed = _TABLE_OUT if table.bordered else _BARE_OUT
            out: float = table.left + table.width - section.available
            if _is_centred(table.element):
                out = (table.width - section.available) / 2
            if table.width and out > allowed:
                where = "bảng phần đầu" if table is case.document.header else "bảng"
                yield Violation("PG-13", where, f"chiếm ra lề phải {millimetres(round(out))} mm")


def _is_centred(table: Any) -> bool:
    node = table.find(f"{W}tblPr/{W}jc")
    return node is not None and node.get(f"{W}val") == "center"


def _shows_number(root: Any) -> bool:
    """Say whether a header or footer shows a page number, be it a field or just typed."""
    if root is None:
        return False
    text = printed_words(root).strip(" -–.")
    return bool(number_paragraphs(root)) or text.isdecimal()


def _numbers(case: Case) -> Iterator[Any]:
    """Yield the paragraphs that hold the page number, once each."""
    seen: set[int] = set()
    for section in case.document.sections:
        for node in number_paragraphs(section.headers.get("default")):
            if id(node) not in seen:
                seen.add(id(node))
                yield node


def printed_words(root: Any) -> str:
    """Return what a header or footer prints; nothing for one that is not there."""
    return "".join(node.text or "" for node in root.iter(f"{W}t")) if root is not None else ""


def number_paragraphs(root: Any) -> list[Any]:
    if root is None:
        return []
    return [p for p in root.iter(f"{W}p") if _PAGE_FIELD.search(field_instructions(p))]


def _field_runs(paragraph: Any) -> list[Any]:
    """Return the runs that show the number."""
    shown = [r for r in paragraph.iter(f"{W}r") if r.find(f"{W}t") is not None]
    return shown or list(paragraph.iter(f"{W}r"))


def _is_tabbed(paragraph: Any) -> bool:
    """Say whether a centre tab puts the number in the middle."""
    tabs = [t.get(f"{W}val") for t in paragraph.iter(f"{W}tab") if t.getparent().tag == f"{W}tabs"]
    return "center" in tabs and any(t.getparent().tag == f"{W}r" for t in paragraph.iter(f"{W}tab"))


_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}


CHECKS: dict[str, Check] = {
    "PG-01": _pg_01,
    "PG-02": _pg_02,
    "PG-03": _pg_03,
    "PG-04": _pg_04,
    "PG-05": _pg_05,
    "PG-06": _pg_06,
    "PG-07": _pg_07,
    "PG-08": _pg_08,
    "PG-09": _pg_09,
    "PG-10": _pg_10,
    "PG-11": _pg_11,
    "PG-12": _pg_12,
    "PG-13": _pg_13,
}
