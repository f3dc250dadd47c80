"""Go through what a part of a document holds, whatever is wrapped around it."""

from collections.abc import Iterator
from typing import Any

from ocop_cli.ooxml.names import W

_WRAPPERS = {f"{W}{tag}" for tag in ("sdt", "sdtContent", "ins", "customXml", "moveTo")}


def contents(node: Any) -> Iterator[Any]:
    """Yield the children of a body, cell, row or table, looking into content controls and insertions."""
    for child in node:
        if child.tag in _WRAPPERS:
            yield from contents(child)
        elif isinstance(child.tag, str):
            yield child
