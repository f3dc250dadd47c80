"""Which version of the program wrote a workspace: noted with whatever is written, told where this one is older."""

import re
from contextlib import suppress
from pathlib import Path

from ocop_cli import __version__

VERSION_FILE = "programme/version.yaml"
_PROGRAM = re.compile(rb"^program:[ \t]*[\"']?([0-9]{1,9}(?:\.[0-9]{1,9})*)", re.MULTILINE)
_OF_FORMATS = 2  # numbers of a version: those that differ in the third only read and write the same files


def newer_program(root: Path) -> str:
    """Return the version that wrote a workspace where it may write what this one does not know; else nothing."""
    wrote = _version_in(_content(root))
    return wrote if _numbers(wrote)[:_OF_FORMATS] > _numbers(__version__)[:_OF_FORMATS] else ""


def note_to_write(root: Path) -> bytes | None:
    """Return the note of this version, where that is newer than what wrote here before; else ``None``."""
    wrote = _version_in(_content(root))
    return version_note() if _numbers(wrote) < _numbers(__version__) else None


def version_note() -> bytes:
    """Return the note of this version."""
    return f"schema: ocop/version@1\nprogram: {__version__}\n".encode()


def is_newer(note: bytes, other: bytes) -> bool:
    """Say whether a note names a newer version than another one."""
    return _numbers(_version_in(note)) > _numbers(_version_in(other))


def is_before(version: str, other: str) -> bool:
    """Say whether a version is older than another one."""
    return _numbers(version) < _numbers(other)


def _version_in(note: bytes | None) -> str:
    """Return the version that a note names, read without YAML, for every run asks; empty where it names none."""
    found = _PROGRAM.search(note or b"")
    return found[1].decode() if found else ""


def _content(root: Path) -> bytes | None:
    with suppress(OSError):
        return (root / VERSION_FILE).read_bytes()
    return None


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall("[0-9]+", version)))
