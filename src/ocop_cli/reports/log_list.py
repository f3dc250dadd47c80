"""The acts of a year for the eye and for machines: what was done, kind by kind, and what the plan still asks for."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ocop_cli.programme.log_entry import LogEntry, LogItem
from ocop_cli.programme.log_kind import LogKind, LogKinds
from ocop_cli.reports.figure import NO_NUMBER, Figure
from ocop_cli.tables import Align, Column, Table
from ocop_cli.viet.text import lower_first

_HEAD = frozenset({"Ngày"})
PLANNED = "dự kiến"


def act_words(kind: LogKind, entry: LogEntry, products: Mapping[str, str] | None = None) -> str:
    """Return what an act was as one line of a list, without its day; products are named where their names are given."""
    said = [(title, words) for title, words in kind.told(entry) if title not in _HEAD]
    if products and entry.products:
        field = kind.field("products")
        names = "; ".join(products.get(each, each) for each in entry.products)
        said = [(title, names if field and title == field.title else words) for title, words in said]
    head, rest = (said[0][1], said[1:]) if entry.what else ("", said)
    return "; ".join(filter(None, (head, *(f"{lower_first(title)}: {words}" for title, words in rest))))


def log_table(items: Sequence[LogItem], kinds: LogKinds, year: int, today: date) -> Table:
    """Lay the acts of a year out by day; what is still to come is marked."""
    columns = (
        Column("Số", Align.RIGHT),
        Column("Ngày"),
        Column("Loại", weight=2),
        Column("Nội dung", weight=5),
    )
    ordered = sorted(items, key=lambda item: (item.entry.on, item.number))
    return Table(f"Việc đã ghi năm {year}", columns, tuple(_row(item, kinds, today) for item in ordered))


def _row(item: LogItem, kinds: LogKinds, today: date) -> tuple[str, ...]:
    kind = kinds.kinds[item.entry.kind]
    day = item.entry.in_words("on") + (f" ({PLANNED})" if item.entry.on > today else "")
    return (str(item.number), day, kind.name, act_words(kind, item.entry))


def wanted_table(figures: Sequence[Figure], year: int) -> Table:
    """Lay out what the plan aims at, what is done, and what is wanting."""
    columns = (
        Column("Chỉ tiêu năm", weight=4),
        Column("Kế hoạch", Align.RIGHT),
        Column("Đã làm", Align.RIGHT),
        Column("Còn", Align.RIGHT),
    )
    aimed = [figure for figure in figures if figure.target != NO_NUMBER]
    rows = tuple((f.plain_name, f.target, f.actual, wanting(f)) for f in aimed)
    return Table(f"Chỉ tiêu của kế hoạch năm {year}", columns, rows)


def wanting(figure: Figure) -> str:
    """Return how much of a target is still to be done: a number, or that it is reached."""
    if figure.progress is None:
        return NO_NUMBER
    done, aim = figure.progress
    left = aim - done
    return str(left) if left > 0 else "đủ"


def unlogged(items: Sequence[LogItem], kinds: LogKinds) -> list[LogKind]:
    """Return the kinds of which a year has nothing yet."""
    held = {item.entry.kind for item in items}
    return [kind for kind in kinds.kinds.values() if kind.id not in held]


def kinds_table(kinds: LogKinds) -> Table:
    """Lay the kinds out: what each is called, what it tells, an example of a line."""
    columns = (Column("Loại", weight=2), Column("Ghi gì", weight=4), Column("Ví dụ", weight=4))
    return Table("Các loại hoạt động của năm", columns, tuple(_kind_row(k) for k in kinds.kinds.values()))


def _kind_row(kind: LogKind) -> tuple[str, ...]:
    fields = "; ".join(f"{field.title}{' (cần)' if field.needed else ''}" for field in kind.fields)
    return (kind.name, fields, line_of(kind))


def line_of(kind: LogKind) -> str:
    """Return the line that logs the example of a kind."""
    return f'ocop log "{min((kind.name, *kind.words), key=len).lower()}" {kind.example}'


def item_json(item: LogItem, kinds: LogKinds, today: date) -> dict[str, Any]:
    """Return an act for machines: its number, kind, whether it is planned, and every field that it states."""
    kind = kinds.kinds[item.entry.kind]
    stated = item.entry.model_dump(mode="json", exclude_defaults=True)
    return {
        "number": item.number,
        "name": kind.name,
        "section": kind.section,
        "planned": item.entry.on > today,
        **stated,
    }


def kinds_json(kinds: LogKinds) -> list[dict[str, Any]]:
    """Return the kinds for machines: id, name, other words, section, duties, whether people are sent, fields with title and need, example."""
    return [
        {
            "id": kind.id,
            "name": kind.name,
            "words": list(kind.words),
            "section": kind.section,
            "duties": list(kind.duties),
            "nominates": kind.nominates,
            "fields": [field._asdict() for field in kind.fields],
            "example": line_of(kind),
        }
        for kind in kinds.kinds.values()
    ]


def entry_lines(kind: LogKind, item: LogItem) -> Iterator[str]:
    """Yield what an entry says, one field a line, as it is read back to who typed it."""
    yield f"{kind.name}, số {item.number} năm {item.year}"
    yield from (f"  {title}: {words}" for title, words in kind.told(item.entry))
