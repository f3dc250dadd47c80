"""Facts as people state them, taken into a dossier: the one way in for a command, an interview, a form, a sheet.

Each value goes through the typed field of its model, and what would be written through the model of its whole file.
"""

import re
from collections.abc import Iterator, Mapping

from ocop_cli.dossier.field_map import Field, FieldKind
from ocop_cli.dossier.field_names import Named, field_named
from ocop_cli.usecases.facts.dossier_facts import DossierFacts
from ocop_cli.usecases.facts.own_address import ADDRESS, VILLAGE, village_of, whole_address
from ocop_cli.usecases.facts.read_fact import read_fact
from ocop_cli.usecases.facts.taken import Outcome, Taken, Takings
from ocop_cli.usecases.facts.write_facts import written
from ocop_cli.viet.names import split_title
from ocop_cli.viet.text import fold

_BY_ADDRESS = "theo địa chỉ"
_NewRows = dict[tuple[str, str], int]


def take(facts: DossierFacts, stated: Mapping[str, str | None]) -> Takings:
    """Take facts into a dossier: names or paths of fields (``materials[2].share``, ``doanh thu 2025``) with their texts.

    A row of a table is meant by its number from 1 or by what names it; one that is not there is added. ``None`` clears a
    field, and with the field that names a row the whole row; an empty text says nothing and changes nothing.
    There is a row in the answer for each fact, and one more where a text tells two: a name and a title, an address and its
    village. The changes
    write what was taken; who wants all or nothing looks for what was asked or refused first.
    """
    new_rows: _NewRows = {}
    rows = [_one(facts, said, text, new_rows) for said, text in _spread(facts, stated)]
    rows = [row._replace(because=_BY_ADDRESS) if row.said == VILLAGE not in stated else row for row in rows]
    return written(facts, _each_once(rows))


def _each_once(rows: list[Taken]) -> list[Taken]:
    """Refuse a field that is stated again with another value."""
    first: dict[tuple[object, ...], Taken] = {}
    return [row if _agrees(row, first) else _twice(row) for row in rows]


def _agrees(row: Taken, first: dict[tuple[object, ...], Taken]) -> bool:
    path = row.field.path if row.field else row.said
    earlier = first.setdefault((path, row.place), row)
    return (
        earlier is row
        or row.outcome is not Outcome.TAKEN
        or (row.typed and earlier.value == row.value) is True
    )


def _twice(row: Taken) -> Taken:
    return row._replace(
        outcome=Outcome.REFUSED, problem=f"{row.name}: ghi hai lần, hai giá trị", cure="giữ một giá trị"
    )


def _spread(facts: DossierFacts, stated: Mapping[str, str | None]) -> Iterator[tuple[str, str | None]]:
    """Give what an answer says beside its own field to the field that takes it.

    “Y Sâm, giám đốc” is a name and a title; an address in a village of the commune tells the village too.
    """
    for said, text in stated.items():
        found = field_named(facts.fields, said).field
        name, title = split_title(text) if text and found and found.rest else ("", "")
        yield said, name if title else text and _whole(facts, found, text)
        if found and title:
            yield found.rest, title
    if village := _village(facts, stated):
        yield VILLAGE, village


def _whole(facts: DossierFacts, field: Field | None, text: str) -> str:
    return whole_address(facts.home, text) if field and field.path == ADDRESS and facts.home else text


def _village(facts: DossierFacts, stated: Mapping[str, str | None]) -> str:
    """Return the village that a stated address names, where nobody says it and nothing is there."""
    named = ((field_named(facts.fields, said).field, text) for said, text in stated.items())
    texts = {field.path: text for field, text in named if field}
    address = texts.get(ADDRESS)
    if not address or VILLAGE in texts or not facts.home or facts.shown(facts.fields[VILLAGE]):
        return ""
    return village_of(facts.home, whole_address(facts.home, address))


def _one(facts: DossierFacts, said: str, text: str | None, new_rows: _NewRows) -> Taken:
    """Return what a fact becomes by itself."""
    named = field_named(facts.fields, said)
    if named.field is None:
        return _unknown(facts, said, text, named)
    field, taken = named.field, Taken(said, text, Outcome.REFUSED, named.field)
    if not facts.is_asked(field):
        return taken._replace(problem=f"{field.name}: hồ sơ này không có mục này", cure="bỏ mục này")
    row = _row(facts, field, named.row or _own_row(field, text), new_rows)
    if row is None:
        return _which_row(facts, taken, field)
    taken = taken._replace(
        row=_row_words(facts, field, row, named.row),
        place=facts.place(field, row),
        before=facts.shown(field, row),
    )
    if text is None:
        return taken._replace(outcome=Outcome.TAKEN if taken.before else Outcome.SAME)
    if not text.strip():
        return taken._replace(outcome=Outcome.SAME, understood=taken.before)
    return _understood(facts, taken, field, row)


