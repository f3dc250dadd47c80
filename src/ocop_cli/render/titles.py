"""Titles that need several lines break into lines of like length: no last line of one word, no “năm” without its number."""

from typing import Any

from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.order import child
from ocop_cli.ooxml.styles import StyleSheet
from ocop_cli.ooxml.text import paragraph_text
from ocop_cli.viet.widths import printed_width

_BOLD = {"OCOP Trích yếu": True, "OCOP Tên phụ lục": True, "OCOP Phần": True, "OCOP Kèm theo": False}
"""The styles of titles, and whether their letters are bold."""
_SIZE = 14.0
_SHARES = (0.6, 0.7, 0.8, 0.9)  # of the text width: the narrowest that needs no line more is taken


def even_titles(tree: Any, styles: StyleSheet, available: int) -> None:
    """Give every title of more than one line the indents that make its lines alike; ``available`` is in twips."""
    for mark in tree.iter(f"{W}pStyle"):
        bold = _BOLD.get(styles.name(mark.get(f"{W}val", "")))
        if bold is not None:
            _even(mark.getparent().getparent(), available, bold=bold)


def _even(title: Any, available: int, *, bold: bool) -> None:
    words = paragraph_text(title).split(" ")
    needed = _lines(words, available, bold=bold)
    if needed == 1:
        return
    widths = (round(available * share) for share in _SHARES)
    width = next((width for width in widths if _lines(words, width, bold=bold) == needed), None)
    if width is not None:
        indent = child(child(title, "pPr"), "ind")
        for side in ("left", "right"):
            indent.set(f"{W}{side}", str((available - width) // 2))


def _lines(words: list[str], width: int, *, bold: bool) -> int:
    """Count the lines that words fill, broken where the next word has no room."""
    lines, used = 0, width
    space = printed_width(" ", _SIZE, bold=bold)
    for word in words:
        wide = printed_width(word, _SIZE, bold=bold)
        if used + space + wide > width:
            lines, used = lines + 1, wide
        else:
            used += space + wide
    return lines
