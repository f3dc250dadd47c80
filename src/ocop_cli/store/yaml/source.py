"""YAML in: one reader, every scalar as text, every error a finding with line and fix hint."""

import collections.abc
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.store.yaml.compose import compose
from ocop_cli.store.yaml.decode import decode
from ocop_cli.store.yaml.tree import Mapping, Node, Scalar, plain, pointed_at
from ocop_cli.viet.text import clean


class Source(NamedTuple):
    """A file as read: ``raw`` from the disk, ``text`` decoded with the file's own line ends.

    ``name`` is relative to the workspace. ``shared`` are the records of other files that this one may name, by id.
    """

    name: str
    text: str
    root: Node | None
    findings: tuple[Finding, ...] = ()
    newline: str = "\n"
    bom: bool = False
    raw: bytes = b""
    shared: collections.abc.Mapping[str, Any] | None = None

    @property
    def data(self) -> Any:
        """Return plain dicts, lists, texts and ``None``."""
        return plain(self.root)

    def place(self, field: FieldPath, *, on_key: bool = False) -> Place:
        """Return where a field stands, or the nearest part above it that does; the head of the file where none does."""
        top = self.root.entries if isinstance(self.root, Mapping) else {}
        if self.root is None or not field or field[0] not in top:
            return Place(self.name, field, 1, 1, width=0)
        node = pointed_at(self.root, field, on_key=on_key)
        return Place(self.name, field, node.line, node.column, self._width(node), on_key)

    def located(self, place: Place) -> Place:
        """Return a place with line and column where it is in this file and has none yet."""
        if place.file != self.name or place.line is not None:
            return place
        return self.place(place.field, on_key=place.on_key)

    def _width(self, node: Node) -> int:
        first = self.text[node.start : node.end].splitlines()
        return max(1, len(first[0].rstrip()) if first else 1)


@lru_cache(maxsize=8)
def parse(raw: bytes, name: str) -> Source:
    """Read YAML from bytes; never raises for bad input.

    The last few are remembered: the edit of a file, the gate before it is written and who shows its lines afterwards
    all ask for the same bytes.
    """
    decoded = decode(raw, name)
    if not decoded.readable:
        return Source(name, decoded.text, None, decoded.findings, decoded.newline, decoded.bom, raw)
    root, problems = compose(decoded.text, name)
    problems = [*decoded.findings, *problems]
    if root is not None and not isinstance(root, Mapping):
        problems.append(_not_a_form(root, name))
        root = None
    return Source(name, decoded.text, root, tuple(problems), decoded.newline, decoded.bom, raw)


def locate_all(findings: Iterable[Finding], located: Callable[[Place], Place]) -> list[Finding]:
    """Add line and column to findings and to their related places: ``Source.located`` for those in one file."""
    return [
        found._replace(place=located(found.place), related=tuple(map(located, found.related)))
        for found in findings
    ]


def _not_a_form(root: Node, name: str) -> Finding:
    if isinstance(root, Scalar) and root.text is not None:
        message = f"Tệp chỉ có một câu chữ: “{clean(root.text)[:40]}”"
    else:
        message = "Tệp bắt đầu bằng một danh sách"
    place = Place(name, (), root.line, root.column)
    return Finding("Y018", Severity.ERROR, message, place, hint="tệp phải gồm các mục dạng “tên: giá trị”")
