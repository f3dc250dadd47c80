"""Which faults would no test notice: change the code at random places, one at a time, and run the tests near by.

    PYTHONPATH=tests nice -n 19 .venv/bin/python tools/mutants.py [--each 40] [--seed 1] [PART…]

Prints for each part how many of its mutants the tests killed, and where the others stand. Without parts all of them; a
part is reader, writer, masking or merge. The source is changed in a copy. The rules of points and stars have a run of their own: `mutmut run`.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SOURCE = "src/ocop_cli"
SLOWER = 6
"""How many times the run without a mutant one may take before it counts as killed: it does not end."""


class Part(NamedTuple):
    """What is changed, and the tests that have to notice."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]


PARTS = {
    "reader": Part(
        ("store/yaml/*.py",),
        (
            "tests/unit/store/test_yaml*.py",
            "tests/unit/store/test_composer.py",
            "tests/unit/store/test_plain_writer.py",
            "tests/unit/store/test_broken_lines.py",
        ),
    ),
    "writer": Part(
        ("store/files/*.py",), ("tests/unit/store/test_changes.py", "tests/unit/store/test_every_touch.py")
    ),
    "masking": Part(
        ("viet/personal.py", "console/__init__.py"),
        ("tests/unit/viet/test_personal*.py", "tests/unit/test_masked_screens.py"),
    ),
    "merge": Part(
        ("merging/*.py", "usecases/merge_*.py", "store/yaml/remarks.py"),
        ("tests/unit/merging", "tests/commands/test_merge_command.py"),
    ),
}
COMPARED = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


class Mutant(NamedTuple):
    """A changed module: its path in the package, the line, and what was changed."""

    module: str
    line: int
    what: str
    text: str


def places(path: Path) -> Iterator[tuple[Path, int]]:
    """Yield where a module can be changed, by the numbers of its nodes."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    yield from ((path, number) for number, node in enumerate(nodes) if _changed(node))


def mutant_at(path: Path, number: int) -> Mutant:
    """Return a module with one node changed: a comparison, a condition, a number, a truth, what is returned."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    node: Any = list(ast.walk(tree))[number]
    return Mutant(str(path.relative_to(ROOT / SOURCE)), node.lineno, _changed(node), ast.unparse(tree))


def _changed(node: ast.AST) -> str:
    """Change a node in its place and say how; empty where nothing is to be changed."""
    what = ""
    match node:
        case ast.Compare(ops=[op, *_]) if type(op) in COMPARED:
            node.ops[0] = COMPARED[type(op)]()
            what = f"{type(op).__name__} turned"
        case ast.BoolOp():
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            what = "and/or turned"
        case ast.If() | ast.IfExp() | ast.While():
            node.test = ast.UnaryOp(ast.Not(), node.test)
            what = "condition negated"
        case ast.Constant(value=bool()):
            node.value = not node.value
            what = "truth turned"
        case ast.Constant(value=int()):
            node.value += 1
            what = "number + 1"
        case ast.Return(value=ast.expr()):
            node.value = ast.Constant(None)
            what = "returns nothing"
        case ast.BinOp(op=ast.Add()):
            node.op = ast.Sub()
            what = "+ to -"
    return what


def main() -> None:
    """Try mutants of the parts that are named."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[])
    options.add_argument("--each", type=int, default=40)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name in ("src", "templates", "schemas", "examples"):
            shutil.copytree(ROOT / name, Path(folder) / name, ignore=shutil.ignore_patterns("__pycache__"))
        copy = Path(folder) / "src"
        for name in given.parts or PARTS:
            _try_part(name, copy, given.each, random.Random(given.seed))


def _try_part(name: str, copy: Path, each: int, chance: random.Random) -> None:
    part = PARTS[name]
    paths = [path for pattern in part.modules for path in sorted((ROOT / SOURCE).glob(pattern))]
    every = [place for path in paths for place in places(path)]
    tests = [str(path) for pattern in part.tests for path in sorted(ROOT.glob(pattern))]
    tried = [mutant_at(*place) for place in chance.sample(every, min(each, len(every)))]
    begun = time.monotonic()
    if not _is_killed(copy, tests, 3600):
        seconds = SLOWER * (time.monotonic() - begun)
        alive = [mutant for mutant in tried if not _is_killed(copy, tests, seconds, mutant)]
        killed = len(tried) - len(alive)
        print(
            f"{name}: {killed} of {len(tried)} killed ({killed / len(tried):.0%}), {len(every)} in all",
            flush=True,
        )
        for mutant in alive:
            print(f"  {mutant.module}:{mutant.line}: {mutant.what}", flush=True)
    else:
        sys.exit(f"{name}: its tests fail without any mutant")


def _is_killed(copy: Path, tests: list[str], seconds: float, mutant: Mutant | None = None) -> bool:
    place = copy / "ocop_cli" / mutant.module if mutant else None
    whole = place.read_text(encoding="utf-8") if place else ""
    if place and mutant:
        place.write_text(mutant.text, encoding="utf-8")
    environment = os.environ | {
        "PYTHONPATH": f"{copy}{os.pathsep}{ROOT / 'tests'}",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    words = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider", *tests]
    try:
        done = subprocess.run(
            words, cwd=ROOT, env=environment, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return True
    finally:
        if place:
            place.write_text(whole, encoding="utf-8")
    return done.returncode != 0


if __name__ == "__main__":
    main()
