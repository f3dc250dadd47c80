"""A value of a field as documents print it."""

from collections.abc import Callable, Mapping
from typing import Any

from ocop_cli.dossier.field_map import FieldKind
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.numbers import show_number, show_percent

_WORDS: dict[FieldKind, Callable[[Any], str]] = {
    FieldKind.COUNT: show_number,
    FieldKind.MONEY: lambda value: f"{show_number(value)} đồng",
    FieldKind.PERCENT: show_percent,
    FieldKind.GROWTH: show_percent,
    FieldKind.DAY: show_date,
    FieldKind.YES_NO: lambda value: "có" if value else "không",
}


def value_words(kind: FieldKind, value: Any, choices: Mapping[str, str]) -> str:
    """Return a value as documents print it; a code of ``choices`` in its words."""
    if kind is FieldKind.CODES:
        return "; ".join(choices.get(code, code) for code in value)
    return _WORDS.get(kind, lambda plain: choices.get(str(plain), str(plain)))(value)
