"""Every document that a test has a verb print with ``--json`` is held against its schema in ``schemas/json``."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from ocop_cli.console import Console, ReadyItems
from support.paths import ROOT

SCHEMAS = ROOT / "schemas/json"
NOT_OF_A_VERB = "ocop/x@1"
"""What the tests of the console itself print."""
_print_document = Console.json
_faults: list[str] = []


@cache
def validator(name: str) -> Draft202012Validator:
    """Return what judges documents of an id ``ocop/NAME@1``."""
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=FormatChecker())


def faults_of(document: Mapping[str, Any]) -> list[str]:
    """Say in what a document is not as its schema has it."""
    name = str(document["schema"]).removeprefix("ocop/").removesuffix("@1")
    if not (SCHEMAS / f"{name}.json").is_file():
        return [f"{document['schema']}: no schema; describe it in tools/json_documents.yaml"]
    return [
        f"{name} {fault.json_path}: {fault.message[-300:]}" for fault in validator(name).iter_errors(document)
    ]


def _judged(self: Console, schema: str, payload: Mapping[str, Any]) -> None:
    if schema != NOT_OF_A_VERB:
        held = {  # they can be gone through once
            name: ReadyItems(list(each.items))
            for name, each in payload.items()
            if isinstance(each, ReadyItems)
        }
        payload = {**payload, **held}
        ready = {name: json.loads("".join(each.texts())) for name, each in held.items()}
        document = json.loads(json.dumps({"schema": schema, **payload, **ready}, default=str))
        _faults.extend(faults_of(document))
    _print_document(self, schema, payload)


def pytest_configure() -> None:
    """Judge what is printed from now on."""
    Console.json = _judged  # type: ignore[method-assign]  # one place that every document passes


def pytest_runtest_teardown() -> None:
    """Fail the test, or the fixture, that had a document printed which is not as its schema has it."""
    found, _faults[:] = list(dict.fromkeys(_faults)), []
    if found:
        pytest.fail("\n".join(found), pytrace=False)
