"""Put bytes on the disk so that a reader sees the old file or the new one, never a part of either.

Every call that changes the disk is one of ``os``, so that tests can count them and fail each in turn.
"""

import errno
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

TEMPORARY = ".ocop-writing-"
PIECE = 1 << 18  # bytes that are read or written at once of what memory need not hold
_NEW_FILE_MODE = 0o644
_NEW_SCRIPT_MODE = 0o755  # what names the program that runs it may be started by a click
_BUSY = (
    5,
    32,
    33,
)  # Windows: access denied, sharing and lock violations, while another program looks at the file
_RETRY_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would change line ends


def replace_file(target: Path, content: bytes) -> None:
    """Write a file wholly or not at all; its mode is kept. Raises ``OSError`` with the old file intact."""
    new_mode = _NEW_SCRIPT_MODE if content.startswith(b"#!") else _NEW_FILE_MODE
    write_pieces(target, (content,), target.stat().st_mode & 0o777 if target.exists() else new_mode)


def write_pieces(target: Path, pieces: Iterable[bytes], mode: int = _NEW_FILE_MODE) -> None:
    """Write a file of pieces, wholly or not at all, also where the pieces fail. Raises ``OSError`` with the old file intact."""
    make_folder(target.parent)
    temporary = temporary_beside(target)
    try:
        _fill(temporary, pieces)
        temporary.chmod(mode)
        rename_file(temporary, target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def copy_file(source: Path, target: Path) -> None:
    """Copy a file in pieces, wholly or not at all. Raises ``OSError`` with the old file intact."""
    write_pieces(target, pieces_of(source))


def move_file(source: Path, target: Path, mode: int = _NEW_FILE_MODE) -> None:
    """Give a file that was written whole its place. Raises ``OSError`` with the old file intact."""
    make_folder(target.parent)
    source.chmod(mode)
    try:
        rename_file(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        copy_file(source, target)
        remove_file(source)


def link_file(source: Path, target: Path) -> None:
    """Give a file a second name without copying it; where the disk knows no such names, copy it."""
    make_folder(target.parent)
    try:
        os.link(source, target)
    except OSError:
        copy_file(source, target)
    else:
        sync_folder(target.parent)


def rename_file(source: Path, target: Path) -> None:
    """Rename a file over another, once more while another program looks at that, and make it last."""
    for pause in (*_RETRY_SECONDS, None):
        try:
            source.replace(target)
        except OSError as error:
            if pause is None or getattr(error, "winerror", None) not in _BUSY:
                raise
            time.sleep(pause)
        else:
            break
    sync_folder(target.parent)


def remove_file(target: Path) -> None:
    """Delete a file, if it is there, and make the deletion last."""
    with suppress(FileNotFoundError):
        target.unlink()
    sync_folder(target.parent)


def remove_folder(folder: Path) -> None:
    """Delete a folder with all that is in it; what cannot be deleted stays."""
    import shutil  # with all its compressors: few commands delete folders

    shutil.rmtree(folder, ignore_errors=True)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, as far as they are not there."""
    if not folder.is_dir():
        make_folder(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir()


@contextmanager
def lasting_together() -> Iterator[None]:
    """Let new names wait until all of them are there: each folder is then made to last once, however many it got.

    Where the stretch fails, nothing is made to last: whoever puts things back does that.
    """
    _waiting.append({})
    try:
        yield
    except BaseException:
        _waiting.pop()
        raise
    for folder in _waiting.pop():
        sync_folder(folder)


_waiting: list[dict[Path, None]] = []
"""The folders with new names of each stretch that goes on."""


def sync_folder(folder: Path) -> None:
    """Make new names last. A disk that cannot do so has the data all the same, so it is no failure."""
    if sys.platform == "win32":
        return
    if _waiting:
        _waiting[-1][folder] = None
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def pieces_of(path: Path) -> Iterator[bytes]:
    """Yield the content of a file piece by piece. Raises ``OSError``."""
    with path.open("rb") as file:
        yield from pieces_in(file)


def pieces_in(file: IO[bytes]) -> Iterator[bytes]:
    """Yield what is left of an open file piece by piece. Raises ``OSError``."""
    return iter(lambda: file.read(PIECE), b"")


def temporary_beside(target: Path) -> Path:
    """Return a name in the folder of a file that no other file has; ``sweep`` knows it."""
    return target.parent / f"{TEMPORARY}{os.urandom(6).hex()}"


def write_new_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder that does not exist yet: each content under its path, with slashes, in the folder.

    It is there whole or not at all. Raises ``OSError``.
    """
    aside = temporary_beside(target)
    try:
        for name, content in files.items():
            write_pieces(aside / name, (content,))
        rename_file(aside, target)
    except BaseException:
        remove_folder(aside)
        raise


def sweep(folder: Path) -> None:
    """Delete what a killed command left half-written in a folder and below; only while the workspace is locked."""
    for leftover in folder.rglob(f"{TEMPORARY}*"):
        with suppress(OSError):
            leftover.unlink()


def _fill(path: Path, pieces: Iterable[bytes]) -> None:
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o600)
    try:
        for piece in pieces:
            left = memoryview(piece)
            while left:
                left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)


_REASONS = {
    errno.ENOSPC: "ổ đĩa đã hết chỗ",
    errno.EDQUOT: "đã hết phần ổ đĩa dành cho tài khoản này",
    errno.EACCES: "không có quyền ghi, hoặc tệp đang mở ở chương trình khác",
    errno.EPERM: "không có quyền ghi",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EIO: "ổ đĩa có lỗi, hoặc đã rút ra",
    errno.ENAMETOOLONG: "tên tệp quá dài",
}


def disk_reason(error: OSError) -> str:
    """Say why the disk refuses (no room, no permission, read only …): in Vietnamese where the reason is a known one, else as the system says it."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))
