"""The acts of a year as a sheet: one row an act, typed, as ``ocop log --from`` takes it in again."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ocop_cli.programme.log_entry import CHOICES, Attendee, LogEntry, LogItem, value_words
from ocop_cli.programme.log_field import SEPARATOR
from ocop_cli.programme.log_kind import LogKinds
from ocop_cli.reports.typed_sheet import Row, TypedColumn, TypedSheet, Value, without_personal
from ocop_cli.viet.lists import join_parts

_NUMBER, _KIND = TypedColumn("number", "Số"), TypedColumn("kind", "Loại hoạt động")
_ALWAYS = ("on", "until", "what")
_OF_PERSONS = frozenset({"person", "attendees"})
"""The fields that name people: only with ``personal``."""


def act_sheet(
    items: Sequence[LogItem], kinds: LogKinds, notes: Sequence[str], year: int, *, personal: bool
) -> TypedSheet:
    """Return the acts of a year in the order of writing, with the columns that any of them fills.

    Without ``personal`` nobody is named, and what else is personal data in a text is left out.
    """
    columns = tuple(_columns(items, personal=personal))
    rows = tuple((i.number, kinds.kinds[i.entry.kind].name, *_cells(i.entry, columns)) for i in items)
    columns = (_NUMBER, _KIND, *columns)
    if not personal:
        rows = tuple(without_personal(columns, row) for row in rows)
    return TypedSheet("Hoạt động", f"Hoạt động đã ghi năm {year}", tuple(notes), columns, rows)


def _columns(items: Sequence[LogItem], *, personal: bool) -> list[TypedColumn]:
    filled = {name for item in items for name in item.entry.stated}
    filled = (filled | set(_ALWAYS)) - {"kind"} - (set() if personal else _OF_PERSONS)
    return [
        TypedColumn(name, str(field.title)) for name, field in LogEntry.model_fields.items() if name in filled
    ]


def _cells(entry: LogEntry, columns: Sequence[TypedColumn]) -> Row:
    return tuple(_cell(column.path, entry) for column in columns)


def _cell(field: str, entry: LogEntry) -> Value:
    """Return a value as a cell: days and numbers as such, several values as one text, the rest in words."""
    value = getattr(entry, field)
    if isinstance(value, tuple):
        return join_parts(
            (_attendee(each) if isinstance(each, Attendee) else each for each in value), SEPARATOR
        )
    if isinstance(value, bool) or field in CHOICES:
        return value_words(field, value)
    if isinstance(value, int | Decimal | date | str):
        return value
    return None


def _attendee(person: Attendee) -> str:
    """Return a person with an empty place for what is not said, unless it stands at the end."""
    said = [person.name, person.title or "", person.of or "", person.outcome or ""]
    while not said[-1]:
        said.pop()
    return join_parts(said, ",")
