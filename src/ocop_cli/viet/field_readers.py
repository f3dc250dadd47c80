"""How the types of fields read text, and what an editor may take before us: the parts that ``fields`` is made of."""

import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import lru_cache, partial
from typing import Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from ocop_cli.viet.choices import meant, sayings
from ocop_cli.viet.editor_patterns import any_case
from ocop_cli.viet.numbers import AmbiguousError
from ocop_cli.viet.text import fold

_KNOWN = 256  # texts that a field remembers with what they mean: files say the same few over and over


def reader(parse: Callable[[str], Any], kind: str, message: str) -> BeforeValidator:
    """Interpret text with ``parse``; values that are typed already pass on to Pydantic."""
    known = lru_cache(_KNOWN)(parse)

    def read(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return known(value.strip())
        except PydanticCustomError:  # says itself what is wrong; it is a ValueError too
            raise
        except AmbiguousError as error:
            raise PydanticCustomError(kind, str(error)) from error
        except ValueError as error:
            raise PydanticCustomError(kind, message) from error

    return BeforeValidator(read)


def text_like(pattern: str, message: str) -> BeforeValidator:
    """Refuse text that does not look like a pattern."""
    wanted = re.compile(pattern)

    def read(value: Any) -> Any:
        if isinstance(value, str) and not wanted.match(value.strip()):
            raise PydanticCustomError("ocop_pattern", message)
        return value

    return BeforeValidator(read)


def among(kind: type[StrEnum], words: Mapping[Any, str]) -> BeforeValidator:
    """Read a member of a list by its code or its words, whatever their case and marks."""

    known = lru_cache(_KNOWN)(partial(meant, choices=words))

    def read(value: Any) -> Any:
        if not isinstance(value, str) or isinstance(value, kind):
            return value
        found = known(value)
        if found is None:
            raise PydanticCustomError(
                "ocop_word", "phải là một trong: {listed}", {"listed": "; ".join(words.values())}
            )
        return kind(found)

    return BeforeValidator(read)


def without(text: str, before: Iterable[str] = (), after: Iterable[str] = ()) -> str:
    """Return text without one of the words that say what is counted, before or after it: ``10 người``.

    >>> without("Năm 2025", before=("năm",))
    '2025'
    """
    bare = fold(text)
    head = next((word for word in _longest_first(before) if bare.startswith(word)), "")
    bare = bare.removeprefix(head).strip()
    tail = next((word for word in _longest_first(after) if bare.endswith(word)), "")
    return bare.removesuffix(tail).strip()


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(map(fold, words), key=len, reverse=True)


def editor(*patterns: str, least: int = 0, most: int | None = None) -> WithJsonSchema:
    """What an editor may see before us: a YAML number within bounds, or the text as typed, in one of several ways."""
    bounds = {"minimum": least} if most is None else {"minimum": least, "maximum": most}
    return WithJsonSchema({"type": ["number", "string"], **bounds, "pattern": f"^({'|'.join(patterns)})$"})


def listed_words(words: Mapping[Any, str]) -> WithJsonSchema:
    """What an editor offers of a list and takes besides: codes and words, and the words as people say them."""
    codes = [str(code) for code in words]
    said = any_case(*codes, *words.values(), *sayings(words))
    return WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "enum": [*codes, *words.values()]},
                {"type": "string", "pattern": f"^{said}$"},
            ]
        }
    )
