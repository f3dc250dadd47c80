"""What a form is filled with is said where it is made: the docstring of every values function names its keys."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from ocop_cli import documents

Functions = dict[str, ast.FunctionDef]


def _functions(path: Path) -> Functions:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


MODULES = {path: _functions(path) for path in Path(documents.__file__).parent.glob("*.py")}
VALUES = {
    f"{path.stem}.{name}": (function, functions)
    for path, functions in MODULES.items()
    for name, function in functions.items()
    if name == "frame"
    or (name.endswith("_values") and ast.unparse(function.returns or function) == "dict[str, Any]")
}


def keys_of(function: ast.FunctionDef, functions: Functions) -> Iterator[str]:
    """The keys of the dict that a function returns, those of the functions laid into it too."""
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Dict):
            for key, value in zip(node.value.keys, node.value.values, strict=True):
                yield from [str(key.value)] if isinstance(key, ast.Constant) else _laid_in(value, functions)


def _laid_in(value: ast.expr, functions: Functions) -> Iterator[str]:
    name = value.func.id if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) else ""
    yield from (
        keys_of(functions[name], functions) if name in functions else ["frame"] if name == "frame" else []
    )


@pytest.mark.parametrize("name", VALUES)
def test_the_docstring_names_every_key(name: str) -> None:
    function, functions = VALUES[name]
    told = ast.get_docstring(function) or ""
    assert [key for key in keys_of(function, functions) if f"``{key}``" not in told] == []


def test_the_values_functions_are_found() -> None:
    assert len(VALUES) > 20
