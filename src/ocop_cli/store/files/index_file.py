"""The file of the index: made beside the other things that may be deleted, never where git would take it along."""

from pathlib import Path

INDEX_FILE = ".ocop/index.sqlite"
_CLOCK = "-clock"
_BESIDE = ("", "-journal", _CLOCK)
"""What SQLite lays beside its file while it writes, and the file that the time is read from."""


def prepare_index(root: Path) -> Path:
    """Return the file of the index, with a folder to lie in. Raises ``OSError`` where the disk takes nothing."""
    path = root / INDEX_FILE
    if not path.parent.is_dir():
        path.parent.mkdir()
        (path.parent / ".gitignore").write_text("*\n", encoding="utf-8")
    return path


def disk_time(path: Path) -> int:
    """Return what time it is by the clock of the disk (ns): that of the files is told by the same.

    A file is written for it: the times of what is written come from the disk, on a network from its server, while a
    time that is set (``touch``) may come from this machine, whose clock may be minutes before that of the server.
    """
    clock = Path(f"{path}{_CLOCK}")
    clock.write_bytes(b"\n")
    return clock.stat().st_mtime_ns


def discard_index(root: Path) -> None:
    """Delete an index that is of no use; it makes itself anew. Raises ``OSError`` where the disk does not let it go."""
    for ending in _BESIDE:
        Path(f"{root / INDEX_FILE}{ending}").unlink(missing_ok=True)
