"""Edits on whole lines: entries and items of a file as people write it, one below the other."""

import re
from typing import Any

from ocop_cli.findings import FieldPath
from ocop_cli.store.yaml.dump import as_read, dump
from ocop_cli.store.yaml.edit_brackets import flow
from ocop_cli.store.yaml.splice import Splice
from ocop_cli.store.yaml.tree import Entry, Mapping, Node, Scalar, Sequence, find

_COMMENT = re.compile(r"[ \t]+#[^\r\n]*")
_DASH = re.compile(r"-[ \t\r\n]*\Z")


def fits_on_its_line(node: Node | None, value: Any) -> bool:
    """Say whether a value can stand where a single value stands now, without adding lines."""
    text = as_read(value)
    single = text is None or (isinstance(text, str) and "\n" not in text)
    return isinstance(node, Scalar) and single and node.style not in ("|", ">")


def replace_scalar(text: str, node: Scalar, value: Any) -> Splice:
    """Write a value over another; it is quoted where the old one was, or where it must be."""
    new = flow(as_read(value)) if node.style else _inline(value)
    start, end = node.start, node.end
    gap = "" if start < end or text[start - 1 : start].isspace() else " "
    return Splice(start, end, gap + new)


def append_line(text: str, newline: str, node: Sequence, value: Any) -> Splice:
    """Add an item below the last one, set in as far as the others."""
    lines = dump({"k": [value]}).split("\n", 1)[1]
    return _inserted(newline, _line_end(text, _last(node)), _set_in(lines, node.column - 1 - 2))


def put_entry(text: str, newline: str, root: Node, field: FieldPath, value: Any) -> Splice:
    """Write a whole entry: over the old one where it stands, else at the end of the nearest part that exists."""
    depth = len(field) - 1
    while depth and not is_open(find(root, field[:depth])):
        depth -= 1
    written = _emptied(field[depth:]) if value is None else ""
    for part in reversed(field[depth + 1 :]):
        value = {part: value}
    holder, part = find(root, field[:depth]), field[depth]
    if isinstance(holder, Sequence) and isinstance(part, int):
        return _over_item(text, newline, holder.items[part], value)
    assert isinstance(holder, Mapping), f"{field}: nothing can be put there"
    lines = _set_in(written or dump({str(part): value}), holder.column - 1)
    entry = holder.entries.get(str(part))
    if entry is None:
        return _inserted(newline, _line_end(text, _last(holder)), lines)
    return _over(text, newline, entry.key.start, _end(entry), lines, _comment_of(text, entry))


def _emptied(parts: FieldPath) -> str:
    """Return the lines of an entry that says nothing, which no record would hold."""
    *above, last = parts
    heads = "".join(f"{'  ' * step}{part}:\n" for step, part in enumerate(above))
    return f"{heads}{'  ' * len(above)}{last}: null\n"


def enlist_entry(text: str, entry: Entry, name: str) -> Splice:
    """Make an entry the first item of a list of another name: its lines move two to the right, nothing else changes."""
    key, value = entry.key, entry.value
    if not is_open(value):
        item = text[value.start : value.end]
        return Splice(key.start, value.end, f"{name}{text[key.end : value.start]}[{item}]")
    head, lines = text[key.end : value.start], text[value.start : _line_end(text, _end(entry))].split("\n")
    listed = "\n".join(f"  {line}" if line.strip() else line for line in lines)
    return Splice(key.start, _line_end(text, _end(entry)), f"{name}{head}- {listed[2:]}")


def remove_entry(text: str, holder: Mapping, key: str) -> Splice:
    """Take away the lines of an entry; one that shares its line with a dash gives its place to the next."""
    entry = holder.entries[key]
    start, keys = entry.key.start, list(holder.entries)
    if text[_line_start(text, start) : start].strip():
        following = holder.entries[keys[keys.index(key) + 1]]
        return Splice(start, following.key.start, "")
    return _without_lines(text, start, _end(entry))


def remove_item(text: str, node: Sequence, number: int) -> Splice:
    """Take away the lines of an item, from its dash."""
    item = node.items[number]
    dash = _DASH.search(text, 0, item.start)
    assert dash, "an item stands behind a dash"
    return _without_lines(text, dash.start(), _last(item))


def lines_of(text: str, entry: Entry) -> tuple[int, int]:
    """Return where the lines of an entry begin and end, the end of the last one included."""
    return _line_start(text, entry.key.start), min(_line_end(text, _end(entry)) + 1, len(text))


def is_open(node: Node | None) -> bool:
    """Say whether a node has parts that stand on lines of their own."""
    if isinstance(node, Mapping):
        return bool(node.entries) and not node.flow
    return isinstance(node, Sequence) and bool(node.items) and not node.flow


def _inline(value: Any) -> str:
    return "null" if value is None else dump({"k": value}).removeprefix("k: ").rstrip("\n")


def _over_item(text: str, newline: str, item: Node, value: Any) -> Splice:
    column = item.column - 1
    lines = _set_in(dump({"k": [value]}).split("\n", 1)[1], column - 4)[column:]
    return _over(text, newline, item.start, _last(item), lines, "")


def _over(text: str, newline: str, start: int, last: int, lines: str, comment: str) -> Splice:
    """Replace from a place to the end of the last line; what stands before it on its line stays."""
    first, *others = lines.lstrip(" ").rstrip("\n").split("\n")
    return Splice(start, _line_end(text, last), newline.join([first + comment, *others]))


def _comment_of(text: str, entry: Entry) -> str:
    """Return the comment on the line of a key, with the space before it."""
    value = entry.value
    line_end = _line_end(text, entry.key.end)
    if value.start > line_end:
        after = entry.key.end + 1
    elif isinstance(value, Scalar) and value.style in ("|", ">"):
        header = text[value.start : line_end]
        after = value.start + len(header.split()[0])
    else:
        after = value.end
    found = _COMMENT.match(text, after)
    return found.group() if found else ""


def _without_lines(text: str, start: int, last: int) -> Splice:
    """Take away whole lines, with the end of the last one."""
    end = _line_end(text, last)
    end += len("\r\n") if text.startswith("\r\n", end) else text.startswith("\n", end)
    return Splice(_line_start(text, start), end, "")


def _inserted(newline: str, at: int, lines: str) -> Splice:
    """Insert whole lines at the end of a line."""
    return Splice(at, at, newline + lines.rstrip("\n").replace("\n", newline))


def _set_in(lines: str, spaces: int) -> str:
    """Shift lines to the right (or left, for lists that a person did not set in)."""
    if spaces >= 0:
        return re.sub(r"(?m)^(?=[^\n])", " " * spaces, lines)
    return re.sub(rf"(?m)^ {{{-spaces}}}", "", lines)


def _end(entry: Entry) -> int:
    """Return where the last character of an entry stands, empty boxes included."""
    return max(entry.key.end, _last(entry.value))


def _last(node: Node) -> int:
    """Return where the last character of a node stands: that of its last part, for parts are kept in their order."""
    if isinstance(node, Mapping) and node.entries and not node.flow:
        return _end(next(reversed(node.entries.values())))
    if isinstance(node, Sequence) and node.items and not node.flow:
        return _last(node.items[-1])
    return node.end


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _line_end(text: str, index: int) -> int:
    """Return the index of the line end at or after an index; trailing blank space of a block is given back."""
    index = max(len(text[:index].rstrip()), 0)
    found = text.find("\n", index)
    end = len(text) if found < 0 else found
    return end - 1 if text[end - 1 : end] == "\r" else end
