"""Where the words of a PDF stand on its pages: read of PDFs that an office program just made of a Word file."""

import io
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from ocop_cli.lint.seen import SeenLine, SeenPage
from ocop_cli.viet.widths import printed_width

if TYPE_CHECKING:
    from pypdf import PageObject

_MM = 25.4 / 72
_TWIPS_PER_POINT = 20
_SAME_LINE = 2.0  # points: what stands no further apart is one line
_ABOVE = 0.9  # of the size: what of a letter with its marks stands above the baseline
_GAP = 12.0  # points: what stands further apart are two columns


class _Piece(NamedTuple):
    """A stretch of text: where it begins and ends, its baseline from the bottom, its size, in points."""

    text: str
    left: float
    right: float
    base: float
    size: float


def printed_pages(pdf: bytes) -> tuple[SeenPage, ...]:
    """Return the lines of every page of a PDF. Its letters are taken to be as wide as those of Times New Roman."""
    from pypdf import PdfReader  # slow to load

    return tuple(
        SeenPage(
            float(page.mediabox.width) * _MM,
            tuple(_lines(_pieces(page), float(page.mediabox.height))),
            float(page.mediabox.height) * _MM,
        )
        for page in PdfReader(io.BytesIO(pdf)).pages
    )


def _pieces(page: "PageObject") -> list[_Piece]:
    found: list[_Piece] = []

    def seen(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if text.strip():
            left = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            base = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            found.append(_piece(text, left, base, size * abs(tm[3] * cm[3]), bold=_is_bold(font)))

    page.extract_text(visitor_text=seen)
    return found


def _piece(text: str, left: float, base: float, size: float, *, bold: bool) -> _Piece:
    shown = unicodedata.normalize("NFC", text.strip("\n"))
    width = printed_width(shown.rstrip(), size, bold=bold) / _TWIPS_PER_POINT
    return _Piece(shown, left, left + width, base, size)


def _is_bold(font: Any) -> bool:
    return bool(font) and "Bold" in str(font.get("/BaseFont", ""))


def _lines(pieces: list[_Piece], height: float) -> Iterator[SeenLine]:
    """Put together what stands on one baseline without a gap of columns between."""
    ordered = sorted(pieces, key=lambda piece: (-round(piece.base / _SAME_LINE), piece.left))
    line: list[_Piece] = []
    for piece in ordered:
        if line and (abs(piece.base - line[0].base) > _SAME_LINE or piece.left - line[-1].right > _GAP):
            yield _line(line, height)
            line = []
        line.append(piece)
    if line:
        yield _line(line, height)


def _line(pieces: list[_Piece], height: float) -> SeenLine:
    text = " ".join("".join(piece.text for piece in pieces).split())
    size = max(piece.size for piece in pieces)
    top = (height - pieces[0].base - size * _ABOVE) * _MM
    return SeenLine(text, pieces[0].left * _MM, max(piece.right for piece in pieces) * _MM, top, size * _MM)
