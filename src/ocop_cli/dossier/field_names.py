"""Which field people mean: by its Vietnamese name, a short one or its path; in a table with the row beside it."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from ocop_cli.dossier.field_map import Field, FieldMap, Group
from ocop_cli.viet.text import fold

_ROW = re.compile(r"\[([^\]]*)\]")
_ROW_WORDS = ("dong", "so", "nam")
_NEAR, _SHOWN = 0.6, 5


class Named(NamedTuple):
    """What a name means: a ``field``, in a table with its ``row`` as typed (a number from 1, or what names the row).

    Without a field: those that are ``near`` the name, the likeliest first.
    """

    field: Field | None
    row: str = ""
    near: tuple[Field, ...] = ()


def field_named(fields: FieldMap, words: str) -> Named:
    """Return the field that a person names, without regard of marks, case and spaces.

    ``lao động trong xã``, ``labour.commune``; of a table ``doanh thu 2025``, ``nguyên liệu Sâm dây tươi: tỷ lệ``,
    ``materials[2].share``.
    """
    plain = fold(words)
    for found in (*_by_path(fields, words.strip()), *_by_name(fields, plain), *_in_row(fields, words)):
        return found
    return Named(None, near=_near(fields, plain))


def _by_path(fields: FieldMap, words: str) -> Iterator[Named]:
    path = _ROW.sub("[]", words)
    if path in fields:
        yield Named(fields[path], "".join(_ROW.findall(words)).strip())


def _by_name(fields: FieldMap, plain: str) -> Iterator[Named]:
    yield from (Named(field) for field in fields if plain in map(fold, field.names))


def _in_row(fields: FieldMap, words: str) -> Iterator[Named]:
    """Yield what is meant by ``ROW-WORD ROW: FIELD`` and by ``FIELD ROW``, the longest name first."""
    before, colon, after = words.partition(":")
    if colon:
        for group in fields.groups:
            row = _after(fold(group.row), before) if group.path else ""
            named = [f for f in fields.of(group) if fold(after) in (fold(f.title), *map(fold, f.names))]
            yield from (Named(field, row) for field in named if row)
    rows = [
        (len(name), field, _after(name, words))
        for field in fields
        if field.listed
        for name in map(fold, field.names)
    ]
    for _, field, row in sorted(rows, key=lambda each: -each[0]):
        if row:
            yield Named(field, _without_row_word(field.group, row))


def _after(name: str, words: str) -> str:
    """Return what follows a folded name at the head of some words, as it was typed."""
    typed = words.split()
    count = len(name.split())
    return " ".join(typed[count:]) if name and fold(" ".join(typed[:count])) == name else ""


def _without_row_word(group: Group, row: str) -> str:
    head, _, rest = row.partition(" ")
    return rest.strip() if rest and fold(head) in (*_ROW_WORDS, fold(group.row)) else row


def _near(fields: FieldMap, plain: str) -> tuple[Field, ...]:
    names = {fold(name): field for field in fields for name in field.names}
    held = [field for name, field in names.items() if plain and f" {plain} " in f" {name} "]
    close = [names[name] for name in get_close_matches(plain, names, n=_SHOWN, cutoff=_NEAR)]
    return tuple(dict.fromkeys((*held, *close)))[:_SHOWN]
