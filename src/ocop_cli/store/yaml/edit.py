"""YAML out: change one value and leave every other character of a person's file as it was."""

from collections.abc import Sequence as Items
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from ocop_cli.findings import FieldPath
from ocop_cli.store.files.changes import Change
from ocop_cli.store.yaml.dump import as_read
from ocop_cli.store.yaml.edit_brackets import (
    append_in_brackets,
    bracket_of,
    put_in_brackets,
    remove_from_brackets,
)
from ocop_cli.store.yaml.edit_lines import (
    append_line,
    fits_on_its_line,
    put_entry,
    remove_entry,
    remove_item,
    replace_scalar,
)
from ocop_cli.store.yaml.source import Source, parse
from ocop_cli.store.yaml.tree import Mapping, Node, Scalar, Sequence, find, plain


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
        items = holder.get(last) if isinstance(holder, dict) else holder[last]
        holder[last] = [*(items or []), as_read(change.value)]
    else:
        holder[last] = as_read(change.value)
    return data


def _splice(source: Source, change: Edit) -> str:
    assert source.root is not None, "only a file that was read can be edited"
    match change:
        case Set():
            return _set(source, source.root, change)
        case Append():
            return _append(source, source.root, change)
        case Remove():
            return _remove(source, source.root, change.field)


def _set(source: Source, root: Node, change: Set) -> str:
    node, bracket = find(root, change.field), bracket_of(root, change.field)
    if bracket:
        return put_in_brackets(source.text, *bracket, change.value)
    if isinstance(node, Scalar) and fits_on_its_line(node, change.value):
        return replace_scalar(source.text, node, change.value)
    return put_entry(source.text, source.newline, root, change.field, change.value)


def _append(source: Source, root: Node, change: Append) -> str:
    node = find(root, change.field)
    if not isinstance(node, Sequence) or not node.items:
        return _set(source, root, Set(change.field, [change.value]))
    if node.flow:
        return append_in_brackets(source.text, node, change.value)
    return append_line(source.text, source.newline, node, change.value)


def _remove(source: Source, root: Node, field: FieldPath) -> str:
    holder, last = find(root, field[:-1]), field[-1]
    assert isinstance(holder, Mapping | Sequence), f"{field}: only parts can be removed"
    if holder.flow:
        return remove_from_brackets(source.text, holder, last)
    if len(plain(holder)) == 1:
        return _set(source, root, Set(field[:-1], {} if isinstance(holder, Mapping) else []))
    if isinstance(holder, Mapping):
        return remove_entry(source.text, holder, str(last))
    return remove_item(source.text, holder, int(last))
