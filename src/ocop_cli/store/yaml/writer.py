"""The library that writes YAML, set to the dialect of the house: it is loaded when a command writes some."""

import io
import re
from decimal import Decimal
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.representer import RoundTripRepresenter

from ocop_cli.store.yaml.dump import number_text

_WIDTH = 1_000_000  # folding at a width can change the spaces of a text
_BLOCKLESS = re.compile(r"\A[ \t\n]|\n\n\Z|\n[ \t]+\Z")  # a block would need an indent sign or an end sign


def write_all(data: Any) -> str:
    """Return plain data (dicts, lists, text, numbers, dates) as YAML, whatever they hold."""
    stream = io.StringIO()
    _writer().dump(data, stream)
    return stream.getvalue()


def _writer() -> YAML:
    writer = YAML()
    writer.Representer = _Representer
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.width = _WIDTH
    writer.allow_unicode = True
    # Our reader refuses anchors, also between two dates that happen to be one object.
    writer.representer.ignore_aliases = lambda *_: True
    return writer


class _Representer(RoundTripRepresenter):
    """Writes decimal numbers exactly, where a float would round them, and texts of several lines as blocks."""

    def decimal(self, value: Decimal) -> Any:
        text = number_text(value)
        return self.represent_scalar(f"tag:yaml.org,2002:{'float' if '.' in text else 'int'}", text)

    def text(self, value: str) -> Any:
        is_block = "\n" in value and not _BLOCKLESS.search(value)
        return self.represent_scalar("tag:yaml.org,2002:str", value, style="|" if is_block else None)


_Representer.add_representer(Decimal, _Representer.decimal)
_Representer.add_representer(str, _Representer.text)
