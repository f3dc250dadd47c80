"""Every value of a record with its place and the marks of its type: what checks that hold for every field walk over."""

from collections.abc import Iterator
from typing import Any, NamedTuple, get_args

from ocop_cli.findings import FieldPath
from ocop_cli.viet.fields import Record


class Leaf(NamedTuple):
    """A single value: its place, the marks in the annotation of its field, and whether it is the name of an entry."""

    field: FieldPath
    value: Any
    marks: tuple[Any, ...]
    on_key: bool = False


def leaves(record: Record, path: FieldPath = ()) -> Iterator[Leaf]:
    """Yield every value of a record, those of its parts and the names of its entries included."""
    for name, info in type(record).model_fields.items():
        own = tuple(info.metadata)
        yield from _inside(vars(record)[name], info.annotation, own, (*path, info.alias or name))


def _inside(value: Any, annotation: Any, own: tuple[Any, ...], path: FieldPath) -> Iterator[Leaf]:
    if isinstance(value, Record):
        yield from leaves(value, path)
    elif isinstance(value, dict):
        key_type, value_type = get_args(annotation)
        for key, item in value.items():
            yield Leaf((*path, key), key, marks_of(key_type), on_key=True)
            yield from _inside(item, value_type, (), (*path, key))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _inside(item, annotation, own, (*path, number))
    elif value is not None:
        yield Leaf(path, value, (*own, *marks_of(annotation)))


def marks_of(annotation: Any) -> tuple[Any, ...]:
    """Return what ``Annotated`` says anywhere inside a type: ``tuple[FormId, ...]``, ``ComingDay | None``."""
    inner = tuple(mark for part in get_args(annotation) for mark in marks_of(part))
    return (*getattr(annotation, "__metadata__", ()), *inner)
