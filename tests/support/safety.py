"""Every line that writes, killed or refused at a call of it: what must hold of the folder then."""

import ast
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from ocop_cli.app import run
from ocop_cli.session import Session
from ocop_cli.store.files.disk import TEMPORARY
from ocop_cli.store.files.journal import State, in_work
from ocop_cli.store.files.lock import locked
from ocop_cli.store.files.recovery import interrupted, leave, settle
from support.command_lines import REPORT, WRITERS, WRITING_LINES
from support.disk_faults import FailingDisk, Killed, failing
from support.prepared import Fresh, contents, files_of
from support.source import FILES, name_of, tree_of
from support.terminal import type_answers

MORE_LINES: Mapping[str, tuple[str, ...]] = {
    "lint --fix": ("lint", REPORT.format("sam-day"), "--fix"),
    "list -o": ("list", "-o", "danh-sach.txt"),
    "due --ics": ("due", "--ics", "lich.ics"),
    "init --starter": ("init", "--starter"),
    "handover --word": ("handover", "--word"),
    "tell --letter": ("tell", "sam-day", "--to", "4", "--letter"),
    "plan --new": ("plan", "2027", "--new"),
    "plan --kind": ("plan", "2026", "--kind", "kinh phí"),
    "plan --budget": ("plan", "2026", "--budget", "Ngân sách xã: 30 triệu, tập huấn"),
    "plan --remove-budget": ("plan", "2026", "--remove-budget", "1"),
    "log --edit": ("log", "--edit", "1", "số người: 90"),
    "log --remove": ("log", "--remove", "1"),
    "log --from": ("log", "--from", "viec.xlsx", "-y"),
    "set xã": ("set", "xã", "người ký=A Mẫu"),
    "inspect record --photo": ("inspect", "record", "ca-phe", "--seen", "production: còn làm", "--photo", "papers/scan.pdf"),
    "meeting invite --producers": ("meeting", "invite", "homestay", "--on", "03/12/2026", "--starts", "8:00", "--place", "Hội trường", "--producers"),
    "export --open": ("export", "ocop-xa.jsonl", "--open"),
    "undo --redo": ("undo", "--redo"),
    "fill": ("fill", "ot-rung", "lao động"),
}  # fmt: skip
"""Lines of verbs that write with an option only, that write something else with it, or that ask."""
FIRST = {"undo --redo": "undo", "log --edit": "log", "log --remove": "log"}
"""The line that gives another something to write."""
TYPED = {"fill": ("12", "6", "6", "12", *[""] * 20)}
"""What is typed where a line asks."""

LINES: dict[str, tuple[str, ...]] = {
    **{name: (*name.split(), *given) for name, given in WRITING_LINES.items()},
    **MORE_LINES,
}
UNTRIED = {each.name for each in WRITERS} - LINES.keys()
"""Verbs that the table marks as writing and that no line here calls."""


class Run(NamedTuple):
    """How a line ended: its status, ``None`` when it was killed, and what it said."""

    status: int | None
    said: str


def carry_out(name: str, disk: FailingDisk | None = None, *options: str) -> Run:
    """Run a line, with options before it, in the folder at hand, on a disk that may fail."""
    said = StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(said):
        if name in TYPED:
            patch.delenv("OCOP_NO_INPUT", raising=False)
            type_answers(patch, *TYPED[name])
        try:
            with failing(disk) if disk else _nothing():
                status: int | None = run([*options, *LINES[name]])
        except Killed:
            status = None
    return Run(status, said.getvalue())


@contextmanager
def _nothing() -> Iterator[None]:
    yield


def lay_out(fresh: Fresh, name: str) -> Path:
    """Return a fresh folder in which a line has something to write."""
    root = fresh()
    if name in FIRST:
        carry_out(FIRST[name])
    return root


def writing_calls() -> Iterator[tuple[str, range]]:
    """Yield where verbs hand changes over to be written: the module, and the lines of the call."""
    for path in FILES:
        for node in ast.walk(tree_of(path)) if b"session.write(" in path.read_bytes() else ():
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "session.write":
                yield name_of(path), range(node.lineno, (node.end_lineno or node.lineno) + 1)


@contextmanager
def noted_writing(reached: set[tuple[str, int]]) -> Iterator[None]:
    """Note the module and line of each call that hands changes over."""

    def noted(session: Session, *given: Any, **more: Any) -> None:
        frame = sys._getframe(1)
        reached.add((name_of(Path(frame.f_code.co_filename)), frame.f_lineno))
        real(session, *given, **more)

    real = Session.write
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Session, "write", noted)
        yield


def is_target(call: tuple[str, str]) -> bool:
    """Say whether a call gives a file of the workspace its new content, or takes it away."""
    return (
        call[0] in {"replace", "unlink"}
        and not call[1].startswith((".ocop", ".git", "private/.ocop"))
        and TEMPORARY not in call[1]
    )


def is_turn(call: tuple[str, str], state: State) -> bool:
    """Say whether a call turns the entry of the journal to a state."""
    return call[0] == "replace" and call[1].endswith(f"/{state.value}")


def faults_after_kill(
    root: Path, name: str, before: Mapping[str, bytes], after: Mapping[str, bytes] | None
) -> list[str]:
    """Return what is wrong after a kill: a change that nobody tells, or a folder that the next command leaves in part.

    ``after`` is the folder as the line leaves it when nobody kills it; ``None`` where the kill came before.
    """
    faults, found = list[str](), contents(root)
    whole = [dict(before), *([dict(after)] if after is not None else [])]
    if found not in whole and not interrupted(root):
        faults.append(f"{name}: in part, and nobody is told")
    return faults + _faults_after_settling(root, name, whole)


def _faults_after_settling(root: Path, name: str, whole: list[dict[str, bytes]]) -> list[str]:
    with locked(root):
        settle(root)
        leave(root)
    faults = [f"{name}: an entry is still in work"] if in_work(root) else []
    faults += [f"{name}: left {each}" for each in files_of(root) if TEMPORARY in each]
    if contents(root) not in whole:
        faults.append(f"{name}: neither as before nor as after")
    return faults


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """Return the files in which two folders differ."""
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


Stop = Callable[[list[tuple[str, str]]], bool]
STOPS: dict[str, Stop] = {
    "before the first file": lambda calls: is_turn(calls[-1], State.BEGUN),
    "after the first file": lambda calls: any(map(is_target, calls[:-1])),
    "after the last file": lambda calls: is_turn(calls[-1], State.DONE),
}
"""Moments of a command between which the calls of a kind lie."""
ALL_DONE: Stop = lambda calls: any(is_turn(call, State.DONE) for call in calls[:-1])  # noqa: E731 - one of several ways to stop, beside the others
