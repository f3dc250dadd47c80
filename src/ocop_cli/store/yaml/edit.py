"""YAML out: change one value and leave every other character of a person's file as it was."""

from collections.abc import Sequence as Items
from itertools import takewhile
from typing import Any, NamedTuple

from ocop_cli.errors import OcopError
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
    enlist_entry,
    fits_on_its_line,
    is_open,
    put_entry,
    remove_entry,
    remove_item,
    replace_scalar,
)
from ocop_cli.store.yaml.source import Source, parse
from ocop_cli.store.yaml.splice import Splice, spliced
from ocop_cli.store.yaml.tree import Mapping, Node, Scalar, Sequence, child, find


class Set(NamedTuple):
    """Give a field a value; the field is added when it is not there."""

    field: FieldPath
    value: Any


class Append(NamedTuple):
    """Add an item to the end of a list; the list is added when it is not there."""

    field: FieldPath
    value: Any


class Remove(NamedTuple):
    """Take a field or a list item away, with the lines it stands on."""

    field: FieldPath


class Enlist(NamedTuple):
    """Make a field of the file the first item of a list of another name; every line keeps its words and remarks."""

    field: FieldPath
    name: str


Edit = Set | Append | Remove | Enlist


class SpliceError(Exception):
    """Edits did not give the data that was meant: a bug of ours, raised before anything is written."""


def edit(source: Source, edits: Items[Edit]) -> Source:
    """Return the file as it reads with the edits made, in the encoding UTF-8 and with the file's own line ends.

    The edits are made in one go; only one that rests on an earlier one waits until that is read. The result is read
    and compared with what was meant. Raises ``SpliceError`` when they differ, ``OcopError`` where a part is meant
    for a field that only names the record of another file.
    """
    after, rest, wanted = source, list(edits), meant(source.data, edits)
    while rest:
        together = _independent(after, rest)
        after = _reread(after, spliced(after.text, _splices(after, together)))
        rest = rest[len(together) :]
    if edits and after.data != wanted:
        raise SpliceError(f"{source.name}: {edits}")
    return after


def change_of(source: Source, edits: Items[Edit]) -> Change:
    """Return the change that makes the edits in the file that was read."""
    return Change(source.name, source.raw, edit(source, edits).raw)


def meant(data: Any, edits: Items[Edit]) -> Any:
    """Return plain data with the edits made, as the reader will give them back."""
    data = _copied(data)
    for change in edits:
        _change(data, change)
    return data


def _copied(data: Any) -> Any:
    """Return plain data again, to be changed."""
    if isinstance(data, dict):
        return {key: _copied(value) for key, value in data.items()}
    return [_copied(item) for item in data] if isinstance(data, list) else data


def _change(holder: Any, change: Edit) -> None:
    for part, following in zip(change.field, change.field[1:], strict=False):
        if isinstance(holder, dict) and holder.get(part) is None:
            holder[part] = [] if isinstance(following, int) else {}
        holder = holder[part]
        if isinstance(holder, str):
            raise OcopError(
                f"Mục {part} ghi mã “{holder}” của một tệp khác, không ghi thêm mục con tại đây.",
                "Sửa trong tệp đó.",
            )
    last = change.field[-1]
    if isinstance(change, Remove):
        del holder[last]
    elif isinstance(change, Enlist):
        holder[change.name] = [holder.pop(last)]
    elif isinstance(change, Append):
        items = holder.get(last) if isinstance(holder, dict) else holder[last]
        holder[last] = [*(items or []), as_read(change.value)]
    else:
        holder[last] = as_read(change.value)


def _reread(source: Source, text: str) -> Source:
    after = parse(source.encoded(text), source.name)
    if after.data is None:
        raise SpliceError(source.name)
    return after


def _independent(source: Source, edits: Items[Edit]) -> list[Edit]:
    """Return the first edits of a list that can be made in the file as it stands, side by side."""
    together = [edits[0]]
    for change in edits[1:]:
        if not all(_stand_apart(source, change, other) for other in together):
            break
        together.append(change)
    return together


def _stand_apart(source: Source, one: Edit, other: Edit) -> bool:
    """Say whether two edits change different parts of lines, so that neither moves what the other looks for."""
    if isinstance(one, Remove | Enlist) or isinstance(other, Remove | Enlist):
        return False
    same = takewhile(lambda parts: parts[0] == parts[1], zip(one.field, other.field, strict=False))
    common = tuple(part for part, _ in same)
    holder = find(_root(source), common)
    if holder is None or not is_open(holder):
        return False
    if common in (one.field, other.field):
        return one.field == other.field and isinstance(one, Append) and isinstance(other, Append)
    parts = (one.field[len(common)], other.field[len(common)])
    return isinstance(holder, Mapping) or all(child(holder, part) for part in parts)


def _splices(source: Source, edits: Items[Edit]) -> list[Splice]:
    """Return where the edits write; where two write at one place, the part further in comes first."""
    root = _root(source)
    inner_first = sorted(edits, key=lambda change: -_depth(root, change.field))
    return [_splice(source, root, change) for change in inner_first]


def _depth(root: Node, field: FieldPath) -> int:
    """Return how many parts of a field are there."""
    return next((n for n in range(len(field), 0, -1) if find(root, field[:n])), 0)


def _root(source: Source) -> Node:
    assert source.root is not None, "only a file that was read can be edited"
    return source.root


def _splice(source: Source, root: Node, change: Edit) -> Splice:
    match change:
        case Set():
            return _set(source, root, change)
        case Append():
            return _append(source, root, change)
        case Remove():
            return _remove(source, root, change.field)
        case Enlist():
            return _enlist(source, root, change)


def _set(source: Source, root: Node, change: Set) -> Splice:
    node, bracket = find(root, change.field), bracket_of(root, change.field)
    if bracket:
        return put_in_brackets(*bracket, change.value)
    if isinstance(node, Scalar) and fits_on_its_line(node, change.value):
        return replace_scalar(source.text, node, change.value)
    return put_entry(source.text, source.newline, root, change.field, change.value)


def _append(source: Source, root: Node, change: Append) -> Splice:
    node = find(root, change.field)
    if not isinstance(node, Sequence) or not node.items:
        return _set(source, root, Set(change.field, [change.value]))
    if node.flow:
        return append_in_brackets(node, change.value)
    return append_line(source.text, source.newline, node, change.value)


def _remove(source: Source, root: Node, field: FieldPath) -> Splice:
    holder, last = find(root, field[:-1]), field[-1]
    assert isinstance(holder, Mapping | Sequence), f"{field}: only parts can be removed"
    if holder.flow:
        return remove_from_brackets(holder, last)
    if len(holder.entries if isinstance(holder, Mapping) else holder.items) == 1:
        return _set(source, root, Set(field[:-1], {} if isinstance(holder, Mapping) else []))
    if isinstance(holder, Mapping):
        return remove_entry(source.text, holder, str(last))
    return remove_item(source.text, holder, int(last))


def _enlist(source: Source, root: Node, change: Enlist) -> Splice:
    holder = find(root, change.field[:-1])
    assert isinstance(holder, Mapping), f"{change.field}: only a part with a name becomes a list"
    return enlist_entry(source.text, holder.entries[str(change.field[-1])], change.name)
