"""The rules of the architecture, as tests: import direction, sizes, purity, what is generated."""

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ocop_cli.store.built_in.packaged import load_cycle
from support.paths import ROOT
from support.source import FILES, PACKAGE, name_of, tree_of

TABLES = {"codes.py"}  # one entry a line: longer is not harder to read
PURE = (
    "checks", "documents", "lint", "intake", "merging", "reports", "workflow", "evaluation", "dossier", "rules",
    "programme", "viet", "ooxml",
)  # fmt: skip
PURE_FILES = ("annotations.py", "findings.py", "tables.py", "errors.py", "codes.py", "commune_contents.py")
BANNED_NAMES = {"utils", "helpers", "common", "manager", "base", "misc"}
IMPURE_CALLS = {"open", "print", "input", "exec", "eval", "__import__"}
IMPURE_MODULES = {"os", "random", "subprocess", "socket", "time", "shutil", "tempfile", "pathlib", "secrets"}
CLOCK = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow")}


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    yield from (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef))


def body_lines(function: ast.FunctionDef) -> int:
    """Count the lines of a function's body, its docstring aside."""
    first, body = function.body[0], function.body
    has_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    kept = body[1:] if has_docstring and len(body) > 1 else body
    return (kept[-1].end_lineno or 0) - kept[0].lineno + 1


def code_lines(path: Path) -> int:
    """Count the lines of a command module that decide something: no imports, blanks or docstrings."""
    return sum(
        (node.end_lineno or 0) - node.lineno + 1
        for node in tree_of(path).body
        if not isinstance(node, ast.Import | ast.ImportFrom | ast.Expr)
    )


def imported(node: ast.Import | ast.ImportFrom) -> set[str]:
    """Return the packages that a line imports; a pure path is a text with parts and no door to the disk."""
    if isinstance(node, ast.Import):
        return {alias.name.partition(".")[0] for alias in node.names}
    only_pure_paths = all(alias.name.startswith("Pure") for alias in node.names)
    return set() if node.module == "pathlib" and only_pure_paths else {(node.module or "").partition(".")[0]}


def test_imports_run_one_way() -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_functions_are_small() -> None:
    lengths = [body_lines(function) for path in FILES for function in functions(path)]
    too_long = [
        f"{name_of(path)}:{function.name}"
        for path in FILES
        for function in functions(path)
        if body_lines(function) > 40
    ]
    assert too_long == []
    assert statistics.median(lengths) <= 10


def file_lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_half_of_the_files_are_very_short() -> None:
    assert statistics.median(map(file_lines, FILES)) <= 100


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_files_are_short_and_well_named(path: Path) -> None:
    assert file_lines(path) <= 300 or name_of(path) in TABLES
    assert path.stem not in BANNED_NAMES


@pytest.mark.parametrize("path", sorted((PACKAGE / "commands").glob("*.py")), ids=lambda path: path.name)
def test_command_modules_only_connect(path: Path) -> None:
    assert code_lines(path) <= 80


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in FILES
        if name_of(path).startswith(tuple(f"{package}/" for package in PURE)) or name_of(path) in PURE_FILES
    ],
    ids=name_of,
)
def test_the_core_is_pure(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            assert not imported(node) & IMPURE_MODULES
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in IMPURE_CALLS
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            assert (node.value.id, node.attr) not in CLOCK


def test_every_ignore_says_why() -> None:
    """A check of style or types that is switched off on a line gives its reason on that line."""
    reason = re.compile(r"noqa: [A-Z0-9, ]+ [-#] ?\S|type: ignore\[[a-z, -]+\] +# \S")
    marks = "# " + "noqa", "# " + "type: ignore"
    folders = (ROOT / name for name in ("src", "tests", "tools", "bench"))
    texts = {path: path.read_text(encoding="utf-8") for folder in folders for path in folder.rglob("*.py")}
    bare = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path, text in texts.items()
        if any(mark in text for mark in marks)
        for line in text.split("\n")
        if any(mark in line for mark in marks) and not reason.search(line)
    ]
    assert bare == []


def test_the_clock_is_read_in_one_place() -> None:
    readers = [
        name_of(path)
        for path in FILES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr) in CLOCK
    ]
    assert readers == ["session/__init__.py"]


def test_the_readme_starts_with_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    opening = text.partition("## What it does")[0]
    commands = opening.split("```sh\n")[1:]
    assert len(commands) == 2
    assert commands[0].split("\n")[0].endswith("ocop demo")
    assert commands[1].split("\n")[0].endswith("pytest")


def test_what_is_generated_is_in_step() -> None:
    done = subprocess.run(
        [sys.executable, "tools/generate.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_no_stage_of_the_cycle_is_named_in_python() -> None:
    """Stages carry flags in ``cycle.yaml``; ids that are words of other lists too are left out."""
    other_words = {"idea", "certified", "received"}
    ids = set(load_cycle().stages) - other_words
    named = [
        f"{name_of(path)}:{node.lineno}"
        for path in FILES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Constant) and node.value in ids
    ]
    assert named == []


def test_moves_are_made_in_one_place() -> None:
    """Only ``usecases/move.py`` adds to a dossier's history: it asks the cycle first."""
    adders = {
        name_of(path)
        for path in FILES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"Append", "Set"}
        and any(isinstance(c, ast.Constant) and c.value == "history" for c in ast.walk(node))
    }
    assert adders == {"usecases/move.py"}


def test_a_dossier_may_be_sent_where_a_submission_moves_it() -> None:
    cycle = load_cycle()
    assert {stage.id for stage in cycle.stages.values() if stage.sendable} == cycle.leads_to("submission")
