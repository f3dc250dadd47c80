"""Ids and paths that stay inside the workspace and work on every system."""

import re
from pathlib import Path, PurePosixPath

from ocop_cli.errors import OcopError

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,61}[a-z0-9]")
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)


def is_id(text: str) -> bool:
    """Say whether a text can name a dossier on every system."""
    return bool(_ID.fullmatch(text)) and text not in _RESERVED


def inside(root: Path, relative: str) -> Path:
    """Return the absolute path of a workspace file.

    Raises ``OcopError`` when the path, or a link on its way, leads out of the workspace.
    """
    path = PurePosixPath(relative)
    leaves = path.is_absolute() or ".." in path.parts or "\\" in relative or ":" in relative
    target = root / path
    if leaves or not target.resolve().is_relative_to(root.resolve()):
        raise OcopError(
            f"Đường dẫn {relative} ra ngoài thư mục làm việc.", "Đặt tệp trong thư mục làm việc.", code="P010"
        )
    return target
