"""One field of an act as somebody answers it: typed whole, or as people say it (“120 người”, “chưa xong”, “5/6 - 8/6”)."""

from typing import Any

from ocop_cli.errors import OcopError
from ocop_cli.programme.log_field import DAYS, KnownThings, typed_value
from ocop_cli.programme.log_kind import LogField, LogKind
from ocop_cli.programme.log_line import read_line


def answered(kind: LogKind, field: LogField, text: str, known: KnownThings) -> dict[str, Any]:
    """Return what an answer states of a field; a stretch of days states the last one too.

    Raises ``OcopError`` (misuse) with what is wrong and what to write.
    """
    try:
        return {field.name: typed_value(field, text, known)}
    except OcopError:
        said = f"đến {text}" if field.name == "until" else text
        reading = read_line(kind, [said], known)
        meant = set(DAYS) if field.name == "on" else {field.name}
        if field.name in reading.values and reading.values.keys() <= meant and not reading.problems:
            return reading.values
        raise
