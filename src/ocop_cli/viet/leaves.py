"""Every value of a record with its place and the marks of its type: what checks that hold for every field walk over."""

from collections.abc import Callable, Iterable
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

Passes = Callable[[Any, Marks, Record], bool]
"""Says that a value with the marks of its field, in a record, is as it should be."""


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


def leaves(record: Record, wanted: Wanted = object, passes: Passes | None = None) -> list[Leaf]:
    """Return every value of a record, those of its parts and the names of its entries included.

    With ``wanted`` only values of a class, or of a field that has a mark of it; parts that hold none are not looked into:
    each check asks for a few of the hundreds. With ``passes`` only values that do not: of most records none is left.
    """
    walk = _Walk(wanted, passes)
    walk.through(record, ())
    return walk.found


class _Walk:
    """A walk through a record and its parts, with what it has found."""

    def __init__(self, wanted: Wanted, passes: Passes | None) -> None:
        self.found: list[Leaf] = []
        self._wanted, self._passes = wanted, passes

    def through(self, record: Record, path: FieldPath) -> None:
        values, passes = vars(record), self._passes
        for name, key, kind in _fields(type(record), self._wanted):
            value = values[name]
            if value is None:
                continue
            if kind.is_single:  # most are: asked of every value of every file
                if passes is None or not passes(value, kind.marks, record):
                    self.found.append(Leaf((*path, key), value, kind.marks, record))
            elif value or not isinstance(value, tuple):
                self._into(value, kind, (*path, key), record)

    def _into(self, value: Any, kind: _Kind, path: FieldPath, of: Record) -> None:
        if type(type(value)) is _MODEL:
            self.through(value, path)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                self._into(item, kind, (*path, number), of)
        elif isinstance(value, dict):
            assert kind.entries is not None, "a dict is what its type says it is"
            of_name, named = kind.entries
            for key, item in value.items():
                if of_name.is_wanted:
                    self._ask(Leaf((*path, key), key, of_name.marks, of, on_key=True))
                self._into(item, named, (*path, key), of)
        elif kind.is_wanted and value is not None:
            self._ask(Leaf(path, value, kind.marks, of))

    def _ask(self, leaf: Leaf) -> None:
        if self._passes is None or not self._passes(leaf.value, leaf.marks, leaf.of):
            self.found.append(leaf)


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
