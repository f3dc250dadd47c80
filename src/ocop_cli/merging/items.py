"""The items of a list by what tells them apart, and the kinds of what stands in a file."""

import json
from collections.abc import Mapping, Sequence
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from ocop_cli.merging.rules import LISTS, ListRule
from ocop_cli.viet.field_titles import field_in, found_in
from ocop_cli.viet.fields import Record

Identity = tuple[str, ...]
"""What tells an item from the others of its list."""

_AROUND = (Annotated, Union, UnionType)


def kind_at(kind: Any, key: str) -> Any:
    """Return the annotation of what stands under a key; ``None`` where no model knows it."""
    if isinstance(kind, type) and issubclass(kind, Record):
        field = field_in(kind, key)
        return field.annotation if field else None
    named = _mapping(kind)
    return get_args(named)[1] if named else record_of(kind) and kind_at(record_of(kind), key)


def record_of(kind: Any) -> type[Record] | None:
    """Return the model that an annotation holds, or each of its entries."""
    return found_in(kind, Record) if kind is not None else None


def rule_of(kind: Any) -> ListRule | None:
    """Return how the items of a list of this annotation are told apart; ``None`` for single values."""
    model = record_of(kind)
    return LISTS.get(model) if model else None


def identified(kind: Any, items: Sequence[Any]) -> dict[Identity, Any]:
    """Return the items of a list by what tells them apart, in order; the second of two that are alike gets a count."""
    rule, found = rule_of(kind), dict[Identity, Any]()
    for item in items:
        keys = [item.get(key) for key in rule.keys] if rule and isinstance(item, Mapping) else [item]
        named = tuple(_text(key) for key in keys)
        same = sum(one[:-1] == named for one in found)
        found[*named, str(same)] = item
    return found


def _text(value: Any) -> str:
    return value if isinstance(value, str) else "" if value is None else json.dumps(value, ensure_ascii=False)


def _mapping(kind: Any) -> Any:
    """Return the ``dict[…]`` that an annotation is, or that stands in it."""
    if get_origin(kind) is dict:
        return kind
    inner = get_args(kind) if get_origin(kind) in _AROUND else ()
    return next((found for one in inner if (found := _mapping(one))), None)
