"""The Vietnamese titles of fields: how a screen names a place of a file."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel

from ocop_cli.viet.leaves import marks_of

T = TypeVar("T")


def titles_of(model: type[BaseModel], path: Sequence[str | int]) -> str:
    """Return the titles on the way to a field: ``Chủ thể, Người đại diện``; list places are counted from 1.

    A step that the model does not know stands as it is.
    """
    return ", ".join(_titles(model, path))


def title_at(model: type[BaseModel], path: Sequence[str | int]) -> str:
    """Return the title of a field by itself, that of the list for one of its entries."""
    field = _last_field(model, path)
    return str(field.title if field and field.title else path[-1])


def list_at(model: type[BaseModel], path: Sequence[str | int]) -> type[StrEnum] | None:
    """Return the list of words that a field takes its value from, if it is such a field."""
    field = _last_field(model, path)
    return found_in(field.annotation, StrEnum) if field else None


def marks_at(model: type[BaseModel], path: Sequence[str | int]) -> tuple[Any, ...]:
    """Return the marks in the annotation of a field."""
    field = _last_field(model, path)
    return (*field.metadata, *marks_of(field.annotation)) if field else ()


def is_of(model: type[BaseModel], path: Sequence[str | int], kind: type[Any]) -> bool:
    """Say whether a field, or each of its entries, is of a kind."""
    field = _last_field(model, path)
    return bool(field and found_in(field.annotation, kind))


def is_required(model: type[BaseModel], path: Sequence[str | int]) -> bool:
    """Say whether a field must be there where its record is."""
    field = _last_field(model, path)
    return bool(field and field.is_required())


def _last_field(model: type[BaseModel], path: Sequence[str | int]) -> Any:
    inner: type[BaseModel] | None = model
    field = None
    for step in path:
        if not (isinstance(step, int) or step.isdecimal()):
            field = field_in(inner, step)
            inner = found_in(field.annotation, BaseModel) if field else None
    return field


def _titles(model: type[BaseModel] | None, path: Sequence[str | int]) -> Iterator[str]:
    field = None
    for step in path:
        if field is not None and found_mapping(field.annotation):
            yield str(step)  # the name of an entry: a year
            field = None
            continue
        if isinstance(step, int) or step.isdecimal():
            yield f"dòng {int(step) + 1}"
            continue
        field = field_in(model, step)
        yield (field.title if field and field.title else step)
        model = found_in(field.annotation, BaseModel) if field else None


def found_mapping(annotation: Any) -> bool:
    """Say whether a field holds entries by name."""
    return get_origin(annotation) is dict


def field_in(model: type[BaseModel] | None, name: str) -> Any:
    """Return a field by its name or by the key that stands in files."""
    fields = model.model_fields if model else {}
    return fields.get(name) or next((field for field in fields.values() if field.alias == name), None)


def found_in(annotation: Any, kind: type[T]) -> type[T] | None:
    """Return the class of a kind that a field, or each of its entries, is made of."""
    if isinstance(annotation, type) and issubclass(annotation, kind):
        return annotation
    return next((found for inner in get_args(annotation) if (found := found_in(inner, kind))), None)
