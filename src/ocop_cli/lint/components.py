"""Find the components of a văn bản: who issues, number, kind, subject, grounds, text, copies, signature, annexes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ocop_cli.lint.reading import Block, Cell, Paragraph, Reader, Section, Table
from ocop_cli.lint.standard import Standard
from ocop_cli.ooxml.package import Package

NATION = re.compile(r"^CỘNG H(ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM", re.IGNORECASE)
MOTTO = re.compile(r"^Độc lập\s*\S?\s*Tự do\s*\S?\s*Hạnh phúc", re.IGNORECASE)
NUMBER = re.compile(r"^Số\s*:")
ABOUT = re.compile(r"^V/v\b", re.IGNORECASE)
PLACE_DATE = re.compile(r"ngày.{0,12}tháng.{0,12}năm")
GROUND = re.compile(r"^(Căn cứ|Theo đề nghị|Xét)\b")
ADDRESS = re.compile(r"^Kính gửi", re.IGNORECASE)
COPIES = re.compile(r"^Nơi nhận", re.IGNORECASE)
ANNEX = re.compile(r"^Phụ lục( [IVXLC0-9]+)?$", re.IGNORECASE)
CORNER = re.compile(r"^\d+/\S+[;,]? ?\d{4}-\d{2}-\d{2}")
"""The line that a clerk's digital signature leaves at the corner: number, symbol, time of signing."""

NOTE = re.compile(r"^\(Kèm theo\b")
_RULE_TEXT = re.compile(r"^[_\-–—=\s]*$")


