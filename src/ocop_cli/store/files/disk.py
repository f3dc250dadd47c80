"""Put bytes on the disk so that a reader sees the old file or the new one, never a part of either."""

import errno
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

TEMPORARY = ".ocop-writing-"
_NEW_FILE_MODE = 0o644
_NEW_SCRIPT_MODE = 0o755  # what names the program that runs it may be started by a click
_BUSY = (
    5,
    32,
    33,
)  # Windows: access denied, sharing and lock violations, while another program looks at the file
_RETRY_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)


def replace_file(target: Path, content: bytes) -> None:
    """Write a file wholly or not at all; its mode is kept. Raises ``OSError`` with the old file intact."""
    target.parent.mkdir(parents=True, exist_ok=True)
    new_mode = _NEW_SCRIPT_MODE if content.startswith(b"#!") else _NEW_FILE_MODE
    mode = target.stat().st_mode & 0o777 if target.exists() else new_mode
    handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        _rename(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def move_file(source: Path, target: Path) -> None:
    """Give a file that was written whole its place. Raises ``OSError`` with the old file intact."""
    target.parent.mkdir(parents=True, exist_ok=True)
    source.chmod(_NEW_FILE_MODE)
    _rename(source, target)
    _sync_folder(target.parent)


def copy_file(source: Path, target: Path) -> None:
    """Copy a file in pieces, wholly or not at all. Raises ``OSError`` with the old file intact."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file, source.open("rb") as content:
            shutil.copyfileobj(content, file)
            file.flush()
            os.fsync(file.fileno())
        move_file(Path(name), target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_new_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder that does not exist yet: each content under its path, with slashes, in the folder."""
    for name, content in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def remove_file(target: Path) -> None:
    """Delete a file and make the deletion last."""
    target.unlink(missing_ok=True)
    _sync_folder(target.parent)


def sweep(root: Path) -> None:
    """Delete what a killed command left half-written; call it only while the workspace is locked."""
    for leftover in root.rglob(f"{TEMPORARY}*"):
        if ".ocop" not in leftover.relative_to(root).parts:  # big files that wait there for their places
            leftover.unlink(missing_ok=True)


def _rename(temporary: Path, target: Path) -> None:
    for pause in _RETRY_SECONDS:
        try:
            temporary.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _BUSY:
                raise
            time.sleep(pause)
        else:
            return
    temporary.replace(target)


def _sync_folder(folder: Path) -> None:
    """Make the new name last; systems that cannot do so for a folder have kept the data already."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


_REASONS = {
    errno.ENOSPC: "ổ đĩa đã hết chỗ",
    errno.EACCES: "không có quyền ghi, hoặc tệp đang mở ở chương trình khác",
    errno.EPERM: "không có quyền ghi",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EIO: "ổ đĩa có lỗi, hoặc đã rút ra",
    errno.ENAMETOOLONG: "tên tệp quá dài",
}


def disk_reason(error: OSError) -> str:
    """Say why the disk refuses (no room, no permission, read only …): in Vietnamese where the reason is a known one, else as the system says it."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))
