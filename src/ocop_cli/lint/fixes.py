"""The fixes by rule: what each changes in a document so that its rule holds."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice, takewhile
from typing import Any

from ocop_cli.lint.blocks import Paragraph
from ocop_cli.lint.components import WordDocument
from ocop_cli.lint.fix_page import PAGE_FIXES, Fix
from ocop_cli.lint.fix_text import TEXT_FIXES, nearest_size, told_paragraphs
from ocop_cli.lint.font import is_dark, is_symbolic, printed
from ocop_cli.lint.formatting import (
    indent,
    paragraph_child,
    put,
    row_child,
    run_child,
    set_font,
    set_formatting,
    space,
)
from ocop_cli.lint.header import line_of_motto
from ocop_cli.lint.standard import SINGLE_LINE, TWIPS_PER_POINT
from ocop_cli.lint.violations import Case
from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.text import paragraph_text
from ocop_cli.viet.look_alikes import vietnamese_letters

_HEADINGS = 3  # a chapter, a section and an article at most
_UNDERSCORES = re.compile(r"\s*_+\s*")


def _formatting(find: Callable[[WordDocument], list[Paragraph]], span: str, **formatting: Any) -> Fix:
    """Return the fix that gives paragraphs the nearest size allowed and the look asked for."""

    def fix_formatting(case: Case) -> None:
        for paragraph in told_paragraphs(find(case.document), case.told):
            set_formatting(paragraph, size=nearest_size(paragraph, case.standard.span(span)), **formatting)
            if formatting.get("align") == "center":
                _centre_line_below(paragraph)

    return fix_formatting


def _centre_line_below(paragraph: Paragraph) -> None:
    """A line of underscores goes with the text that it stands under."""
    below = paragraph.element.getnext()
    if below is not None and below.tag == f"{W}p" and _UNDERSCORES.fullmatch(paragraph_text(below)):
        put(paragraph_child(below, "jc"), val="center")


def _one(name: str) -> Callable[[WordDocument], list[Paragraph]]:
    return lambda document: [p for p in [getattr(document, name)] if p is not None]


def _many(name: str, start: int = 0) -> Callable[[WordDocument], list[Paragraph]]:
    return lambda document: list(getattr(document, name))[start:]


def _runs(case: Case) -> Iterator[Any]:
    """Every run of the document, its headers and its footers."""
    yield from case.document.package.xml(case.document.package.main).iter(f"{W}r")
    for section in case.document.sections:
        for root in (*section.headers.values(), *section.footers.values()):
            yield from root.iter(f"{W}r") if root is not None else ()


def _fonts(case: Case) -> None:
    wanted = case.standard.word("font")
    for paragraph in printed(case):
        for run in paragraph.runs:
            if not is_symbolic(run):
                set_font(run.element, wanted)


def _colours(case: Case) -> None:
    """Only dark colours on white: pale letters may be hidden on purpose, a ground or a mark is the author's."""
    for paragraph in printed(case):
        for run in paragraph.runs if paragraph.place in case.told else ():
            if is_dark(run.format.color) and not run.format.marked and not _has_ground(paragraph):
                put(run_child(run.element, "color"), val="000000")
                for name in ("themeColor", "themeTint", "themeShade"):
                    run_child(run.element, "color").attrib.pop(f"{W}{name}", None)


def _has_ground(paragraph: Paragraph) -> bool:
    nodes = [paragraph.element.find(f"{W}pPr/{W}shd")]
    nodes += [cell.find(f"{W}tcPr/{W}shd") for cell in paragraph.element.iterancestors(f"{W}tc")]
    return any(n is not None and n.get(f"{W}fill", "auto").lower() not in ("auto", "ffffff") for n in nodes)


def _written_with(change: Callable[[str], str]) -> Fix:
    """Return the fix that writes the letters of every run another way."""

    def fix_letters(case: Case) -> None:
        for run in _runs(case):
            for node in run.iter(f"{W}t"):
                node.text = change(node.text or "")

    return fix_letters


def _no_underline(case: Case) -> None:
    """Only where a line is drawn below: else the page would be left with none."""
    motto = case.document.motto
    if motto and line_of_motto(case, motto):
        for run in motto.runs:
            put(run_child(run.element, "u"), val="none")


