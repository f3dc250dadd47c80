"""No decision number, no year and no point value stands in Python: the law is data."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from ocop_cli.store.law.rulebook import load_rulebook
from support.source import FILES, name_of, tree_of

# Numbers that are no law: the first season of the programme and the end of the century bound a typing error in a year.
ALLOWED_NUMBERS = {"dossier/product.py": {2019}, "viet/dates.py": {2100}}

MEASURES = ("render", "lint")  # their numbers are twips and points of type, not years
RULE_PACKAGES = ("rules", "evaluation", "workflow", "checks")
PLAIN_NUMBERS = {0, 1, 2, 100}  # nothing, one, a pair, the whole of a share


def _names_of_decisions() -> re.Pattern[str]:
    """Every id and number of every known decision and amendment, also without its ending."""
    names: set[str] = set()
    for text in load_rulebook().texts:
        heads = [(text.id, text.number), *((a.id, a.number) for a in text.amendments)]
        for identity, number in heads:
            names |= {identity, number, number.partition("/QĐ")[0]}
    return re.compile("|".join(rf"(?<![0-9]){re.escape(name)}(?![0-9])" for name in sorted(names)))


DECISIONS = _names_of_decisions()
ACTS = re.compile(r"\d/(?:\d{4}/)?(?:NĐ-CP|TT-|QĐ-TTg|QĐ-BN|QH\d)")
"""The numbers of decrees, circulars, decisions and laws, whatever the office that gave them."""


@cache
def _constants(file: Path) -> tuple[ast.Constant, ...]:
    """Every constant of a module, docstrings left out."""
    return tuple(_found(tree_of(file)))


def _found(tree: ast.Module) -> Iterator[ast.Constant]:
    prose = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in prose:
            yield node


def _may_be_points(value: object) -> bool:
    number = float(str(value))
    return number.is_integer() and number not in PLAIN_NUMBERS


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_no_decision_is_named_in_python(file: Path) -> None:
    named = [
        f"{node.lineno}: {node.value}"
        for node in _constants(file)
        if isinstance(node.value, str) and (DECISIONS.search(node.value) or ACTS.search(node.value))
    ]
    assert named == []


@pytest.mark.parametrize("file", [f for f in FILES if name_of(f).split("/")[0] not in MEASURES], ids=name_of)
def test_no_year_stands_in_python(file: Path) -> None:
    allowed = ALLOWED_NUMBERS.get(name_of(file), set())
    years = [
        f"{node.lineno}: {node.value}"
        for node in _constants(file)
        if type(node.value) is int and 2019 <= node.value <= 2100 and node.value not in allowed
    ]
    assert years == []


@pytest.mark.parametrize("file", [f for f in FILES if name_of(f).split("/")[0] in RULE_PACKAGES], ids=name_of)
def test_no_point_value_stands_in_python(file: Path) -> None:
    """A point value would be a whole ``Decimal``; only nothing, one and the whole may be written so."""
    values = [
        f"{node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Decimal"
        and any(isinstance(a, ast.Constant) and _may_be_points(a.value) for a in node.args)
    ]
    assert values == []


def test_the_search_would_find_a_decision() -> None:
    assert DECISIONS.search("theo Quyết định số 148/QĐ-TTg")
    assert DECISIONS.search("26-2026")
    assert ACTS.search("Nghị định số 30/2020/NĐ-CP")
    assert not ACTS.search("Quyết định số 26/QĐ-UBND")
    assert not DECISIONS.search("ngày 1148 đồng")
