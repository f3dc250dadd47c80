"""Edits inside brackets ``{ … }`` and ``[ … ]``: what is around them stays as it was."""

import json
import re
from typing import Any

from ocop_cli.findings import FieldPath
from ocop_cli.store.yaml.dump import typed
from ocop_cli.store.yaml.splice import Splice
from ocop_cli.store.yaml.tree import Mapping, Node, Scalar, Sequence, child

_PLAIN_KEY = re.compile(r"[a-z_][a-z0-9_-]*")


def bracket_of(root: Node, field: FieldPath) -> tuple[Mapping | Sequence, FieldPath] | None:
    """Return the bracket in which a field stands or would stand, with the rest of the way.

    An empty bracket behind a key of its own line counts as not there: what is put in becomes lines.
    """
    here, around = root, False
    rest = field
    while len(rest) > 1:
        following = child(here, rest[0])
        if (
            following is None
            or isinstance(following, Scalar)
            or (_is_empty(following) and not _is_flow(here))
        ):
            break
        around, here, rest = _is_flow(here), following, rest[1:]
    if isinstance(here, Scalar) or not here.flow or (_is_empty(here) and here is not root and not around):
        return None
    return here, rest


def _is_flow(node: Node) -> bool:
    return not isinstance(node, Scalar) and node.flow


def _is_empty(node: Node) -> bool:
    return not (node.entries if isinstance(node, Mapping) else isinstance(node, Scalar) or node.items)


def put_in_brackets(holder: Mapping | Sequence, rest: FieldPath, value: Any) -> Splice:
    """Give a part of a bracket a value; it is added at the end of the bracket when it is not there."""
    for part in reversed(rest[1:]):
        value = {part: value}
    old = child(holder, rest[0])
    if old is not None:
        return Splice(old.start, old.end, flow(value))
    new = flow(value) if isinstance(holder, Sequence) else f"{_key(str(rest[0]))}: {flow(value)}"
    return _added(holder, new)


def append_in_brackets(holder: Sequence, value: Any) -> Splice:
    """Add an item to a list in brackets."""
    return _added(holder, flow(value))


def remove_from_brackets(holder: Mapping | Sequence, part: str | int) -> Splice:
    """Take a part out of a bracket, with the comma that went with it."""
    spans = _spans(holder)
    at = list(holder.entries).index(str(part)) if isinstance(holder, Mapping) else int(part)
    if at > 0:
        return Splice(spans[at - 1][1], spans[at][1], "")
    return Splice(spans[0][0], spans[1][0] if len(spans) > 1 else spans[0][1], "")


def flow(value: Any) -> str:
    """Return a value on one line, in brackets where it has parts; texts are quoted."""
    if isinstance(value, dict):
        inner = (f"{_key(str(key))}: {flow(part)}" for key, part in value.items() if part is not None)
        return "{" + ", ".join(inner) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(part) for part in value) + "]"
    scalar = typed(value)
    if scalar is None:
        return "null"
    return json.dumps(scalar, ensure_ascii=False) if isinstance(scalar, str) else str(scalar)


def _key(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def _added(holder: Mapping | Sequence, new: str) -> Splice:
    spans = _spans(holder)
    if spans:
        return Splice(spans[-1][1], spans[-1][1], f", {new}")
    return Splice(holder.start + 1, holder.start + 1, new)


def _spans(holder: Mapping | Sequence) -> list[tuple[int, int]]:
    """Return where each part of a bracket starts and ends."""
    if isinstance(holder, Sequence):
        return [(item.start, item.end) for item in holder.items]
    return [(entry.key.start, entry.value.end) for entry in holder.entries.values()]
