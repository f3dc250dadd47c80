"""Paths that stay inside the workspace."""

import os
from collections.abc import Sequence
from functools import cache
from os.path import islink, realpath
from pathlib import Path

from ocop_cli.errors import MISUSE, OcopError

_LONGEST = 200  # bytes of a name; file systems take 255, and a temporary file needs an ending


def inside(root: Path, relative: str) -> Path:
    """Return the absolute path of a workspace file.

    Raises ``OcopError`` when the path, or a link on its way, leads out of the workspace, or has a name that no file may have.
    """
    parts = relative.split("/")
    if any(len(part.encode()) > _LONGEST for part in parts):
        raise OcopError(
            f"Tên tệp dài quá: {relative[:60]}…", "Đặt tên ngắn hơn.", code="P010", exit_code=MISUSE
        )
    leaves = relative[:1] == "/" or ".." in parts or "\\" in relative or ":" in relative
    target = root / relative
    if leaves or (_has_link(root, parts) and not Path(realpath(target)).is_relative_to(_real(root))):
        raise OcopError(
            f"Đường dẫn {relative} ra ngoài thư mục làm việc.", "Đặt tệp trong thư mục làm việc.", code="P010"
        )
    return target


def is_file(path: Path) -> bool:
    """Say whether a file is there that can be come to: in a folder that may not be read there is none, and nothing is raised."""
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises there


def content_of(path: Path) -> bytes | None:
    """Return the content of a file; ``None`` where there is none. Raises ``OSError`` when it cannot be read."""
    return path.read_bytes() if path.is_file() else None


def _has_link(root: Path, parts: Sequence[str]) -> bool:
    """Say whether a link lies on the way from the root to a file: no other leads anywhere else."""
    if os.name == "nt":  # where a junction leads elsewhere and is called no link
        return True
    way = str(root)
    for part in parts:
        way = f"{way}/{part}"
        if islink(way):  # noqa: PTH114 - asked of every file that is written, many times
            return True
    return False


@cache
def _real(root: Path) -> Path:
    """Where a workspace really lies: asked once, for it is asked for every file that a dossier names."""
    return Path(realpath(root))
