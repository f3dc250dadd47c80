"""Open data that others give away, as JSON lines: read line by line within limits, nothing judged."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

_LONGEST = 64 * 1024  # bytes of a line: ours have less than one
_read = json.JSONDecoder().raw_decode  # without the looks around a value, which cost a fifth
_MARK = b"\xef\xbb\xbf"


def read_open_lines(path: Path) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """Yield each line by its number with its object, ``None`` for one that is none. One that is too long counts as none.

    Raises ``OSError`` where the disk does not give the file; one that is no ordinary file counts as such.
    """
    if not path.is_file():  # a pipe would never end
        raise OSError(path)
    with path.open("rb") as file:
        if file.read(3) != _MARK:
            file.seek(0)
        number = 0
        while line := file.readline(_LONGEST):
            number += 1
            value = None
            if len(line) == _LONGEST:
                _skip_rest(file, line)
            elif line == b"\n" or line.isspace():
                continue
            else:
                value = _object(line)
            yield number, value


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        text = line.decode().rstrip()
        value, end = _read(text)
    except (ValueError, RecursionError):
        return None
    return value if type(value) is dict and end == len(text) else None


def _skip_rest(file: BinaryIO, line: bytes) -> None:
    """Read to the end of a line that is too long, a piece at a time."""
    while len(line) == _LONGEST and not line.endswith(b"\n"):
        line = file.readline(_LONGEST)
