"""Which field people mean: by its Vietnamese name, a short one or its path; in a table with the row beside it."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from ocop_cli.dossier.field_map import Field, FieldMap, Group
from ocop_cli.findings import FactsAsked, FieldPath
from ocop_cli.viet.text import fold

_ROW = re.compile(r"\[([^\]]*)\]")
_ROW_WORDS = ("dong", "so", "nam")
_NEAR, _SHOWN, _FEW = 0.6, 5, 4


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


def address(place: FieldPath) -> str:
    """Return the path of a field of a dossier with its row as people count it: ``materials[2].share``."""
    steps = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in place)
    return steps.removeprefix(".")


def fields_within(fields: FieldMap, asked: str) -> list[Named]:
    """Return the fields that an address means: one, all of a part, of a row, or of a table without its row."""
    path = _ROW.sub("[]", asked)
    row = "".join(_ROW.findall(asked)).strip()
    return [
        Named(field, row)
        for field in fields
        if field.path == path or field.path.startswith((f"{path}.", f"{path}[]."))
    ]


def way_to_state(fields: FieldMap, asked: FactsAsked) -> str:
    """Return the command by which somebody states facts: by name where they are few, else the interview about them."""
    named = [each for address in asked.fields for each in fields_within(fields, address)]
    if not named:
        return ""
    facts = [f'"{typed_name(each)}=…"' for each in named]
    is_whole_table = any(each.field and each.field.listed and not each.row for each in named)
    if not is_whole_table and len(facts) <= _FEW:
        return f"ghi bằng `ocop set {asked.dossier} {' '.join(facts)}`"
    titles = dict.fromkeys(each.field.group.title.lower() for each in named if each.field)
    parts = " ".join(f'"{title}"' for title in titles)
    return f"ghi bằng `ocop fill {asked.dossier} {parts}`"


def typed_name(named: Named) -> str:
    """Return how a field is typed, with its row."""
    assert named.field is not None, "only a field that was found is typed"
    return f"{named.field.typed_as} {named.row}".strip()


def _by_path(fields: FieldMap, words: str) -> Iterator[Named]:
    path = _ROW.sub("[]", words)
    if path in fields:
        yield Named(fields[path], "".join(_ROW.findall(words)).strip())


def _by_name(fields: FieldMap, plain: str) -> Iterator[Named]:
    yield from map(Named, dict.fromkeys(field for name, field in fields.folded_names if name == plain))


def _in_row(fields: FieldMap, words: str) -> Iterator[Named]:
    """Yield what is meant by ``ROW-WORD ROW: FIELD`` and by ``FIELD ROW``, the longest name first."""
    before, colon, after = words.partition(":")
    if colon:
        for group in fields.groups:
            row = _after(fold(group.row), before) if group.path else ""
            named = [f for f in fields.of(group) if fold(after) in (fold(f.title), *map(fold, f.names))]
            yield from (Named(field, row) for field in named if row)
    rows = [(len(name), field, _after(name, words)) for name, field in fields.folded_names if field.listed]
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
    names = dict(fields.folded_names)
    held = [field for name, field in names.items() if plain and f" {plain} " in f" {name} "]
    close = [names[name] for name in get_close_matches(plain, names, n=_SHOWN, cutoff=_NEAR)]
    return tuple(dict.fromkeys((*held, *close)))[:_SHOWN]
