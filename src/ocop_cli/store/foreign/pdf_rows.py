"""A PDF with a text layer as rows: the pieces of text of a page, joined to lines, cells and rows by where they stand.

A PDF knows no tables. What stands to the right of a gap begins a cell, what stands back at the left begins a row. Words
at the head of a page go on with the last row of the page before where these begin small; where that is
not clear the last row keeps only its words, so that nobody takes half a text for the whole.
"""

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

_SAME_LINE = 3.0  # points by which pieces of one line may stand higher or lower
_INDENT = 18.0  # points by which the lines of a cell may begin further left or right
_LETTER = 0.5  # width of a usual letter, in parts of the size of the font
_GAP = 1.6  # width of a gap between cells, in parts of the size of the font
_OFTEN = 4  # pieces of a page that begin at one place, so that a column stands there
_NEXT_LINE = 2.2  # how far below the next line of a cell may stand, in parts of the size of the font
_LEVEL_SIGNS = tuple("☐□☒◻▪●-–+•")
_HEADING = re.compile(
    r"[☐□☒◻▪●\-–+•]|[0-9]+[.)]\s|(?:Phần|PHẦN) [A-Z]\b|(?:Phụ lục|Mục|Chương|Bộ sản phẩm)\b"
)
"""What begins at the head of a page: a level, a number, the name of a part."""


def pdf_rows(content: bytes) -> list[tuple[str, ...]]:
    """Return the rows in their order. Raises ``ValueError`` when the file is no PDF that can be read."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    rows: list[tuple[str, ...]] = []
    try:
        for page in PdfReader(io.BytesIO(content)).pages:
            _join(rows, _without_page_number(_page_rows(page)))
    except (PyPdfError, OSError, RecursionError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError("not a readable PDF") from error
    return rows


class _Piece(NamedTuple):
    x: float
    y: float
    size: float
    text: str

    @property
    def end(self) -> float:
        """About where the piece ends on its line."""
        return self.x + len(self.text) * self.size * _LETTER


@dataclass(slots=True)
class _Cell:
    """The lines of a cell from above to below."""

    lines: list[_Piece]

    @property
    def left(self) -> float:
        """How far left its lines begin."""
        return min(line.x for line in self.lines)

    @property
    def text(self) -> str:
        """The lines joined by spaces: a PDF does not say where a paragraph ends."""
        return " ".join(" ".join(line.text for line in self.lines).split())

    def goes_on_with(self, piece: _Piece) -> bool:
        """Say whether a piece is the next line of the cell."""
        below = 0 < self.lines[-1].y - piece.y <= piece.size * _NEXT_LINE
        return below and abs(piece.x - self.left) <= _INDENT and not piece.text.startswith(_LEVEL_SIGNS)

    def is_beside(self, piece: _Piece) -> bool:
        """Say whether a piece stands to the right of the cell, between its first and its last line."""
        return piece.x > self.left + _INDENT and piece.y >= self.lines[-1].y - _SAME_LINE


_Row = list[_Cell]


def _page_rows(page: Any) -> list[tuple[str, ...]]:
    rows: list[_Row] = []
    pieces = _pieces(page)
    begins = Counter(round(segment.x) for segment in _segments(pieces, frozenset()))
    for piece in _segments(pieces, frozenset(x for x, times in begins.items() if times >= _OFTEN)):
        cell = rows[-1][-1] if rows else None
        if cell is not None and cell.goes_on_with(piece):
            cell.lines.append(piece)
        elif cell is not None and cell.is_beside(piece):
            rows[-1].append(_Cell([piece]))
        else:
            rows.append([_Cell([piece])])
    return [tuple(cell.text for cell in row) for row in _parted(rows)]


def _parted(rows: list[_Row]) -> list[_Row]:
    """Part the first row of a page from the words before it that go on with the page before.

    Where the cells of the rows begin on one line, those are the lines above the second cell's.
    """
    pairs = [row for row in rows[1:] if len(row) > 1]
    level = [row for row in pairs if abs(row[0].lines[0].y - row[1].lines[0].y) <= _SAME_LINE]
    first = rows[0] if rows else []
    if len(first) < 2 or 2 * len(level) <= len(pairs):  # noqa: PLR2004 - two cells, half of the rows
        return rows
    above = [line for line in first[0].lines if line.y > first[1].lines[0].y + _SAME_LINE]
    below = [line for line in first[0].lines if line not in above]
    return [[_Cell(above)], [_Cell(below), *first[1:]], *rows[1:]] if above and below else rows


def _segments(pieces: Iterable[_Piece], columns: frozenset[int]) -> Iterator[_Piece]:
    """Join the pieces of a line from left to right, as far as no gap and no column parts them."""
    line: list[_Piece] = []
    for piece in pieces:
        if line and abs(piece.y - line[0].y) > _SAME_LINE:
            yield from _joined(line, columns)
            line = []
        line.append(piece)
    yield from _joined(line, columns)


def _joined(line: list[_Piece], columns: frozenset[int]) -> Iterator[_Piece]:
    ordered = sorted(line, key=lambda piece: piece.x)
    while ordered:
        joined = [ordered.pop(0)]
        while ordered and not _is_apart(joined, ordered[0], columns):
            joined.append(ordered.pop(0))
        yield joined[0]._replace(text="".join(piece.text for piece in joined).strip())


def _is_apart(joined: list[_Piece], piece: _Piece, columns: frozenset[int]) -> bool:
    gap = piece.x - joined[-1].end
    in_column = round(piece.x) in columns and piece.x > joined[0].x + _INDENT
    return gap > piece.size * _GAP or (in_column and gap > -piece.size)


def _pieces(page: Any) -> list[_Piece]:
    found: list[_Piece] = []

    def take(text: str, ours: list[float], theirs: list[float], _font: object, size: float) -> None:
        """Keep a piece; the matrices say where it stands."""
        if text.strip():
            x, y = theirs[4] * ours[0] + ours[4], theirs[5] * ours[3] + ours[5]
            found.append(_Piece(x, y, abs(size * theirs[0] * ours[0]) or size, text.strip("\n")))

    page.extract_text(visitor_text=take)
    return found


def _without_page_number(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Leave out a number that stands alone at the head or the foot of a page."""
    for at in (0, -1):
        if rows and len(rows[at]) == 1 and rows[at][0].isdecimal():
            del rows[at]
    return rows


def _join(rows: list[tuple[str, ...]], more: list[tuple[str, ...]]) -> None:
    """Add the rows of a page, the words at its head to the last row of the page before where they go on with it."""
    if more and rows and len(more[0]) == 1 and len(rows[-1]) > 1:
        head, cells = more[0][0], list(rows[-1])
        longest = max(range(len(cells)), key=lambda n: len(cells[n]))
        if not _HEADING.match(head) and not head[0].isupper():
            cells[longest] = f"{cells[longest]} {head}"
            rows[-1], more = tuple(cells), more[1:]
        elif not _HEADING.match(head) and not head.isupper():
            rows[-1] = (cells[longest],)
    rows += more
