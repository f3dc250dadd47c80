"""What an editor marks red, the reader refuses: the schemas take what is read."""

import json
import re
from typing import Any

import pytest

from ocop_cli.dossier.field_map import Field, FieldKind
from ocop_cli.store.packaged import load_field_map
from ocop_cli.store.schemas import schema_files

FILES = {name: json.loads(content) for name, content in schema_files().items()}


def of(file: str, model: str, field: str) -> dict[str, Any]:
    schema = FILES[file]
    holder = schema["$defs"][model] if model else schema
    found: dict[str, Any] = holder["properties"][field]
    return next((part for part in found.get("anyOf", []) if part.get("type") != "null"), found)


def takes(schema: dict[str, Any], value: Any) -> bool:
    """Say whether a schema takes a value as a YAML editor reads it."""
    kinds = {str: "string", bool: "boolean", int: "number", float: "number"}
    allowed = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    fits = not isinstance(value, str) or re.search(schema.get("pattern", ""), value)
    return kinds[type(value)] in allowed and bool(fits)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (("dossier.json", "Licence", "number"), 312345678),
        (("private.json", "", "citizen_id"), 12345678901),
        (("dossier.json", "Producer", "women_led"), "Có"),
        (("dossier.json", "Producer", "women_led"), "KHÔNG"),
        (("dossier.json", "Producer", "women_led"), True),
        (("dossier.json", "Business", "growth_percent"), "22,5%"),
        (("dossier.json", "Product", "name"), "Mật ong"),
    ],
)
def test_an_editor_takes_what_is_read(field: tuple[str, str, str], value: Any) -> None:
    assert takes(of(*field), value)


def test_an_editor_marks_what_is_no_answer() -> None:
    assert not takes(of("dossier.json", "Producer", "women_led"), "có lẽ")


@pytest.mark.parametrize("field", load_field_map().fields, ids=lambda field: field.path)
def test_every_field_that_people_state_shows_its_example(field: Field) -> None:
    """The editor of the file that holds it offers it, and does not mark it."""
    whole = field.model.__name__
    file = {"Dossier": "dossier.json", "ProducerRecord": "producer.json", "PrivateData": "private.json"}[
        whole
    ]
    model = "" if field.owner is field.model else field.owner.__name__
    schema = FILES[file]["$defs"][model] if model else FILES[file]
    held = schema["properties"][field.key]
    wanted = [field.example] if field.kind is FieldKind.CODES else field.example
    assert wanted in held["examples"]
    pattern = of(file, model, field.key).get("pattern")
    assert pattern is None or re.search(pattern, field.example)
    if whole == "ProducerRecord" and not field.listed and not model:
        assert wanted in FILES["dossier.json"]["$defs"]["Producer"]["properties"][field.key]["examples"]
