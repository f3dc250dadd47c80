"""The components of a văn bản: who issues, number, kind, subject, grounds, text, copies, signature, annexes."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from ocop_cli.lint.blocks import Block, Paragraph, Section, Table, inside
from ocop_cli.lint.drawn import drawn_lines
from ocop_cli.lint.reading import Reader
from ocop_cli.lint.ruling_lines import is_line_text
from ocop_cli.ooxml.package import Package

NATION = re.compile(r"^CỘNG H(ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM", re.IGNORECASE)
MOTTO = re.compile(r"^Độc lập\s*\S?\s*Tự do\s*\S?\s*Hạnh phúc", re.IGNORECASE)
NUMBER = re.compile(r"^Số\s*:")
ABOUT = re.compile(r"^V/v\b", re.IGNORECASE)
PLACE_DATE = re.compile(r"ngày.{0,12}tháng.{0,12}năm")
GROUND = re.compile(r"^(Căn cứ|Theo đề nghị|Xét)\b")
ADDRESS = re.compile(r"^Kính gửi", re.IGNORECASE)
COPIES = re.compile(r"^Nơi nhận\b", re.IGNORECASE)
ANNEX = re.compile(r"^Phụ lục( [IVXLC0-9]+)?$", re.IGNORECASE)
CORNER = re.compile(r"^\d+/\S+[;,]? ?\d{4}-\d{2}-\d{2}")
"""The line that a clerk's digital signature leaves at the corner: number, symbol, time of signing."""

TABLE, TABS, STACKED = "table", "tabs", "stacked"
"""How the head is laid out: a table, one line per row with tabs, or everything below each other."""

ORDER = re.compile(r"^QUYẾT (ĐỊNH|NGHỊ):$")
"""The line between what a decision rests on and what it decides."""
NOTE = re.compile(r"^\(Kèm theo\b")


@dataclass
class WordDocument:
    """A document taken apart. What is not there is ``None`` or empty.

    ``head`` says how Quốc hiệu and agency were laid out (``TABLE``, ``TABS``, ``STACKED``; empty where there is no head),
    ``lead`` is what stands above them, ``columns`` the paragraphs of the head's cells, row by row, and ``below_head``
    what stands between head and kind. ``attached`` is the kind of a paper that stands behind the foot.
    """

    package: Package
    reader: Reader
    sections: list[Section]
    header: Table | None = None
    head: str = ""
    lead: list[Paragraph] = field(default_factory=list)
    columns: list[list[list[Paragraph]]] = field(default_factory=list)
    below_head: list[Paragraph] = field(default_factory=list)
    nation: Paragraph | None = None
    motto: Paragraph | None = None
    agency: list[Paragraph] = field(default_factory=list)
    number: Paragraph | None = None
    about: Paragraph | None = None
    place_date: Paragraph | None = None
    kind: Paragraph | None = None
    kind_name: str = ""
    subject: list[Paragraph] = field(default_factory=list)
    authority: list[Paragraph] = field(default_factory=list)
    grounds: list[Paragraph] = field(default_factory=list)
    address: Paragraph | None = None
    addressees: list[Paragraph] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    foot: Table | None = None
    copies: list[Paragraph] = field(default_factory=list)
    powers: list[Paragraph] = field(default_factory=list)
    signer: Paragraph | None = None
    abreast: bool = True
    decree_kind: bool = False
    annexes: list[list[Block]] = field(default_factory=list)
    attached: str = ""
    corner: Paragraph | None = None
    is_annex_file: bool = False
    reckoned: bool | None = None  # whether it fills several pages, once that was worked out
    printed: tuple[Paragraph, ...] | None = None  # every paragraph that is printed, once they were gathered

    @property
    def is_official(self) -> bool:
        """Say whether an agency issues it as a văn bản of the decree: it names the agency beside Quốc hiệu."""
        return bool(self.head and self.agency) and not self.is_inner

    @property
    def is_inner(self) -> bool:
        """Say whether it is a slip inside an office, which the decree does not know."""
        return self.kind_name.startswith("PHIẾU") and not self.decree_kind

    @property
    def is_known(self) -> bool:
        """Say whether it is of a kind that the decree names, a công văn among them."""
        return self.is_official and (self.decree_kind or self.is_letter)

    @property
    def is_merged(self) -> bool:
        """Say whether more stands in the line of the kind than the kind: the subject, mostly."""
        return self.kind is not None and self.kind.text.rstrip(":") != self.kind_name

    @property
    def is_letter(self) -> bool:
        """Say whether it is a công văn: no kind, but a subject under the number."""
        return self.is_official and self.kind is None and self.about is not None

    @property
    def above_foot(self) -> list[Paragraph]:
        """The last text right above the table of the foot, and the empty paragraphs between them."""
        above: list[Paragraph] = []
        position = self.blocks.index(self.foot) if self.foot is not None else 0
        for block in reversed(self.blocks[:position]):
            if isinstance(block, Paragraph):
                above.append(block)
            if not isinstance(block, Paragraph) or block.text:
                break
        return above

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph of the main document, those in tables too."""
        return tuple(inside(self.blocks))

    @cached_property
    def boxes(self) -> tuple[Paragraph, ...]:
        """Every paragraph in a text box."""
        return tuple(p for holder in self.paragraphs if holder.boxes for p in inside(holder.boxes))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the main document."""
        return tuple(block for section in self.sections for block in section.blocks)


def is_rule(paragraph: Paragraph) -> bool:
    """Say whether a paragraph only draws a line."""
    return (
        is_line_text(paragraph) if paragraph.text else paragraph.format.ruled or bool(drawn_lines(paragraph))
    )


def is_capitals(text: str) -> bool:
    """Say whether the letters of a text are all capitals."""
    return any(c.isalpha() for c in text) and text == text.upper()
