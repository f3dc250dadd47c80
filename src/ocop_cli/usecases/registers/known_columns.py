"""The columns of registers that somebody explained: found again the next time, said again, written down."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ocop_cli.dossier.field_map import FieldMap
from ocop_cli.dossier.field_names import field_named
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.sheet_columns import SCHEMA, KnownColumn, SheetColumns
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.foreign.workbook import Sheet
from ocop_cli.store.reading.records import load_record, usable
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.dump import dump
from ocop_cli.store.yaml.edit import Append, Edit, Remove, Set, change_of
from ocop_cli.usecases.registers.act_headings import holds_acts
from ocop_cli.usecases.registers.register_headings import RESULT_HEADINGS
from ocop_cli.usecases.registers.sheet_table import (
    SheetColumn,
    SheetTable,
    heading_key,
    headings_of,
    table_of,
)
from ocop_cli.viet.text import upper_first

COLUMNS_FILE = "programme/columns.yaml"


def remembered(sources: Sources) -> tuple[KnownColumn, ...]:
    """Return the columns that were explained before. Raises ``OcopError`` where their file cannot be read."""
    if not sources.may_have(COLUMNS_FILE):
        return ()
    loaded = load_record(sources, COLUMNS_FILE, SheetColumns)
    return usable(loaded, COLUMNS_FILE, "nên chưa biết các cột đã nhớ").columns


def explained(fields: FieldMap, heading: str, words: str) -> KnownColumn:
    """Return a column that holds what a name means, in a register rather a result than what a producer wishes for.

    Raises ``OcopError`` (misuse) where no field has that name.
    """
    path = headings_of(fields, {}).get(heading_key(words), "")
    if path in fields or path in RESULT_HEADINGS:
        return KnownColumn(heading=heading, field=path)
    named = field_named(fields, words.strip())
    if named.field is None:
        near = "; ".join(field.typed_as for field in named.near)
        hint = f"Có phải: {near}?" if near else "Xem tên mục: `ocop set MÃ`."
        raise OcopError(f"Không có mục “{words.strip()}”.", hint, exit_code=MISUSE)
    return KnownColumn(heading=heading, field=named.field.path, row=named.row or None)


def joined(before: Iterable[KnownColumn], now: Iterable[KnownColumn]) -> dict[str, KnownColumn]:
    """Return columns by their folded heading; what is said now takes the place of what was said before."""
    return {heading_key(column.heading): column for column in (*before, *now)}


def tables_of(
    sheets: Iterable[Sheet], fields: FieldMap, known: Mapping[str, KnownColumn]
) -> list[SheetTable]:
    """Return the tables of the sheets that show, read with what the columns were said to mean."""
    meanings = headings_of(fields, {c.heading: c.path for c in known.values() if c.path})
    shown = (sheet for sheet in sheets if not sheet.is_hidden and not holds_acts(sheet))
    return [table for sheet in shown if (table := table_of(sheet, meanings))]


def unknown_columns(
    tables: Iterable[SheetTable], known: Mapping[str, KnownColumn]
) -> Iterator[tuple[SheetColumn, str]]:
    """Yield each column that nobody has explained yet and that holds anything, with the first thing that it holds."""
    seen = set(known)
    for table in tables:
        for place, column in enumerate(table.columns):
            key = heading_key(column.heading)
            held = (row[place].text.strip() for row in table.rows if place < len(row))
            first = next(filter(None, held), "")
            if key and first and not column.path and key not in seen:
                seen.add(key)
                yield column, first


def used(tables: Iterable[SheetTable], known: Mapping[str, KnownColumn]) -> list[KnownColumn]:
    """Return the columns of some tables that somebody explained."""
    headings = (heading_key(column.heading) for table in tables for column in table.columns)
    return [known[key] for key in dict.fromkeys(headings) if key in known]


def columns_change(sources: Sources, now: Sequence[KnownColumn]) -> Change | None:
    """Return the change that writes down what columns were said to mean; ``None`` where nothing is new."""
    before = remembered(sources)
    fresh = [column for column in now if column not in before]
    if not fresh:
        return None
    records = [column.model_dump(exclude_none=True) for column in fresh]
    if not before:
        return plan_write(sources.root, COLUMNS_FILE, dump({"schema": SCHEMA, "columns": records}).encode())
    places = {heading_key(column.heading): number for number, column in enumerate(before)}
    edits: list[Edit] = []
    for column, record in zip(fresh, records, strict=True):
        place = places.get(heading_key(column.heading))
        if place is None:
            edits.append(Append(("columns",), record))
            continue
        held = before[place].model_dump(exclude_none=True)
        edits += [
            Set(("columns", place, key), value) for key, value in record.items() if held.get(key) != value
        ]
        edits += [Remove(("columns", place, key)) for key in held if key not in record]
    return change_of(load_record(sources, COLUMNS_FILE, SheetColumns).source, edits)


def column_words(fields: FieldMap, column: KnownColumn) -> str:
    """Say what a column holds: “Gọi ai” là Điện thoại."""
    if not column.field:
        return f"“{column.heading}” không có mục"
    name = (
        fields[column.field].name if column.field in fields else upper_first(RESULT_HEADINGS[column.field][0])
    )
    return f"“{column.heading}” là {' '.join(filter(None, (name, column.row)))}"
