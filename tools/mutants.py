"""Which faults would no test notice: change the code at random places, one at a time, and run the tests near by.

    nice -n 10 .venv/bin/python tools/mutants.py [--each 40] [--seed 1] [PART…]

Prints where the mutants stand that no test kills, and for each part how many were killed. Without parts all of them; a
part is reader, writer, masking or merge. The source is changed in a copy, and of the tests near by those are run that
run a line of the statement that was changed: a run under coverage says which. They are judged in as many processes as
there are processors. The rules of points and stars have a run of their own: `mutmut run`.

Left out, and counted apart, is what nobody can ever see: the numbers that `UNSEEN` names, `slots` of a data class,
`maxsize` of a cache, `strict=True` of `zip`, which guards as an assertion does, and `return False` made to return nothing,
which is as false (`return None` made to return nothing is no change at all).
"""

import argparse
import ast
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from coverage import Coverage, CoverageData

ROOT = Path(__file__).resolve().parent.parent
SOURCE = "src/ocop_cli"
SLOWER = 6
"""How many times the run without a mutant one may take before it counts as killed: it does not end."""


WORDS = ("-x", "-q", "-n", "0", "-p", "no:cacheprovider")
LIBRARIES = ("hypothesis", "pydantic", "typer", "yaml", "lxml.etree", "docx")
"""What every run of the tests imports: once, before it is forked."""


AN_HOUR = 3600


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
            "tests/unit/store/test_plain_lines.py",
            "tests/unit/store/test_sources.py",
            "tests/unit/store/test_plain_writer.py",
            "tests/unit/store/test_broken_lines.py",
        ),
    ),
    "writer": Part(
        ("store/files/*.py",),
        (
            "tests/unit/store/test_changes.py",
            "tests/unit/store/test_disk_and_lock.py",
            "tests/unit/store/test_every_touch.py",
            "tests/unit/store/test_recovery.py",
            "tests/unit/store/test_bug_log.py",
            "tests/unit/store/test_big_files.py",
            "tests/commands/test_killed_commands.py",
            "tests/commands/test_undo_command.py",
            "tests/commands/test_lint_command.py",
            "tests/commands/test_interview.py",
            "tests/commands/test_frame.py",
            "tests/commands/test_kept_answers.py",
        ),
    ),
    "masking": Part(
        ("viet/personal.py", "console/__init__.py"),
        (
            "tests/unit/viet/test_personal*.py",
            "tests/unit/test_masked_screens.py",
            "tests/commands/test_frame_console.py",
        ),
    ),
    "merge": Part(
        ("merging/*.py", "usecases/merge/*.py", "store/yaml/remarks.py"),
        ("tests/unit/merging", "tests/commands/test_merge_command.py"),
    ),
}
COMPARED = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


class Mutant(NamedTuple):
    """A changed module: its path in the package, the line, the lines of the statement, and what was changed."""

    module: str
    line: int
    lines: range
    what: str
    text: str


UNSEEN = {
    "PIECE": "bytes that are read at once",
    "BIG": "bytes from which on a file is given a second name and not copied; the tests set their own",
    "WAITS": "seconds between two looks at a lock; the tests set their own",
    "temporary_beside": "letters of a random name",
    "_BINARY": "what only Windows has",
    "_TOGETHER": "items of a list that are printed at once",
    "_FAR_IN": "spaces from which on a text is looked at with care, which says the same",
    "_NODES_OF_A_LINE": "lines from which on it is",
    "_TOO_LONG": "letters of a text that is not read a dozen times",
    "_END": "a line behind all lines",
    "_LONGEST_KEY": "letters of a name from which on the library writes it, which writes the same",
    "_LONGEST_HASH": "letters around a number among which a hash is looked for",
}
"""Constants, and the function, whose numbers may be others, and what they are."""


