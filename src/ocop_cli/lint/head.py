"""Find the head of a văn bản, however it is laid out: in a table, also a nested one, with tabs, or line below line."""

import re
from collections.abc import Iterator, Sequence

from ocop_cli.lint.blocks import Block, Paragraph, Table, inside
from ocop_cli.lint.components import (
    ABOUT,
    ADDRESS,
    MOTTO,
    NATION,
    NUMBER,
    PLACE_DATE,
    STACKED,
    TABLE,
    TABS,
    WordDocument,
    is_capitals,
    is_rule,
)

_FIRST_BLOCKS = 10  # a head begins among these: above it stand at most a mark, a banner, a label
_LONG = 150  # letters: so long a line is text, not a head
_HEAD_LINES = 16
_AGENCY = re.compile(
    r"^(ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|SỞ|BỘ|PHÒNG|VĂN PHÒNG|BAN|TRUNG TÂM|TRƯỜNG|CỤC|CHI CỤC|TỔNG CỤC|HỘI|XÃ|PHƯỜNG|TỈNH|THÀNH PHỐ)\b"
)
_MANY = 10**6  # twips: a line set with tabs has room enough


def find_head(document: WordDocument, blocks: Sequence[Block]) -> list[Block]:
    """Take the head apart and return what stands below it."""
    for position, block in enumerate(blocks[:_FIRST_BLOCKS]):
        if isinstance(block, Table):
            table = _innermost(block)
            if table is not None:
                return _from_table(document, blocks, position, table)
            continue
        if len(block.text) > _LONG or ADDRESS.match(block.text):
            break
        if any(NATION.match(piece.text) for piece in _pieces(block)):
            stacked = len(_pieces(block)) == 1
            return _stacked(document, blocks, position) if stacked else _tabbed(document, blocks, position)
    return list(blocks)


def _innermost(table: Table) -> Table | None:
    """Return the table, or one nested in it, whose own cells hold Quốc hiệu."""
    for cell in table.cells:
        for block in cell.blocks:
            if isinstance(block, Table) and (found := _innermost(block)):
                return found
    lines = (line for cell in table.cells for p in cell.paragraphs for line in p.lines)
    return table if any(NATION.match(line.text) for line in lines) else None


def _from_table(document: WordDocument, blocks: Sequence[Block], position: int, table: Table) -> list[Block]:
    document.header, document.head = table, TABLE
    document.lead = [p for b in blocks[:position] for p in inside([b]) if p.text]
    document.columns = [
        [[line for p in inside(cell.blocks) for line in p.lines] for cell in row] for row in table.rows
    ]
    everything = [line for row in document.columns for cell in row for line in cell]
    left = [line for row in document.columns if row for line in row[0]]
    _name_parts(document, everything, left)
    return list(blocks[position + 1 :])


def _tabbed(document: WordDocument, blocks: Sequence[Block], position: int) -> list[Block]:
    """Read rows of a head whose columns are made with tabs: what can be read of a place in a line is its order only."""
    start = next(
        (n for n, b in enumerate(blocks[:position]) if isinstance(b, Paragraph) and len(_pieces(b)) > 1),
        position,
    )
    document.head = TABS
    document.lead = [p for p in inside(blocks[:start]) if p.text]
    end = start
    for block in blocks[start : start + _HEAD_LINES]:
        if not isinstance(block, Paragraph) or not (len(_pieces(block)) > 1 or _belongs(block)):
            break
        document.columns.append(_two_columns(block))
        end += 1
    everything = [line for row in document.columns for cell in row for line in cell]
    _name_parts(document, everything, [line for row in document.columns for line in row[0]])
    return list(blocks[end:])


def _two_columns(block: Paragraph) -> list[list[Paragraph]]:
    pieces = _pieces(block)
    if len(pieces) > 1:
        return [pieces[:1], pieces[1:]]
    right = any(p.match(piece.text) for piece in pieces for p in (NATION, MOTTO)) or any(
        PLACE_DATE.search(piece.text) for piece in pieces
    )
    return [[], pieces] if right else [pieces, []]


def _belongs(block: Paragraph) -> bool:
    """Say whether a line without a tab goes on with the head."""
    text = block.text
    named = any(p.match(text) for p in (NATION, MOTTO, NUMBER, ABOUT)) or PLACE_DATE.search(text)
    return is_rule(block) or bool(named and len(text) < _LONG)


def _pieces(block: Paragraph) -> list[Paragraph]:
    """Return what stands between the tabs of a line."""
    if not any("\t" in run.text for run in block.runs):
        return [block]
    form = block.format._replace(align="center", left=0, right=0, first=0)
    return [
        Paragraph(p.part, p.number, p.element, form, p.runs, _MANY, p.mark, p.boxes if not n else ())
        for n, p in enumerate(block.between_tabs)
    ]


def _stacked(document: WordDocument, blocks: Sequence[Block], position: int) -> list[Block]:
    """Read a head that stands line below line: what an agency issues has number and agency there too."""
    lines = list(_head_lines(blocks))
    texts = [line for block in lines for line in block.lines]
    document.nation = next((p for p in texts if NATION.match(p.text)), None)
    document.motto = next((p for p in texts if MOTTO.match(p.text)), None)
    agency = [p for p in texts if is_capitals(p.text) and _AGENCY.match(p.text) and p is not document.nation]
    if agency and any(NUMBER.match(p.text) for p in texts):
        document.head, document.columns = STACKED, [[[line]] for line in texts]
        _name_parts(document, texts, agency)
    elements = _named_elements(document)
    last = max(
        (n for n, b in enumerate(blocks) if isinstance(b, Paragraph) and id(b.element) in elements),
        default=position,
    )
    if document.head:
        document.lead = [p for p in lines[:position] if id(p.element) not in elements and p.text]
    return list(blocks[last + 1 :])


def _named_elements(document: WordDocument) -> set[int]:
    """Return the elements of the lines that are known as parts of the head, by ``id``."""
    named = (
        document.nation,
        document.motto,
        document.number,
        document.place_date,
        document.about,
        *document.agency,
    )
    return {id(p.element) for p in named if p is not None}


def _head_lines(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    for block in blocks[:_HEAD_LINES]:
        if not isinstance(block, Paragraph) or len(block.text) > _LONG or ADDRESS.match(block.text):
            return
        yield block


def _name_parts(document: WordDocument, everything: list[Paragraph], left: list[Paragraph]) -> None:
    document.nation = next((p for p in everything if NATION.match(p.text)), None)
    document.motto = next((p for p in everything if MOTTO.match(p.text)), None)
    document.number = next((p for p in everything if NUMBER.match(p.text)), None)
    document.about = next((p for p in everything if ABOUT.match(p.text)), None)
    document.place_date = next((p for p in everything if PLACE_DATE.search(p.text)), None)
    known = {
        id(p) for p in (document.nation, document.motto, document.number, document.about, document.place_date)
    }
    for line in left:
        if line is document.number:
            break
        if id(line) not in known and is_capitals(line.text):
            document.agency.append(line)
