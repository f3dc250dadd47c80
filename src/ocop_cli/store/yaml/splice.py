"""One place of a text written anew, and several of them at once."""

from collections.abc import Iterable
from typing import NamedTuple


class Splice(NamedTuple):
    """What stands from ``start`` to ``end`` (in characters) becomes ``new``; an insertion ends where it starts."""

    start: int
    end: int
    new: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return a text with its splices made; those at one place follow each other in the order given."""
    parts, at = [], 0
    for splice in sorted(splices, key=lambda splice: splice.start):
        parts += [text[at : splice.start], splice.new]
        at = splice.end
    return "".join([*parts, text[at:]])
