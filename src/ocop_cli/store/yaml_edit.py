"""YAML out: change one value and leave every other character of a person's file as it was."""

import json
from collections.abc import Sequence as Items
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from ocop_cli.findings import FieldPath
from ocop_cli.store.changes import Change
from ocop_cli.store.tree import Entry, Mapping, Node, Scalar, Sequence, find, plain
from ocop_cli.store.yaml import Source, parse
from ocop_cli.store.yaml_dump import as_read, dump


@dataclass(frozen=True, slots=True)
class Set:
    """Give a field a value; the field is added when it is not there."""

    field: FieldPath
    value: Any


@dataclass(frozen=True, slots=True)
class Append:
    """Add an item to the end of a list; the list is added when it is not there."""

    field: FieldPath
    value: Any


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a field or a list item away, with the lines it stands on."""

    field: FieldPath


Edit = Set | Append | Remove


class SpliceError(Exception):
    """An edit did not give the data that was meant: a bug of ours, raised before anything is written."""


def edit(source: Source, edits: Items[Edit]) -> bytes:
    """Return the file with the edits made, in the encoding UTF-8 and with the file's own line ends.

    The result is read again and compared with what was meant. Raises ``SpliceError`` when they differ.
    """
    for change in edits:
        source = _edited(source, change)
    return (b"\xef\xbb\xbf" if source.bom else b"") + source.text.encode()


def change_of(source: Source, edits: Items[Edit]) -> Change:
    """Return the change that makes the edits in the file that was read."""
    return Change(source.name, source.raw, edit(source, edits) if edits else source.raw)


def _edited(source: Source, change: Edit) -> Source:
    text = _splice(source, change)
    again = parse(text.encode(), source.name)
    if again.root is None or again.data != _meant(source.data, change):
        raise SpliceError(f"{source.name}: {change}")
    return Source(source.name, text, again.root, again.findings, source.newline, source.bom)


def _meant(data: Any, change: Edit) -> Any:
    data = deepcopy(data)
    holder = data
    for part, following in zip(change.field, change.field[1:], strict=False):
        if isinstance(holder, dict) and holder.get(part) is None:
            holder[part] = [] if isinstance(following, int) else {}
        holder = holder[part]
    last = change.field[-1]
    if isinstance(change, Remove):
        del holder[last]
    elif isinstance(change, Append):
        holder[last] = [*(holder.get(last) or []), as_read(change.value)]
    else:
        holder[last] = as_read(change.value)
    return data


def _splice(source: Source, change: Edit) -> str:
    assert source.root is not None, "only a file that was read can be edited"
    node = find(source.root, change.field)
    if isinstance(change, Remove):
        return _removed(source, change.field)
    if isinstance(change, Append):
        return _appended(source, change, node)
    in_brackets = _in_brackets(source.root, change.field)
    if isinstance(node, Scalar) and (in_brackets or _fits_on_its_line(node, change.value)):
        return _replaced(source, node, change.value, quoted=in_brackets or node.style in ("'", '"'))
    return _put(source, change.field, change.value)


def _in_brackets(root: Node, field: FieldPath) -> bool:
    parent = find(root, field[:-1])
    return isinstance(parent, Mapping | Sequence) and parent.flow


def _fits_on_its_line(node: Scalar, value: Any) -> bool:
    text = as_read(value)
    return isinstance(text, str) and "\n" not in text and node.style not in ("|", ">")


def _replaced(source: Source, node: Scalar, value: Any, *, quoted: bool) -> str:
    new = json.dumps(as_read(value), ensure_ascii=False) if quoted else _inline(value)
    start, end = node.span.start, node.span.end
    gap = "" if start < end or source.text[start - 1 : start].isspace() else " "
    return source.text[:start] + gap + new + source.text[end:]


def _inline(value: Any) -> str:
    return dump({"k": value}).removeprefix("k: ").rstrip("\n")


def _appended(source: Source, change: Append, node: Node | None) -> str:
    if isinstance(node, Sequence) and node.items and not node.flow:
        lines = dump({"k": [change.value]}).split("\n", 1)[1]
        return _insert(source, _end_line(source.text, node), _set_in(lines, node.span.column - 1 - 2))
    return _put(source, change.field, [*(plain(node) or []), change.value])


def _put(source: Source, field: FieldPath, value: Any) -> str:
    """Write a whole entry: over the old one where it stands, else at the end of the nearest part that exists."""
    depth = len(field) - 1
    while depth and not _is_open(find(source.root, field[:depth])):  # type: ignore[arg-type]  # root was read
        depth -= 1
    for part in reversed(field[depth + 1 :]):
        value = {part: value}
    holder = find(source.root, field[:depth])  # type: ignore[arg-type]  # root was read
    assert isinstance(holder, Mapping), f"{field}: only keys of a mapping are put"
    key = str(field[depth])
    lines = _set_in(dump({key: value}), holder.span.column - 1)
    entry = holder.entries.get(key)
    if entry is None:
        return _insert(source, _end_line(source.text, holder), lines)
    return _over(source, entry, lines)


def _is_open(node: Node | None) -> bool:
    return isinstance(node, Mapping) and bool(node.entries) and not node.flow


def _over(source: Source, entry: Entry, lines: str) -> str:
    """Replace an entry from its key to the end of its last line; what stands before the key on its line stays."""
    start = entry.key.span.start
    end = _line_end(source.text, _end(entry))
    return source.text[:start] + _own_ends(source, lines.lstrip(" ").rstrip("\n")) + source.text[end:]


def _removed(source: Source, field: FieldPath) -> str:
    holder = find(source.root, field[:-1])  # type: ignore[arg-type]  # root was read
    last = field[-1]
    if isinstance(holder, Mapping):
        entry = holder.entries[str(last)]
        start, end = _line_start(source.text, entry.key.span.start), _end(entry)
    else:
        assert isinstance(holder, Sequence)
        assert isinstance(last, int)
        item = holder.items[last]
        start, end = _line_start(source.text, item.span.start), _last(item)
    return source.text[:start] + source.text[_line_end(source.text, end) :].removeprefix("\r").removeprefix(
        "\n"
    )


def _insert(source: Source, at: int, lines: str) -> str:
    """Insert whole lines at the end of a line."""
    return source.text[:at] + source.newline + _own_ends(source, lines.rstrip("\n")) + source.text[at:]


def _own_ends(source: Source, lines: str) -> str:
    return lines.replace("\n", source.newline)


def _set_in(lines: str, spaces: int) -> str:
    """Shift lines to the right (or left, for lists that a person did not set in)."""
    if spaces >= 0:
        return "".join(
            " " * spaces + line if line.strip() else line for line in lines.splitlines(keepends=True)
        )
    return "".join(line[-spaces:] if line.strip() else line for line in lines.splitlines(keepends=True))


def _end(entry: Entry) -> int:
    """Return where the last character of an entry stands, empty boxes included."""
    return max(entry.key.span.end, _last(entry.value))


def _last(node: Node) -> int:
    if isinstance(node, Mapping) and node.entries and not node.flow:
        return max(_end(entry) for entry in node.entries.values())
    if isinstance(node, Sequence) and node.items and not node.flow:
        return max(_last(item) for item in node.items)
    return node.span.end


def _end_line(text: str, node: Node) -> int:
    return _line_end(text, _last(node))


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _line_end(text: str, index: int) -> int:
    """Return the index of the line end at or after an index; trailing blank space of a block is given back."""
    index = max(len(text[:index].rstrip()), 0)
    found = text.find("\n", index)
    end = len(text) if found < 0 else found
    return end - 1 if text[end - 1 : end] == "\r" else end