def places(path: Path) -> tuple[list[tuple[Path, int]], int]:
    """Return where a module can be changed, by the numbers of its nodes, and how many such places are left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    unseen, nodes = set(map(id, _unseen(tree))), list(ast.walk(tree))
    changed = [(number, node) for number, node in enumerate(nodes) if _changed(node)]
    kept = [(path, number) for number, node in changed if id(node) not in unseen]
    return kept, len(changed) - len(kept)


def _unseen(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that can be changed without anybody ever seeing it."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.FunctionDef(name=name) if name in UNSEEN:
                yield from (part for part in ast.walk(node) if _is_number(part))
            case (
                ast.keyword(arg="slots" | "maxsize")
                | ast.keyword(arg="strict", value=ast.Constant(value=True))
            ):
                yield node.value
            case ast.Return(value=ast.Constant(value=False)):
                yield node


def _is_number(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) is int


def mutant_at(path: Path, number: int) -> Mutant:
    """Return a module with one node changed: a comparison, a condition, a number, a truth, what is returned."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    node: Any = list(ast.walk(tree))[number]
    lines = _statement(tree, node)
    return Mutant(str(path.relative_to(ROOT / SOURCE)), node.lineno, lines, _changed(node), ast.unparse(tree))


def _statement(tree: ast.AST, node: Any) -> range:
    """Return the lines of the statement that a node is part of, or its own where it is none's: a decorator.

    What is run when a module is imported is part of all that is run of it.
    """
    own = range(node.lineno, node.end_lineno + 1)
    acts = (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.Lambda))
    if not any(act.lineno <= own[0] <= (act.end_lineno or 0) for act in acts):
        return range(1, sys.maxsize)
    around = (
        range(s.lineno, s.end_lineno + 1) for s in ast.walk(tree) if isinstance(s, ast.stmt) and s.end_lineno
    )
    return min((lines for lines in around if own[0] in lines and own[-1] in lines), key=len, default=own)


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
        case ast.If() | ast.IfExp() | ast.While() if ast.unparse(node.test) != "TYPE_CHECKING":
            node.test = ast.UnaryOp(ast.Not(), node.test)
            what = "condition negated"
        case ast.Constant(value=bool()):
            node.value = not node.value
            what = "truth turned"
        case ast.Constant(value=int()):
            node.value += 1
            what = "number + 1"
        case ast.Return(value=ast.expr() as value) if not _is_nothing(value):
            node.value = ast.Constant(None)
            what = "returns nothing"
        case ast.BinOp(op=ast.Add()):
            node.op = ast.Sub()
            what = "+ to -"
    return what


