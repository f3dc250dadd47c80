"""One writer at a time in a workspace."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ocop_cli.errors import OcopError
from ocop_cli.store.files.disk import disk_reason, make_folder
from ocop_cli.store.files.paths import inside

if TYPE_CHECKING:
    from filelock import FileLock

WAITS = ((1, 0.05), (2, 0.02), (5, 0.005), (12, 0.001))
"""Seconds to wait, and to pause between two looks: who has waited longer looks more often, so nobody is passed over for ever."""
_LOCK = ".ocop/lock-file"  # some cloud folders refuse to sync a file named .lock
_locks: "dict[Path, FileLock]" = {}  # those of this process, by workspace


@contextmanager
def locked(root: Path) -> Iterator[bool]:
    """Hold the workspace for reading, deciding and writing; may be nested within a process, and says whether it is not.

    Raises ``OcopError`` when another command keeps it too long, or when the folder cannot be written to. The system frees it when a holder dies.
    """
    try:
        lock = _lock(root.resolve())
        is_outermost = not lock.is_locked
    except OSError as error:
        raise _unwritable(error) from error
    _take(lock)
    try:
        yield is_outermost
    finally:
        lock.release()


def is_ours(root: Path) -> bool:
    """Say whether this process holds the workspace."""
    lock = _locks.get(root.resolve())
    return lock is not None and lock.is_locked


@contextmanager
def unlocked(root: Path) -> Iterator[None]:
    """Let others write meanwhile; only for a process that holds the workspace.

    Raises ``OcopError`` when another command keeps it too long afterwards.
    """
    lock, depth = _lock(root.resolve()), 0
    while lock.is_locked:
        lock.release()
        depth += 1
    try:
        yield
    finally:
        for _ in range(depth):
            _take(lock)


def _take(lock: "FileLock") -> None:
    try:
        is_taken = _is_taken(lock)
    except OSError as error:
        raise _unwritable(error) from error
    if not is_taken:
        raise OcopError(
            "Một lệnh khác đang ghi vào thư mục làm việc.", "Chờ lệnh đó xong rồi chạy lại.", code="P011"
        )


def _unwritable(error: OSError) -> OcopError:
    return OcopError(
        f"Không ghi được vào thư mục làm việc: {disk_reason(error)}. Chưa ghi gì.",
        "Kiểm tra quyền ghi và chỗ trống của ổ đĩa rồi chạy lại.",
        code="P013",
    )


def _is_taken(lock: "FileLock") -> bool:
    """Take a lock and say so; another command may keep it too long."""
    from filelock import Timeout  # a command that only reads does without the library

    for seconds, pause in WAITS:
        with suppress(Timeout):
            lock.acquire(timeout=seconds, poll_interval=pause)
            return True
    return False


def is_held(root: Path) -> bool:
    """Say whether a command holds the workspace right now; nothing is written, nobody waits."""
    from filelock import Timeout

    path = root.resolve() / _LOCK
    if not path.is_file() or not os.access(path, os.W_OK):
        return False
    try:
        with _lock(root.resolve()).acquire(timeout=0):
            return False
    except Timeout:
        return True
    except OSError:
        return False


def _lock(root: Path) -> "FileLock":
    if root not in _locks:
        from filelock import FileLock

        path = inside(root, _LOCK)
        make_folder(path.parent)
        _locks[root] = FileLock(path)
    return _locks[root]
