"""What verbs print with ``--json`` is data, and its shape is written down in ``schemas/json``.

Every document that any test prints is held against its schema there: ``support.json_output``.
"""

import ast
import importlib
import json
from collections.abc import Iterator
from typing import Any

import pytest

from ocop_cli.app import run
from support.command_lines import VERBS, NamedVerb
from support.json_output import SCHEMAS, faults_of, validator
from support.paths import ROOT
from support.prepared import Fresh
from support.runs import LONG

SOURCE = ROOT / "src"
PRINTED = {"title", "columns", "rows", "tables", "notes"}
"""The parts of a document that hold what people are shown."""
BESIDE = {"schema", "unread", "gaps", "dossier", "year", "kind"}
"""What tells which data are meant, and holds none."""
TABLES = {"fields", "plan-duties", "questions", "register", "report", "templates", "undo-steps"}
"""The documents that keep the table of people beside their data, for those who read it before."""
LEFT_TO_THE_LONG_RUN = {"init", "do", "rules show", "rules export", "rules check"}
"""Those that make another folder or run another verb, and the slow ones, whose documents other tests print."""


def printed_ids() -> Iterator[str]:
    """Yield the id of every document that the code prints."""
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for call in ast.walk(ast.parse(text)) if ".json(" in text else ():
            if (
                isinstance(call, ast.Call)
                and isinstance(call.func, ast.Attribute)
                and call.func.attr == "json"
            ):
                yield from _id_of(call.args[0], path.relative_to(SOURCE).with_suffix("").parts)


def _id_of(given: ast.expr, module: tuple[str, ...]) -> Iterator[str]:
    if isinstance(given, ast.Constant):
        yield str(given.value)
    elif isinstance(given, ast.Name) and given.id.isupper():
        yield getattr(importlib.import_module(".".join(module)), given.id)


def schemas() -> dict[str, dict[str, Any]]:
    """Return every schema by the name in the id of its document."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in SCHEMAS.glob("*.json")}


def test_every_printed_document_has_its_schema_and_every_schema_its_document() -> None:
    assert set(printed_ids()) == {f"ocop/{name}@1" for name in schemas()}


@pytest.mark.parametrize("name", sorted(schemas()))
def test_a_schema_is_one_and_takes_nothing_that_it_does_not_name(name: str) -> None:
    schema = schemas()[name]
    validator(name).check_schema(schema)
    for body in schema.get("anyOf", [schema]):
        assert body["additionalProperties"] is False
        assert body["properties"]["schema"] == {"const": f"ocop/{name}@1"}
        assert set(body["required"]) >= {"schema"}


def test_no_document_is_only_a_table_for_people() -> None:
    shown = {
        name: set(body["properties"])
        for name, schema in schemas().items()
        for body in schema.get("anyOf", [schema])
        if PRINTED & set(body["properties"]) >= {"columns"} or "tables" in body["properties"]
    }
    assert set(shown) == TABLES
    assert all(parts - PRINTED - BESIDE for parts in shown.values())


def test_a_document_of_another_shape_is_told() -> None:
    document = {"schema": "ocop/archive@1", "file": "a.zip", "files": [7], "open": [], "lost": [], "more": 1}
    assert len(faults_of(document)) == 2
    assert faults_of({"schema": "ocop/nothing@1"})


@pytest.mark.parametrize("kind", ["periodic", "ideas", "selection", "certified"])
def test_a_report_of_every_kind_is_data(kind: str, fresh: Fresh, capsys: pytest.CaptureFixture[str]) -> None:
    fresh()
    capsys.readouterr()
    assert run(["report", "--kind", kind, "--period", "2026", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["tables"]
    assert told.get("items") or told.get("ideas")


def test_fields_and_questions_are_data(fresh: Fresh, capsys: pytest.CaptureFixture[str]) -> None:
    fresh()
    capsys.readouterr()
    assert run(["set", "sam-day", "--json"]) == 0
    fields = {each["field"]: each for each in json.loads(capsys.readouterr().out)["fields"]}
    assert fields["product.name"]["shown"] == "Sâm dây sấy Xốp"
    assert fields["labour.total"]["kind"] == "count"
    assert run(["fill", "sam-day", "materials", "--json"]) == 2
    capsys.readouterr()
    assert run(["fill", "sam-day", "--all", "--json"]) == 0
    asked = json.loads(capsys.readouterr().out)["questions"]
    assert {each["field"] for each in asked} >= {"labour.total"}
    assert run(["set", "xã", "--json"]) == 0
    settings = json.loads(capsys.readouterr().out)["fields"]
    assert {each["field"] for each in settings} >= {"targets.2026.ideas"}


def test_steps_that_can_be_taken_back_are_data(fresh: Fresh, capsys: pytest.CaptureFixture[str]) -> None:
    fresh()
    assert run(["set", "sam-day", "lao động trong xã=16"]) == 0
    capsys.readouterr()
    assert run(["undo", "--list", "--json"]) == 0
    step = json.loads(capsys.readouterr().out)["steps"][0]
    assert step["files"] == ["dossiers/sam-day.yaml"]
    assert step["done"] is True


def asked() -> list[NamedVerb]:
    """Return the verbs that are run: on every push those that read, in the long run all, each in a fresh folder."""
    return [each for each in VERBS if LONG or not (each.verb.writes or each.name in LEFT_TO_THE_LONG_RUN)]


def test_every_verb_prints_one_document(fresh: Fresh, capsys: pytest.CaptureFixture[str]) -> None:
    fresh()
    for each in asked():
        if LONG:
            fresh()
        capsys.readouterr()
        run([*each.words, *each.given, "--json"])
        told = json.loads(capsys.readouterr().out)  # its shape is judged as it is printed
        assert told["schema"] != "ocop/error@1", (each.name, told)
