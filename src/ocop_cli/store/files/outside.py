"""Write a person's file that lies in no workspace: no journal is there, so the original is kept beside it."""

from itertools import chain, count
from pathlib import Path

from ocop_cli.store.files.changes import refused
from ocop_cli.store.files.disk import replace_file


def write_new(path: Path, content: bytes) -> None:
    """Write a file whose content is ours to make. Raises ``OcopError`` when the disk refuses."""
    try:
        replace_file(path, content)
    except OSError as error:
        raise refused(error, []) from error


def replace_with_copy(path: Path, content: bytes) -> Path:
    """Write over a person's file and return the copy of the original that was kept beside it.

    Raises ``OcopError`` when the disk refuses; the file then reads as before.
    """
    numbers = chain([""], (f"-{number}" for number in count(2)))
    copies = (path.with_name(f"{path.stem}.goc{number}{path.suffix}") for number in numbers)
    copy = next(place for place in copies if not place.exists())
    write_new(copy, path.read_bytes())
    write_new(path, content)
    return copy
