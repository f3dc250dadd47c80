"""Fix what can be fixed without touching words, rule by rule, never at the cost of another rule."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

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
from ocop_cli.lint.parsing import parse_document
from ocop_cli.lint.reading import Paragraph
from ocop_cli.lint.report import violations_of
from ocop_cli.lint.standard import TWIPS_PER_POINT, Standard
from ocop_cli.lint.views import View, view_of
from ocop_cli.lint.violations import Case, Known
from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.package import Package, open_package, package_of
from ocop_cli.ooxml.styles import missing_styles
from ocop_cli.ooxml.text import has_tracked_changes, paragraph_text
from ocop_cli.viet.look_alikes import vietnamese_letters

_SINGLE = 240
_UNDERSCORES = re.compile(r"\s*_+\s*")


def fix(content: bytes, standard: Standard, known: Known = Known()) -> tuple[bytes, list[str]]:  # noqa: B008 - frozen
    """Return the file with what could be fixed, and the ids of the rules that were.

    Fixes are tried together; where the pages then show a change that is none of theirs, or a rule is broken anew,
    fewer of them are, until every one that is kept does its own work and nothing else. Raises ``UnreadableError``.
    """
    package = open_package(content)
    if _objection(package):
        return content, []
    before = _seen(package, standard, known)
    parts, rules = _kept(before, [rule for rule in FIXES if before.counts[rule]])
    return package_of(parts).repacked() if rules else content, rules


def objection(content: bytes) -> str:
    """Return why a file is not to be fixed at all, or nothing. Raises ``UnreadableError``."""
    return _objection(open_package(content))


def _objection(package: Package) -> str:
    if any(name.startswith("_xmlsignatures/") for name in package.parts):
        return "tệp có chữ ký số, sửa thì chữ ký mất hiệu lực"
    if has_tracked_changes(package.xml(package.main)):
        return "còn dấu vết sửa đổi (Track Changes) chưa chấp nhận"
    if missing := missing_styles(package):
        return f"tệp thiếu kiểu đoạn {', '.join(missing)} nên mỗi chương trình hiện một khác; mở bằng Word, lưu lại rồi hãy sửa"
    return ""


class _Seen(NamedTuple):
    """What lint and a reader see of a file: the document, how often each rule is broken and where, and the pages."""

    case: Case
    places: Mapping[str, frozenset[str]]
    counts: Counter[str]
    view: View

    @property
    def package(self) -> Package:
        """The parts of the file, as they are now."""
        return self.case.document.package

    def afresh(self) -> "_Seen":
        """The same file without what a fix has changed in it."""
        document = parse_document(package_of(self.package.parts), self.case.standard)
        return self._replace(case=self.case._replace(document=document))


def _seen(package: Package, standard: Standard, known: Known) -> _Seen:
    case = Case(parse_document(package, standard), standard, known)
    places: dict[str, set[str]] = {}
    counts: Counter[str] = Counter()
    for violation in violations_of(case):
        places.setdefault(violation.rule, set()).add(violation.place)
        counts[violation.rule] += 1
    return _Seen(case, {rule: frozenset(at) for rule, at in places.items()}, counts, view_of(case.document))


class _Tried(NamedTuple):
    """Rules that were fixed together, the file after that, those that it cured, and whether it did nothing else."""

    rules: list[str]
    after: Package
    cured: list[str]
    fine: bool


def _tried(before: _Seen, rules: list[str]) -> _Tried:
    """Fix rules in the document itself, and look at it again: at its pages only when its rules are as they should be."""
    for rule in rules:
        FIXES[rule](before.case._replace(told=before.places.get(rule, frozenset())))
    case = before.case._replace(document=parse_document(before.package, before.case.standard))
    counts = Counter(violation.rule for violation in violations_of(case))
    cured = [rule for rule in rules if counts[rule] < before.counts[rule]]
    harmless = cured == rules and all(counts[rule] <= before.counts[rule] for rule in counts)
    fine = harmless and before.view.allows(view_of(case.document), rules)
    return _Tried(rules, before.package, cured, fine)


def _kept(before: _Seen, rules: list[str]) -> tuple[Mapping[str, bytes], list[str]]:
    """Return the parts of the file with what could be fixed, and the rules that were; the document is used up."""
    if not rules:
        return before.package.parts, []
    tried = _tried(before, rules)
    if not tried.fine and 0 < len(tried.cured) < len(rules):  # most often the others alone stand in the way
        tried = _tried(before.afresh(), tried.cured)
    if tried.fine:
        return tried.after.written(), tried.rules
    if len(rules) == 1:
        return before.package.parts, []
    middle = len(rules) // 2
    parts, first = _kept(before.afresh(), rules[:middle])
    between = before.afresh()
    if first:
        between = _seen(package_of(parts), before.case.standard, before.case.known)
    parts, second = _kept(between, rules[middle:])
    return parts, first + second


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
            space(paragraph.element, before=0, after=0, line=_SINGLE, lineRule="auto")


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
    for paragraph in case.document.body[-1:]:
        paragraph_child(paragraph.element, "keepNext").attrib.pop(f"{W}val", None)


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
