"""Paths that stay inside the workspace."""

from functools import cache
from os.path import realpath
from pathlib import Path, PurePosixPath

from ocop_cli.errors import OcopError


def inside(root: Path, relative: str) -> Path:
    """Return the absolute path of a workspace file.

    Raises ``OcopError`` when the path, or a link on its way, leads out of the workspace.
    """
    path = PurePosixPath(relative)
    leaves = path.is_absolute() or ".." in path.parts or "\\" in relative or ":" in relative
    target = root / path
    if leaves or not Path(realpath(target)).is_relative_to(_real(root)):
        raise OcopError(
            f"Đường dẫn {relative} ra ngoài thư mục làm việc.", "Đặt tệp trong thư mục làm việc.", code="P010"
        )
    return target


@cache
def _real(root: Path) -> Path:
    """Where a workspace really lies: asked once, for it is asked for every file that a dossier names."""
    return Path(realpath(root))
