"""Fix what can be fixed without touching words, rule by rule, never at the cost of another rule."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from ocop_cli.lint.components import WordDocument
from ocop_cli.lint.fix_page import PAGE_FIXES, Fix
from ocop_cli.lint.formatting import (
    drop,
    indent,
    paragraph_child,
    put,
    row_child,
    run_child,
    set_font,
    set_formatting,
    space,
)
from ocop_cli.lint.parsing import parse_document
from ocop_cli.lint.reading import Paragraph
from ocop_cli.lint.report import report_violations
from ocop_cli.lint.standard import TWIPS_PER_MM, TWIPS_PER_POINT, Standard
from ocop_cli.lint.violations import Case, Known
from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.package import open_package
from ocop_cli.viet.look_alikes import vietnamese_letters

_SINGLE = 240


def fix(content: bytes, standard: Standard, known: Known = Known()) -> tuple[bytes, list[str]]:  # noqa: B008 - frozen
    """Return the file with what could be fixed, and the ids of the rules that were.

    A fix is kept only when it fix hints its rule and breaks no other. Raises ``UnreadableError``.
    """
    done: list[str] = []
    before = _count(content, standard, known)
    for rule in [rule for rule in _FIXES if rule in before]:
        attempt = _attempt(content, rule, standard, known)
        after = _count(attempt, standard, known)
        if after[rule] < before[rule] and all(after[other] <= before[other] for other in after):
            content, before = attempt, after
            done.append(rule)
    return content, done


def _attempt(content: bytes, rule: str, standard: Standard, known: Known) -> bytes:
    package = open_package(content)
    document = parse_document(package, standard)
    _FIXES[rule](Case(document, standard, known))
    return package.repacked()


def _count(content: bytes, standard: Standard, known: Known) -> Counter[str]:
    return Counter(violation.rule for violation in report_violations(content, standard, known).violations)


def _formatting(find: Callable[[WordDocument], list[Paragraph]], span: str, **formatting: Any) -> Fix:
    """Return the fix that gives paragraphs the nearest size allowed and the look asked for."""

    def fix_formatting(case: Case) -> None:
        for paragraph in find(case.document):
            set_formatting(paragraph, size=_nearest(paragraph, case.standard.span(span)), **formatting)

    return fix_formatting


def _nearest(paragraph: Paragraph, span: tuple[float, float]) -> float | None:
    sizes = [run.format.size / 2 for run in paragraph.visible_runs]
    if not sizes or all(span[0] <= size <= span[1] for size in sizes):
        return None
    return min(max(*sizes, span[0]), span[1])


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
    for run in _runs(case):
        set_font(run, case.standard.word("font"))


def _colours(case: Case) -> None:
    for run in _runs(case):
        drop(run, "highlight", "shd")
        put(run_child(run, "color"), val="000000")


def _composed(case: Case) -> None:
    for node in case.document.package.xml(case.document.package.main).iter(f"{W}t"):
        node.text = unicodedata.normalize("NFC", node.text or "")


def _letters(case: Case) -> None:
    for run in _runs(case):
        for node in run.iter(f"{W}t"):
            node.text = vietnamese_letters(node.text or "")


def _no_underline(case: Case) -> None:
    for run in case.document.motto.runs if case.document.motto else ():
        put(run_child(run.element, "u"), val="none")


def _single_lines(case: Case) -> None:
    for paragraph in [case.document.nation, case.document.motto, *case.document.agency]:
        if paragraph:
            space(paragraph.element, before=0, after=0, line=_SINGLE, lineRule="auto")


def _about_gap(case: Case) -> None:
    about, number = case.document.about, case.document.number
    if about and number:
        set_formatting(
            about,
            size=_nearest(about, case.standard.span("about_size")),
            bold=False,
            italic=False,
            align="center",
        )
        space(number.element, after=0)
        space(about.element, before=round(case.standard.number("about_gap") * TWIPS_PER_POINT))


def _text(case: Case) -> list[Paragraph]:
    return [p for p in case.document.body if p.format.align != "center"]


def _body_size(case: Case) -> None:
    for paragraph in _text(case):
        slanted = all(run.format.italic for run in paragraph.visible_runs)
        set_formatting(
            paragraph,
            size=_nearest(paragraph, case.standard.span("body_size")),
            italic=False if slanted else None,
        )


def _justify(case: Case) -> None:
    for paragraph in _text(case):
        put(paragraph_child(paragraph.element, "jc"), val="both")


def _first_line(case: Case) -> None:
    wanted = round(case.standard.values["first_lines"][-1] * TWIPS_PER_MM)
    for paragraph in _text(case):
        if not paragraph.format.listed and paragraph.format.first >= 0:
            indent(paragraph.element, left=0, firstLine=wanted)


def _gap(case: Case) -> None:
    least = round(case.standard.number("paragraph_gap") * TWIPS_PER_POINT)
    for paragraph in _text(case):
        put(paragraph_child(paragraph.element, "contextualSpacing"), val=0)
        if max(paragraph.format.before, paragraph.format.after) < least:
            space(paragraph.element, before=least)


def _lines(case: Case) -> None:
    low, high = case.standard.span("line_spacing")
    for paragraph in _text(case):
        line = paragraph.format.line / _SINGLE if paragraph.format.rule == "auto" else low
        space(paragraph.element, line=round(min(max(line, low), high) * _SINGLE), lineRule="auto")


def _flush(case: Case) -> None:
    for line in case.document.copies:
        indent(line.element, left=0, firstLine=0)
        put(paragraph_child(line.element, "jc"), val="left")


def _keep_signature(case: Case) -> None:
    if case.document.foot is None:
        return
    for row in case.document.foot.element.findall(f"{W}tr"):
        row_child(row, "cantSplit")
    for paragraph in case.document.body[-1:]:
        paragraph_child(paragraph.element, "keepNext").attrib.pop(f"{W}val", None)


def _vietnamese(case: Case) -> None:
    for run in _runs(case):
        put(run_child(run, "lang"), val="vi-VN")


_FIXES: dict[str, Fix] = {
    **PAGE_FIXES,
    "FT-01": _fonts,
    "FT-02": _fonts,
    "FT-03": _colours,
    "FT-05": _composed,
    "FT-08": _letters,
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
    "ND-01": _body_size,
    "ND-02": _justify,
    "ND-03": _first_line,
    "ND-04": _gap,
    "ND-05": _lines,
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
FIXABLE = frozenset(_FIXES)
"""The rules that a fix is known for."""
