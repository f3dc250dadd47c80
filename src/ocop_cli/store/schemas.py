"""JSON Schemas of the files of a workspace, with Vietnamese titles, for editors."""

import json

from ocop_cli.store.data_places import DATA_PLACES
from ocop_cli.viet.fields import Record


def schema_files() -> dict[str, bytes]:
    """Return the schema of every file format by its file name."""
    return {f"{place.schema}.json": _schema(place.model) for place in DATA_PLACES if place.schema}


def _schema(model: type[Record]) -> bytes:
    schema = model.model_json_schema(by_alias=True)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
