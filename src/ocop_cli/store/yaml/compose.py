"""A text into data and findings: what forms of ours look like is read at once, anything else is looked at with care."""

import re
import unicodedata
from typing import Any, NamedTuple

from ocop_cli.findings import Finding
from ocop_cli.store.yaml.plain_lines import WORDS_IN_BRACKETS, OtherLinesError, plain_lines
from ocop_cli.store.yaml.tree import MAX_NODES, NO_BREAK

_RARE = ("\\", "\t", NO_BREAK, "：", "\x85", "\u2028", "\u2029")
"""Signs that may mean more than text: escapes, odd spaces, colons and line ends."""
_BEGINS_ODDLY = re.compile(
    rf"(?:^ *|[-?:] +)(?:[&*!]|(?!{WORDS_IN_BRACKETS}$)\[(?!\]$)|\{{(?!\}}$))", re.MULTILINE
)
"""A value in brackets that hold more than words, an anchor, an alias, a tag: only where a value begins do they mean that."""
_REMARK = re.compile(r"^ *#.*", re.MULTILINE)
_BEGINNINGS = frozenset("&*![{")
_GLUED_HASH = re.compile(r"#[^\s#]")
_FAR_IN = " " * 20
_NODES_OF_A_LINE = 4  # at most, words behind commas aside: an item, its first name and value, a part below
_ODD_LINE = re.compile(r"\n(?: *[-?:] +[-?:] |---)")
"""A list in a list on one line, or a second document.

Without them and without twenty spaces in a row no line lies deeper than the library may be asked to go.
"""


class Composed(NamedTuple):
    """The plain data of a text, ``None`` when nothing usable was read, what is wrong with it, whether it is a name and a
    value a line, so that ``plain_span`` finds places in it, and whether it is known that no key is left empty."""

    data: Any
    findings: list[Finding]
    is_plain: bool = False
    is_filled: bool = False


def compose(text: str, name: str, *, hides: bool) -> Composed:
    """Return plain data and what is wrong with the text; ``hides`` as the decoder saw it: the parser may refuse such a text."""
    is_suspect = _is_suspect(text)
    if not is_suspect and not hides:
        try:
            data, is_filled = plain_lines(text)
            return Composed(data, [], is_plain=True, is_filled=is_filled)
        except OtherLinesError:
            pass
    from ocop_cli.store.yaml.parsed import parsed  # with the library, which plain lines do without

    return Composed(*parsed(text, name, is_suspect=is_suspect))


def _is_suspect(text: str) -> bool:
    """Say whether a text holds anything that makes it more than names and values, so that each of them must be asked.

    So that the library is never led too deep or through too much, length and indents are among the questions.
    """
    return (
        any(map(text.__contains__, _RARE))
        or (any(map(text.__contains__, _BEGINNINGS)) and _begins_oddly(text))
        or text[:1] in " -?:"
        or text.count("\r") != text.count("\r\n")
        or ("#" in text and bool(_GLUED_HASH.search(text)))
        or text.count("\n") + ("[" in text and text.count(", ")) > MAX_NODES // _NODES_OF_A_LINE
        or _FAR_IN in text
        or bool(_ODD_LINE.search(text))
        or not unicodedata.is_normalized("NFC", text)
    )


def _begins_oddly(text: str) -> bool:
    """Say whether a value does; what only a remark shows, as that of a new ``ocop.yaml``, is none."""
    return bool(_BEGINS_ODDLY.search(text) and _BEGINS_ODDLY.search(_REMARK.sub("", text)))
