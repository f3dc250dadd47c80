"""New YAML in the dialect of the house: two spaces, lists set in by two, long texts as blocks, lines never folded."""

import io
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString

from ocop_cli.viet.text import clean

_WIDTH = 1_000_000  # folding at a width can change the spaces of a text


def dump(data: Mapping[str, Any], header: str = "") -> str:
    """Return a new file: a header of comment lines, then the data. Keys whose value is ``None`` are left out."""
    stream = io.StringIO()
    _writer().dump(_ready(data), stream)
    return header + stream.getvalue()


def as_read(value: Any) -> Any:
    """Return a value as the reader will give it back: plain dicts and lists of text."""
    if isinstance(value, Mapping):
        return {key: as_read(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [as_read(inner) for inner in value]
    if value is None:
        return None
    scalar = _scalar(value)
    return scalar.isoformat() if isinstance(scalar, date) else str(scalar)


def _writer() -> YAML:
    writer = YAML()
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.width = _WIDTH
    writer.allow_unicode = True
    # Our reader refuses anchors, also between two dates that happen to be one object.
    writer.representer.ignore_aliases = lambda *_: True
    return writer


def _ready(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _ready(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_ready(inner) for inner in value]
    scalar = _scalar(value)
    is_block = isinstance(scalar, str) and "\n" in scalar and not scalar.startswith((" ", "\n", "\t"))
    return LiteralScalarString(scalar) if is_block else scalar


def _scalar(value: Any) -> Any:
    """Reduce a typed value to text, a whole number, a decimal fraction or a date, as an official would type it."""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, Decimal):
        whole = value == value.to_integral_value()
        return int(value) if whole else float(value)
    if isinstance(value, str):
        return clean(str(value))
    return value
