"""Backups: the last versions of every changed file, so that the last command can be undone without git."""

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from ocop_cli.store.files.disk import remove_file, replace_file

KEPT = 10
_FOLDER = ".ocop/journal"
Version = tuple[str, bytes | None, bytes | None]
"""The path of a file, relative to the workspace, with its content before and after."""


def record(root: Path, label: str, versions: Sequence[Version]) -> None:
    """Keep what a command is about to change; entries beyond the last ten go.

    The list of files is written last: an entry without it was never begun.
    """
    _clear_unfinished(root)
    entry = _next_entry(root)
    for number, (_, before, after) in enumerate(versions):
        for side, content in (("before", before), ("after", after)):
            if content is not None:
                replace_file(entry / f"{number}.{side}", content)
    listed = {"label": label, "paths": [path for path, _, _ in versions]}
    replace_file(entry / "entry.json", json.dumps(listed, ensure_ascii=False).encode())
    for old in _entries(root)[:-KEPT]:
        _forget(old)


def newest_first(root: Path) -> Iterator[tuple[str, list[Version]]]:
    """Yield the label and the files of each kept command, the last one first; damaged entries are passed over."""
    for entry in reversed(_entries(root)):
        try:
            listed = json.loads((entry / "entry.json").read_text(encoding="utf-8"))
            label, paths = str(listed["label"]), list(map(str, listed["paths"]))
        except (ValueError, KeyError, TypeError):
            continue
        yield label, [(path, *_versions(entry, number)) for number, path in enumerate(paths)]


def _next_entry(root: Path) -> Path:
    entries = _entries(root)
    number = int(entries[-1].name) + 1 if entries else 1
    return root / _FOLDER / f"{number:06d}"


def _entries(root: Path) -> list[Path]:
    return sorted(path.parent for path in (root / _FOLDER).glob("*/entry.json"))


def _versions(entry: Path, number: int) -> tuple[bytes | None, bytes | None]:
    return _content(entry / f"{number}.before"), _content(entry / f"{number}.after")


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _clear_unfinished(root: Path) -> None:
    """Delete what a command that was killed here left behind: its files must not join those of the next entry."""
    for folder in (root / _FOLDER).glob("*"):
        if not (folder / "entry.json").exists():
            shutil.rmtree(folder)


def _forget(entry: Path) -> None:
    remove_file(entry / "entry.json")
    shutil.rmtree(entry)
