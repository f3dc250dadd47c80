"""The plain data of a text, straight from the events of the library: no node and no place is made on the way."""

from collections.abc import Callable
from typing import Any

import yaml

from ocop_cli.store.yaml.nodes import NOTHING, Reading

_SCALAR: Any = yaml.ScalarEvent
_MAPPING: Any = yaml.MappingStartEvent
_SEQUENCE: Any = yaml.SequenceStartEvent
_MAPPING_END: Any = yaml.MappingEndEvent
_SEQUENCE_END: Any = yaml.SequenceEndEvent
_STREAM_END: Any = yaml.StreamEndEvent


class OddError(Exception):
    """A text that parses, and that is not what a form of ours looks like."""


def plain_data(text: str) -> Any:
    """Return a text as plain dicts, lists, texts and ``None``; ``None`` where it holds nothing.

    Raises ``yaml.YAMLError`` where the parser stops; ``OddError`` for a key that is no word or that stands twice, for
    an alias and for a second document.
    """
    following = Reading(text).get_event
    following()
    if type(following()) is _STREAM_END:
        return None
    data = _value(following(), following)
    following()
    if type(following()) is not _STREAM_END:
        raise OddError
    return data


def _value(event: Any, following: Callable[[], Any]) -> Any:
    kind = type(event)
    if kind is _SCALAR:
        return None if event.value in NOTHING and not event.style else event.value
    if kind is _MAPPING:
        return _mapping(following)
    if kind is not _SEQUENCE:
        raise OddError
    items = []
    while type(item := following()) is not _SEQUENCE_END:
        items.append(_value(item, following))
    return items


def _mapping(following: Callable[[], Any]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    entries = 0
    while type(key := following()) is _SCALAR:
        value = following()
        entries += 1
        if type(value) is _SCALAR and value.value not in NOTHING:  # nearly always
            data[key.value] = value.value
        else:
            data[key.value] = _value(value, following)
    if type(key) is not _MAPPING_END or len(data) != entries or not NOTHING.isdisjoint(data):
        raise OddError
    return data