@dataclass
class WordDocument:
    """A document taken apart. What is not there is ``None`` or empty."""

    package: Package
    reader: Reader
    sections: list[Section]
    header: Table | None = None
    nation: Paragraph | None = None
    motto: Paragraph | None = None
    agency: list[Paragraph] = field(default_factory=list)
    number: Paragraph | None = None
    about: Paragraph | None = None
    place_date: Paragraph | None = None
    kind: Paragraph | None = None
    kind_name: str = ""
    subject: list[Paragraph] = field(default_factory=list)
    grounds: list[Paragraph] = field(default_factory=list)
    address: Paragraph | None = None
    addressees: list[Paragraph] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    foot: Table | None = None
    copies: list[Paragraph] = field(default_factory=list)
    powers: list[Paragraph] = field(default_factory=list)
    signer: Paragraph | None = None
    annexes: list[list[Block]] = field(default_factory=list)
    corner: Paragraph | None = None
    is_annex_file: bool = False

    @property
    def is_official(self) -> bool:
        """Say whether an agency issues it: it names the agency beside Quốc hiệu."""
        return self.header is not None and bool(self.agency)

    @property
    def is_letter(self) -> bool:
        """Say whether it is a công văn: no kind, but a subject under the number."""
        return self.is_official and self.kind is None and self.about is not None

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph of the main document, those in tables too."""
        for section in self.sections:
            yield from inside(section.blocks)

    @property
    def blocks(self) -> list[Block]:
        """The blocks of the main document."""
        return [block for section in self.sections for block in section.blocks]


def parse_document(package: Package, standard: Standard) -> WordDocument:
    """Find the components of a document."""
    reader = Reader(package)
    document = WordDocument(package, reader, reader.sections())
    main, document.annexes = _split_annexes(document.blocks)
    _find_corner(document, main)
    _find_header(document, main)
    rest = _after_header(document, main)
    _find_foot(document, rest)
    _find_kind(document, rest, standard)
    _find_text(document, rest)
    return document


def inside(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Go through paragraphs, into tables too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for cell in block.cells:
                yield from inside(cell.blocks)


def is_rule(paragraph: Paragraph) -> bool:
    """Say whether a paragraph only draws a line."""
    return not paragraph.text.strip("_-–—= ") if paragraph.text else paragraph.format.ruled


def is_capitals(text: str) -> bool:
    """Say whether the letters of a text are all capitals."""
    return any(c.isalpha() for c in text) and text == text.upper()


def _split_annexes(blocks: list[Block]) -> tuple[list[Block], list[list[Block]]]:
    """Cut the document where an annex begins; before the first one stands the document itself, unless it is an annex."""
    starts = [
        n for n, b in enumerate(blocks)
        if isinstance(b, Paragraph) and ANNEX.match(b.text) and b.format.align == "center"
    ]  # fmt: skip
    if not starts:
        return blocks, []
    ends = [*starts[1:], len(blocks)]
    return blocks[: starts[0]], [blocks[a:b] for a, b in zip(starts, ends, strict=True)]


def _find_corner(document: WordDocument, main: list[Block]) -> None:
    """An annex in a file of its own has nothing before its label but the line of a signature."""
    texts = [b for b in main if not (isinstance(b, Paragraph) and not b.text)]
    lines = [b for b in texts if isinstance(b, Paragraph) and CORNER.match(b.text)]
    document.is_annex_file = bool(document.annexes) and len(lines) == len(texts)
    if document.is_annex_file and lines:
        document.corner = lines[0]


def _find_header(document: WordDocument, blocks: list[Block]) -> None:
    for block in blocks:
        if isinstance(block, Table):
            if any(NATION.match(p.text) for p in inside([block])):
                document.header = block
                _read_header(document, block)
            break
        if block.text and not NATION.match(block.text) and not MOTTO.match(block.text):
            break
    if document.header is None:
        loose = [b for b in blocks[:6] if isinstance(b, Paragraph)]
        document.nation = next((p for p in loose if NATION.match(p.text)), None)
        document.motto = next((p for p in loose if MOTTO.match(p.text)), None)


def _read_header(document: WordDocument, table: Table) -> None:
    everything = list(inside([table]))
    document.nation = next((p for p in everything if NATION.match(p.text)), None)
    document.motto = next((p for p in everything if MOTTO.match(p.text)), None)
    document.number = next((p for p in everything if NUMBER.match(p.text)), None)
    document.about = next((p for p in everything if ABOUT.match(p.text)), None)
    document.place_date = next((p for p in everything if PLACE_DATE.search(p.text)), None)
    left = table.rows[0][0].filled if table.rows and table.rows[0] else []
    known = {
        id(p) for p in (document.nation, document.motto, document.number, document.about, document.place_date)
    }
    document.agency = [p for p in left if id(p) not in known and is_capitals(p.text)]


def _after_header(document: WordDocument, blocks: list[Block]) -> list[Block]:
    if document.header is not None:
        return blocks[blocks.index(document.header) + 1 :]
    last = max((blocks.index(p) for p in (document.nation, document.motto) if p in blocks), default=-1)
    return blocks[last + 1 :]


def _find_kind(document: WordDocument, blocks: list[Block], standard: Standard) -> None:
    """The kind is the first text after the header, and in capitals; the subject stands right below it."""
    texts = [b for b in blocks if isinstance(b, Paragraph) and b.text and not is_rule(b)]
    first = next((p for p in texts[:4] if p.text.rstrip(":") in standard.kinds), None)
    if first is None:
        return
    document.kind, document.kind_name = first, first.text.rstrip(":")
    for block in blocks[blocks.index(first) + 1 :]:
        if not isinstance(block, Paragraph) or is_rule(block):
            break
        if not block.text:
            continue
        if block.format.align != "center" and document.subject:
            break
        if _starts_text(block):
            break
        document.subject.append(block)
        if block.format.align != "center":
            break


def _starts_text(block: Paragraph) -> bool:
    return bool(GROUND.match(block.text) or ADDRESS.match(block.text))


def _find_text(document: WordDocument, blocks: list[Block]) -> None:
    """Sort what stands between subject and foot: addressees, grounds, text."""
    end = blocks.index(document.foot) if document.foot in blocks else len(blocks)
    named = {id(p) for p in [document.kind, *document.subject]}
    for block in blocks[:end]:
        if not isinstance(block, Paragraph) or not block.text or id(block) in named or is_rule(block):
            continue
        if ADDRESS.match(block.text) and document.address is None:
            document.address = block
        elif document.address and not document.body and not document.grounds and block.text.startswith("- "):
            document.addressees.append(block)
        elif GROUND.match(block.text) and not document.body:
            document.grounds.append(block)
        else:
            document.body.append(block)


def _find_foot(document: WordDocument, blocks: list[Block]) -> None:
    tables = [b for b in blocks if isinstance(b, Table)]
    document.foot = next(
        (t for t in reversed(tables) if any(COPIES.match(p.text) for p in inside([t]))), None
    )
    if document.foot is None:
        return
    cells = list(document.foot.cells)
    left = next((c for c in cells if any(COPIES.match(p.text) for p in c.filled)), None)
    document.copies = left.filled if left else []
    others = [c for c in document.foot.rows[0] if c is not left]
    _read_signature(document, others)


def _read_signature(document: WordDocument, cells: list[Cell]) -> None:
    lines = [p for cell in cells for p in cell.filled if not p.text.startswith("(")]
    document.powers = [p for p in lines if is_capitals(p.text)]
    names = [p for p in lines if p not in document.powers]
    document.signer = names[-1] if names else None
