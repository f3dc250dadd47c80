"""The last versions of every changed file, so that the last command can be undone without git."""

import json
from collections.abc import Sequence
from pathlib import Path

from ocop_cli.errors import OcopError
from ocop_cli.store.disk import remove_file, replace_file

KEPT = 10
_FOLDER = ".ocop/journal"
Version = tuple[str, bytes | None, bytes | None]
"""The path of a file, relative to the workspace, with its content before and after."""


def record(root: Path, label: str, versions: Sequence[Version]) -> None:
    """Keep what a command is about to change; entries beyond the last ten go.

    The list of files is written last: an entry without it was never begun.
    """
    entry = _next_entry(root)
    for number, (_, before, after) in enumerate(versions):
        for side, content in (("before", before), ("after", after)):
            if content is not None:
                replace_file(entry / f"{number}.{side}", content)
    listed = {"label": label, "paths": [path for path, _, _ in versions]}
    replace_file(entry / "entry.json", json.dumps(listed, ensure_ascii=False).encode())
    for old in _entries(root)[:-KEPT]:
        _forget(old)


def last_entry(root: Path) -> tuple[str, list[Version]]:
    """Return the label of the last command and its files. Raises ``OcopError`` when there is nothing to undo."""
    entries = _entries(root)
    if not entries:
        raise OcopError("Chưa có thay đổi nào để hoàn tác.", "Các lệnh ghi sẽ tự giữ bản trước.", code="P014")
    entry = entries[-1]
    listed = json.loads((entry / "entry.json").read_text(encoding="utf-8"))
    versions = [
        (path, _content(entry / f"{number}.before"), _content(entry / f"{number}.after"))
        for number, path in enumerate(listed["paths"])
    ]
    return listed["label"], versions


def _next_entry(root: Path) -> Path:
    entries = _entries(root)
    number = int(entries[-1].name) + 1 if entries else 1
    return root / _FOLDER / f"{number:06d}"


def _entries(root: Path) -> list[Path]:
    return sorted(path.parent for path in (root / _FOLDER).glob("*/entry.json"))


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _forget(entry: Path) -> None:
    remove_file(entry / "entry.json")
    for path in entry.iterdir():
        path.unlink()
    entry.rmdir()
