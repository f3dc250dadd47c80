"""What is stated in a new dossier takes the place of its example; what a person wrote into the comments stays."""

import random
import re
from pathlib import PurePath
from typing import Any

import pytest

from ocop_cli.dossier.field_map import Field
from ocop_cli.store.built_in.packaged import load_field_map
from ocop_cli.store.dossier.skeleton import settled
from ocop_cli.store.files.changes import Change
from ocop_cli.store.workspace.new_files import dossier_text
from ocop_cli.store.yaml.edit import Append, Edit, Set, edit
from ocop_cli.store.yaml.source import parse

NAME = "dossiers/banh-la.yaml"
HELD = {
    "schema": "ocop/dossier@1",
    "product": {"name": "Bánh lá", "set": 6},
    "producer": {"name": "HTX Mẫu", "kind": "cooperative"},
    "registration": {"track": "new", "kind": "first", "year": 2026},
    "history": [{"stage": "idea", "on": "2026-11-23"}],
}
_FIELDS = [f for f in load_field_map() if not f.path.startswith(("private.", "producer.labour"))]


def steps(field: Field) -> tuple[str, ...]:
    return ("producer", *field.steps) if field.path.startswith("producer.") else field.steps


def stated(field: Field) -> Edit:
    """What a verb writes for a field of a dossier: in a table as a new row."""
    *way, key = steps(field)
    if field.listed:
        return Append(tuple(way), {key: field.example})
    return Set(steps(field), [field.example] if field.kind.value == "codes" else field.example)


def written(text: str, field: Field) -> str:
    """Write a field as ``Session.write`` does."""
    before = parse(text.encode(), NAME)
    after = edit(before, [stated(field)])
    done = settled(Change(NAME, before.raw, after.raw)).after
    assert done is not None
    assert parse(done, NAME).data == after.data
    return done.decode()


def remarks(text: str) -> list[str]:
    return [line for line in text.splitlines() if re.match(r" *#", line)]


@pytest.mark.parametrize("seed", range(20))
def test_no_example_stands_beside_what_was_stated_and_every_other_stays(seed: int) -> None:
    chance = random.Random(seed)
    text = dossier_text(HELD, PurePath(NAME).stem)
    for field in chance.sample(_FIELDS, 12):
        before, text = text, written(text, field)
        data = parse(text.encode(), NAME).data
        part, *inner = steps(field)
        is_table = not isinstance(data[part], dict)
        gone = [part] if is_table else [key for key in data[part] if key in inner[:1]]
        assert not [line for line in remarks(text) if re.match(rf"# ({part}):", line)], field.path
        if not is_table:
            head = re.search(rf"(?ms)^{part}:\n(.*?)(?=^\S|\Z)", text)
            assert head
            assert not [key for key in gone if re.search(rf"(?m)^  # {key}:", head[1])], field.path
        others = [line for line in remarks(before) if re.match(r"# — ", line)]
        assert len(others) - len([line for line in remarks(text) if re.match(r"# — ", line)]) <= 1


def test_when_everything_is_stated_no_example_and_no_word_about_them_is_left() -> None:
    text = dossier_text(HELD, PurePath(NAME).stem)
    for field in _FIELDS:
        if steps(field)[:2] not in {("product", "name"), ("producer", "name")}:
            text = written(text, field)
    assert [line for line in remarks(text) if "yaml-language-server" not in line] == []


@pytest.mark.parametrize("part", ["labour", "materials", "identity", "papers"])
def test_a_part_stands_where_its_example_stood(part: str) -> None:
    text = dossier_text(HELD, PurePath(NAME).stem)
    fields = [field for field in _FIELDS if steps(field)[0] == part]
    after = written(text, fields[0])
    above = text[: text.index(f"# {part}:")].rsplit("#\n# — ", 1)[0]
    assert after.startswith(f"{above}{part}:\n")


@pytest.mark.parametrize("part", ["labour", "identity", "samples", "idea"])
def test_a_part_that_is_stated_whole_leaves_no_example(part: str) -> None:
    text = dossier_text(HELD, PurePath(NAME).stem)
    before = parse(text.encode(), NAME)
    value: dict[str, Any] = {}
    for _, key, *inner in (steps(field) for field in _FIELDS if steps(field)[0] == part):
        value[key] = {inner[0]: "x", **value.get(key, {})} if inner else "x"
    after = edit(before, [Set((part,), value)])
    done = settled(Change(NAME, before.raw, after.raw)).after
    assert done is not None
    assert parse(done, NAME).data == after.data
    assert not re.search(rf"(?m)^# {part}:", done.decode())


@pytest.mark.parametrize("part", ["labour", "materials", "business", "product", "registration"])
def test_an_example_that_a_person_has_changed_stays(part: str) -> None:
    fields = [f for f in _FIELDS if steps(f)[0] == part and f.path not in {"product.name", "product.set"}]
    field = fields[-1]
    text = dossier_text(HELD, PurePath(NAME).stem)
    line = next(line for line in remarks(text) if line.endswith(f"   # {field.name}"))
    changed = text.replace(line, f"{line} (hỏi lại chủ thể)")
    assert f"{line} (hỏi lại chủ thể)" in written(changed, field)
