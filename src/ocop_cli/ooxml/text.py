"""The words of a Word file: what a reader sees of runs and paragraphs, and what its fields ask for."""

from collections.abc import Callable, Iterator
from typing import Any

from ocop_cli.ooxml.names import W

_TRACKED = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
_UNSEEN = {f"{W}del", f"{W}moveFrom", f"{W}pPr"}
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def runs(node: Any) -> Iterator[Any]:
    """Yield the runs of a paragraph, into links, content controls and insertions, not into what was deleted."""
    for child in node:
        if child.tag == f"{W}r":
            yield child
        elif isinstance(child.tag, str) and child.tag.startswith(W) and child.tag not in _UNSEEN:
            yield from runs(child)


def run_text(run: Any) -> str:
    """Return the text of a run; a tab and a line break are ``\\t`` and ``\\n``."""
    return "".join(_text(node) for node in run)


def paragraph_text(paragraph: Any) -> str:
    """Return the text of a paragraph; a text box in it is a paragraph of its own."""
    return "".join(run_text(run) for run in runs(paragraph))


def has_tracked_changes(node: Any) -> bool:
    """Say whether changes were tracked that nobody has accepted or refused."""
    return next(node.iter(*_TRACKED), None) is not None


def field_instructions(node: Any) -> str:
    """Return the instructions of all fields in a node; Word may split one instruction over several runs."""
    return "".join(_instruction(part) for part in node.iter(f"{W}instrText", f"{W}fldSimple", f"{W}fldChar"))


def change_instructions(node: Any, change: Callable[[str], str]) -> None:
    """Change the instruction of every field in a node; one that is split over several runs is changed run by run."""
    for part in node.iter(f"{W}instrText"):
        part.text = change(part.text or "")
    for part in node.iter(f"{W}fldSimple"):
        part.set(f"{W}instr", change(part.get(f"{W}instr", "")))


def _text(node: Any) -> str:
    if node.tag == f"{W}t":
        return node.text or ""
    if node.tag == f"{W}sym":
        return _symbol(node.get(f"{W}char", ""))
    return _SIGNS.get(node.tag, "")


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _instruction(node: Any) -> str:
    if node.tag == f"{W}instrText":
        return node.text or ""
    return f" {node.get(f'{W}instr', '')} "  # one field ends where another begins
