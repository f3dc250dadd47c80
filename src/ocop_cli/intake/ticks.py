"""Which of the options in a cell is ticked: by a sign in its box, by an x or a v beside it, or by being left alone."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ocop_cli.ooxml.symbols import EMPTY_BOX, TICKED_BOX
from ocop_cli.viet.text import fold

_BOXES = "☐□▢◻⬜❏❑○◯"
_TICKED = "☒☑✓✔✗✘✕✖🗹🗷🗸⊠⊗■●◉⬛✅❎√"
_LETTERS = "xXvV×"
_TOKEN = re.compile(
    rf"(?P<ticked>[{_TICKED}]|[\[(]\s*[{_LETTERS}{_TICKED}]\s*[\])])"
    rf"|(?P<box>[{_BOXES}]|\[\s*\]|\(\s*\))"
    rf"|(?P<letter>(?<!\w)[{_LETTERS}](?!\w))"
    r"|(?P<word>\w[^\n]*?(?=[\n;]|$))"
)


class Ticked(NamedTuple):
    """The codes of the options that are ticked, of those that stand there, and of those whose box is gone.

    ``beside`` is what was written beside the options.
    """

    codes: tuple[str, ...]
    present: tuple[str, ...]
    without_box: tuple[str, ...]
    beside: str


class Mark(NamedTuple):
    """What a cell with one box holds: whether it is ticked, and what else is written."""

    is_ticked: bool
    beside: str


def mark_in(text: str) -> Mark:
    """Return what a person did in a cell with one box; a sign that is no tick counts as written.

    >>> mark_in("☐ x"), mark_in("☐"), mark_in("+").beside
    (Mark(is_ticked=True, beside=''), Mark(is_ticked=False, beside=''), '+')
    """
    text = unicodedata.normalize("NFC", text)
    kinds = [found.lastgroup for found in _TOKEN.finditer(text)]
    beside = _TOKEN.sub(lambda found: found.group() if found.lastgroup == "word" else " ", text)
    ticked = any(kind in {"ticked", "letter"} for kind in kinds)
    written = " ".join(beside.split()).strip(".…_–-, ")
    return Mark(ticked, written)


def boxes(options: Mapping[str, str], chosen: str = "") -> list[str]:
    """Return the options as a form prints them, each behind its box."""
    return [f"{TICKED_BOX if code == chosen else EMPTY_BOX} {words}" for code, words in options.items()]


def ticked(text: str, options: Mapping[str, str]) -> Ticked:
    """Return what a person ticked in a cell.

    >>> ticked("☐ Có  ☒ Không", {"có": "Có", "không": "Không"}).codes
    ('không',)
    >>> ticked("x Có  ☐ Không", {"có": "Có", "không": "Không"}).codes
    ('có',)
    """
    text = unicodedata.normalize("NFC", text)
    spans = _spans(text, options)
    gaps = _gaps(text, spans)
    marks = [[(kind, found) for found in _TOKEN.finditer(gap) if (kind := found.lastgroup)] for gap in gaps]
    has_boxes = any(kind in {"box", "ticked"} for gap in marks for kind, _ in gap)
    stands_before = has_boxes or any(kind == "letter" for kind, _ in marks[0])
    chosen = {
        spans[owner][2]
        for number, gap in enumerate(marks)
        for position, (kind, _) in enumerate(gap)
        if kind in {"ticked", "letter"}
        and 0 <= (owner := _owner(gap, number, position, len(spans), before=stands_before)) < len(spans)
    }
    beside = " ".join(found.group().strip() for gap in marks for kind, found in gap if kind == "word")
    present = tuple(code for _, _, code in spans)
    boxed = [any(kind in {"box", "ticked"} for kind, _ in gap) for gap in marks]
    without = tuple(code for code, has_box in zip(present, boxed, strict=False) if not has_box)
    return Ticked(tuple(code for code in present if code in chosen), present, without, beside)


def _owner(
    gap: Sequence[tuple[str, re.Match[str]]], number: int, position: int, last: int, *, before: bool
) -> int:
    """Return the number of the option that a mark between two options belongs to.

    A box stands before its option; a letter written behind an option stands before the box of the next one.
    """
    box = max((n for n, (kind, _) in enumerate(gap) if kind in {"box", "ticked"}), default=None)
    if number == 0:
        return 0
    if number == last or (position < box if box is not None else not before):
        return number - 1
    return number


def _spans(text: str, options: Mapping[str, str]) -> list[tuple[int, int, str]]:
    """Return where the words of each option stand: (start, end, code), in order; the longest words first."""
    plain = _folded(text)
    found: list[tuple[int, int, str]] = []
    for code, words in sorted(options.items(), key=lambda item: -len(item[1])):
        spaced = r"\s+".join(map(re.escape, fold(words).split()))
        wanted = re.compile(rf"(?<!\w){spaced}(?!\w)")
        for place in wanted.finditer(plain):
            if not any(place.start() < end and start < place.end() for start, end, _ in found):
                found.append((place.start(), place.end(), code))
                break
    return sorted(found)


def _gaps(text: str, spans: Sequence[tuple[int, int, str]]) -> list[str]:
    """Return the text before, between and behind the options."""
    starts, ends = [start for start, _, _ in spans], [end for _, end, _ in spans]
    return [text[begin:end] for begin, end in zip([0, *ends], [*starts, len(text)], strict=True)]


def _folded(text: str) -> str:
    """Return the text folded, letter for letter: places in it are places in the text."""
    return "".join((fold(letter) or " ")[0] for letter in text)
