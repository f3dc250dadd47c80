"""Every value of a record with its place and the marks of its type: what checks that hold for every field walk over."""

from collections.abc import Iterable
from functools import cache
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
    """A single value: its place, the marks in the annotation of its field, the record that it stands in, and whether it is
    the name of an entry."""

    field: FieldPath
    value: Any
    marks: Marks
    of: Record
    on_key: bool = False


Wanted = type | tuple[type, ...]
"""Classes: of values, or of the marks of their fields."""


_MODEL = type(Record)  # every record is of it; Pydantic's own way to ask a value for its class is slow


class _Kind(NamedTuple):
    """What the values of a field are: the marks of each, and whether it is wanted by itself; of a field with named entries
    the kinds of the names and of what they name. ``is_single``: a field that is wanted and never holds more than one."""

    marks: Marks
    is_wanted: bool = False
    is_single: bool = False
    entries: "tuple[_Kind, _Kind] | None" = None


class _Field(NamedTuple):
    """A field of a model: its name, its place in a file, and the kind of its values."""

    name: str
    key: str
    kind: _Kind


def leaves(record: Record, wanted: Wanted = object) -> list[Leaf]:
    """Return every value of a record, those of its parts and the names of its entries included.

    With ``wanted`` only values of a class, or of a field that has a mark of it; parts that hold none are not looked into:
    each check asks for a few of the hundreds.
    """
    found: list[Leaf] = []
    _walk(record, (), wanted, found)
    return found


def _walk(record: Record, path: FieldPath, wanted: Wanted, found: list[Leaf]) -> None:
    values = vars(record)
    for name, key, kind in _fields(type(record), wanted):
        value = values[name]
        if value is None:
            continue
        if kind.is_single:  # most are: asked of every value of every file
            found.append(Leaf((*path, key), value, kind.marks, record))
        elif value != ():
            _walk_into(value, kind, (*path, key), record, wanted, found)


def _walk_into(
    value: Any, kind: _Kind, path: FieldPath, of: Record, wanted: Wanted, found: list[Leaf]
) -> None:
    if type(type(value)) is _MODEL:
        _walk(value, path, wanted, found)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            _walk_into(item, kind, (*path, number), of, wanted, found)
    elif isinstance(value, dict):
        assert kind.entries is not None, "a dict is what its type says it is"
        of_name, named = kind.entries
        for key, item in value.items():
            if of_name.is_wanted:
                found.append(Leaf((*path, key), key, of_name.marks, of, on_key=True))
            _walk_into(item, named, (*path, key), of, wanted, found)
    elif kind.is_wanted and value is not None:
        found.append(Leaf(path, value, kind.marks, of))


@cache
def _fields(model: type[Record], wanted: Wanted) -> tuple[_Field, ...]:
    """Return the fields of a model in which a wanted value may stand."""
    return tuple(
        _Field(name, info.alias or name, _kind(info.annotation, wanted, info.metadata))
        for name, info in model.model_fields.items()
        if _leads_to(info.annotation, wanted, info.metadata)
    )


def _kind(annotation: Any, wanted: Wanted, beside: Iterable[Any] = ()) -> _Kind:
    """Return the kind of what a type annotates; ``beside`` are marks that stand at the field itself."""
    marks = Marks((*beside, *marks_of(annotation)))
    if get_origin(annotation) is not dict:
        is_wanted = _is_marked(marks, wanted) or any(issubclass(c, wanted) for c in _classes(annotation))
        return _Kind(marks, is_wanted, is_wanted and not _holds_more(annotation))
    of_name, named = (_kind(each, wanted) for each in get_args(annotation))
    return _Kind(marks, entries=(of_name, named))


def _leads_to(annotation: Any, wanted: Wanted, beside: Iterable[Any] = ()) -> bool:
    if _is_marked((*beside, *marks_of(annotation)), wanted):
        return True
    return any(
        bool(_fields(each, wanted)) if issubclass(each, Record) else issubclass(each, wanted)
        for each in _classes(annotation)
    )


def _holds_more(annotation: Any) -> bool:
    """Say whether a value of a type may be a record, several values, or entries."""
    kind = get_origin(annotation) or annotation
    is_more = isinstance(kind, type) and issubclass(kind, (Record, tuple, dict))
    return is_more or any(map(_holds_more, get_args(annotation)))


def _is_marked(marks: Iterable[Any], wanted: Wanted) -> bool:
    return any(isinstance(mark, wanted) for mark in marks)


def _classes(annotation: Any) -> list[type]:
    """Return the classes that a type is made of: of ``tuple[Day, ...] | None`` the class ``date`` and that of ``None``."""
    if isinstance(annotation, type) and not get_args(annotation):
        return [annotation]
    return [each for part in get_args(annotation) for each in _classes(part)]


def marks_of(annotation: Any) -> tuple[Any, ...]:
    """Return what ``Annotated`` says anywhere inside a type: ``tuple[FormId, ...]``, ``ComingDay | None``."""
    inner = tuple(mark for part in get_args(annotation) for mark in marks_of(part))
    return (*getattr(annotation, "__metadata__", ()), *inner)
