"""New YAML in the dialect of the house: two spaces, lists set in by two, long texts as blocks, lines never folded."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from ocop_cli.errors import OcopError
from ocop_cli.viet.text import clean, forbidden_character


def dump(data: Mapping[str, Any], header: str = "") -> str:
    """Return a new file: a header of comment lines, then the data. Keys whose value is ``None`` are left out."""
    from ocop_cli.store.yaml.plain_writer import Unusual, write_plain  # knows what ``typed`` gives

    ready = _ready(data)
    try:
        return header + write_plain(ready)
    except Unusual:
        from ocop_cli.store.yaml.writer import (
            write_all,
        )  # a command that writes no YAML does without its library

        return header + write_all(ready)


def as_read(value: Any) -> Any:
    """Return a value as the reader will give it back: plain dicts and lists of text."""
    if isinstance(value, Mapping):
        return {key: as_read(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [as_read(inner) for inner in value]
    if value is None:
        return None
    scalar = typed(value)
    return number_text(scalar) if isinstance(scalar, Decimal) else str(scalar)


def _ready(value: Any) -> Any:
    kind = type(value)
    if kind is str:  # nearly all that is written
        return _gated(clean(value))
    if kind is dict or isinstance(value, Mapping):
        return {key: _ready(inner) for key, inner in value.items() if inner is not None}
    if kind is list or kind is tuple or (isinstance(value, Sequence) and not isinstance(value, str)):
        return [_ready(inner) for inner in value]
    return typed(value)


def typed(value: Any) -> Any:
    """Reduce a value to text, a number or a date, as an official would type it.

    Raises ``OcopError`` for a text with hidden characters: no file of ours may hold one.
    """
    if isinstance(value, bool):
        return "có" if value else "không"
    return _gated(clean(str(value))) if isinstance(value, str) else value


def number_text(value: Decimal) -> str:
    """Return a decimal number digit by digit, without trailing zeros of its fraction: ``62.5``."""
    whole, _, fraction = f"{value:f}".partition(".")
    fraction = fraction.rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def _gated(text: str) -> str:
    hidden = None if text.isprintable() else forbidden_character(text)
    if hidden:
        raise OcopError(
            f"Nội dung nhập vào có ký tự điều khiển ẩn (U+{ord(hidden):04X}), chưa ghi gì.",
            "Gõ lại phần đó, thường do dán từ nơi khác.",
            code="Y008",
        )
    return text
