"""Two people at two copies of one file: what counts as one field in it, and changes of such fields."""

import copy
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ocop_cli.merging.items import identified, kind_at, record_of, rule_of
from ocop_cli.merging.rules import TOGETHER, WHOLE
from ocop_cli.store.yaml.source import parse
from support.paths import EXAMPLES

Step = Any
"""A key, the identity of an item, or the keys of fields that say one thing."""


class Change(NamedTuple):
    """A change of what counts as one field: a new text, or nothing to take it away."""

    way: tuple[Step, ...]
    text: str | None


def example(name: str) -> Any:
    """Return the plain data of a file of the example workspace."""
    return parse((EXAMPLES / name).read_bytes(), name).filled


def fields_of(kind: Any, data: Any, way: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    """Yield what counts as one field; what tells an item from others, and what rests on what came before, is none."""
    model = record_of(kind)
    if isinstance(data, Mapping) and (not way or model not in WHOLE):
        groups = TOGETHER.get(model, ()) if model else ()
        grouped = {name for group in groups for name in group}
        yield from ((*way, group) for group in groups)
        for key, value in data.items():
            if key not in grouped and not (way and isinstance(way[-1], tuple) and _tells(kind, key)):
                yield from fields_of(kind_at(kind, key), value, (*way, key))
    elif isinstance(data, list) and not ((rule := rule_of(kind)) and rule.chain):
        for identity, item in identified(kind, data).items():
            if isinstance(item, Mapping) and model not in WHOLE:
                yield from fields_of(model, item, (*way, identity))
    elif not isinstance(data, list) and way:
        yield way


def _tells(kind: Any, key: str) -> bool:
    rule = rule_of(kind)
    return rule is not None and key in rule.keys


def changed(kind: Any, data: Any, changes: list[Change]) -> Any:
    """Return data with changes made, one after another."""
    data = copy.deepcopy(data)
    for change in changes:
        _change(kind, data, change)
    return data


def _change(kind: Any, holder: Any, change: Change) -> None:
    for step in change.way[:-1]:
        if isinstance(step, tuple):
            holder, kind = identified(kind, holder)[step], record_of(kind)
        else:
            holder, kind = holder[step], kind_at(kind, step)
    last = change.way[-1]
    for key in last if isinstance(last, tuple) else (last,):
        if change.text is None:
            holder.pop(key, None)
        else:
            holder[key] = change.text


def unordered(kind: Any, data: Any) -> Any:
    """Return data in which the order of items does not count."""
    if isinstance(data, Mapping):
        return {key: unordered(kind_at(kind, key), value) for key, value in data.items()}
    if isinstance(data, list):
        return {one: unordered(record_of(kind), item) for one, item in identified(kind, data).items()}
    return data
