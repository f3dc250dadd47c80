"""JSON Schemas of the files of a workspace, with Vietnamese titles and the examples of the field map, for editors."""

import json
from collections.abc import Mapping
from typing import Any

from ocop_cli.dossier.field_map import Field, FieldKind
from ocop_cli.store.built_in.packaged import load_field_map
from ocop_cli.store.workspace.data_places import DATA_PLACES
from ocop_cli.viet.fields import Record


def schema_files() -> dict[str, bytes]:
    """Return the schema of every file format by its file name."""
    return {f"{place.schema}.json": _schema(place.model) for place in DATA_PLACES if place.schema}


def _schema(model: type[Record]) -> bytes:
    schema = model.model_json_schema(by_alias=True)
    parts = {model.__name__: schema, **schema.get("$defs", {})}
    for field in load_field_map():
        owners = (
            parts.get(owner.__name__, {}) for owner in field.owner.__mro__
        )  # a shared producer is a producer
        for held in filter(None, (owner.get("properties", {}).get(field.key) for owner in owners)):
            _give_example(held, field)
    return schema_text({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})


def schema_text(schema: Mapping[str, Any]) -> bytes:
    """Return a schema as its file has it."""
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


def _give_example(held: dict[str, Any], field: Field) -> None:
    """Add the example of a field; a part that stands in several places has one of each."""
    example = [field.example] if field.kind is FieldKind.CODES else field.example
    examples = held.setdefault("examples", [])
    if example not in examples:
        examples.append(example)
