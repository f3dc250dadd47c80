"""Backups: the last versions of every changed file, so that commands can be undone without git."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ocop_cli.store.files.disk import remove_file, replace_file

KEPT = 10
_FOLDER = ".ocop/journal"
Version = tuple[str, bytes | None, bytes | None]
"""The path of a file, relative to the workspace, with its content before and after."""


class Step(NamedTuple):
    """What one command changed: its number in the journal, its words, its files, and when (seconds since 1970).

    ``undoes`` is the number of the step that it took back; empty for a step of work.
    """

    number: str
    label: str
    paths: tuple[str, ...]
    when: float
    undoes: str = ""


def record(root: Path, label: str, versions: Sequence[Version], undoes: str = "") -> None:
    """Keep what a command is about to change; steps beyond the last ten go, with the undoing of them.

    The list of files is written last: an entry without it was never begun.
    """
    _clear_unfinished(root)
    entry = _next_entry(root)
    for number, (_, before, after) in enumerate(versions):
        for side, content in (("before", before), ("after", after)):
            if content is not None:
                replace_file(entry / f"{number}.{side}", content)
    listed = {"label": label, "paths": [path for path, _, _ in versions], "undoes": undoes}
    replace_file(entry / "entry.json", json.dumps(listed, ensure_ascii=False).encode())
    _forget_old(root)


def steps(root: Path) -> list[Step]:
    """Return what is kept, the oldest first; damaged entries are passed over."""
    return [step for entry in _entries(root) if (step := _read(entry))]


def versions_of(root: Path, step: Step) -> list[Version]:
    """Return the files of a step with their content before and after it."""
    entry = root / _FOLDER / step.number
    contents = [
        [_content(entry / f"{number}.{side}") for side in ("before", "after")]
        for number in range(len(step.paths))
    ]
    return [(path, before, after) for path, (before, after) in zip(step.paths, contents, strict=True)]


def backup_name(step: Step, path: str) -> str:
    """Return where the content that a file had before a step is kept, relative to the workspace."""
    return f"{_FOLDER}/{step.number}/{step.paths.index(path)}.before"


def forget_all(root: Path) -> None:
    """Delete every backup: nothing can be undone then."""
    for entry in _entries(root):
        _forget(entry)


def _read(entry: Path) -> Step | None:
    file = entry / "entry.json"
    try:
        listed = json.loads(file.read_text(encoding="utf-8"))
        paths = tuple(map(str, listed["paths"]))
        return Step(
            entry.name, str(listed["label"]), paths, file.stat().st_mtime, str(listed.get("undoes", ""))
        )
    except (ValueError, KeyError, TypeError):
        return None


def _next_entry(root: Path) -> Path:
    entries = _entries(root)
    number = int(entries[-1].name) + 1 if entries else 1
    return root / _FOLDER / f"{number:06d}"


def _entries(root: Path) -> list[Path]:
    return sorted(path.parent for path in (root / _FOLDER).glob("*/entry.json"))


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _clear_unfinished(root: Path) -> None:
    """Delete what a command that was killed here left behind: its files must not join those of the next entry."""
    for folder in (root / _FOLDER).glob("*"):
        if not (folder / "entry.json").exists():
            shutil.rmtree(folder)


def _forget_old(root: Path) -> None:
    """Keep the last ten steps of work and what undid or redid them; damaged entries count as work."""
    undoing = {step.number for step in steps(root) if step.undoes}
    work = [entry for entry in _entries(root) if entry.name not in undoing]
    for entry in _entries(root):
        if len(work) > KEPT and entry.name < work[-KEPT].name:
            _forget(entry)


def _forget(entry: Path) -> None:
    remove_file(entry / "entry.json")
    shutil.rmtree(entry)
