"""YAML in: one reader, every scalar as text, every error a finding with line and fix hint."""

import collections.abc
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.store.yaml.compose import compose
from ocop_cli.store.yaml.decode import decode
from ocop_cli.store.yaml.plain_places import has_plain_places, plain_span
from ocop_cli.store.yaml.tree import Mapping, Node, Scalar, Span
from ocop_cli.viet.text import clean

_REMEMBERED = 512  # files, with those of their documents and seals: of about a hundred dossiers


class Source(NamedTuple):
    """A file as read: ``raw`` from the disk, ``text`` decoded with the file's own line ends.

    ``name`` is relative to the workspace. ``data`` are plain dicts, lists, texts and ``None``, not to be changed; ``None``
    for a file that cannot be read. ``shared`` are the records of other files that this one may name, by id.
    ``is_plain``: a name and a value a line, all of it; ``is_filled``: it is known that no key is left empty.
    """

    name: str
    text: str
    data: Any
    findings: tuple[Finding, ...] = ()
    newline: str = "\n"
    bom: bool = False
    raw: bytes = b""
    shared: collections.abc.Mapping[str, Any] | None = None
    is_plain: bool = False
    is_filled: bool = False

    def encoded(self, text: str) -> bytes:
        """Return another text of this file as it lies on the disk."""
        return (b"\xef\xbb\xbf" if self.bom else b"") + text.encode()

    @property
    def root(self) -> Mapping | None:
        """Return the tree with places, made when it is asked for."""
        root = None if self.data is None else _tree_of(self.text, is_plain=self.is_plain)
        return root if isinstance(root, Mapping) else None

    @property
    def filled(self) -> dict[str, Any]:
        """Return the data without the keys that are left empty: on paper an empty box is an unanswered one."""
        data = self.data or {}
        return _filled(data) if not self.is_filled and _has_empty(data) else data

    def place(self, field: FieldPath, *, on_key: bool = False) -> Place:
        """Return where a field stands, or the nearest part above it that does; the head of the file where none does."""
        span = self._span(field, on_key=on_key) if self.data else None
        if span is None:
            return Place(self.name, field, 1, 1, width=0)
        return Place(self.name, field, span.line, span.column, self._width(span), on_key)

    def located(self, place: Place) -> Place:
        """Return a place with line and column where it is in this file and has none yet."""
        if place.file != self.name or place.line is not None:
            return place
        return self.place(place.field, on_key=place.on_key)

    def _span(self, field: FieldPath, *, on_key: bool) -> Span | None:
        if self.is_plain and has_plain_places(self.text):
            return plain_span(self.text, field, on_key=on_key)
        from ocop_cli.store.yaml.nodes import read_nodes, span_of  # with the library

        return span_of(read_nodes(self.text), field, on_key=on_key)

    def _width(self, span: Span) -> int:
        first = self.text[span.start : span.end].splitlines()
        return max(1, len(first[0].rstrip()) if first else 1)


@lru_cache(maxsize=_REMEMBERED)
def parse(raw: bytes, name: str) -> Source:
    """Read YAML from bytes; never raises for bad input.

    What a run writes is remembered: the edit of a file, the gate before it is written and who shows its lines afterwards
    all ask for the same bytes.
    """
    return parse_once(raw, name)


def parse_once(raw: bytes, name: str) -> Source:
    """Read YAML from bytes as ``parse`` does, for those who go through many files and keep none."""
    decoded = decode(raw, name)
    if not decoded.readable:
        return Source(name, decoded.text, None, decoded.findings, decoded.newline, decoded.bom, raw)
    data, problems, is_plain, is_filled = compose(decoded.text, name, hides=decoded.hides)
    problems = [*decoded.findings, *problems]
    if data is not None and not isinstance(data, dict):
        problems.append(_not_a_form(decoded.text, name))
        data = None
    return Source(
        name,
        decoded.text,
        data,
        tuple(problems),
        decoded.newline,
        decoded.bom,
        raw,
        is_plain=is_plain,
        is_filled=is_filled,
    )


def locate_all(findings: Iterable[Finding], located: Callable[[Place], Place]) -> list[Finding]:
    """Add line and column to findings and to their related places: ``Source.located`` for those in one file."""
    return [
        found._replace(place=located(found.place), related=tuple(map(located, found.related)))
        for found in findings
    ]


def _has_empty(part: dict[str, Any] | list[Any]) -> bool:
    """Say whether a key is left empty anywhere in a part of plain data."""
    if isinstance(part, dict):
        return None in part.values() or any(map(_has_empty, filter(_holds, part.values())))
    return any(map(_has_empty, filter(_holds, part)))


def _holds(value: Any) -> bool:
    return type(value) is dict or type(value) is list


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _filled(inner) for key, inner in value.items() if inner is not None}
    return [_filled(item) for item in value] if isinstance(value, list) else value


def _tree_of(text: str, *, is_plain: bool = False) -> Node | None:
    if is_plain:
        from ocop_cli.store.yaml.plain_tree import plain_tree  # few files of many are asked for it

        return plain_tree(text)
    from ocop_cli.store.yaml.parsed import tree_of  # with the library

    return tree_of(text)


def _not_a_form(text: str, name: str) -> Finding:
    root = _tree_of(text)
    assert root is not None, "the text holds data"
    if isinstance(root, Scalar):
        message = f"Tệp chỉ có một câu chữ: “{clean(str(root.text))[:40]}”"
    else:
        message = "Tệp bắt đầu bằng một danh sách"
    place = Place(name, (), root.line, root.column)
    return Finding("Y018", Severity.ERROR, message, place, hint="tệp phải gồm các mục dạng “tên: giá trị”")
