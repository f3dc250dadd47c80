"""The one write model: what a command will change, told before it is done and done in one go."""

import difflib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from ocop_cli.errors import OcopError
from ocop_cli.store.files.disk import disk_reason, remove_file, replace_file, sweep
from ocop_cli.store.files.journal import record
from ocop_cli.store.files.lock import locked
from ocop_cli.store.files.paths import inside


class Change(NamedTuple):
    """One file before and after; ``None`` means that the file does not exist. ``path`` is relative, with slashes."""

    path: str
    before: bytes | None
    after: bytes | None


def plan_write(root: Path, relative: str, after: bytes) -> Change:
    """Return the change that gives a file new content. Raises ``OcopError`` for a path outside the workspace."""
    path = inside(root, relative)
    return Change(relative, path.read_bytes() if path.is_file() else None, after)


def diff(change: Change) -> str:
    """Return a unified diff; a binary file is one line."""
    before, after = _text(change.before), _text(change.after)
    if before is None or after is None:
        return f"{change.path}: {_size(change.before)} → {_size(change.after)}\n"
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), change.path, change.path, n=1
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def real_changes(changes: Iterable[Change]) -> list[Change]:
    """Leave out the files that stay as they are: no change, no write."""
    return [change for change in changes if change.before != change.after]


def apply_changes(root: Path, changes: Sequence[Change], label: str, undoes: str = "") -> list[Change]:
    """Write changes in the order given, so that the workspace is valid after each; return what was written.

    ``undoes`` is the number of the entry in the journal that they turn round.

    Raises ``OcopError`` before anything is written when a file is no longer what the command read, and when the
    disk refuses, with the files already written named.
    """
    wanted = real_changes(changes)
    if not wanted:
        return []
    done: list[str] = []
    try:
        with locked(root):
            sweep(root)
            for change in wanted:
                _check_unchanged(root, change)
            record(root, label, [(change.path, change.before, change.after) for change in wanted], undoes)
            for change in wanted:
                _write(root, change)
                done.append(change.path)
    except OSError as error:
        raise refused(error, done) from error
    return wanted


def _check_unchanged(root: Path, change: Change) -> None:
    path = inside(root, change.path)
    now = path.read_bytes() if path.is_file() else None
    if now != change.before:
        raise OcopError(
            f"{change.path} vừa được sửa ở nơi khác nên chưa ghi gì.",
            "Chạy lại lệnh để làm trên bản mới.",
            code="P012",
        )


def _write(root: Path, change: Change) -> None:
    path = inside(root, change.path).resolve()  # a link inside the workspace keeps pointing at its file
    if change.after is None:
        remove_file(path)
    else:
        replace_file(path, change.after)


def refused(error: OSError, done: Sequence[str]) -> OcopError:
    """Return the error that says why the disk took no data, and what was written before."""
    written = f"Đã ghi: {', '.join(done)}." if done else "Chưa ghi gì."
    return OcopError(
        f"Ổ đĩa không nhận dữ liệu: {disk_reason(error)}. {written}",
        "Kiểm tra chỗ trống, quyền ghi, và đóng tệp nếu đang mở; rồi chạy lại.",
        code="P013",
    )


def _text(content: bytes | None) -> str | None:
    try:
        return (content or b"").decode()
    except UnicodeDecodeError:
        return None


def _size(content: bytes | None) -> str:
    return "chưa có" if content is None else f"{len(content)} byte"
