"""A YAML file as a tree of text: every scalar as typed, with the place it stands at.

Each node knows the stretch of the file's text that it takes, ``start`` to ``end`` in characters, and the ``line`` and
``column`` of its start, counted from 1. What stands on lines of its own ends where it starts: its parts tell the rest.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from ocop_cli.findings import FieldPath

MAX_NODES = 50_000
NO_BREAK = "\u00a0"


class Span(NamedTuple):
    """Where something stands: its stretch of the text in characters, and line and column of its start, from 1."""

    start: int
    end: int
    line: int
    column: int


@dataclass(slots=True)
class Scalar:
    """A single value. ``text`` is ``None`` for an empty box; ``style`` is the quote or block sign, if any."""

    text: str | None
    start: int
    end: int
    line: int
    column: int
    style: str = ""


class Entry:
    """A key and its value, which is made when it is asked for: an edit goes one way through a file."""

    def __init__(self, key: Scalar, make: "Callable[[], Node]") -> None:
        self.key, self._make = key, make

    @cached_property
    def value(self) -> "Node":
        """The value."""
        return self._make()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entry) and (self.key, self.value) == (other.key, other.value)

    __hash__ = None  # type: ignore[assignment]  # as of the other nodes


@dataclass(slots=True)
class Mapping:
    """Keys with values, in the order of the file; ``flow`` in braces."""

    start: int
    end: int
    line: int
    column: int
    flow: bool = False
    entries: dict[str, Entry] = field(default_factory=dict)


@dataclass(slots=True)
class Sequence:
    """Items, in order; ``flow`` in brackets."""

    start: int
    end: int
    line: int
    column: int
    flow: bool = False
    items: list["Node"] = field(default_factory=list)


Node = Scalar | Mapping | Sequence


def plain(node: Node | None) -> Any:
    """Return the tree as plain dicts, lists, texts and ``None``."""
    if isinstance(node, Mapping):
        return {key: plain(entry.value) for key, entry in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text if node is not None else None


def child(node: Node, part: str | int) -> Node | None:
    """Return what a key or an index leads to, or ``None``."""
    if isinstance(node, Mapping) and isinstance(part, str):
        entry = node.entries.get(part)
        return entry.value if entry else None
    if isinstance(node, Sequence) and isinstance(part, int) and 0 <= part < len(node.items):
        return node.items[part]
    return None


def find(root: Node, path: FieldPath) -> Node | None:
    """Return the node at a field path, or ``None``."""
    here: Node | None = root
    for part in path:
        here = child(here, part) if here is not None else None
    return here
