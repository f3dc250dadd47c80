"""Every value of a record with its place and the marks of its type: what checks that hold for every field walk over."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeVar, get_args, get_origin

from ocop_cli.findings import FieldPath
from ocop_cli.viet.fields import Record

T = TypeVar("T")


class Marks(tuple[Any, ...]):
    """The marks of a field: made once, asked for those of one kind at every value."""

    def __init__(self, _: Iterable[Any] = ()) -> None:
        self._by_kind: dict[type, tuple[Any, ...]] = {}

    def of(self, kind: type[T]) -> tuple[T, ...]:
        """Return the marks of one kind, in their order."""
        if kind not in self._by_kind:
            self._by_kind[kind] = tuple(mark for mark in self if isinstance(mark, kind))
        return self._by_kind[kind]


class Leaf(NamedTuple):
    """A single value: its place, the marks in the annotation of its field, and whether it is the name of an entry."""

    field: FieldPath
    value: Any
    marks: Marks
    on_key: bool = False


class _Kind(NamedTuple):
    """What the values of a field are: the marks of each; of a field with named entries those of the names, and of what they name."""

    marks: Marks
    of_names: Marks = Marks()
    named: "_Kind | None" = None


class _Field(NamedTuple):
    """A field of a model: its name, its place in a file, and the kind of its values."""

    name: str
    key: str
    kind: _Kind


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
    found: list[Leaf] = []
    _walk(same.record, (), found)
    return tuple(found)


def _walk(record: Record, path: FieldPath, found: list[Leaf]) -> None:
    values = vars(record)
    for name, key, kind in _fields(type(record)):
        _walk_into(values[name], kind, (*path, key), found)


@cache
def _fields(model: type[Record]) -> tuple[_Field, ...]:
    return tuple(
        _Field(name, info.alias or name, _kind(info.annotation, info.metadata))
        for name, info in model.model_fields.items()
    )


def _kind(annotation: Any, beside: Iterable[Any] = ()) -> _Kind:
    """Return the kind of what a type annotates; ``beside`` are marks that stand at the field itself."""
    marks = Marks((*beside, *marks_of(annotation)))
    if get_origin(annotation) is not dict:
        return _Kind(marks)
    of_names, named = get_args(annotation)
    return _Kind(marks, Marks(marks_of(of_names)), _kind(named))


def _walk_into(value: Any, kind: _Kind, path: FieldPath, found: list[Leaf]) -> None:
    if isinstance(value, Record):
        _walk(value, path, found)
    elif isinstance(value, dict):
        assert kind.named is not None, "a dict is what its type says it is"
        for key, item in value.items():
            found.append(Leaf((*path, key), key, kind.of_names, on_key=True))
            _walk_into(item, kind.named, (*path, key), found)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            _walk_into(item, kind, (*path, number), found)
    elif value is not None:
        found.append(Leaf(path, value, kind.marks))


def marks_of(annotation: Any) -> tuple[Any, ...]:
    """Return what ``Annotated`` says anywhere inside a type: ``tuple[FormId, ...]``, ``ComingDay | None``."""
    inner = tuple(mark for part in get_args(annotation) for mark in marks_of(part))
    return (*getattr(annotation, "__metadata__", ()), *inner)
