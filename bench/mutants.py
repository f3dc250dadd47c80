"""Change the program in one place at a time and see whether the tests notice.

usage: python bench/mutants.py [--sample N] [--seed N] [--jobs N] [ROOM ...]      (rooms: evaluation rules)

Works on a copy of the checkout; prints every change that no test noticed, and the share of those noticed.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

ROOT = Path(__file__).resolve().parent.parent
_QUICK = [
    "tests/unit/evaluation/test_scoring.py",
    "tests/unit/evaluation/test_worked_cases.py",
    "tests/unit/evaluation/test_answers.py",
]
_SLOW = [
    "tests/unit/evaluation/test_tally.py",
    "tests/unit/evaluation/test_advice.py",
    "tests/unit/evaluation/test_commune_scores.py",
]
_COMMANDS = [
    f"tests/commands/test_{name}_command.py" for name in ("score", "rules_diff", "evaluate", "rules")
]
TESTS = {
    "evaluation": [*_QUICK, *_COMMANDS, *_SLOW, "tests/unit/documents", "tests/unit/checks"],
    "rules": [
        "tests/unit/rules",
        *_QUICK,
        *_COMMANDS,
        "tests/unit/checks",
        "tests/unit/workflow",
        *_SLOW,
        "tests/unit/documents",
    ],
}
"""The tests asked for each room, the quick ones first: the first that fails ends the run."""
_COMPARE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip
_CALLS = {"min": "max", "max": "min", "all": "any", "any": "all"}


@dataclass(frozen=True)
class Mutant:
    """One changed file."""

    path: Path
    line: int
    what: str
    text: str


def mutants(path: Path) -> Iterator[Mutant]:
    """Yield every change of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    places = list(ast.walk(tree))
    skipped = {id(n) for place in places for n in ast.walk(place) if _is_declaration(place)}
    for number, node in enumerate(places):
        if id(node) in skipped:
            continue
        for variant in range(3):
            copied = deepcopy(tree)
            target = list(ast.walk(copied))[number]
            what = change(target, variant)
            if what:
                yield Mutant(
                    path, getattr(node, "lineno", 0), what, ast.unparse(ast.fix_missing_locations(copied))
                )


def _is_declaration(node: ast.AST) -> bool:
    """Fields, constants of a module and annotations are data, not decisions."""
    return isinstance(node, ast.AnnAssign | ast.arguments | ast.Import | ast.ImportFrom) or (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("dataclass", "Field", "Column")
    )


def change(node: ast.AST, variant: int) -> str:  # noqa: C901 - one line per kind of change
    """Change one node in place; return what was done, or nothing."""
    before = ast.unparse(node) if isinstance(node, ast.expr) else ""
    if isinstance(node, ast.Compare) and variant < len(node.ops) and type(node.ops[variant]) in _COMPARE:
        node.ops[variant] = _COMPARE[type(node.ops[variant])]()
    elif isinstance(node, ast.BinOp) and variant == 0 and type(node.op) in _ARITHMETIC:
        node.op = _ARITHMETIC[type(node.op)]()
    elif isinstance(node, ast.BoolOp) and variant == 0:
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    elif isinstance(node, ast.UnaryOp) and variant == 0 and isinstance(node.op, ast.Not):
        node.op = ast.Not()
        node.operand = ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, ast.Constant) and variant == 0 and type(node.value) in (int, bool):
        node.value = (not node.value) if isinstance(node.value, bool) else node.value + 1
    elif (
        isinstance(node, ast.Call)
        and variant == 0
        and isinstance(node.func, ast.Name)
        and node.func.id in _CALLS
    ):
        node.func.id = _CALLS[node.func.id]
    elif (
        isinstance(node, ast.Return)
        and variant == 0
        and node.value is not None
        and not isinstance(node.value, ast.Constant)
    ):
        before, node.value = ast.unparse(node), ast.Constant(None)
    elif isinstance(node, ast.IfExp) and variant == 0:
        node.body, node.orelse = node.orelse, node.body
    else:
        return ""
    return f"{before}  →  {ast.unparse(node)}"


def noticed(copy: Path, mutant: Mutant, tests: list[str]) -> bool:
    """Run the tests on a copy with the change in it."""
    target = copy / mutant.path.relative_to(ROOT)
    kept = target.read_text(encoding="utf-8")
    target.write_text(mutant.text, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-n",
        "0",
        "-p",
        "no:cacheprovider",
        "--no-header",
        *tests,
    ]
    environment = {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        run = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, timeout=240, check=False
        )
    except subprocess.TimeoutExpired:
        return True
    else:
        return run.returncode != 0
    finally:
        target.write_text(kept, encoding="utf-8")


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rooms", nargs="*", default=[*TESTS])
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    found = [
        (mutant, TESTS[room])
        for room in options.rooms or TESTS
        for path in sorted((ROOT / "src/ocop_cli" / room).glob("*.py"))
        for mutant in mutants(path)
    ]
    if options.sample:
        found = random.Random(options.seed).sample(found, min(options.sample, len(found)))
    with tempfile.TemporaryDirectory() as folder:
        copies: Queue[Path] = Queue()
        for number in range(options.jobs):
            copies.put(_copy(Path(folder) / str(number)))
        with ThreadPoolExecutor(options.jobs) as pool:
            killed = list(pool.map(lambda pair: _judge(copies, *pair), found))
    print(f"{sum(killed)} of {len(killed)} changes noticed: {100 * sum(killed) / max(len(killed), 1):.1f} %")
    return 0


def _judge(copies: "Queue[Path]", mutant: Mutant, tests: list[str]) -> bool:
    copy = copies.get()
    try:
        killed = noticed(copy, mutant, tests)
    finally:
        copies.put(copy)
    if not killed:
        print(f"not noticed: {mutant.path.relative_to(ROOT)}:{mutant.line}  {mutant.what}", flush=True)
    return killed


def _copy(folder: Path) -> Path:
    ignored = shutil.ignore_patterns(".venv", ".git", "__pycache__", ".*_cache", ".hypothesis")
    return Path(shutil.copytree(ROOT, folder, ignore=ignored))


if __name__ == "__main__":
    sys.exit(main())
