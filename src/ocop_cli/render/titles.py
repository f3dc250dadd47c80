"""Titles and names that need several lines break into lines of like length, with no torn word; place and day keep one line."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.order import child
from ocop_cli.ooxml.text import paragraph_text, runs
from ocop_cli.render.ruling_lines import Measures, room_for, style_size
from ocop_cli.viet.compounds import belong_together
from ocop_cli.viet.widths import printed_width

_BOLD = {
    "OCOP Trích yếu": True, "OCOP Tên phụ lục": True, "OCOP Phần": True, "OCOP Kèm theo": False,
    "OCOP Trích yếu công văn": False, "OCOP Địa danh, thời gian": False,
    "OCOP Quyền hạn, chức vụ": True, "OCOP Họ tên người ký": True,
}  # fmt: skip
"""The styles of what stands in the middle of a page or a cell, and whether their letters are bold."""
_PLACE_AND_DAY = "OCOP Địa danh, thời gian"
_CLOSEST = 10  # by how many twips letters of a place and day may stand closer; the decree's own file has Quốc hiệu at 8
_SLANTED = 1.03  # by how much slanted letters may be wider than the upright ones that were measured
_NARROWEST, _STEP, _WIDEST = 60, 2, 98  # per cent of the room
_DOUBT = 0.012  # by how much a program that prints may reckon otherwise
_WORD = re.compile(r"( *)([^ ]+)")


class _Word(NamedTuple):
    """A word of a title, its width in twips, and how many spaces stand before it: several are room for the pen."""

    text: str
    width: int
    spaces: int


class _Line(NamedTuple):
    """What a title has up to a line break that was typed, and the width of a space in twips."""

    words: list[_Word]
    space: int

    def begins(self, width: int) -> list[int]:
        """Return the words with which lines begin, broken where the next word has no room; not the first line."""
        found, used = list[int](), 0
        for number, word in enumerate(self.words):
            wide = used + word.spaces * self.space + word.width
            if number and wide > width:
                found.append(number)
                wide = word.width
            used = wide
        return found

    def splits(self, width: int) -> bool:
        """Say whether a line would begin amid a word of several syllables, or in the room left for a number or a day."""
        return any(self._are_one(self.words[n - 1], self.words[n]) for n in self.begins(width))

    def _are_one(self, word: _Word, next_word: _Word) -> bool:
        return next_word.spaces > 1 or belong_together(word.text, next_word.text)


def even_titles(tree: Any, measures: Measures) -> None:
    """Give every title of more than one line the indents that make its lines alike, and tear no word that is known."""
    rooms: dict[Any, int] = {}
    for mark in tree.iter(f"{W}pStyle"):
        name = measures.styles.name(mark.get(f"{W}val", ""))
        if name in _BOLD:
            paragraph = mark.getparent().getparent()
            cell = next(paragraph.iterancestors(f"{W}tc"), None)
            if cell not in rooms:  # the lines of a head share theirs
                rooms[cell] = room_for(paragraph, measures)
            _set(paragraph, name, rooms[cell], measures)


def _set(paragraph: Any, name: str, room: int, measures: Measures) -> None:
    text, size = paragraph_text(paragraph), style_size(paragraph, measures)
    closer = _closer(text, size, room) if name == _PLACE_AND_DAY else 0
    if closer:
        for run in runs(paragraph):
            child(child(run, "rPr"), "spacing").set(f"{W}val", str(-closer))
        return
    sides = measures.styles.sides(measures.styles.style_of(paragraph))
    width = _even_width(text, size, room - sides, bold=_BOLD[name])
    if width is not None:
        indent = child(child(paragraph, "pPr"), "ind")
        for side in ("left", "right"):
            indent.set(f"{W}{side}", str((room - width) // 2))


@lru_cache(maxsize=64)  # the head of a paper stands on all of an office
def _closer(text: str, size: float, room: int) -> int:
    """Return by how many twips letters stand closer so that a text keeps one line; 0 where it does, or never would."""
    over = round(printed_width(text, size, bold=False) * _SLANTED) - room
    closer = -(-over // max(len(text), 1))
    return closer if 0 < closer <= _CLOSEST else 0


@lru_cache(maxsize=256)  # papers of a kind have one title
def _even_width(text: str, size: float, available: int, *, bold: bool) -> int | None:
    """Return the width in which a title has lines alike; ``None`` for a title that stays as it is."""
    lines = _lines(text, size, bold=bold)
    breaks = _breaks(lines, round(available * (1 - _DOUBT)))
    if not any(breaks):
        return None
    widths = list(_widths(lines, available, breaks))
    whole = (width for width in widths if not _splits(lines, width))
    first = None if not _splits(lines, available) else next(iter(widths), None)
    return next(whole, first)


def _lines(text: str, size: float, *, bold: bool) -> list[_Line]:
    space = printed_width(" ", size, bold=bold)
    return [
        _Line(
            [_Word(w, printed_width(w, size, bold=bold), len(gap)) for gap, w in _WORD.findall(line)], space
        )
        for line in text.split("\n")
    ]


def _widths(lines: Sequence[_Line], available: int, breaks: list[int]) -> Iterator[int]:
    """Yield the widths, narrowest first, that need no line more and break alike in every program."""
    for share in range(_NARROWEST, _WIDEST + 1, _STEP):
        width = available * share // 100
        narrow, wide = ([line.begins(round(width * by)) for line in lines] for by in (1 - _DOUBT, 1 + _DOUBT))
        if list(map(len, narrow)) == breaks and narrow == wide:
            yield width


def _breaks(lines: Sequence[_Line], width: int) -> list[int]:
    """Return how often each line of a title breaks in a width."""
    return [len(line.begins(width)) for line in lines]


def _splits(lines: Sequence[_Line], width: int) -> bool:
    return any(line.splits(width) for line in lines)
