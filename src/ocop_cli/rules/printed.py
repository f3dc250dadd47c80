"""A decision's annex as a file gives it: rows of cells, read as criteria and levels with code, words, points and stars."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

Row = tuple[str, ...]
"""The cells of a table row, or one paragraph that stands in no table; paragraphs of a cell are lines."""

_POINTS = re.compile(r"^([0-9]{1,3}(?:[.,][0-9]+)?)\s*(?:điểm)?\s*\(?(\*{0,5})\)?$", re.IGNORECASE)
_STARS = re.compile(r"^\(?(\*{1,5})\)?$")
_CODE = re.compile(r"^(?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[0-9]{0,2}[a-zđ])[.)]?$", re.IGNORECASE)
_LEADING_CODE = re.compile(
    r"^((?:[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?|[0-9]{0,2}[a-zđ][.)]))\s+(?=\S)", re.IGNORECASE
)
_BULLET = re.compile(r"^[\s\-–—+•*☐□☒◻▪●o]*(?:\[\s?\])?\s+(?=\S)|^[\-–—+•☐□☒◻▪●]+\s*")
_TRAILING = re.compile(r"[\s;.]*\(?\*{1,5}\)?\s*$|[\s;]+$")


class Printed(NamedTuple):
    """A row as printed: its code, its words, its points and how many stars mark it; empty or ``None`` where none."""

    code: str
    text: str
    points: Decimal | None = None
    stars: int = 0


def printed_rows(rows: Iterable[Row]) -> Iterator[Printed]:
    """Read rows as they are printed; one whose cells hold several levels below each other gives several."""
    for row in rows:
        cells = [cell for cell in (_lines(cell) for cell in row) if cell]
        if cells:
            yield from _levels_in(cells) or [_printed([" ".join(cell) for cell in cells])]


def _lines(cell: str) -> list[str]:
    return [" ".join(line.split()) for line in cell.splitlines() if line.strip()]


def _levels_in(cells: Sequence[Sequence[str]]) -> list[Printed]:
    """Read a row whose points stand below each other, one for each of the last lines of its words."""
    points = [_POINTS.match(line) for line in cells[-1]]
    words = max(cells[:-1], key=len, default=[])
    if len(points) < 2 or len(points) > len(words) or not all(points):  # noqa: PLR2004 - one is a usual row
        return []
    heads, levels = words[: -len(points)], words[-len(points) :]
    found = [_printed([*cells[0], *heads] if cells[0] is not words else list(heads))] if heads else []
    return found + [_printed([text, number]) for text, number in zip(levels, cells[-1], strict=True)]


def _printed(cells: list[str]) -> Printed:
    code = cells.pop(0).rstrip(".)") if len(cells) > 1 and _CODE.match(cells[0]) else ""
    stars, points = 0, None
    while len(cells) > 1 and points is None:
        if marked := _STARS.match(cells[-1]):
            stars = len(marked[1])
        elif number := _POINTS.match(cells[-1]):
            points, stars = Decimal(number[1].replace(",", ".")), stars or len(number[2])
        else:
            break
        cells.pop()
    text = " ".join(cells)
    if not code and (leading := _LEADING_CODE.match(text)):
        code, text = leading[1].rstrip(".)"), text[leading.end() :]
    marked_text = re.search(r"\((\*{1,5})\)\s*$|(\*{3,5})\s*$", text)
    stars = stars or (len(marked_text[1] or marked_text[2]) if marked_text else 0)
    return Printed(code, _TRAILING.sub("", _BULLET.sub("", text, count=1)).strip(), points, stars)
