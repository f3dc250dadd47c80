"""One writer at a time in a workspace."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from filelock import FileLock, Timeout

from ocop_cli.errors import OcopError

WAIT_SECONDS = 20
_LOOK_SECONDS = 0.005  # short, so that a busy writer does not keep the others out
_LOCK = ".ocop/lock-file"  # some cloud folders refuse to sync a file named .lock


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Hold the workspace for reading, deciding and writing; may be nested within a process.

    Raises ``OcopError`` when another command keeps it too long. The system frees it when a holder dies.
    """
    lock = _lock(root.resolve())
    try:
        lock.acquire()
    except Timeout as error:
        raise OcopError(
            "Một lệnh khác đang ghi vào thư mục làm việc.", "Chờ lệnh đó xong rồi chạy lại.", code="P011"
        ) from error
    try:
        yield
    finally:
        lock.release()


@cache
def _lock(root: Path) -> FileLock:
    (root / ".ocop").mkdir(exist_ok=True)
    return FileLock(root / _LOCK, timeout=WAIT_SECONDS, poll_interval=_LOOK_SECONDS)
