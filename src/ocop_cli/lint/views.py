"""What a reader sees of a document's pages, as far as a file tells it: to see whether a fix changed more than it should."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ocop_cli.lint.blocks import Paragraph, Section, inside
from ocop_cli.lint.components import WordDocument
from ocop_cli.lint.font import is_symbolic
from ocop_cli.lint.pages import are_as_many, pages_filled
from ocop_cli.lint.reading import EDGES
from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.text import field_instructions
from ocop_cli.viet.look_alikes import plain_spaces, vietnamese_letters

_ALIGNING = {
    "ND-02",
    "NN-06",
    "PG-07",
    "HD-03",
    "HD-06",
    "HD-10",
    "HD-11",
    "SO-06",
    "DD-06",
    "TL-02",
    "TL-03",
    "TL-06",
    "KY-01",
    "KY-05",
}
_NUMBERING = {"PG-09"}
MOVING = {"PG-01", "PG-03", "PG-04", "PG-05", "FT-01", "HD-09", "ND-01", "ND-04", "ND-05", "TL-06"}
"""Rules whose fixes make a page larger or smaller, or a text higher or lower."""


class Line(NamedTuple):
    """A paragraph as it is seen: its words with their number, what fields ask for, its symbols, where it stands."""

    words: str
    fields: str
    symbols: tuple[str, ...]
    align: str
    shifted: bool


class View(NamedTuple):
    """The lines of each part of the pages, and how many pages each stretch of them fills."""

    parts: dict[str, tuple[Line, ...]]
    pages: tuple[float, ...]

    def ends_like(self, after: "View") -> bool:
        """Say whether the text surely fills as many pages after fixing."""
        return are_as_many(self.pages, after.pages)

    def allows(self, after: "View", rules: Sequence[str]) -> bool:
        """Say whether the pages after fixing show the same words, fields, symbols and places, but for what the rules set.

        A number hidden on the first page is what PG-10 asks for: its part is then gone.
        """
        own = {"đầu trang đầu", "chân trang đầu"} if "PG-10" in rules else set()
        if {*self.parts} - own != {*after.parts} - own:
            return False
        return all(
            len(lines) == len(after.parts[name]) and all(map(_alike(rules), lines, after.parts[name]))
            for name, lines in self.parts.items()
            if name not in own
        )


def view_of(document: WordDocument) -> View:
    """Read the pages of a document."""
    parts = {
        "thân": tuple(_line(p) for p in document.paragraphs),
        "khung": tuple(_line(p) for p in document.boxes),
    }
    for number, section in enumerate(document.sections, 1):
        parts |= {f"{name} {number}": lines for name, lines in _edges(document, section, "default")}
    first = document.sections[0]
    own = _edges(
        document, first, "first" if first.first_apart else "default"
    )  # what stands on the first page
    parts |= {f"{name} đầu": lines for name, lines in own}
    return View(parts, pages_filled(document))


def _edges(document: WordDocument, section: Section, kind: str) -> Iterator[tuple[str, tuple[Line, ...]]]:
    for where, held in (("đầu trang", section.headers), ("chân trang", section.footers)):
        root = held.get(kind)
        if root is not None:
            yield where, _part(document, root, section)


def _part(document: WordDocument, root: Any, section: Section) -> tuple[Line, ...]:
    return tuple(_line(p) for p in inside(document.reader.part(root, EDGES, section.available)))


def _line(paragraph: Paragraph) -> Line:
    raw = f"{paragraph.mark} {paragraph.raw}"
    words = plain_spaces(vietnamese_letters(unicodedata.normalize("NFC", raw)))
    symbols = tuple(run.format.fonts[0] for run in paragraph.runs if is_symbolic(run))
    fields = " ".join(field_instructions(paragraph.element).split())
    shifted = paragraph.raw[:1] in (" ", "\t")
    has_field = paragraph.element.find(f".//{W}fldChar") is not None
    return Line("" if has_field else words, fields, symbols, paragraph.format.align, shifted)


def _alike(rules: Sequence[str]) -> Any:
    aligning, numbering = bool(_ALIGNING & set(rules)), bool(_NUMBERING & set(rules))

    def alike(before: Line, after: Line) -> bool:
        moved = before.align != after.align and (not aligning or before.shifted)
        fields = before.fields != after.fields and not numbering
        return before.words == after.words and before.symbols == after.symbols and not moved and not fields

    return alike
