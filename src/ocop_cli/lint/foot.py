"""Find the foot of a văn bản: Nơi nhận and the signature beside it, in a table, with tabs, or below each other."""

import re
from collections.abc import Sequence

from ocop_cli.lint.blocks import Block, Cell, Paragraph, Table, inside
from ocop_cli.lint.components import COPIES, WordDocument, is_capitals

_POWERS = re.compile(
    r"^(TM|KT|TL|TUQ|Q|T/M|K/T|T/L|T\.M|K\.T|T\.L)[. ]|^(PHÓ )?(CHỦ TỊCH|TRƯỞNG|GIÁM ĐỐC|BỘ TRƯỞNG|CHÁNH|CHỦ TỌA|THƯ KÝ|HIỆU TRƯỞNG|CỤC TRƯỞNG)\b"
)
_LIST = re.compile(r"^[-–—•+*]\s?")
_ROWS = 14  # lines of a foot without a table


def find_foot(document: WordDocument, blocks: Sequence[Block]) -> list[Block]:
    """Take the foot apart and return what stands above it."""
    for position in range(len(blocks) - 1, -1, -1):
        block = blocks[position]
        if isinstance(block, Table):
            if any(COPIES.match(line.text) for p in inside([block]) for line in p.lines):
                _from_table(document, block)
                return list(blocks[:position])
        elif any(COPIES.match(line.text) for line in block.lines):
            start = _from_lines(document, blocks, position)
            return list(blocks[:start])
    return list(blocks)


def _from_table(document: WordDocument, table: Table) -> None:
    document.foot = table
    row, column = next(
        (r, c)
        for r, cells in enumerate(table.rows)
        for c, cell in enumerate(cells)
        if any(COPIES.match(line.text) for line in cell.filled)
    )
    lines = table.rows[row][column].filled
    start = next(n for n, line in enumerate(lines) if COPIES.match(line.text))
    below = [line for cells in table.rows[row + 1 :] for line in _cell_lines(cells, column)]
    document.copies = [*lines[start:], *(line for line in below if _LIST.match(line.text))]
    others = [cell for cells in table.rows for c, cell in enumerate(cells) if c != column]
    _read_signature(document, [line for cell in others for line in cell.filled])
    document.abreast = not start and _abreast(table, row, column, document)


def _abreast(table: Table, row: int, column: int, document: WordDocument) -> bool:
    """Say whether the first power stands at the height of Nơi nhận: first in a cell of its row, both from the top."""
    cells = [cell for c, cell in enumerate(table.rows[row]) if c != column and cell.filled]
    first = [cell.filled[0] for cell in cells]
    lower = any(cell.middle for cell in (*cells, table.rows[row][column]))
    return not lower and (any(line in document.powers for line in first) or not document.powers)


def _cell_lines(cells: Sequence[Cell], column: int) -> list[Paragraph]:
    return cells[column].filled if column < len(cells) else []


def _from_lines(document: WordDocument, blocks: Sequence[Block], position: int) -> int:
    """Read a foot without a table; return where it begins."""
    rows = [b for b in blocks[position : position + _ROWS] if isinstance(b, Paragraph)]
    if len(rows[0].between_tabs) > 1:
        cut = [(row, _columns(row)) for row in rows]
        left = [piece for row, pieces in cut for piece in pieces[:1] if _is_left(row, piece)]
        right = [piece for _, pieces in cut for piece in pieces if piece not in left]
        document.copies = [p for p in left if COPIES.match(p.text) or _LIST.match(p.text)]
        _read_signature(document, right)
        return position
    lines = [line for row in rows for line in row.lines if line.text]
    end = next((n for n, line in enumerate(lines[1:], 1) if not _LIST.match(line.text)), len(lines))
    document.copies = lines[:end]
    above = [b for b in blocks[max(0, position - _ROWS) : position] if isinstance(b, Paragraph)]
    signed = [p for p in above if p.text and _POWERS.match(p.text)]
    _read_signature(document, lines[end:] if not signed else above[above.index(signed[0]) :])
    document.abreast = False
    tables = [n for n, b in enumerate(blocks[:position]) if isinstance(b, Table) and _signs(b)]
    return blocks.index(signed[0]) if signed else (tables[-1] if tables else position)


def _signs(table: Table) -> bool:
    """Say whether a table holds signatures: each of its first cells begins with a power."""
    first = [cell.filled[0].text for cell in table.rows[0] if cell.filled] if table.rows else []
    return bool(first) and all(is_capitals(text) for text in first)


def _is_left(row: Paragraph, piece: Paragraph) -> bool:
    raw = row.raw.lstrip(" ")
    return not raw.startswith("\t") and (len(row.between_tabs) > 1 or bool(_LIST.match(piece.text)))


def _columns(row: Paragraph) -> list[Paragraph]:
    """Return what stands between the tabs of a line; only what begins at the margin is known to be flush left."""
    form = row.format._replace(left=0, first=0, align="center")
    first = "center" if row.raw.startswith("\t") else "left"
    return [
        Paragraph(p.part, p.number, p.element, form if n else form._replace(align=first), p.runs, p.available)
        for n, p in enumerate(row.between_tabs)
    ]


def _read_signature(document: WordDocument, lines: Sequence[Paragraph]) -> None:
    shown = [p for p in lines if p.text and not p.text.startswith("(") and not COPIES.match(p.text)]
    document.powers = [p for p in shown if is_capitals(p.text)]
    names = [p for p in shown if p not in document.powers]
    document.signer = names[-1] if names else None
