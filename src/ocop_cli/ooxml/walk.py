"""Go through what a part of a document holds, whatever is wrapped around it."""

from collections.abc import Iterator
from typing import Any

from ocop_cli.ooxml.names import MC, W

_WRAPPERS = {f"{W}{tag}" for tag in ("sdt", "sdtContent", "ins", "customXml", "moveTo")}


def contents(node: Any) -> Iterator[Any]:
    """Yield the children of a body, cell, row or table, looking into content controls and insertions."""
    for child in node:
        if child.tag in _WRAPPERS:
            yield from contents(child)
        elif isinstance(child.tag, str):
            yield child


def first_child(node: Any, tag: str) -> Any:
    """Return the first child of a tag in the main namespace, or ``None``: ``find`` without reading a path."""
    wanted = W + tag
    for child in node:
        if child.tag == wanted:
            return child
    return None


def boxes_of(paragraph: Any) -> Iterator[Any]:
    """Yield the contents of text boxes, each once: what is written for old programs only repeats it."""
    for box in paragraph.iter(f"{W}txbxContent"):
        fallback = next((a for a in box.iterancestors(f"{MC}Fallback")), None)
        choice = fallback.getparent().find(f"{MC}Choice") if fallback is not None else None
        if choice is None or next(choice.iter(f"{W}txbxContent"), None) is None:
            yield box
