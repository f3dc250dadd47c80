"""The plain data of a text of one name and value a line, as nearly all files of ours are: read without the parser.

The parser takes more than twice as long, for it must expect everything. A line that is none of the few kinds told here, or
that stands where its indent does not lead, leaves the whole text to the parser.
"""

import re
from typing import Any, NamedTuple

QUOTED_NAME = r"'[0-9]++'|\"[0-9]++\""
"""A name that is a number: a year."""
_WORD = r"\w[\w./-]*+"
_NAME = rf"{_WORD}|{QUOTED_NAME}"
_REST = r"(?:[^:# \r\n]++|:(?![ \r\n]|\Z)| ++(?=[^ #\r\n]))*+"
"""What goes on to the end of a line or to the remark behind it: no colon before a space."""
WORDS_IN_BRACKETS = r"\[\w[\w-]*+(?:, \w[\w-]*+)*+\]"
"""A list of words on one line, as ids, months and days are listed by hand."""
_QUOTED = rf"'[^'\r\n]*+'|\"[^\"\\\r\n]*+\"|\[\]|\{{\}}|{WORDS_IN_BRACKETS}"
KEY = rf"({_NAME}):(?: (?=[^ #\r\n])| *+(?:(?<= )#.*)?(?=\r?$))"
"""A name, and what leads to its value."""
VALUE = rf"([\w–“(]{_REST})?+({_QUOTED})?+"
"""Plain words, or what stands in quotes or brackets."""
LINE = re.compile(rf"^( *+)(?:#.*|(- )?+(?:{KEY})?+{VALUE}(?: ++#.*)?+)\r?$", re.MULTILINE)
"""Indent, mark of an item, name, plain words, what stands in quotes or brackets; a remark has its indent only."""

_USUAL = re.compile(rf"^( *+)(- )?({_WORD}):(?: (\w[^:#\r\n]*+)(?<! ))?\r?$|^(.+)$", re.MULTILINE)
"""The same of most lines in half the time: a name, with nothing behind it or plain words without a colon; of any other line
all of it stands last."""

Row = tuple[str, str, str, str, str]
_NULLS = ("null", "Null", "NULL")
"""Words that may stand for nothing."""
_QUOTES = ("'", '"')
_NOWHERE = "-"  # no margin: what follows an item of words may belong to the list or to what holds it


class OtherLinesError(Exception):
    """A text that is more than names and values, one a line: the parser reads it."""


class Plain(NamedTuple):
    """A text as plain dicts, lists, texts and ``None``, and whether no key is left empty in it."""

    data: dict[str, Any]
    is_filled: bool


def plain_lines(text: str) -> Plain:
    """Return what a text without hidden characters holds, as the parser would. Raises ``OtherLinesError``."""
    if any(map(text.__contains__, _NULLS)):
        raise OtherLinesError
    lines = _Lines()
    data = lines.read([_unusual(row[-1]) if row[-1] else row for row in _USUAL.findall(text)])
    if not data:
        raise OtherLinesError
    return Plain(data, is_filled=not lines.empty)


class _Lines:
    """Lines put into what their indents say: the part that goes on at an indent, and the parts around it."""

    def __init__(self) -> None:
        self.part: Any = {}
        self.margin = ""
        self.around: list[tuple[Any, str]] = []
        self.empty = 0  # names without a value

    def read(self, rows: list[Row]) -> dict[str, Any]:
        """Return the data of all lines."""
        data: dict[str, Any] = self.part
        part: Any = data
        here, awaited = "", ""  # ``awaited``: a name whose value may begin on the next line
        for margin, item, name, words, other in rows:
            if item or not name or margin != here:  # most lines go on where the one before stood
                if not (item or name or words or other):
                    continue
                part = self.go_to(margin, awaited, list if item else dict)
                if item and not name:
                    part.append(_value(words, other))
                    here, awaited = _NOWHERE, ""
                    continue
                part = self.begin_item(margin) if item else part
                here = self.margin
            if name in part or not name:
                raise OtherLinesError
            if words or other:
                part[name], awaited = words or _value("", other), ""
            else:
                part[name], awaited = None, name
                self.empty += 1
        return data

    def go_to(self, margin: str, awaited: str, kind: type) -> Any:
        """Return the part that a line goes on with: a new one where a value is awaited; those further in are done."""
        if awaited and (margin > self.margin or (kind is list and margin == self.margin)):
            self.part[awaited] = part = kind()
            self.empty -= 1
            return self._enter(part, margin)
        while self.margin > margin or (self.margin == margin and type(self.part) is not kind):
            if not self.around:
                raise OtherLinesError
            self.part, self.margin = self.around.pop()
        if self.margin != margin:
            raise OtherLinesError
        return self.part

    def begin_item(self, margin: str) -> Any:
        """Begin an item that has names: they stand behind its mark."""
        part: dict[str, Any] = {}
        self.part.append(part)
        return self._enter(part, f"{margin}  ")

    def _enter(self, part: Any, margin: str) -> Any:
        self.around.append((self.part, self.margin))
        self.part, self.margin = part, margin
        return part


def _unusual(line: str) -> Row:
    found = LINE.match(line)
    if found is None:
        raise OtherLinesError
    margin, item, name, words, other = found.groups("")
    return margin, item, name[1:-1] if name[:1] in _QUOTES else name, words, other


def _value(words: str, other: str) -> Any:
    """Return what a value says; what follows the mark of an item on the next line is for the parser."""
    if not words and not other:
        raise OtherLinesError
    if other[:1] == "[":
        return other[1:-1].split(", ") if other != "[]" else []
    return words or ({} if other == "{}" else other[1:-1])
