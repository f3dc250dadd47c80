"""Titles that need several lines break into lines of like length: no last line of one word, none begins amid a word."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.order import child
from ocop_cli.ooxml.text import paragraph_text
from ocop_cli.render.ruling_lines import Measures, style_size
from ocop_cli.viet.compounds import belong_together
from ocop_cli.viet.widths import printed_width

_BOLD = {"OCOP Trích yếu": True, "OCOP Tên phụ lục": True, "OCOP Phần": True, "OCOP Kèm theo": False}
"""The styles of titles, and whether their letters are bold."""
_NARROWEST, _STEP, _WIDEST = 60, 2, 98  # per cent of the text width
_DOUBT = 0.012  # by how much a program that prints may reckon otherwise


class _Title(NamedTuple):
    """The words of a title, with their widths and that of a space, in twips."""

    words: list[str]
    widths: list[int]
    space: int

    def begins(self, width: int) -> list[int]:
        """Return the words with which lines begin, broken where the next word has no room; not the first line."""
        found, used = list[int](), 0
        for number, wide in enumerate(self.widths):
            if number and used + self.space + wide > width:
                found.append(number)
                used = wide
            else:
                used += (self.space if number else 0) + wide
        return found

    def splits(self, width: int) -> bool:
        """Say whether a line would begin amid a word of several syllables."""
        return any(belong_together(self.words[n - 1], self.words[n]) for n in self.begins(width))


def even_titles(tree: Any, measures: Measures) -> None:
    """Give every title of more than one line the indents that make its lines alike, and tear no word that is known."""
    for mark in tree.iter(f"{W}pStyle"):
        bold = _BOLD.get(measures.styles.name(mark.get(f"{W}val", "")))
        if bold is not None:
            paragraph = mark.getparent().getparent()
            text, size = paragraph_text(paragraph), style_size(paragraph, measures)
            _set_width(paragraph, _even_width(text, size, measures.available, bold=bold), measures.available)


def _set_width(paragraph: Any, width: int | None, available: int) -> None:
    if width is not None:
        indent = child(child(paragraph, "pPr"), "ind")
        for side in ("left", "right"):
            indent.set(f"{W}{side}", str((available - width) // 2))


@lru_cache(maxsize=256)  # papers of a kind have one title
def _even_width(text: str, size: float, available: int, *, bold: bool) -> int | None:
    """Return the width in which a title has lines alike; ``None`` for a title that stays as it is."""
    title = _title(text, size, bold=bold)
    needed = title.begins(available)
    if not needed:
        return None
    widths = list(_widths(title, available, len(needed)))
    whole = (width for width in widths if not title.splits(width))
    first = None if not title.splits(available) else next(iter(widths), None)
    return next(whole, first)


def _title(text: str, size: float, *, bold: bool) -> _Title:
    words = text.split(" ")
    widths = [printed_width(word, size, bold=bold) for word in words]
    return _Title(words, widths, printed_width(" ", size, bold=bold))


def _widths(title: _Title, available: int, breaks: int) -> Iterator[int]:
    """Yield the widths, narrowest first, that need no line more and break alike in every program."""
    for share in range(_NARROWEST, _WIDEST + 1, _STEP):
        width = available * share // 100
        narrow, wide = (title.begins(round(width * by)) for by in (1 - _DOUBT, 1 + _DOUBT))
        if len(narrow) == breaks and narrow == wide:
            yield width