_MEASURED = (FieldKind.PERCENT, FieldKind.CHOICE, FieldKind.MONEY, FieldKind.DAY)
"""What no name of a row is read as."""
_PARTS = re.compile(r"[:;()]|,(?!\d)")
"""Between the name of a row and what else is told of it; a comma between figures is a decimal one."""


def _others_in(facts: DossierFacts, field: Field, text: str) -> tuple[str, list[str]]:
    """Return the name of a row and, typed after it, other facts of the row, each as it is to be typed.

    “Gừng sẻ: 90%, trong xã” names a material and tells its share and its origin; so does “Gừng sẻ; tỷ lệ=90”.
    """
    name, *rest = (part.strip() for part in _PARTS.split(text))
    if field.path != field.group.key or not name:
        return name, []
    columns = [each for each in facts.fields.of(field.group) if each.kind in _MEASURED and each != field]
    told = ((column, _of_column(column, part)) for part in rest if part for column in columns)
    read = (
        (column, value) for column, value in told if value and not read_fact(facts, column, value).problem
    )
    return name, [f'"{column.typed_as} {name}={value}"' for column, value in read]


def _of_column(column: Field, part: str) -> str:
    """Return what a part gives a column: all of it, or what stands behind the column's name."""
    label, is_named, value = (each.strip() for each in part.partition("="))
    if is_named:
        return value if fold(label) in map(fold, column.short) else ""
    named = fold(part).startswith(f"{fold(column.typed_as)} ")
    return part[len(column.typed_as) :].strip() if named else part


def _understood(facts: DossierFacts, taken: Taken, field: Field, row: int) -> Taken:
    typed = taken.typed or ""
    name, others = _others_in(facts, field, typed)
    if others:
        problem = f"{field.name}: “{typed}” có cả mục khác của {field.group.row}"
        return taken._replace(problem=problem, cure=f'ghi từng mục: "{taken.said}={name}" {" ".join(others)}')
    reading = read_fact(facts, field, typed)
    if reading.problem:
        outcome = Outcome.ASKED if reading.options else Outcome.REFUSED
        problem = taken.named_in(reading.problem)
        return taken._replace(outcome=outcome, problem=problem, cure=reading.cure, options=reading.options)
    is_same = taken.before and facts.value(field, row) == reading.value
    return taken._replace(
        outcome=Outcome.SAME if is_same else Outcome.TAKEN,
        understood=facts.in_words(field, reading.value),
        value=reading.value,
    )


def _unknown(facts: DossierFacts, said: str, text: str | None, named: Named) -> Taken:
    """Refuse a name that no field has; of what a verb writes name the verb."""
    verb = facts.fields.verb_for(said)
    taken = Taken(said, text, Outcome.REFUSED, options=tuple(near.typed_as for near in named.near))
    if verb:
        return taken._replace(
            problem=f"“{said}” không ghi tay", cure=f"mục này do lệnh `ocop {verb}` ghi", options=()
        )
    near = f"có phải: {'; '.join(taken.options)}? " if taken.options else ""
    return taken._replace(
        problem=f"Không có mục nào tên “{said}”",
        cure=f"{near}Xem tên các mục: `ocop set {facts.file.id}`",
    )


def _own_row(field: Field, text: str | None) -> str:
    """Return the text of the field that names a row, which is enough to mean the row."""
    return text or "" if field.path == field.group.key else ""


def _row(facts: DossierFacts, field: Field, meant_by: str, new_rows: _NewRows) -> int | None:
    """Return the row that is meant, from 0 and past the last for a new one; ``None`` where it may be any of several."""
    if not field.listed:
        return 0
    count = len(facts.rows(field.group))
    if not meant_by:
        return None if count > 1 else 0
    there = facts.row_number(field.group, meant_by)
    if there is not None:
        return there
    fresh = sum(path == field.listed for path, _ in new_rows)
    return new_rows.setdefault((field.listed, fold(meant_by)), count + fresh)


def _row_words(facts: DossierFacts, field: Field, row: int, said: str) -> str:
    if not field.listed or field.path == field.group.key:
        return ""
    return (facts.rows(field.group)[row:] or [said])[0]


def _which_row(facts: DossierFacts, taken: Taken, field: Field) -> Taken:
    names = tuple(f"{field.typed_as} {name}" for name in facts.rows(field.group))
    return taken._replace(
        outcome=Outcome.ASKED,
        problem=f"{field.name}: chưa rõ {field.group.row} nào",
        cure=f"ghi rõ: {'; '.join(names)}",
        options=names,
    )
