"""Big files: made aside or taken from where they lie, known by size and hash, never held in memory."""

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, NamedTuple

from ocop_cli.store.files.disk import TEMPORARY

MAKING = ".ocop/making"
"""Where big files are made before they are moved to their places; a command empties it when it ends."""
_PIECE = 1 << 20


class Seal(NamedTuple):
    """What a content is known by: its number of bytes and their SHA-256, in hexadecimal."""

    size: int
    sha256: str


class BigFile(NamedTuple):
    """A content that lies in a file. One that was made aside is moved to its place, another's is copied.

    ``place`` is absolute; the file must hold what ``seal`` says when it is written to the workspace.
    """

    place: Path
    seal: Seal
    is_made: bool


def seal_of(path: Path) -> Seal | None:
    """Return what the content of a file is known by, read in pieces; ``None`` for no file. Raises ``OSError``."""
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return _seal_of_rest(file)


def big_file(path: Path) -> BigFile:
    """Return the content of somebody's file, to be copied from where it lies. Raises ``OSError`` without one."""
    seal = seal_of(path)
    if seal is None:
        raise FileNotFoundError(path)
    return BigFile(path.resolve(), seal, is_made=False)


def make_big(root: Path, write: Callable[[BinaryIO], object], *, trial: bool = False) -> BigFile:
    """Let ``write`` write a new content to a file aside, which can be sought in, and return it with its seal.

    The file lies in the cache of the workspace, so that it is later moved and not copied. In a ``trial`` nothing of
    the workspace is written: the content is made in the system's own temporary folder and is gone at once.
    Raises ``OSError`` when the disk refuses; nothing is left then.
    """
    if trial:
        with tempfile.TemporaryFile() as aside:
            return BigFile(root / MAKING, _written(aside, write), is_made=True)
    folder = root / MAKING
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=folder)
    try:
        with os.fdopen(handle, "w+b") as file:
            return BigFile(Path(name), _written(file, write), is_made=True)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _written(file: BinaryIO, write: Callable[[BinaryIO], object]) -> Seal:
    write(file)
    file.flush()
    os.fsync(file.fileno())
    file.seek(0)
    return _seal_of_rest(file)


def _seal_of_rest(file: BinaryIO) -> Seal:
    digest = hashlib.sha256()
    while piece := file.read(_PIECE):
        digest.update(piece)
    return Seal(file.tell(), digest.hexdigest())
