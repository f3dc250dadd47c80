"""Rules on letters: font, colour, Unicode, sizes that go together."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from ocop_cli.lint.blocks import Paragraph, Run, Section, inside
from ocop_cli.lint.components import WordDocument
from ocop_cli.lint.formats import RunFormat
from ocop_cli.lint.pages import has_several_pages
from ocop_cli.lint.reading import EDGES
from ocop_cli.lint.violations import Case, Check, Violation
from ocop_cli.viet.look_alikes import LETTERS

_OLD_FONT = re.compile(r"^(\.Vn|VNI|UTM|SVN)", re.IGNORECASE)
_DARK = 0x2A  # of 0xFF: what Word calls a lighter black prints as black
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_WEIGHTS = (0.299, 0.587, 0.114)  # how bright red, green and blue look
_PALE = 170  # of 255
_SYMBOL_FONTS = ("wingdings", "webdings", "symbol", "ms gothic", "segoe ui symbol", "opensymbol", "marlett")
# TCVN3 and VNI texts, read as Latin-1, put these signs inside words; Vietnamese in Unicode never does.
_OLD_SIGNS = re.compile("(?<=[A-Za-z])[µ¸¶·¹¨¾¼½Æß®©×÷þð]|[µ¸¶¹¨¾¼½Æß®©þð](?=[a-z])|[aeouyAEOUY][øûïåæäëñ]")
# What is neither ASCII nor a Vietnamese letter, a mark over one, a dash, a quotation mark, an ellipsis.
_UNUSUAL = re.compile(
    "[^\x00-\x7fÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323–—‘’“”…]"
)
_OLD_TEXT = 2  # so many such signs in one paragraph are no accident
_PRIVATE = (0xE000, 0xF8FF)


def printed(case: Case) -> tuple[Paragraph, ...]:
    """Every paragraph that is printed: text, boxes, headers and footers in force, footnotes; gathered once for all rules."""
    document = case.document
    if document.printed is None:
        document.printed = (*document.paragraphs, *document.boxes, *_around_the_text(document))
    return document.printed


def _around_the_text(document: WordDocument) -> Iterator[Paragraph]:
    several = has_several_pages(document)
    shown = {root: s.available for s in document.sections for root in _shown_edges(s, several=several)}
    for root, available in shown.items():
        yield from inside(document.reader.part(root, EDGES, available))
    notes = document.package.xml(document.package.part_of_kind("footnotes"))
    for note in notes if notes is not None else ():
        yield from inside(document.reader.part(note, "chú thích", document.sections[0].available))


def _ft_01(case: Case) -> Iterator[Violation]:
    wanted = case.standard.word("font").lower()
    for paragraph in printed(case):
        others = [r for r in paragraph.visible_runs if not _is_of(r.format, wanted)]
        wrong = {f for r in others for f in _shown_fonts(r) if not f.lower().startswith(wanted)}
        if wrong:
            yield Violation("FT-01", paragraph.place, f"phông {', '.join(sorted(wrong))}")


def _is_of(form: RunFormat, font: str) -> bool:
    return all(name.lower().startswith(font) for name in form.fonts[:2])


def _shown_edges(section: Section, *, several: bool) -> Iterator[Any]:
    """Yield the headers and footers that some page shows: a single first page with its own shows only that."""
    for parts in (section.headers, section.footers):
        for kind, root in section.in_force(parts).items():
            if several or kind == "first" or not section.first_apart:
                yield root


def is_symbolic(run: Run) -> bool:
    """Say whether a run holds signs of a font of symbols, which are no letters."""
    holds_sign = any(str(node.tag).endswith("}sym") for node in run.element)
    symbols = any(f.lower().startswith(_SYMBOL_FONTS) for f in run.format.fonts[:2])
    return holds_sign or (symbols and not any(c.isascii() and c.isalnum() for c in run.text))


def is_dark(color: str) -> bool:
    """Say whether letters of a colour are plainly seen on white paper."""
    parts = [int(color[n : n + 2], 16) for n in (0, 2, 4)] if _HEX.fullmatch(color) else []
    return bool(parts) and sum(w * p for w, p in zip(_WEIGHTS, parts, strict=True)) < _PALE


def _shown_fonts(run: Run) -> tuple[str, ...]:
    """Return the fonts that print the letters of a run; signs of a font of symbols are no letters."""
    return () if is_symbolic(run) else run.format.fonts[:2]


def _ft_02(case: Case) -> Iterator[Violation]:
    """No Vietnamese letter is printed by these: told once a file."""
    wanted = case.standard.word("font").lower()
    leaks: set[str] = set()
    for paragraph in printed(case):
        for run in paragraph.visible_runs:
            leaks.update(f for f in run.format.fonts[2:] if f.lower() != wanted)
    if leaks:
        yield Violation("FT-02", "toàn văn bản", f"phông {', '.join(sorted(leaks))} ở nhóm chữ khác")


def _ft_03(case: Case) -> Iterator[Violation]:
    for paragraph in printed(case):
        colours = {r.format.color for r in paragraph.visible_runs if not _is_black(r.format.color)}
        marked = any(r.format.marked for r in paragraph.visible_runs)
        if colours or marked:
            found = [f"chữ màu {c}" for c in sorted(colours)] + (["có tô nền"] if marked else [])
            yield Violation("FT-03", paragraph.place, ", ".join(found))


@cache
def _is_black(named: str) -> bool:
    color = named.lower().lstrip("#")
    if color in ("auto", "black", ""):
        return True
    parts = [color[n : n + 2] for n in (0, 2, 4)] if len(color) == 6 else [c * 2 for c in color]  # noqa: PLR2004 - rrggbb
    return all(set(part) <= set("0123456789abcdef") and int(part, 16) <= _DARK for part in parts)


def _ft_04(case: Case) -> Iterator[Violation]:
    for paragraph in printed(case):
        old_font = any(_OLD_FONT.match(f) for r in paragraph.visible_runs for f in r.format.fonts[:2])
        if not old_font and not _UNUSUAL.search(paragraph.raw):
            continue
        text = "".join(run.text for run in paragraph.visible_runs if _shown_fonts(run))
        private = any(_PRIVATE[0] <= ord(c) <= _PRIVATE[1] for c in text)
        old_text = old_font and any(0x80 <= ord(c) <= 0xFF for c in text) and not _is_unicode(text)  # noqa: PLR2004 - Latin-1
        foreign = any(c.isalpha() and not _is_latin(c) for c in text)
        if private or foreign or old_text or len(_OLD_SIGNS.findall(text)) >= _OLD_TEXT:
            what = "phông và bảng mã cũ" if old_font else "ký tự không phải chữ Việt Unicode"
            yield Violation("FT-04", paragraph.place, what)


def _is_latin(letter: str) -> bool:
    name = unicodedata.name(letter, "")
    return name.startswith(("LATIN", "MODIFIER", "FEMININE", "MASCULINE", "COMBINING")) or ord(letter) < 0x80  # noqa: PLR2004 - ASCII


def _is_unicode(text: str) -> bool:
    """Say whether a text holds letters that only Vietnamese in Unicode has."""
    return any(0x1EA0 <= ord(c) <= 0x1EF9 or c in "ăđơưĂĐƠƯ\u0300\u0301\u0303\u0309\u0323" for c in text)  # noqa: PLR2004 - the block


def _ft_05(case: Case) -> Iterator[Violation]:
    for paragraph in printed(case):
        if not unicodedata.is_normalized("NFC", paragraph.raw):
            yield Violation("FT-05", paragraph.place, "chữ tổ hợp")


def _ft_06(case: Case) -> Iterator[Violation]:
    document = case.document
    heads = (document.nation, document.motto, document.place_date)
    if any(p is None for p in heads):
        return
    sizes = [p.visible_runs[0].format.size / 2 if p and p.visible_runs else 0.0 for p in heads]
    if sizes not in [[float(n) for n in allowed] for allowed in case.standard.values["size_sets"]]:
        yield Violation("FT-06", "phần đầu văn bản", "cỡ " + "-".join(f"{size:g}" for size in sizes))


def _ft_07(case: Case) -> Iterator[Violation]:
    counted: Counter[int] = Counter()
    for paragraph in case.document.body:
        for run in paragraph.visible_runs:
            counted[run.format.size] += len(run.text)
    total = sum(counted.values())
    if total and max(counted.values()) / total < case.standard.number("uniform_share"):
        sizes = ", ".join(f"{size / 2:g}" for size, _ in counted.most_common())
        yield Violation("FT-07", "nội dung", f"lẫn các cỡ {sizes}")


def _ft_08(case: Case) -> Iterator[Violation]:
    for paragraph in printed(case):
        alike = [letter for letter in LETTERS if letter in paragraph.raw]
        if (
            alike and len(_OLD_SIGNS.findall(paragraph.raw)) < _OLD_TEXT
        ):  # else the whole text is in an old code
            named = ", ".join(
                f"{letter} (U+{ord(letter):04X}) không phải {LETTERS[letter]}" for letter in alike
            )
            yield Violation("FT-08", paragraph.place, named)


CHECKS: dict[str, Check] = {
    "FT-01": _ft_01,
    "FT-02": _ft_02,
    "FT-03": _ft_03,
    "FT-04": _ft_04,
    "FT-05": _ft_05,
    "FT-06": _ft_06,
    "FT-07": _ft_07,
    "FT-08": _ft_08,
}
