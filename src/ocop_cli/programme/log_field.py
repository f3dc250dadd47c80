"""One field of an act as somebody types it: names are found among those that are known, the rest is read by its type."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from pydantic import ValidationError

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.log_entry import CHOICES, LISTED, LogEntry
from ocop_cli.programme.log_kind import LogField, LogKind
from ocop_cli.programme.log_names import each_named, village_meant
from ocop_cli.programme.log_words import CHANNEL_WORDS, PRIORITY_WORDS, STANDARD_WORDS
from ocop_cli.programme.units import units_meant
from ocop_cli.viet.choices import chosen
from ocop_cli.viet.error_messages import cure_of_entered, explain_errors
from ocop_cli.viet.lists import split_parts
from ocop_cli.viet.names import split_title
from ocop_cli.viet.text import fold, upper_first

SAID = {"channel": CHANNEL_WORDS, "standard": STANDARD_WORDS, "priority": PRIORITY_WORDS}
DAYS = ("on", "until")
_SHORT_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})")
"""A day of this year."""
SEPARATOR = ";"
"""What stands between several values of a field."""


class KnownThings(NamedTuple):
    """What the commune has that a line may name: villages, products by their ids, producers, sources of money; and
    the day it is typed."""

    villages: tuple[str, ...]
    products: Mapping[str, str]
    producers: tuple[str, ...]
    today: date
    sources: tuple[str, ...] = ()

    def listed(self, kind: LogKind) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """Yield the names that a line about a kind may hold: by field, each as it is said with its value."""
        said = {
            "villages": [(s, name) for name in self.villages for s in (name, name.partition(" ")[2]) if s],
            "products": [(s, name) for name, words in self.products.items() for s in (name, words)],
            "producers": [(name, name) for name in self.producers],
        }
        yield from ((name, names) for name, names in said.items() if kind.has(name))

    def meant(self, field: str, text: str) -> list[str]:
        """Return the villages, products or producers that a text may mean, by a part of their names."""
        if field == "villages":
            return village_meant(text, self.villages)
        if field == "products":
            whole = [name for name, words in self.products.items() if fold(text) in (name, fold(words))]
            return whole or [n for n, words in self.products.items() if _words_in(text, words)]
        return units_meant(text, dict.fromkeys(self.producers, ""))

    def shown(self, field: str, values: Sequence[str]) -> list[str]:
        """Return values as people see them."""
        return [self.products.get(value, value) if field == "products" else value for value in values]


def field_value(field: LogField, text: str, known: KnownThings, problems: list[str]) -> Any:
    """Return what a text states of a field; what it does not take is added to the problems, and nothing is returned."""
    try:
        return typed_value(field, text, known)
    except OcopError as error:
        problems.append(f"{field.title}: {error.message.rstrip('.')}. {error.hint}".strip(" ."))
        return [] if field.name in LISTED else None


def typed_value(field: LogField, text: str, known: KnownThings) -> Any:
    """Return what a text states of a field. Raises ``OcopError`` (misuse) with what is wrong and what to write."""
    if field.name == "attendees":
        return [_attendee(part) for part in _listed(text)]
    if field.name in LISTED:
        several, _ = each_named(text, lambda part: (known.meant(field.name, part), ""))
        return several or [_named(field.name, part, known) for part in _listed(text)]
    if field.name in CHOICES:
        return _choice(field.name, text)
    if field.name == "source":
        text = _source(text, known.sources)
    short = _SHORT_DAY.fullmatch(text.strip()) if field.name in DAYS else None
    given = f"{short[1]}/{short[2]}/{known.today.year}" if short else text
    try:
        entry = LogEntry.model_validate({"kind": "x1", "on": "2026-01-01", field.name: given})
    except ValidationError as error:
        wrong = explain_errors(error, LogEntry, "")[0]
        key = f"“{field.name}”"
        said = wrong.message.removeprefix(f"{key}: ").replace(key, field.title)
        hint = f"{upper_first(cure_of_entered(wrong.hint))}."
        raise OcopError(f"“{text}”: {said}.", hint, exit_code=MISUSE) from error
    return getattr(entry, field.name)


def _source(text: str, sources: Sequence[str]) -> str:
    """Return the source of money that a text means: “xã” is the “Ngân sách xã” before a programme with “kinh tế - xã hội”."""
    said = fold(text)
    tiers = (
        [name for name in sources if fold(name) == said],
        [name for name in sources if said and fold(name).endswith(f" {said}")],
        [name for name in sources if _words_in(text, name)],
    )
    meant = next((found for found in tiers if found), [])
    return meant[0] if len(meant) == 1 else text


def _listed(text: str) -> list[str]:
    return [part for part in split_parts(text, SEPARATOR) if part]


def _attendee(text: str) -> dict[str, str]:
    """Read “Họ và tên, chức vụ, đơn vị, kết quả”; what stands after a third comma is the outcome."""
    first, *rest = split_parts(text, ",")
    name, _ = split_title(first)
    said = [name or first, *rest[:2], ", ".join(rest[2:])]
    return {key: part for key, part in zip(("name", "title", "of", "outcome"), said, strict=False) if part}


def _choice(name: str, text: str) -> str:
    said = [code for code, pattern in SAID[name].items() if pattern.search(fold(text))]
    found = chosen(text, CHOICES[name]) or said[:1]
    if len(found) != 1:
        listed = "; ".join(CHOICES[name].values())
        raise OcopError(f"không có lựa chọn “{text}”.", f"Chọn một trong: {listed}.", exit_code=MISUSE)
    return CHOICES[name][found[0]]


def _named(field: str, text: str, known: KnownThings) -> str:
    """Return the village, product or producer that a text names; a producer may be new."""
    if field == "villages":
        found = known.meant(field, text)
        if len(found) == 1 or not known.villages:
            return found[0] if found else text
        hint = f"Các thôn: {'; '.join(known.villages)}."
        raise OcopError(f"không có “{text}” trong danh sách.", hint, exit_code=MISUSE)
    found = known.meant(field, text)
    if len(found) == 1:
        return found[0]
    if field == "producers" and not found:
        return text
    shown = "; ".join(known.shown(field, found))
    message = f"“{text}” có thể là: {shown}." if found else f"không có sản phẩm “{text}”."
    hint = "Ghi đủ tên chủ thể." if field == "producers" else "Ghi mã hồ sơ: xem `ocop list`."
    raise OcopError(message, hint, exit_code=MISUSE)


def _words_in(text: str, name: str) -> bool:
    """Say whether the words of a text follow each other in a name."""
    return bool(fold(text)) and f" {fold(text)} " in f" {fold(name)} "
