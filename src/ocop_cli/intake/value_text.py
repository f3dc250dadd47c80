"""A value as it stands in a form: bare, as a person would write it there; the code of an option for one that is ticked."""

from collections.abc import Callable
from typing import Any

from ocop_cli.dossier.field_map import FieldKind
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.numbers import show_number

_TEXTS: dict[FieldKind, Callable[[Any], str]] = {
    FieldKind.COUNT: show_number,
    FieldKind.MONEY: show_number,
    FieldKind.PERCENT: show_number,
    FieldKind.GROWTH: show_number,
    FieldKind.DAY: show_date,
    FieldKind.YES_NO: lambda value: "có" if value else "không",
    FieldKind.CODES: ", ".join,
}


def value_text(kind: FieldKind, value: Any) -> str:
    """Return a value as a form holds it; nothing for no value."""
    return "" if value is None else _TEXTS.get(kind, str)(value)
