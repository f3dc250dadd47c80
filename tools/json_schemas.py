"""The JSON Schemas of what verbs print with ``--json``, made of ``json_documents.yaml`` and ``json_shapes.yaml``."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

_HERE = Path(__file__).parent
_PLAIN: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "day": {"type": "string", "format": "date"},
    "whole": {"type": "integer"},
    "yes/no": {"type": "boolean"},
    "null": {"type": "null"},
    "data": {},
}
_LEFT_OUT = {"unread?": ["text"], "gaps?": ["gap"]}
"""What any document may say besides: the files that a look at many had to leave out."""


def json_schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of every document by the name in its id."""
    yaml = YAML(typ="safe", pure=True)  # YAML 1.2: ``on`` is a name there
    shapes = yaml.load(_HERE / "json_shapes.yaml")
    documents = yaml.load(_HERE / "json_documents.yaml")
    return {name: _document(name, shape, shapes) for name, shape in documents.items()}


def _document(name: str, shape: Any, shapes: Mapping[str, Any]) -> dict[str, Any]:
    kinds = [{**shapes[each], **_LEFT_OUT} for each in shape.split(" or ")] if isinstance(shape, str) else []
    bodies = [_with_id(_schema(each), name) for each in kinds or [{**shape, **_LEFT_OUT}]]
    used = {each: _schema(shapes[each]) for each in sorted(_used([*kinds, shape, _LEFT_OUT], shapes))}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"ocop/{name}@1",
        **(bodies[0] if len(bodies) == 1 else {"anyOf": bodies}),
        "$defs": {_key(each): made for each, made in used.items()},
    }


def _with_id(schema: dict[str, Any], name: str) -> dict[str, Any]:
    needed = dict.fromkeys(["schema", *schema["required"]])
    properties = {**schema["properties"], "schema": {"const": f"ocop/{name}@1"}}
    return {**schema, "properties": properties, "required": [*needed]}


def _schema(shape: Any) -> dict[str, Any]:
    if isinstance(shape, str):
        kinds = [_PLAIN.get(each, {"$ref": f"#/$defs/{_key(each)}"}) for each in shape.split(" or ")]
        return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    if isinstance(shape, list):
        return {"type": "array", "items": _schema(shape[0])}
    named = {name: inner for name, inner in shape.items() if name != "*"}
    return {
        "type": "object",
        "properties": {name.removesuffix("?"): _schema(inner) for name, inner in named.items()},
        "required": [name for name in named if not name.endswith("?")],
        "additionalProperties": _schema(shape["*"]) if "*" in shape else False,
    }


def _used(shape: Any, shapes: Mapping[str, Any]) -> set[str]:
    """Return the names of the shapes that a shape speaks of, and of those that these speak of."""
    found = {word for word in _words(shape) if word in shapes}
    return found.union(*(_used(shapes[name], shapes) for name in found))


def _words(shape: Any) -> Iterator[str]:
    if isinstance(shape, str):
        yield from shape.split(" or ")
    elif isinstance(shape, list):
        for inner in shape:
            yield from _words(inner)
    else:
        yield from _words([*shape.values()])


def _key(name: str) -> str:
    return name.replace(" ", "_")