def _is_nothing(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def main() -> None:
    """Try mutants of the parts that are named."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[])
    options.add_argument("--each", type=int, default=40)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copies = [_copy(Path(folder) / str(number)) for number in range(os.cpu_count() or 1)]
        for name in given.parts or PARTS:
            _try_part(name, copies, given.each, random.Random(given.seed))


def _copy(folder: Path) -> Path:
    """Copy what the program is made of, and return where its package lies then."""
    for name in ("src", "templates", "schemas", "examples"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder / "src/ocop_cli"


def _use(copy: Path) -> None:
    """Let the tests, and the processes that they start, take the copy."""
    for name in LIBRARIES:
        import_module(name)
    sys.path[:0] = [str(copy.parent), str(ROOT / "tests")]
    os.environ["PYTHONPATH"] = f"{copy.parent}{os.pathsep}{ROOT / 'tests'}"
    os.chdir(ROOT)


def _try_part(name: str, copies: list[Path], each: int, chance: random.Random) -> None:
    part = PARTS[name]
    apart = {
        module for each in PARTS.values() if each is not part for module in each.modules
    }  # theirs by name
    found = (path for pattern in part.modules for path in sorted((ROOT / SOURCE).glob(pattern)))
    paths = [path for path in found if path.relative_to(ROOT / SOURCE).as_posix() not in apart]
    every, left_out = map(list, zip(*map(places, paths), strict=True))
    every = [place for of_one in every for place in of_one]
    tried = [mutant_at(*place) for place in chance.sample(every, min(each, len(every)))]
    near = Near.seen([str(path) for pattern in part.tests for path in sorted(ROOT.glob(pattern))], copies[0])
    with ProcessPoolExecutor(len(copies), get_context("fork")) as pool:
        lots = [tried[first :: len(copies)] for first in range(len(copies))]
        killed = sum(pool.map(_killed, lots, copies, [near] * len(copies)))
    told = f"{killed} of {len(tried)} killed ({killed / len(tried):.0%}), {len(every)} in all"
    print(f"{name}: {told}; left out: {sum(left_out)}", flush=True)


def _killed(mutants: list[Mutant], copy: Path, near: "Near") -> int:
    """Return how many are killed, judged in a copy of this process's own."""
    _use(copy)
    return sum(_is_killed(mutant, copy, near) for mutant in mutants)


class Near(NamedTuple):
    """The tests near a part: which of them run which line of which module, and how long all of them may take."""

    tests: tuple[str, ...]
    runners: dict[str, dict[int, list[str]]]
    seconds: float

    @classmethod
    def seen(cls, paths: list[str], copy: Path) -> "Near":
        """Run the tests as they are and note what each runs; then once more by their names, as mutants are judged."""
        _use(copy)
        notes = str(copy.parent.parent / "notes")
        if _fails(_run_noting, (paths, copy, notes), AN_HOUR):
            sys.exit("the tests fail without any mutant")
        data = CoverageData(notes)
        data.read()
        tests = tuple(sorted(data.measured_contexts() - {""}))
        begun = time.monotonic()
        if not tests or _fails(_run, (tests,), AN_HOUR):
            sys.exit("the tests fail when they are called by their names")
        runners = {
            str(Path(file).relative_to(copy)): data.contexts_by_lineno(file) for file in data.measured_files()
        }
        return cls(tests, runners, SLOWER * (time.monotonic() - begun))

    def of(self, mutant: Mutant) -> tuple[str, ...]:
        """Return the tests that run a line of a changed statement; all of them where it is run when it is imported."""
        runners = self.runners.get(mutant.module, {})
        found = {test for line, tests in runners.items() if line in mutant.lines for test in tests}
        return self.tests if "" in found else tuple(sorted(found))


def _is_killed(mutant: Mutant, copy: Path, near: Near) -> bool:
    """Say whether a test fails, or does not end; of a mutant that lives it is told where it is."""
    place, tests = copy / mutant.module, near.of(mutant)
    whole = place.read_text(encoding="utf-8")
    place.write_text(mutant.text, encoding="utf-8")
    is_killed = bool(tests) and _fails(_run, (tests,), near.seconds)
    place.write_text(whole, encoding="utf-8")
    if not is_killed:
        print(f"  {mutant.module}:{mutant.line}: {mutant.what}; {len(tests)} tests run it", flush=True)
    return is_killed


def _fails(act: Callable[..., int], given: tuple[Any, ...], seconds: float) -> bool:
    """Say whether a run of tests, in a process of its own and its children, fails or does not end in time."""
    run = get_context("fork").Process(target=_quietly, args=(act, given))
    run.start()
    run.join(seconds)
    is_failed = run.exitcode != 0
    with suppress(ProcessLookupError):
        os.killpg(run.pid or 0, signal.SIGKILL)
    run.join()
    return is_failed


def _quietly(act: Callable[..., int], given: tuple[Any, ...]) -> None:
    os.setsid()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    sys.exit(act(*given))


def _run(tests: tuple[str, ...]) -> int:
    """Run tests; of the byte code of a mutant nothing stays."""
    sys.dont_write_bytecode, os.environ["PYTHONDONTWRITEBYTECODE"] = True, "1"
    return pytest.main([*WORDS, *tests])


def _run_noting(paths: list[str], copy: Path, notes: str) -> int:
    traced = Coverage(notes, source=[str(copy)], config_file=False)

    class Noting:
        def pytest_runtest_logstart(self, nodeid: str) -> None:
            traced.switch_context(nodeid)

    with traced.collect():
        status = pytest.main([*WORDS, *paths], plugins=[Noting()])
    traced.save()
    return status


if __name__ == "__main__":
    main()
