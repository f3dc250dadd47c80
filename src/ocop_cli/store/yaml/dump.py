"""New YAML in the dialect of the house: two spaces, lists set in by two, long texts as blocks, lines never folded."""

import io
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import LiteralScalarString

from ocop_cli.errors import OcopError
from ocop_cli.viet.text import clean, forbidden_character

_WIDTH = 1_000_000  # folding at a width can change the spaces of a text
_BLOCKLESS = re.compile(r"\A[ \t\n]|\n\n\Z|\n[ \t]+\Z")  # a block would need an indent sign or an end sign


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
    scalar = typed(value)
    return number_text(scalar) if isinstance(scalar, Decimal) else str(scalar)


def _writer() -> YAML:
    writer = YAML()
    writer.Representer = _Representer
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
    scalar = typed(value)
    is_block = isinstance(scalar, str) and "\n" in scalar and not _BLOCKLESS.search(scalar)
    return LiteralScalarString(scalar) if is_block else scalar


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
    hidden = forbidden_character(text)
    if hidden:
        raise OcopError(
            f"Nội dung nhập vào có ký tự điều khiển ẩn (U+{ord(hidden):04X}), chưa ghi gì.",
            "Gõ lại phần đó, thường do dán từ nơi khác.",
            code="Y008",
        )
    return text


class _Representer(RoundTripRepresenter):
    """Writes decimal numbers exactly; a float would round them."""

    def decimal(self, value: Decimal) -> Any:
        text = number_text(value)
        return self.represent_scalar(f"tag:yaml.org,2002:{'float' if '.' in text else 'int'}", text)


_Representer.add_representer(Decimal, _Representer.decimal)