def _single_lines(case: Case) -> None:
    for paragraph in [case.document.nation, case.document.motto, *case.document.agency]:
        if paragraph:
            space(paragraph.element, before=0, after=0, line=SINGLE_LINE, lineRule="auto")


def _about_gap(case: Case) -> None:
    about, number = case.document.about, case.document.number
    if about and number and about.element is not number.element:
        for line in told_paragraphs([about], case.told):
            size = nearest_size(line, case.standard.span("about_size"))
            set_formatting(line, size=size, bold=False, italic=False, align="center")
        space(number.element, after=0)
        space(about.element, before=round(case.standard.number("about_gap") * TWIPS_PER_POINT))


def _flush(case: Case) -> None:
    """The sign of a list hangs before its text, and goes on doing so."""
    for line in told_paragraphs(case.document.copies, case.told):
        hanging = -line.format.first if line.mark else 0
        if line.raw[:1].isspace():
            continue
        if hanging > 0:
            put(paragraph_child(line.element, "ind"), left=hanging, hanging=hanging)
        else:
            indent(line.element, left=0, firstLine=0)
        put(paragraph_child(line.element, "jc"), val="left")


def _keep_signature(case: Case) -> None:
    if case.document.foot is None:
        return
    for row in case.document.foot.element.findall(f"{W}tr"):
        row_child(row, "cantSplit")
    for paragraph in (*case.document.above_foot, *_headings_over_end(case.document)):
        paragraph_child(paragraph.element, "keepNext").attrib.pop(f"{W}val", None)


def _headings_over_end(document: WordDocument) -> Iterator[Paragraph]:
    """What goes to the next page with the signature takes its headings along."""
    if any(paragraph.text for paragraph in document.above_foot):
        above = islice(reversed(document.body[:-1]), _HEADINGS)
        yield from takewhile(lambda p: all(run.format.bold for run in p.visible_runs), above)


def _vietnamese(case: Case) -> None:
    for run in _runs(case):
        put(run_child(run, "lang"), val="vi-VN")


FIXES: dict[str, Fix] = {
    **PAGE_FIXES,
    **TEXT_FIXES,
    "FT-01": _fonts,
    "FT-02": _fonts,
    "FT-03": _colours,
    "FT-05": _written_with(partial(unicodedata.normalize, "NFC")),
    "FT-08": _written_with(vietnamese_letters),
    "HD-03": _formatting(_one("nation"), "nation_size", bold=True, italic=False, align="center"),
    "HD-06": _formatting(_one("motto"), "motto_size", bold=True, italic=False, align="center"),
    "HD-08": _no_underline,
    "HD-09": _single_lines,
    "HD-10": _formatting(_many("agency"), "agency_size", italic=False, align="center"),
    "HD-11": _formatting(_many("agency"), "agency_size", italic=False, align="center"),
    "SO-06": _formatting(_one("number"), "number_size", bold=False, italic=False, align="center"),
    "DD-06": _formatting(_one("place_date"), "place_date_size", bold=False, italic=True, align="center"),
    "TL-02": _formatting(_one("kind"), "kind_size", bold=True, italic=False, align="center"),
    "TL-03": _formatting(_many("subject"), "kind_size", bold=True, italic=False, align="center"),
    "TL-06": _about_gap,
    "CC-01": _formatting(_many("grounds"), "body_size", bold=False, italic=True),
    "KG-02": _formatting(
        lambda document: [*_one("address")(document), *document.addressees],
        "body_size",
        bold=False,
        italic=False,
    ),
    "NN-02": _formatting(lambda document: document.copies[:1], "copies_title_size", bold=True, italic=True),
    "NN-03": _formatting(_many("copies", 1), "copies_size", bold=False, italic=False),
    "NN-06": _flush,
    "KY-01": _formatting(_many("powers"), "signature_size", bold=True, italic=False, align="center"),
    "KY-05": _formatting(_one("signer"), "signature_size", bold=True, italic=False, align="center"),
    "KY-07": _keep_signature,
    "OX-02": _vietnamese,
}
FIXABLE = frozenset(FIXES)
"""The rules that a fix is known for."""
