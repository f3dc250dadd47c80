"""Where a field stands in a text of one name and value a line: found by its indent, without the parser's nodes.

To make the nodes of a file takes as long as to read it twice, and a check asks for a place or two in each of many files.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from ocop_cli.findings import FieldPath
from ocop_cli.store.yaml.plain_lines import LINE, QUOTED_NAME, WORDS_IN_BRACKETS
from ocop_cli.store.yaml.tree import Span

_MARK, _BEHIND_IT = "- ", "  "
_NAME, _WORDS, _OTHER = 3, 4, 5  # groups of ``LINE``
_EMPTY = ("[]", "{}")
_OTHERWISE = re.compile(rf"{WORDS_IN_BRACKETS}|(?:{QUOTED_NAME}):")
_SIGNS = ("[", "':", '":')  # without one of them there is none of those: few files have any


class _Part(NamedTuple):
    """Names or items below each other: the line of the first one, and the indent of all."""

    first: int
    margin: str
    is_list: bool = False


@lru_cache(maxsize=1)  # who asks for one place of a file asks for others
def has_plain_places(text: str) -> bool:
    """Say whether ``plain_span`` finds every place of a text: it looks into no brackets, and for no name in quotes."""
    return not (any(map(text.__contains__, _SIGNS)) and _OTHERWISE.search(text))


def plain_span(text: str, path: FieldPath, *, on_key: bool = False) -> Span | None:
    """Return of a text that ``plain_lines`` has read what ``span_of`` returns of its nodes."""
    lines = text.split("\n")
    part: _Part | None = _Part(0, "")
    at, is_item = -1, False
    for step in path:
        found = _line_of(lines, part, step) if part else -1
        if found < 0:
            on_key = True  # the nearest part above it is pointed at
            break
        at, is_item = found, isinstance(step, int)
        part = _names_of_item(lines, at) if is_item else _below(lines, at)
    return None if at < 0 else _span(lines, at, is_item=is_item, on_key=on_key)


def _line_of(lines: list[str], part: _Part, step: str | int) -> int:
    """Return the line on which a name or an item of a part begins, -1 where it has none."""
    if part.is_list is not isinstance(step, int):
        return -1
    margin, left = part.margin, step if isinstance(step, int) else 0
    begins, inside = (margin + _MARK, f"{margin} ") if part.is_list else (f"{margin}{step}:", margin)
    for number in range(part.first, len(lines)):
        line = lines[number]
        if line.startswith(begins):
            if not left:
                return number
            left -= 1
        elif not line.startswith(inside) and _says(line):
            return -1
    return -1


def _names_of_item(lines: list[str], at: int) -> _Part | None:
    """Return the names of an item, the first of which stands behind its mark: the mark is taken out of the line."""
    margin, _, rest = lines[at].partition(_MARK)
    if not _row(lines[at])[_NAME]:
        return None
    lines[at] = f"{margin}{_BEHIND_IT}{rest}"
    return _Part(at, f"{margin}{_BEHIND_IT}")


def _below(lines: list[str], at: int) -> _Part | None:
    """Return the names or the items below a name; ``None`` where it has a value, or nothing."""
    row = _row(lines[at])
    if row[_WORDS] or row[_OTHER]:
        return None
    first = next((n for n in range(at + 1, len(lines)) if _says(lines[n])), at)
    margin, is_list = _row(lines[first])[1], lines[first].lstrip().startswith(_MARK)
    is_below = len(margin) + is_list > len(row[1])  # a list may stand as far out as its name
    return _Part(first, margin, is_list) if is_below else None


def _span(lines: list[str], at: int, *, is_item: bool, on_key: bool) -> Span:
    row = _row(lines[at])
    group = _WORDS if row[_WORDS] else _OTHER
    if row[_NAME] and (is_item or on_key or row[group] in (None, *_EMPTY)):
        group = _NAME
    begun = sum(map(len, lines[:at])) + at  # with the ends of the lines before
    start, end = row.span(group)
    is_line = not (is_item and row[_NAME])  # what stands on lines of its own ends where it starts
    return Span(begun + start, begun + (end if is_line else start), at + 1, start + 1)


def _says(line: str) -> bool:
    """Say whether a line holds more than a remark."""
    return line.strip()[:1] not in ("", "#")


def _row(line: str) -> re.Match[str]:
    row = LINE.match(line)
    assert row is not None, "the text was read line by line"
    return row
