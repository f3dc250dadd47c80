"""YAML of plain data laid out as the library would: it is asked only for the texts that need quotes, each once.

The library takes 30 ms for the record of a document; nearly all of it goes into looking at texts that are plain.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ocop_cli.store.yaml.dump import number_text

_SIGN = r"[\w,.()/;%+=*–“”…’-]"
_INSIDE = rf"(?:{_SIGN}++| ?:(?=\S)| (?={_SIGN}))"
"""What means nothing but itself inside a text."""
_PLAIN = re.compile(rf"[^\W\d_]{_INSIDE}*+|[☐☒](?: (?! ){_INSIDE}++)?")
_LINE = r"[^\W_](?:[\w ,.()/;:%+=*–“”…’-]*[\w,.)/;:%+=*”…-])?"
_BLOCK = re.compile(rf"{_LINE}(?:\n{_LINE})+")
"""Several lines that begin and end with what is seen."""
_BEGINS_WITH_NUMBER = re.compile(rf"(?!\d{{4}}-)(?=\S*[ /%])\d{_INSIDE}*+|(?=\d+[a-f]\d*[a-f])[0-9a-f]+")
"""Words behind a number, a share, a fingerprint: what no reader takes for a number or a day."""
_QUOTED = re.compile(rf"(?=- |.*:(?: |$))(?:- )?[^\W_](?:{_INSIDE}| (?=:)|: (?=\S))*:?")
"""What would be a name or an item of a list without its quotes."""
_READ_AS_ANOTHER = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_LONGEST_KEY = 100  # the library sets a longer one apart


class Unusual(Exception):  # noqa: N818 - no error: the library writes the file
    """Raised for data that are laid out in a way of their own."""


def write_plain(data: dict[str, Any]) -> str:
    """Return plain data as YAML. Raises ``Unusual`` for texts with empty lines, lists in lists and no data."""
    if not data:
        raise Unusual
    return "".join(_mapping(data, ""))


def _mapping(data: dict[str, Any], margin: str) -> Iterator[str]:
    for key, value in data.items():
        if not isinstance(key, str) or len(key) > _LONGEST_KEY:
            raise Unusual
        head = f"{margin}{_text(key)}:"
        if isinstance(value, dict) and value:
            yield f"{head}\n"
            yield from _mapping(value, f"{margin}  ")
        elif isinstance(value, list) and value:
            yield f"{head}\n"
            yield from _sequence(value, f"{margin}  ")
        else:
            yield f"{head} {_scalar(value, margin)}\n"


def _sequence(items: list[Any], margin: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, list):
            raise Unusual
        if isinstance(item, dict) and item:
            lines = "".join(_mapping(item, f"{margin}  "))
            yield f"{margin}- {lines.removeprefix(f'{margin}  ')}"
        else:
            yield f"{margin}- {_scalar(item, margin)}\n"


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


def _text(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text if text.lower() not in _READ_AS_ANOTHER else _quoted(text)
    if _BEGINS_WITH_NUMBER.fullmatch(text):
        return text
    return f"'{text}'" if _QUOTED.fullmatch(text) else _quoted(text)


@lru_cache(maxsize=4096)
def _quoted(text: str) -> str:
    """Return a text as the library writes it behind a key; a text of several lines is no key."""
    if "\n" in text:
        raise Unusual
    from ocop_cli.store.yaml.writer import write_all

    return write_all({"x": text}).removeprefix("x: ").removesuffix("\n")
