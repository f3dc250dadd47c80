"""The one write model: what a command will change, told before it is done and done in one go."""

import difflib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from ocop_cli.errors import OcopError
from ocop_cli.store.files.big import BigFile, Seal, seal_of
from ocop_cli.store.files.disk import copy_file, disk_reason, move_file, remove_file, replace_file, sweep
from ocop_cli.store.files.journal import record
from ocop_cli.store.files.lock import locked
from ocop_cli.store.files.paths import inside


class Change(NamedTuple):
    """One file before and after; ``None`` means that the file does not exist. ``path`` is relative, with slashes."""

    path: str
    before: bytes | None
    after: bytes | None


class BigChange(NamedTuple):
    """One file too big for memory, before and after; ``None`` means that the file does not exist."""

    path: str
    before: Seal | None
    after: BigFile | None


AnyChange = Change | BigChange


def plan_big(root: Path, relative: str, after: BigFile | None) -> BigChange:
    """Return the change that gives a file a big content, or deletes it. Raises ``OcopError`` for a path outside."""
    return BigChange(relative, seal_of(inside(root, relative)), after)


def plan_write(root: Path, relative: str, after: bytes) -> Change:
    """Return the change that gives a file new content. Raises ``OcopError`` for a path outside the workspace."""
    path = inside(root, relative)
    return Change(relative, path.read_bytes() if path.is_file() else None, after)


def diff(change: AnyChange) -> str:
    """Return a unified diff; a binary file is one line."""
    if isinstance(change, BigChange):
        made = change.after and change.after.seal
        return f"{change.path}: {_size(change.before)} → {_size(made)}\n"
    before, after = _text(change.before), _text(change.after)
    if before is None or after is None:
        return f"{change.path}: {_size(change.before)} → {_size(change.after)}\n"
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), change.path, change.path, n=1
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def real_changes(changes: Iterable[AnyChange]) -> list[AnyChange]:
    """Leave out the files that stay as they are: no change, no write."""
    return [change for change in changes if change.before != _seal_or_content(change)]


def _seal_or_content(change: AnyChange) -> Seal | bytes | None:
    return change.after.seal if isinstance(change.after, BigFile) else change.after


def apply_changes(root: Path, changes: Sequence[AnyChange], label: str, undoes: str = "") -> list[AnyChange]:
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
            small = [change for change in wanted if isinstance(change, Change)]
            record(root, label, [(change.path, change.before, change.after) for change in small], undoes)
            for change in wanted:
                _write(root, change)
                done.append(change.path)
    except OSError as error:
        raise refused(error, done) from error
    return wanted


def _check_unchanged(root: Path, change: AnyChange) -> None:
    path = inside(root, change.path)
    now: bytes | Seal | None = path.read_bytes() if path.is_file() else None
    if isinstance(change, BigChange):
        now = seal_of(path)
    if now != change.before:
        raise OcopError(
            f"{change.path} vừa được sửa ở nơi khác nên chưa ghi gì.",
            "Chạy lại lệnh để làm trên bản mới.",
            code="P012",
        )


def _write(root: Path, change: AnyChange) -> None:
    path = inside(root, change.path).resolve()  # a link inside the workspace keeps pointing at its file
    if change.after is None:
        remove_file(path)
    elif isinstance(change.after, BigFile):
        (move_file if change.after.is_made else copy_file)(change.after.place, path)
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


def _size(content: bytes | Seal | None) -> str:
    if content is None:
        return "chưa có"
    return f"{content.size if isinstance(content, Seal) else len(content)} byte"
