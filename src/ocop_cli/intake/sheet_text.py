"""What stands on an opinion sheet outside its table: meeting, unit, closing words, day, who signed, and what nobody asked for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ocop_cli.intake.grid import Cell, Grid
from ocop_cli.intake.labels import plain
from ocop_cli.viet.text import clean

_UNIT, _MEETING, _GUIDE, _SIGN = "don vi cho y kien", "ma cuoc hop", "danh dau", "ky ghi ro ho ten"
_CLOSING = ("y kien cu the", "y kien khac")
_FOOT = ("dai dien don vi", _SIGN)
_SIGNED = ("da ky", "ky ten")
_FOR_ANOTHER = ("kt ", "tl ", "tm ", "tuq ")
_DAY = re.compile(
    r"ngày(?P<day>[^:\n]{0,12}?)tháng(?P<month>[^:\n]{0,12}?)năm(?P<year>[\s\d.…_]{0,12})", re.IGNORECASE
)
_DAY_LINE = re.compile(rf"(?:[^,:;.]{{0,40}},)?\s*(?:{_DAY.pattern})\s*\.?", re.IGNORECASE)
"""The line over a signature; a sentence that names a day goes on, or begins with more than a place."""
_TYPED_DAY = re.compile(
    r"(?:[^,:;.]{0,40},)?\s*(?:ngày\s*)?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\s*\.?", re.IGNORECASE
)
_DOTS = re.compile(r"…[\s.…_·]*[.…_·]|^\s*…|…\s*$|\.(?:\s*\.){2,}|_{2,}|·{2,}")


class SheetText(NamedTuple):
    """``meeting`` is the code as printed, ``called`` the day for which the sheet calls, ``day`` that of the signature.

    Days are as typed, ``30/11/2026``, what is not written being left out; ``by`` is who signed, with the title.
    """

    meeting: str = ""
    called: str = ""
    unit: Cell = Cell("", "")
    closing: Cell = Cell("", "")
    day: Cell = Cell("", "")
    by: Cell = Cell("", "")
    strange: tuple[Cell, ...] = ()


def without_dots(text: str) -> str:
    """Return what was written on a dotted line.

    >>> without_dots("……… Đủ 8 người. ………")
    'Đủ 8 người.'
    """
    lines = (" ".join(_DOTS.sub(" ", line).split()) for line in clean(text).split("\n"))
    return "\n".join(line for line in lines if line not in {"", ".", "-", "–"})


def outside_text(loose: Sequence[Cell], grids: Iterable[Grid], own: Sequence[str]) -> SheetText:
    """Return what a sheet says outside its table. ``own`` are patterns, plain, of the lines that it is printed with."""
    reader = _Reader(own)
    for cell in (*loose, *_lines_of(grids)):
        reader.read(cell)
    return reader.found()


def _lines_of(grids: Iterable[Grid]) -> Iterator[Cell]:
    """Yield the lines in the other tables: they only place blocks side by side."""
    cells = (cell for grid in grids for row in grid.rows for cell in row)
    return (cell._replace(text=line) for cell in cells for line in cell.text.split("\n") if line.strip())


def _day_in(text: str) -> str:
    """Return the day that a line names; what is not filled in is left out, and nothing where only dots stand."""
    if found := _DAY.search(text):
        parts = ["".join(re.findall(r"\d", found[name])) for name in ("day", "month", "year")]
        return "/".join(parts) if parts[0] or parts[1] else ""
    typed = _TYPED_DAY.fullmatch(text.strip())
    return typed[1] if typed else ""


class _Reader:
    """Reads line after line: what a line is depends on what stood before it."""

    def __init__(self, own: Sequence[str]) -> None:
        self._own = [re.compile(pattern) for pattern in own]
        self._text = SheetText()
        self._closing: list[Cell] = []
        self._strange: list[Cell] = []
        self._names: list[Cell] = []
        self._titles: list[Cell] = []
        self._part = "head"

    def read(self, cell: Cell) -> None:
        """Take in one line."""
        words = plain(cell.text)
        if self._label(cell, words):
            return
        if _DAY_LINE.fullmatch(cell.text.strip()) or _TYPED_DAY.fullmatch(cell.text.strip()):
            self._part = "foot"
            self._text = self._text._replace(day=cell._replace(text=_day_in(cell.text)))
        elif words.startswith(_FOOT):
            self._part = "name" if _SIGN in words else "foot"
        elif cell.place.startswith(("đoạn", "bảng")) and self._part != "head":
            self._write(cell, words)
        elif without_dots(cell.text) and not any(pattern.fullmatch(words) for pattern in self._own):
            self._strange.append(cell)

    def _label(self, cell: Cell, words: str) -> bool:
        """Take in a line that its first words tell, and say whether it was one."""
        behind = without_dots(cell.text.partition(":")[2])
        if words.startswith(_UNIT):
            self._text = self._text._replace(unit=cell._replace(text=behind.rstrip(".")))
        elif words.startswith(_MEETING):
            self._text = self._text._replace(meeting=behind.rstrip("."))
        elif words.startswith(_GUIDE):
            self._text = self._text._replace(called=_day_in(cell.text))
        elif words.startswith(_CLOSING) and self._part == "head":
            self._part = "closing"
            self._closing.append(cell._replace(text=behind))
        else:
            return False
        return True

    def _write(self, cell: Cell, words: str) -> None:
        """Take in a line under the table that no label tells."""
        written = without_dots(cell.text)
        if not written:
            return
        if self._part == "closing":
            self._closing.append(cell._replace(text=written))
        elif words.startswith(_FOR_ANOTHER):
            return
        elif self._part == "foot":
            self._titles.append(cell._replace(text=_spoken(cell.text)))
        elif self._part == "name" and not words.startswith(_SIGNED):
            self._names.append(cell)

    def found(self) -> SheetText:
        """Return what was read."""
        closing = [cell for cell in self._closing if cell.text]
        signed = [*self._names, *self._titles] if self._names else []
        strange = [*self._strange, *([] if signed else self._titles)]
        return self._text._replace(
            closing=_joined(closing, "\n"), by=_joined(signed, ", "), strange=tuple(strange)
        )


def _joined(cells: Sequence[Cell], between: str) -> Cell:
    text = between.join(" ".join(cell.text.split()) if between != "\n" else cell.text for cell in cells)
    return Cell(text, cells[0].place if cells else "")


def _spoken(text: str) -> str:
    """Return a title as it stands in a sentence: papers have it in capitals over a signature."""
    return text.capitalize() if text.isupper() else text
