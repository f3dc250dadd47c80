"""The tree of a text of one name and value a line, as edits ask for it: each part is looked at when it is come to.

An edit goes one way through a file. The library makes the nodes of all of it, and takes longer to load than a file to edit.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from ocop_cli.store.yaml.plain_lines import KEY, VALUE
from ocop_cli.store.yaml.tree import Entry, Mapping, Node, Scalar, Sequence
from ocop_cli.viet.text import clean

_FIRST = re.compile(r"^( *+)(- )?(?=[^ #\r\n])", re.MULTILINE)
"""The next line that is no remark: its indent, and whether an item begins there."""
_KEY, _VALUE = re.compile(KEY, re.MULTILINE), re.compile(VALUE, re.MULTILINE)
_WORD = re.compile(r"[\w-]+")
_QUOTES = ("'", '"')
_MARK = "- "


class _Stretch(NamedTuple):
    """A part of a text: from its first sign to where another part begins."""

    start: int
    end: int


@lru_cache(maxsize=8)  # the edits of a file all ask for its tree
def plain_tree(text: str) -> Node | None:
    """Return of a text that ``plain_lines`` has read the tree that ``tree_of_nodes`` makes of its nodes."""
    return _block(text, _Stretch(0, len(text)))


def _block(text: str, lines: _Stretch) -> Node | None:
    """Return what stands on lines of its own, names or items; ``None`` where nothing does."""
    first = _FIRST.search(text, *lines)
    if first is None:
        return None
    make = _items if first[2] else _names
    return make(text, first[1], _Stretch(first.end(1), lines.end))


def _names(text: str, margin: str, inside: _Stretch) -> Mapping:
    mapping = Mapping(inside.start, inside.start, *_where(text, inside.start))
    for part in _parts(text, f"^{margin}(?!{_MARK})(?=[^ #\r\n])", inside):
        name = _KEY.match(text, part.start)
        assert name, "the text was read line by line"
        key = _scalar(text, *name.span(1))
        mapping.entries[str(key.text)] = Entry(key, partial(_value, text, name, part))
    return mapping


def _items(text: str, margin: str, inside: _Stretch) -> Sequence:
    sequence = Sequence(inside.start, inside.start, *_where(text, inside.start))
    for part in _parts(text, f"^{margin}(?={_MARK})", inside):
        behind = part._replace(start=part.start + len(_MARK))
        is_named = _KEY.match(text, behind.start)
        item = _names(text, f"{margin}  ", behind) if is_named else _said(text, behind.start)
        assert item, "an item says something on its line"
        sequence.items.append(item)
    return sequence


def _parts(text: str, head: str, inside: _Stretch) -> Iterator[_Stretch]:
    """Yield the stretch of each name or item; the first may stand behind the mark of an item."""
    others = (found.end() for found in _heads(head).finditer(text, inside.start + 1, inside.end))
    return (_Stretch(*pair) for pair in pairwise((inside.start, *others, inside.end)))


@cache
def _heads(head: str) -> re.Pattern[str]:
    return re.compile(head, re.MULTILINE)


def _value(text: str, name: re.Match[str], part: _Stretch) -> Node:
    """Return what a name says: on its line, on those below, or nothing."""
    behind = name.end(1) + len(":")
    said = _said(text, name.end()) or _block(text, part._replace(start=name.end()))
    return said or Scalar(None, behind, behind, *_where(text, behind))


def _said(text: str, at: int) -> Node | None:
    """Return the value that begins at a place on a line; ``None`` where none does."""
    found = _VALUE.match(text, at)
    if not found or not found[0]:
        return None
    start, end = found.span()
    if text[start] == "{":
        return Mapping(start, end, *_where(text, start), flow=True)
    if text[start] != "[":
        return _scalar(text, start, end)
    words = [_scalar(text, *word.span()) for word in _WORD.finditer(text, start, end)]
    return Sequence(start, end, *_where(text, start), flow=True, items=list[Node](words))


def _scalar(text: str, start: int, end: int) -> Scalar:
    style = text[start] if text[start] in _QUOTES else ""
    inner = text[start + len(style) : end - len(style)]
    return Scalar(clean(inner), start, end, *_where(text, start), style)


def _where(text: str, at: int) -> tuple[int, int]:
    """Return line and column of a place, from 1."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
