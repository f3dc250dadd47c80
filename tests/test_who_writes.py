"""Only ``store/files`` writes to the disk, and only few modules start programs: seen in the syntax trees."""

import ast
from collections.abc import Iterator

import pytest

from support.source import FILES, name_of, tree_of

WRITER = "store/files/"
STARTERS = (
    "store/index/pool.py",
    "store/other_programs/apart.py",
    "store/other_programs/git.py",
    "store/other_programs/office.py",
)
WRITING_METHODS = {
    "write_text", "write_bytes", "rename", "unlink", "rmdir", "mkdir", "touch", "chmod",
    "symlink_to", "hardlink_to",
}  # fmt: skip
READING = {  # the functions of these modules that leave the disk as it is; every other one writes
    "shutil": {"which", "get_terminal_size", "disk_usage", "ignore_patterns"},
    "tempfile": {"gettempdir"},
}
WRITING_OS = {
    "rename", "renames", "replace", "remove", "unlink", "rmdir", "removedirs", "mkdir", "makedirs", "link",
    "symlink", "truncate", "chmod", "utime", "mkfifo",
}  # fmt: skip
STARTING_OS = {"system", "popen", "startfile", "fork", "posix_spawn", "posix_spawnp"}
STARTING_MODULES = {"subprocess", "multiprocessing", "pty", "concurrent.futures"}


def writes(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the line and the words of everything in a syntax tree that writes to the disk."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in {"os", *READING}:
            names = [alias.name for alias in node.names if _writes_of_module(node.module, alias.name)]
            yield from ((node.lineno, f"from {node.module} import {name}") for name in names)
        if isinstance(node, ast.Call) and _is_write(node):
            yield node.lineno, ast.unparse(node.func)


def starts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the line and the words of everything in a syntax tree that can start a program."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, a.name) for a in node.names if a.name in STARTING_MODULES)
        if isinstance(node, ast.ImportFrom) and node.module in STARTING_MODULES:
            yield node.lineno, node.module
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "os" and _starts(node.attr):
            yield node.lineno, ast.unparse(node)


def _starts(name: str) -> bool:
    return name in STARTING_OS or name.startswith(("exec", "spawn"))


def _is_write(call: ast.Call) -> bool:
    if isinstance(call.func, ast.Name):
        return call.func.id == "open" and _opens_for_writing(call, position=1)
    if not isinstance(call.func, ast.Attribute):
        return False
    owner, name = ast.unparse(call.func.value), call.func.attr
    if owner in {"os", *READING}:
        return _writes_of_module(owner, name)
    if owner == "archive":  # an entry of a zip file that is open already: whoever opened it is seen there
        return False
    if name == "open":
        return _opens_for_writing(call, position=1 if owner == "io" else 0)
    is_path_replace = (
        name == "replace" and len(call.args) == 1 and not call.keywords
    )  # of a text: two arguments
    return name in WRITING_METHODS or is_path_replace


def _writes_of_module(module: str, name: str) -> bool:
    return name in WRITING_OS if module == "os" else name not in READING[module]


def _opens_for_writing(call: ast.Call, position: int) -> bool:
    """Say whether a file is opened in another mode than reading; a mode that is computed counts as writing."""
    given = [keyword.value for keyword in call.keywords if keyword.arg == "mode"] or call.args[position:][:1]
    if not given:
        return False
    mode = given[0]
    return not (
        isinstance(mode, ast.Constant) and isinstance(mode.value, str) and not set(mode.value) & set("wax+")
    )


def test_only_store_files_writes_to_the_disk() -> None:
    found = [
        f"{name_of(path)}:{line} {words}"
        for path in FILES
        if not name_of(path).startswith(WRITER)
        for line, words in writes(tree_of(path))
    ]
    assert found == []


def test_the_writer_itself_is_seen_to_write() -> None:
    assert any(name_of(path).startswith(WRITER) for path in FILES if any(writes(tree_of(path))))


def test_programs_are_started_in_three_modules() -> None:
    starters = sorted({name_of(path) for path in FILES if any(starts(tree_of(path)))})
    assert starters == sorted(STARTERS)


@pytest.mark.parametrize(
    "line",
    [
        'p.write_text("x")', "p.write_bytes(b)", "open(p, 'w')", "open(p, mode='ab')", "p.open('x')",
        "p.open(mode='r+b')", "open(p, mode)", "io.open(p, 'w')", "p.rename(q)", "p.replace(q)", "p.unlink()",
        "p.mkdir(parents=True)", "p.parent.touch()", "p.symlink_to(q)", "shutil.rmtree(p)", "shutil.copytree(p, q)",
        "shutil.copyfile(p, q)", "tempfile.mkstemp()", "tempfile.NamedTemporaryFile()", "os.replace(p, q)",
        "os.remove(p)", "from shutil import copy", "from os import rename",
    ],
)  # fmt: skip
def test_a_write_is_recognised(line: str) -> None:
    assert list(writes(ast.parse(line)))


@pytest.mark.parametrize(
    "line",
    [
        "p.read_text()", "open(p)", "open(p, 'rb')", "p.open()", "p.open('r', encoding='utf-8')", "shutil.which('git')",
        "text.replace('a', 'b')", "day.replace(year=2026)", "from os import environ", "os.getcwd()",
    ],
)  # fmt: skip
def test_a_read_is_no_write(line: str) -> None:
    assert not list(writes(ast.parse(line)))


@pytest.mark.parametrize(
    "line",
    [
        "import subprocess",
        "from subprocess import run",
        "os.system('x')",
        "os.execv(p, a)",
        "os.spawnl(m, p)",
    ],
)
def test_a_start_of_a_program_is_recognised(line: str) -> None:
    assert list(starts(ast.parse(line)))
