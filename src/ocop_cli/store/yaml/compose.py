"""A text into data and findings: what forms of ours look like is read at once, anything else is looked at with care."""

import re
import unicodedata
from functools import lru_cache
from typing import Any

import yaml

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.store.yaml.faults import MAX_NODES, faults_of
from ocop_cli.store.yaml.nodes import NO_BREAK, read_nodes, tree_of_nodes
from ocop_cli.store.yaml.plain_data import OddError, plain_data
from ocop_cli.store.yaml.plain_lines import OtherLinesError, plain_lines
from ocop_cli.store.yaml.tree import Node, plain

_RARE = ("\\", "\t", NO_BREAK, "：", "\x85", "\u2028", "\u2029")
"""Signs that may mean more than text: escapes, odd spaces, colons and line ends."""
_BEGINS_ODDLY = re.compile(r"(?:^ *|[-?:] +)(?:[&*!]|\[(?!\]$)|\{(?!\}$))", re.MULTILINE)
"""A value in brackets that are not empty, an anchor, an alias, a tag: only where a value begins do they mean that."""
_BEGINNINGS = frozenset("&*![{")
_GLUED_HASH = re.compile(r"#[^\s#]")
_FAR_IN = " " * 20
_NODES_OF_A_LINE = 4  # at most, without brackets: an item, its first name and value, and what begins below
_ODD_LINE = re.compile(r"\n(?: *[-?:] +[-?:] |---)")
"""A list in a list on one line, or a second document.

Without them and without twenty spaces in a row no line lies deeper than the library may be asked to go.
"""


def compose(text: str, name: str) -> tuple[Any, list[Finding]]:
    """Return plain data and what is wrong with the text. The data are ``None`` when nothing usable was read."""
    data = None if _is_suspect(text) else _at_once(text)
    if data is not None:
        return data, []
    found, is_readable = faults_of(text, name)
    if not is_readable:
        return None, found
    data = plain(tree_of(text))
    return data, found if data is not None else [*found, _empty(text, name)]


@lru_cache(maxsize=8)
def tree_of(text: str) -> Node | None:
    """Return the tree of a text that ``compose`` has read; ``None`` for an empty one.

    Places and edits are asked of few files, several times each.
    """
    root = read_nodes(text)
    return None if root is None else tree_of_nodes(root)


def _at_once(text: str) -> Any:
    """Return the plain data of a text that holds nothing suspect; ``None`` where something is wrong with it all the same."""
    try:
        return plain_lines(text)
    except OtherLinesError:
        pass
    try:
        return plain_data(text)
    except (yaml.YAMLError, OddError):
        return None


def _is_suspect(text: str) -> bool:
    """Say whether a text holds anything that makes it more than names and values, so that each of them must be asked.

    So that the library is never led too deep or through too much, length and indents are among the questions.
    """
    return (
        any(map(text.__contains__, _RARE))
        or (any(map(text.__contains__, _BEGINNINGS)) and bool(_BEGINS_ODDLY.search(text)))
        or text[:1] in " -?:"
        or ("\r" in text and text.count("\r") != text.count("\r\n"))
        or ("#" in text and bool(_GLUED_HASH.search(text)))
        or text.count("\n") > MAX_NODES // _NODES_OF_A_LINE
        or _FAR_IN in text
        or bool(_ODD_LINE.search(text))
        or not unicodedata.is_normalized("NFC", text)
    )


def _empty(text: str, name: str) -> Finding:
    if text.strip():
        return Finding(
            "Y017",
            Severity.ERROR,
            "Tệp chỉ có chú thích",
            Place(name, (), 1, 1),
            hint="bỏ dấu # ở các dòng cần dùng",
        )
    return Finding(
        "Y016",
        Severity.ERROR,
        "Tệp trống",
        Place(name, (), 1, 1),
        hint="tạo lại bằng `ocop register`, hoặc `ocop undo`",
    )
