"""Every value of a record with its place and the marks of its type: what checks that hold for every field walk over."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple, get_args

from ocop_cli.findings import FieldPath
from ocop_cli.viet.fields import Record


class Leaf(NamedTuple):
    """A single value: its place, the marks in the annotation of its field, and whether it is the name of an entry."""

    field: FieldPath
    value: Any
    marks: tuple[Any, ...]
    on_key: bool = False


class _Field(NamedTuple):
    """A field of a model: its name, its place in a file, its type, and the marks of a value in it."""

    name: str
    key: str
    annotation: Any
    marks: tuple[Any, ...]


class _Same:
    """A record that is equal to itself only: records are large to compare."""

    def __init__(self, record: Record) -> None:
        self.record = record

    def __hash__(self) -> int:
        return id(self.record)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.record is self.record


def leaves(record: Record) -> tuple[Leaf, ...]:
    """Return every value of a record, those of its parts and the names of its entries included."""
    return _leaves_of(_Same(record))


@lru_cache(maxsize=2)
def _leaves_of(same: _Same) -> tuple[Leaf, ...]:
    """Several checks in a row walk over the same record."""
    return tuple(_walked(same.record, ()))


def _walked(record: Record, path: FieldPath) -> Iterator[Leaf]:
    values = vars(record)
    for name, key, annotation, marks in _fields(type(record)):
        value = values[name]
        if value is None:
            continue
        if isinstance(value, Record | dict | tuple):
            yield from _inside(value, annotation, marks, (*path, key))
        else:
            yield Leaf((*path, key), value, marks)


@cache
def _fields(model: type[Record]) -> tuple[_Field, ...]:
    return tuple(
        _Field(name, info.alias or name, info.annotation, (*info.metadata, *marks_of(info.annotation)))
        for name, info in model.model_fields.items()
    )


def _inside(value: Any, annotation: Any, marks: tuple[Any, ...], path: FieldPath) -> Iterator[Leaf]:
    if isinstance(value, Record):
        yield from _walked(value, path)
    elif isinstance(value, dict):
        key_type, value_type = get_args(annotation)
        of_keys, of_values = marks_of(key_type), marks_of(value_type)
        for key, item in value.items():
            yield Leaf((*path, key), key, of_keys, on_key=True)
            yield from _inside(item, value_type, of_values, (*path, key))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _inside(item, annotation, marks, (*path, number))
    elif value is not None:
        yield Leaf(path, value, marks)


def marks_of(annotation: Any) -> tuple[Any, ...]:
    """Return what ``Annotated`` says anywhere inside a type: ``tuple[FormId, ...]``, ``ComingDay | None``."""
    inner = tuple(mark for part in get_args(annotation) for mark in marks_of(part))
    return (*getattr(annotation, "__metadata__", ()), *inner)
