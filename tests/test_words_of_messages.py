"""No message names a key of a file, and what it says to type can be typed: every Vietnamese text in the code, every
explanation, every text of the cycle is read."""

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.codes import CODES
from ocop_cli.store.workspace.data_places import DATA_PLACES
from ocop_cli.viet.field_titles import found_in
from ocop_cli.viet.fields import Record
from support.paths import ROOT

PACKAGE = ROOT / "src/ocop_cli"
FILES = sorted(PACKAGE.rglob("*.py"))
OF_LAW_DATA = {
    "documents/grounds.py": "grounds",
    "codes.py": "grounds",
    "store/workspace/new_files.py": "make_up_days",
    "dossier/model.py": "producers",
}
"""Texts for whoever opens the data of a decision, comments of a new file, which are YAML themselves, and a folder's name."""
NO_KEYS = {"git", "ocop", "yaml"}
_VIETNAMESE = re.compile(
    "[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE
)
_TYPED = re.compile(r"`[^`]*`")
_DOTTED = re.compile(r"(?<![\w/.-])[a-z][a-z_]*(?:\.[a-z_]+)+(?![\w/(])")
_JOINED = re.compile(r"(?<![\w/.{-])[a-z]+(?:_[a-z]+)+(?![\w/])")
_AFTER_PART = re.compile(r"(?:mục|trường|của|ghi|vào|trong|rồi ghi) “?([a-z]+)\b(?!/|\.\w)")


@cache
def keys() -> frozenset[str]:
    """Every key of every data file, those of its parts included."""

    def of(model: type[Record], seen: set[type[Record]]) -> Iterator[str]:
        if model in seen:
            return
        seen.add(model)
        for name, info in model.model_fields.items():
            yield info.alias or name
            if inner := found_in(info.annotation, Record):
                yield from of(inner, seen)

    return frozenset(key for place in DATA_PLACES for key in of(place.model, set())) - NO_KEYS


def keys_named(text: str) -> list[str]:
    """Return the keys that a text names: ``office.consulted``, ``mục labour``, ``product_code``."""
    bare = _TYPED.sub("", text)
    dotted = [word for word in _DOTTED.findall(bare) if set(word.split(".")) <= keys()]
    joined = [word for word in _JOINED.findall(bare) if word in keys()]
    return [*dotted, *joined, *(word for word in _AFTER_PART.findall(bare) if word in keys())]


@cache
def texts(path: Path) -> tuple[str, ...]:
    """Return every Vietnamese text of a module but its docstrings; ``§`` stands for what is put in."""
    return tuple(_texts(path))


def _texts(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    described = (ast.Module, ast.ClassDef, ast.FunctionDef)
    told = [node.body[0] for node in ast.walk(tree) if isinstance(node, described) and node.body]
    docstrings = {id(each.value) for each in told if isinstance(each, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "§" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            text = node.value
        else:
            continue
        if _VIETNAMESE.search(text):
            yield text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_text_names_a_key(path: Path) -> None:
    allowed = OF_LAW_DATA.get(path.relative_to(PACKAGE).as_posix(), "")
    named = {text: found for text in texts(path) if (found := [k for k in keys_named(text) if k != allowed])}
    assert not named


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_command_to_type_has_the_quotes_of_a_keyboard(path: Path) -> None:
    typed = [command for text in texts(path) for command in _TYPED.findall(text)]
    assert [command for command in typed if "“" in command or "”" in command] == []


def spoken(part: Any) -> Iterator[str]:
    """Yield every Vietnamese text of data."""
    if isinstance(part, dict):
        yield from (text for value in part.values() for text in spoken(value))
    elif isinstance(part, list):
        yield from (text for value in part for text in spoken(value))
    elif isinstance(part, str) and _VIETNAMESE.search(part):
        yield part


def test_no_text_of_the_cycle_names_a_key() -> None:
    told = list(spoken(json.loads((PACKAGE / "compiled/cycle.json").read_text(encoding="utf-8"))))
    assert len(told) > 20
    assert {text: found for text in told if (found := keys_named(text))} == {}


@pytest.mark.parametrize("code", [code for code in CODES if not code.startswith("R")])
def test_no_explanation_names_a_key(code: str) -> None:
    assert not [
        key for text in CODES[code] for key in keys_named(text) if key != OF_LAW_DATA["documents/grounds.py"]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sửa mục office.consulted.",
        "Ghi product.set.",
        "Bổ sung mục labour.",
        "sửa product_code",
        "ghi origin",
    ],
)
def test_a_key_is_found(text: str) -> None:
    assert keys_named(text)
