"""The pages of a PDF counted by its own table of objects: what a scanner writes, read without a library.

pypdf takes as much memory and time to load as the rest of a command; it is asked about every PDF that is not read here.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

_TAIL = 1024  # bytes at the end of a PDF that say where its table is
_HEAD = 1 << 16  # bytes of an object or of a table that are looked at
_ENTRY = 20  # bytes of a line of a table
_DEPTH = 32
_MOST = 5000  # objects of a tree; more is asked of the library
_START = re.compile(rb"startxref\s+([0-9]{1,10})\s+%%EOF\s*$")
_SECTION = re.compile(rb"\s*([0-9]{1,7}) ([0-9]{1,7})[ \r]?[\r\n]{1,2}")
_LINE = re.compile(rb"([0-9]{10}) ([0-9]{5}) ([nf])[ \r][\r\n]")
_TOKEN = re.compile(
    rb"\s*(<<|>>|\[|\]|/[^\s<>\[\](){}/%#]+|[0-9]{1,7}\s+0\s+R\b"
    rb"|[+-]?[0-9]+(?:\.[0-9]*)?(?![^\s<>\[\](/])|(?:true|false|null)\b|\([^()\\]*\)|<[0-9A-Fa-f]*>)"
)
_ENDS = {b"<<": b">>", b"[": b"]"}


class _UnknownError(Exception):
    """Something is written otherwise than this reader knows."""


class _Reference(NamedTuple):
    """The number of another object."""

    number: int


def count_pages(path: Path) -> int | None:
    """Return how many pages a PDF has; ``None`` where they cannot be counted."""
    with path.open("rb") as file:
        if pages := count_plain_pages(file):
            return pages
        from ocop_cli.store.foreign.pdf import count_read_pages  # with all that looks at signatures and scans

        return count_read_pages(file)


def count_plain_pages(file: IO[bytes]) -> int | None:
    """Return how many pages a PDF has; ``None`` where it is not of the plain kind, or says two things of its pages.

    Plain: one table of objects in clear, no lock, a tree whose counts are those of its leaves.
    """
    try:
        return _Plain(file).pages()
    except (_UnknownError, RecursionError):
        return None


class _Plain:
    """A PDF with the places of its objects by number."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._seen = file, set[int]()
        size = file.seek(0, 2)
        found = _START.search(self._at(max(0, size - _TAIL), _TAIL))
        if not found or not self._at(0, _TAIL).startswith(b"%PDF-"):
            raise _UnknownError
        self._places, self._trailer = _table(self._at(int(found[1]), _HEAD))

    def pages(self) -> int:
        """Return the leaves of the tree. Raises ``_UnknownError``."""
        root = self._object(self._trailer.get(b"/Root"))
        if root.get(b"/Type") != b"/Catalog" or self._trailer.keys() & {b"/Encrypt", b"/Prev", b"/XRefStm"}:
            raise _UnknownError
        return self._leaves(root.get(b"/Pages"), 0)

    def _leaves(self, reference: Any, depth: int) -> int:
        node = self._object(reference)
        if node.get(b"/Type") == b"/Page":
            return 1
        kids = node.get(b"/Kids")
        if depth > _DEPTH or node.get(b"/Type") != b"/Pages" or not isinstance(kids, list):
            raise _UnknownError
        total = sum(self._leaves(kid, depth + 1) for kid in kids)
        if str(total).encode() != node.get(b"/Count"):
            raise _UnknownError
        return total

    def _object(self, reference: Any) -> dict[bytes, Any]:
        if not isinstance(reference, _Reference) or reference.number in self._seen:
            raise _UnknownError
        self._seen.add(reference.number)
        place = self._places.get(reference.number)
        if not place or len(self._seen) > _MOST:
            raise _UnknownError
        text = self._at(place, _HEAD)
        begins = re.match(rb"%d 0 obj\b" % reference.number, text)
        if not begins:
            raise _UnknownError
        return _dictionary(text, begins.end(), rb"\s*endobj\b")

    def _at(self, place: int, size: int) -> bytes:
        self._file.seek(place)
        return self._file.read(size)


def _table(text: bytes) -> tuple[dict[int, int], dict[bytes, Any]]:
    """Return the places of the objects by number, and what stands after the table."""
    if not text.startswith(b"xref"):
        raise _UnknownError
    at, places = len(b"xref"), dict[int, int]()
    while section := _SECTION.match(text, at):
        first, count = map(int, section.groups())
        at = section.end()
        for number in range(first, first + min(count, len(text))):
            line = _LINE.match(text, at)
            if not line:
                raise _UnknownError
            places |= {number: int(line[1])} if line[3] == b"n" else {}
            at += _ENTRY
    begins = re.compile(rb"\s*trailer\b").match(text, at)
    if not begins:
        raise _UnknownError
    return places, _dictionary(text, begins.end(), rb"\s*startxref\b")


def _dictionary(text: bytes, at: int, end: bytes) -> dict[bytes, Any]:
    """Return the dictionary that stands at a place, right before ``end``."""
    tokens = _Tokens(text, at)
    value = _value(tokens, next(tokens))
    if not isinstance(value, dict) or not re.compile(end).match(text, tokens.at):
        raise _UnknownError
    return value


class _Tokens(Iterator[bytes]):
    """The words of an object, one after the other."""

    def __init__(self, text: bytes, at: int) -> None:
        self._text, self.at = text, at

    def __next__(self) -> bytes:
        found = _TOKEN.match(self._text, self.at)
        if not found:
            raise _UnknownError
        self.at = found.end()
        return found[1]


def _value(tokens: _Tokens, first: bytes) -> Any:
    """Return a value: a dictionary, a list, a reference, or the word itself."""
    if first.endswith(b"R") and first[:1].isdigit():
        return _Reference(int(first.split()[0]))
    end = _ENDS.get(first)
    if end is None:
        return first
    held = list[Any]()
    while (word := next(tokens)) != end:
        held.append(_value(tokens, word))
    if end == b"]":
        return held
    keys = held[::2]
    if len(held) % 2 or len({*map(repr, keys)}) < len(keys):
        raise _UnknownError
    if not all(isinstance(key, bytes) and key.startswith(b"/") for key in keys):
        raise _UnknownError
    return dict(zip(keys, held[1::2], strict=True))
