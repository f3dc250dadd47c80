"""What a Word file is made of as it is read: runs, paragraphs and their lines, cells, tables, sections."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

from ocop_cli.lint.formats import ParagraphFormat, RunFormat
from ocop_cli.ooxml.measures import is_on, whole_measure
from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.walk import first_child
from ocop_cli.viet.look_alikes import plain_spaces, vietnamese_letters

_SPACES = re.compile(r" [ \t]+|\t[ \t]*")  # what is one space already is left alone
_PAGE_WIDTH, _PAGE_HEIGHT = 12240, 15840  # Letter: what Word takes when a section says nothing


class Run(NamedTuple):
    """A stretch of text with one look."""

    text: str
    format: RunFormat
    element: Any


@dataclass(frozen=True, eq=False)
class Paragraph:
    """A paragraph, or one line of it, and where it stands; each is one of its own, so that places are never mixed up.

    ``available`` is the width that its lines may fill in twips, ``mark`` the number or dash that Word puts before it,
    ``boxes`` what stands in text boxes that hang on it.
    """

    part: str
    number: int
    element: Any
    format: ParagraphFormat
    runs: tuple[Run, ...]
    available: int
    mark: str = ""
    boxes: tuple["Block", ...] = ()
    mark_bold: bool = False

    @cached_property
    def raw(self) -> str:
        """The text as it stands in the file."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def text(self) -> str:
        """The text as a reader takes it: its number, composed letters, single spaces, capitals where they are shown."""
        shown = "".join(run.text.upper() if run.format.caps else run.text for run in self.runs)
        composed = plain_spaces(vietnamese_letters(unicodedata.normalize("NFC", f"{self.mark} {shown}")))
        return _SPACES.sub(" ", composed).strip()

    @cached_property
    def lines(self) -> tuple["Paragraph", ...]:
        """The lines that somebody broke by hand (Shift+Enter), each as a paragraph; mostly the paragraph itself."""
        parts = self.pieces("\n")
        if len(parts) == 1:
            return (self,)
        last = len(parts) - 1
        return tuple(
            replace(
                part,
                format=part.format._replace(
                    before=0 if n else part.format.before, after=0 if n < last else part.format.after
                ),
                boxes=() if n else self.boxes,
            )
            for n, part in enumerate(parts)
        )

    def pieces(self, sign: str) -> list["Paragraph"]:
        """Cut the paragraph at a sign; an automatic number stays with the first piece."""
        if not any(sign in run.text for run in self.runs):
            return [self]
        cut: list[list[Run]] = [[]]
        for run in self.runs:
            for n, text in enumerate(run.text.split(sign)):
                cut += [[]] if n else []
                cut[-1] += [run._replace(text=text)] if text else []
        return [replace(self, runs=tuple(runs), mark="" if n else self.mark) for n, runs in enumerate(cut)]

    @cached_property
    def between_tabs(self) -> tuple["Paragraph", ...]:
        """What stands between the tabs of the paragraph, each as a paragraph."""
        return tuple(piece for piece in self.pieces("\t") if piece.text)

    @property
    def place(self) -> str:
        """Where the paragraph stands, with its opening words."""
        words = f" “{self.text[:50]}{'…' if len(self.text) > 50 else ''}”" if self.text else ""  # noqa: PLR2004 - fits a line
        return f"{self.part}, đoạn {self.number}{words}"

    @cached_property
    def visible_runs(self) -> tuple[Run, ...]:
        """The runs that show letters."""
        return tuple(run for run in self.runs if run.text.strip() and not run.format.hidden)


@dataclass(frozen=True, eq=False)
class Cell:
    """A cell of a table; ``ruled`` says that its lower edge is drawn, ``middle`` that its text does not begin at the top."""

    blocks: tuple["Block", ...]
    width: int
    ruled: bool = False
    middle: bool = False

    @property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs that stand directly in the cell."""
        return [block for block in self.blocks if isinstance(block, Paragraph)]

    @property
    def filled(self) -> list[Paragraph]:
        """The lines of the cell that have text, those of tables in it too."""
        return [line for p in inside(self.blocks) for line in p.lines if line.text]


@dataclass(frozen=True, eq=False)
class Table:
    """A table: its rows of cells. ``bordered`` says that edges are seen, ``width`` how wide it is, in twips."""

    element: Any
    rows: tuple[tuple[Cell, ...], ...]
    bordered: bool
    width: int = 0
    left: int = 0

    @property
    def cells(self) -> Iterator[Cell]:
        """Every cell, row by row."""
        return (cell for row in self.rows for cell in row)


Block = Paragraph | Table


def inside(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Go through paragraphs, into tables too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for cell in block.cells:
                yield from inside(cell.blocks)


@dataclass
class Section:
    """A section: its page set-up, its blocks and the headers and footers that hold in it."""

    properties: Any
    blocks: list[Block] = field(default_factory=list)
    headers: dict[str, Any] = field(default_factory=dict)
    footers: dict[str, Any] = field(default_factory=dict)
    even: bool = False

    def node(self, tag: str) -> Any:
        """Return a property of the section, or ``None``."""
        return first_child(self.properties, tag) if self.properties is not None else None

    @property
    def first_apart(self) -> bool:
        """Say whether the first page has a header of its own, or none."""
        return is_on(self.node("titlePg"))

    def in_force(self, parts: dict[str, Any]) -> dict[str, Any]:
        """Return those headers or footers that some page shows: not those for even or first pages that are switched off."""
        off = {kind for kind, on in (("first", self.first_apart), ("even", self.even)) if not on}
        return {kind: root for kind, root in parts.items() if kind not in off and root is not None}

    def size(self, name: str) -> int:
        """Return a measure of the page (``w``, ``h``) in twips."""
        return _number(self.node("pgSz"), name, _PAGE_WIDTH if name == "w" else _PAGE_HEIGHT)

    def margin(self, name: str) -> int:
        """Return a margin in twips."""
        return _number(self.node("pgMar"), name, 0 if name == "gutter" else 1440)

    @property
    def available(self) -> int:
        """The width of the text in twips."""
        return self.size("w") - self.margin("left") - self.margin("right") - self.margin("gutter")


def _number(node: Any, name: str, default: int) -> int:
    return whole_measure(node.get(f"{W}{name}"), default) if node is not None else default
