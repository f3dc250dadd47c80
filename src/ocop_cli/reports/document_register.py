"""The register of documents: numbers by series, holes, and how far each paper has come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any

from ocop_cli.programme.document_record import DocumentRecord, NumberBook
from ocop_cli.programme.profile import NumberSeries
from ocop_cli.tables import Column, Table, table_json
from ocop_cli.viet.dates import show_date


class State(StrEnum):
    """How far a paper has come."""

    DRAFT = "dự thảo"
    EDITED = "đã sửa trong Word"
    ISSUED = "đã ban hành"
    SIGNED = "đã có bản ký"
    SENT = "đã gửi"
    ANSWERED = "đã có trả lời"
    MISSING = "không thấy tệp"


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A document with its record; ``hash_now`` is the short hash of its file, or ``None`` when it is gone."""

    document: str
    record: DocumentRecord
    hash_now: str | None

    @property
    def state(self) -> State:
        """The furthest state it has reached."""
        record = self.record
        for reached, state in (
            (record.answers, State.ANSWERED),
            (record.sent, State.SENT),
            (record.signed, State.SIGNED),
            (record.issue, State.ISSUED),
        ):
            if reached:
                return state
        if self.hash_now is None:
            return State.MISSING
        return State.DRAFT if self.hash_now == record.made.document else State.EDITED


def series_key(symbol: str, series: NumberSeries) -> str:
    """Return the series that a symbol counts in."""
    return symbol if series is NumberSeries.PER_KIND else ""


def taken_numbers(
    entries: Sequence[RegisterEntry], book: NumberBook, series: NumberSeries
) -> dict[tuple[str, int], str]:
    """Map every number of the year to what carries it."""
    used: dict[tuple[str, int], str] = {}
    for entry in entries:
        if entry.record.issue and entry.record.symbol:
            used[series_key(entry.record.symbol, series), entry.record.issue.number] = entry.record.title
    for other in book.others:
        used[series_key(other.symbol, series), other.number] = other.title or (f"hủy: {other.void}" if other.void else "văn bản ngoài chương trình")  # fmt: skip
    return used


def register_table(
    entries: Sequence[RegisterEntry], book: NumberBook, series: NumberSeries, year: int
) -> Table:
    """Lay the documents of a year out, those with numbers first, and name the holes in each series."""
    columns = (
        Column("Số, ký hiệu", weight=2),
        Column("Ngày"),
        Column("Trích yếu", weight=3),
        Column("Tình trạng", weight=2),
        Column("Tệp", weight=3),
    )
    numbered = [(e.record.issue.number, _row(e)) for e in entries if e.record.issue]
    numbered += [
        (o.number, _other_row(o.number, o.symbol, show_date(o.on), o.title, o.void)) for o in book.others
    ]
    rows = [row for _, row in sorted(numbered, key=lambda pair: pair[0])]
    rows += [_row(e) for e in entries if not e.record.issue]
    return Table(
        f"Sổ văn bản năm {year}",
        columns,
        tuple(rows),
        notes=tuple(_holes(taken_numbers(entries, book, series))),
    )


def register_json(year: int, table: Table) -> dict[str, Any]:
    """Return the register as ``ocop/register@1`` without its schema name: year, columns, rows and notes."""
    return {"year": year, **table_json(table), "notes": list(table.notes)}


def _row(entry: RegisterEntry) -> tuple[str, ...]:
    issue, symbol = entry.record.issue, entry.record.symbol
    number = f"{issue.number:02d}/{symbol}" if issue else f"…/{symbol}" if symbol else "–"
    return (
        number,
        show_date(issue.on) if issue else "–",
        entry.record.title,
        entry.state.value,
        entry.document,
    )


def _other_row(number: int, symbol: str, on: str, title: str | None, void: str | None) -> tuple[str, ...]:
    state = f"hủy số: {void}" if void else "ngoài chương trình"
    return f"{number:02d}/{symbol}", on, title or "–", state, "–"


def _holes(taken: dict[tuple[str, int], str]) -> Iterator[str]:
    for key in sorted({key for key, _ in taken}):
        numbers = {number for of, number in taken if of == key}
        missing = [n for n in range(1, max(numbers)) if n not in numbers]
        if missing:
            yield f"Số còn trống{f' ({key})' if key else ''}: {', '.join(_stretches(missing))}."


def _stretches(numbers: Sequence[int]) -> Iterator[str]:
    """Write numbers in a row as one stretch: ``1–4, 7``."""
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        row = [number for _, number in group]
        yield str(row[0]) if len(row) == 1 else f"{row[0]}–{row[-1]}"
