"""YAML of plain data laid out as the library would: it is asked only for the texts that need quotes, each once.

The library takes 30 ms for the record of a document; nearly all of it goes into looking at texts that are plain.
"""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ocop_cli.store.yaml.dump import number_text

_SIGN = r"[\w,.()/;%+=*@–“”…’-]"
_INSIDE = rf"(?:{_SIGN}++| ?:(?=\S)| ++(?={_SIGN}))"
"""What means nothing but itself inside a text."""
_PLAIN = re.compile(rf"(?:[^\W\d_]|–){_INSIDE}*+|[☐☒+](?: (?! ){_INSIDE}++)?")
_LINE = r"[^\W_](?:[\w ,.()/;:%+=*–“”…’-]*[\w,.)/;:%+=*”…-])?"
_BLOCK = re.compile(rf"{_LINE}(?:\n{_LINE})+")
"""Several lines that begin and end with what is seen."""
_NUMBER = r"[0-9]+(?:\.[0-9]+)?(?:e[0-9]+)?"
_BEGINS_WITH_NUMBER = re.compile(
    rf"(?!\d{{4}}-\d)(?=\S*[ /%])\d{_INSIDE}*+|(?!0b[01]+\Z|{_NUMBER}\Z)[0-9][0-9a-f]+|[0-9]+(?:\.[0-9]+){{2,}}|[0-9]{{2}}(?:-[0-9]+)+"
)
"""Words behind a number, a share, a fingerprint, a version, a decision, a product: what no reader takes for a number or a day."""
_NUMBER_OR_DAY = re.compile(rf"{_NUMBER}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}")
_QUOTED = re.compile(rf"(?=- |.*:(?: |$))(?:- )?[^\W_](?:{_INSIDE}| (?=:)|: ++(?=\S))*:?")
"""What would be a name or an item of a list without its quotes."""
_READ_AS_ANOTHER = frozenset({"null", "true", "false"})
_LONGEST_KEY = 100  # the library sets a longer one apart


class Unusual(Exception):  # noqa: N818 - no error: the library writes the file
    """Raised for data that are laid out in a way of their own."""


def write_plain(data: dict[str, Any]) -> str:
    """Return plain data as YAML. Raises ``Unusual`` for texts with empty lines, lists in lists and no data."""
    if not data:
        raise Unusual
    lines: list[str] = []
    _mapping(data, "", lines)
    return "".join(lines)


def _mapping(data: dict[str, Any], margin: str, lines: list[str], mark: str = "") -> None:
    """Add the lines of a part; before its first name stands a mark in place of the margin, where there is one."""
    before = mark or margin
    for key, value in data.items():
        if not isinstance(key, str) or len(key) > _LONGEST_KEY:
            raise Unusual
        head = f"{before}{_text(key)}:"
        before = margin
        if value and type(value) is dict:
            lines.append(f"{head}\n")
            _mapping(value, f"{margin}  ", lines)
        elif value and type(value) is list:
            lines.append(f"{head}\n")
            _sequence(value, f"{margin}  ", lines)
        else:
            lines.append(f"{head} {_scalar(value, margin)}\n")


def _sequence(items: list[Any], margin: str, lines: list[str]) -> None:
    for item in items:
        if type(item) is list:
            raise Unusual
        if item and type(item) is dict:
            _mapping(item, f"{margin}  ", lines, f"{margin}- ")
        else:
            lines.append(f"{margin}- {_scalar(item, margin)}\n")


def _scalar(value: Any, margin: str) -> str:
    if isinstance(value, str):
        return _text(value) if "\n" not in value else _block(value, margin)
    if type(value) is date:
        return value.isoformat()
    if isinstance(value, Decimal):
        return number_text(value)
    if type(value) is int:
        return str(value)
    if value in ({}, []):
        return str(value)
    raise Unusual


def _block(text: str, margin: str) -> str:
    if not _BLOCK.fullmatch(text):
        raise Unusual
    return "\n".join(("|-", *(f"{margin}  {line}" for line in text.split("\n"))))


@lru_cache(maxsize=4096)  # names, and what stands on every paper of an office
def _text(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text if text.lower() not in _READ_AS_ANOTHER else _quoted(text)
    if _BEGINS_WITH_NUMBER.fullmatch(text):
        return text
    is_told_apart = _NUMBER_OR_DAY.fullmatch(text) or _QUOTED.fullmatch(text)
    return f"'{text}'" if is_told_apart else _quoted(text)


def _quoted(text: str) -> str:
    """Return a text as the library writes it behind a key; a text of several lines is no key."""
    if "\n" in text:
        raise Unusual
    from ocop_cli.store.yaml.writer import write_all

    return write_all({"x": text}).removeprefix("x: ").removesuffix("\n")
