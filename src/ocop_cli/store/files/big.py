"""Contents by size and hash, and big files: made aside or taken from where they lie, never held in memory."""

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, BinaryIO, NamedTuple

from ocop_cli.store.files.disk import make_folder, pieces_in, temporary_beside

MAKING = ".ocop/making"
"""Where big files are made before they are moved to their places; a command empties it when it ends."""
BIG = 1 << 20
"""Bytes from which on a content is never copied into the journal; see ``is_big``."""


class Fingerprint(NamedTuple):
    """What a content is known by: its number of bytes and their SHA-256, in hexadecimal."""

    size: int
    sha256: str


class BigFile(NamedTuple):
    """A content that lies in a file. One that was made aside is moved to its place, another's is copied.

    ``place`` is absolute; the file must hold what ``fingerprint`` says when it is written to the workspace.
    """

    place: Path
    fingerprint: Fingerprint
    is_made: bool


def is_big(size: int) -> bool:
    """Say whether a content of so many bytes is never copied into the journal."""
    return size >= BIG


def fingerprint_of_bytes(content: bytes) -> Fingerprint:
    """Return what a content in memory is known by."""
    return Fingerprint(len(content), hashlib.sha256(content).hexdigest())


def fingerprint_of(path: Path) -> Fingerprint | None:
    """Return what the content of a file is known by, read in pieces; ``None`` for no file. Raises ``OSError``."""
    return fingerprint_of_file(path) if path.is_file() else None


def fingerprint_of_file(path: Path) -> Fingerprint:
    """Return what the content of a file is known by, read in pieces. Raises ``OSError``, also for no file."""
    with path.open("rb") as file:
        return fingerprint_of_open(file)


def fingerprint_of_open(file: IO[bytes]) -> Fingerprint:
    """Return what the content that is left of an open file is known by. Raises ``OSError``."""
    digest, size = hashlib.sha256(), 0
    for piece in pieces_in(file):
        digest.update(piece)
        size += len(piece)
    return Fingerprint(size, digest.hexdigest())


def big_file(path: Path) -> BigFile:
    """Return the content of somebody's file, to be copied from where it lies. Raises ``OSError`` without one."""
    return BigFile(path.resolve(), fingerprint_of_file(path), is_made=False)


def make_big(root: Path, write: Callable[[BinaryIO], object], *, trial: bool = False) -> BigFile:
    """Let ``write`` write a new content to a file aside, which can be sought in, and return it with its fingerprint.

    The file lies in the cache of the workspace, so that it is later moved and not copied. In a ``trial`` nothing of
    the workspace is written: the content is made in the system's own temporary folder and is gone at once.
    Raises ``OSError`` when the disk refuses; nothing is left then.
    """
    if trial:
        import tempfile  # slow to load

        with tempfile.TemporaryFile() as aside:
            return BigFile(root / MAKING, _written(aside, write), is_made=True)
    place = temporary_beside(root / MAKING / "file")
    make_folder(place.parent)
    try:
        with place.open("x+b") as file:
            return BigFile(place, _written(file, write), is_made=True)
    except BaseException:
        with suppress(OSError):
            place.unlink()
        raise


def _written(file: BinaryIO, write: Callable[[BinaryIO], object]) -> Fingerprint:
    write(file)
    file.flush()
    os.fsync(file.fileno())
    file.seek(0)
    return fingerprint_of_open(file)
