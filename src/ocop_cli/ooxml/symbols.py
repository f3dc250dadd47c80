"""What people tick with beside characters: signs of symbol fonts, old check boxes of Word, controls left as they were."""

import re
from typing import Any

from ocop_cli.ooxml.measures import is_on
from ocop_cli.ooxml.names import W

EMPTY_BOX, TICKED_BOX = "☐", "☒"
_SIGNS = {
    "wingdings": {
        0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x70: "☐", 0x71: "❑", 0x72: "❏", 0x78: "☒", 0xA1: "○", 0xA8: "☐",
        0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {
        0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x99: "○", 0xA2: "■", 0xA3: "☐",
    },
    "webdings": {0x61: "✓", 0x63: "☐", 0x67: "■", 0x72: "✗"},
    "symbol": {0xD6: "√"},
}  # fmt: skip
"""The boxes and ticks among the signs of each font by the low byte of their code, as characters that look like them."""
_PRIVATE = re.compile("[\uf020-\uf0ff]")
"""Where Word and LibreOffice put the signs of a symbol font among the characters."""
_UNSAID = (f"{W}showingPlcHdr", f"{W}strike", f"{W}dstrike", f"{W}vanish")
"""The properties of a control, or of a run, whose words nobody says."""


def in_characters(root: Any) -> Any:
    """Say in a tree with characters what its page shows with symbol fonts and form fields; return the tree.

    A control that still shows its hint has no words: nobody answered it; neither has what is struck through or hidden.
    Signs that are no tick stay as they are.
    """
    for node in list(root.iter(f"{W}sym")):
        _become_text(node, _sign(node.get(f"{W}font", ""), _number(node.get(f"{W}char", ""))))
    for node in root.iter(f"{W}t"):
        node.text = _with_signs(node)
    for box in list(root.iter(f"{W}checkBox")):
        field = box.getparent().getparent()  # w:fldChar, beside the words of its run
        _become_text(field, TICKED_BOX if _is_checked(box) else EMPTY_BOX)
    for mark in filter(is_on, root.iter(*_UNSAID)):
        for text in mark.getparent().getparent().iter(f"{W}t"):  # those of the control, or of the run
            text.text = None
    return root


def in_font(character: str, font: str) -> str:
    """Return a character as a font shows it: ``þ`` in Wingdings is ``☑``; what is no tick stays as it is."""
    return _sign(font, ord(character))


def _become_text(node: Any, words: str) -> None:
    node.tag, node.text = f"{W}t", words or None
    del node[:]


def _number(code: str) -> int:
    try:
        return int(code, 16) & 0xFFFF
    except ValueError:
        return 0


def _sign(font: str, number: int) -> str:
    """Return the sign of a symbol font; what is no tick keeps its own number."""
    return _SIGNS.get(font.lower(), {}).get(number & 0xFF) or (chr(number) if number else "")


def _with_signs(text: Any) -> str | None:
    words: str | None = text.text
    if not words or not _PRIVATE.search(words):
        return words
    fonts = text.getparent().find(f"{W}rPr/{W}rFonts")
    font = "" if fonts is None else fonts.get(f"{W}ascii", "")
    return _PRIVATE.sub(lambda found: _sign(font, ord(found.group())), words)


def _is_checked(box: Any) -> bool:
    """Say what an old check box shows: its state, or what it begins with."""
    state = box.find(f"{W}checked")
    return is_on(state if state is not None else box.find(f"{W}default"))
