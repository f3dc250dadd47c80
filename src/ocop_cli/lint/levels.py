"""The levels on which a Word file says how its text looks, and what they say together."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from ocop_cli.ooxml.measures import is_on
from ocop_cli.ooxml.names import W


class Level(NamedTuple):
    """What one level says of a look: the nearest element of each name, and the holders that they stand in."""

    first: dict[str, Any]
    holders: tuple[Any, ...]


def level_of(holders: Sequence[Any]) -> Level:
    """Put holders of properties, the nearest first, together as one level; a holder that is missing says nothing."""
    there = tuple(holder for holder in holders if holder is not None)
    first: dict[str, Any] = {}
    for holder in there:
        for node in holder:
            if isinstance(node.tag, str):
                first.setdefault(node.tag.removeprefix(W), node)
    return Level(first, there)


def nearest(levels: Sequence[Level]) -> dict[str, Any]:
    """Return the nearest element of each name over the levels."""
    found: dict[str, Any] = {}
    for level in reversed(levels):
        found |= level.first
    return found


def merged(levels: Sequence[Level], tag: str, base: dict[str, str]) -> dict[str, str]:
    """Merge the attributes of a property over the levels and what lies below them, the nearest winning."""
    found: dict[str, str] = {}
    for holder in (holder for level in levels if tag in level.first for holder in level.holders):
        nodes = (node for node in holder if node.tag == f"{W}{tag}")  # AbiWord writes one element per measure
        own = {k.rpartition("}")[2]: v for node in nodes for k, v in node.attrib.items()}
        found = own | found
        if tag == "ind" and {"firstLine", "hanging"} & found.keys():
            found = {"firstLine": "0", "hanging": "0"} | found
    return base | found


def toggle(levels: Sequence[Level], tag: str) -> bool:
    """Return a toggle property that is not set directly: the style levels are added up by exclusive or."""
    *named, default = (level.first.get(tag) for level in levels)
    return is_on(default) or sum(map(is_on, named)) % 2 == 1


def value(node: Any, name: str) -> str:
    """Return an attribute in the main namespace, or an empty text."""
    return (node.get(f"{W}{name}") or "") if node is not None else ""
