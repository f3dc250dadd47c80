"""The edits that make merged data of a file as it stands: what stays keeps its lines, remarks and quotes."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from ocop_cli.findings import FieldPath
from ocop_cli.merging.items import identified, kind_at, record_of
from ocop_cli.store.yaml.dump import as_read
from ocop_cli.store.yaml.edit import Append, Edit, Remove, Set


def edits_to(kind: Any, before: Any, after: Any, field: FieldPath = ()) -> Iterator[Edit]:
    """Yield the edits, in the order in which they hold; ``kind`` is the model of the file or an annotation in it."""
    if before == after:
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from (Remove((*field, key)) for key in before if key not in after)
        for key, value in after.items():
            if key in before:
                yield from edits_to(kind_at(kind, key), before[key], value, (*field, key))
            else:
                yield Set((*field, key), _as_typed(value))
    elif isinstance(before, list) and isinstance(after, list):
        yield from _list_edits(kind, before, after, field)
    else:
        yield Set(field, _as_typed(after))


def _list_edits(kind: Any, before: list[Any], after: list[Any], field: FieldPath) -> Iterator[Edit]:
    """Take away what is gone, change what stays in its place, add the rest; what changes places is written anew."""
    was, wanted = [*identified(kind, before)], [*identified(kind, after)]
    gone = [number for number, item in enumerate(was) if item not in wanted]
    yield from (Remove((*field, number)) for number in reversed(gone))
    left = [(item, before[number]) for number, item in enumerate(was) if number not in gone]
    pairs = list(zip(left, wanted, strict=False))
    in_place = next((n for n, (one, other) in enumerate(pairs) if one[0] != other), len(pairs))
    yield from (Remove((*field, number)) for number in reversed(range(in_place, len(left))))
    for number in range(in_place):
        yield from edits_to(record_of(kind), left[number][1], after[number], (*field, number))
    yield from (Append(field, _as_typed(item)) for item in after[in_place:])


def _as_typed(value: Any) -> Any:
    """Return numbers and days as such, so that they are written without quotes, as people and programs write them."""
    if isinstance(value, Mapping):
        return {key: _as_typed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_typed(inner) for inner in value]
    if not isinstance(value, str) or not value[:1].isdigit():
        return value
    readings = (_read(reader, value) for reader in (int, Decimal, date.fromisoformat))
    return next((found for found in readings if found is not None and as_read(found) == value), value)


def _read(reader: Any, text: str) -> Any:
    try:
        return reader(text)
    except (ValueError, InvalidOperation):
        return None
