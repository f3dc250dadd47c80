"""The Vietnamese titles of fields: how a screen names a place of a file."""

from collections.abc import Iterator, Sequence
from typing import Any, get_args

from pydantic import BaseModel


def titles_of(model: type[BaseModel], path: Sequence[str | int]) -> str:
    """Return the titles on the way to a field: ``Chủ thể, Người đại diện``; list places are counted from 1.

    A step that the model does not know stands as it is.
    """
    return ", ".join(_titles(model, path))


def _titles(model: type[BaseModel] | None, path: Sequence[str | int]) -> Iterator[str]:
    for step in path:
        if isinstance(step, int) or step.isdecimal():
            yield f"dòng {int(step) + 1}"
            continue
        field = _field(model, step)
        yield (field.title if field and field.title else step)
        model = _inner_model(field.annotation) if field else None


def _field(model: type[BaseModel] | None, name: str) -> Any:
    """Return a field by its name or by the key that stands in files."""
    fields = model.model_fields if model else {}
    return fields.get(name) or next((field for field in fields.values() if field.alias == name), None)


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    """Return the model that a field, or each of its entries, is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _inner_model(inner))), None)
