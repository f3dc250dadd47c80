"""The register of documents: numbers by series, holes, and how far each paper has come."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from ocop_cli.programme.choices import NumberSeries
from ocop_cli.programme.document_record import DocumentRecord, NumberBook
from ocop_cli.tables import Align, Column, Table, table_json
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.text import spelling


class State(StrEnum):
    """How far a paper has come."""

    DRAFT = "dự thảo"
    EDITED = "đã sửa trong Word"
    ISSUED = "đã ban hành"
    SIGNED = "đã có bản ký"
    SENT = "đã gửi"
    ANSWERED = "đã có trả lời"
    MISSING = "không thấy tệp"
    UNREADABLE = "không mở được tệp"


class RegisterEntry(NamedTuple):
    """A document with its record; ``hash_now`` is the short hash of its file, or ``None`` when it is gone.

    ``scan_now`` is the SHA-256 of its signed scan, or ``None`` when that is gone or was never attached. A hash is empty
    where the disk does not give the file. ``form_name`` is what people call its form.
    """

    document: str
    record: DocumentRecord
    hash_now: str | None
    scan_now: str | None = None
    form_name: str = ""

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
        if not self.hash_now:
            return State.MISSING if self.hash_now is None else State.UNREADABLE
        return State.DRAFT if self.hash_now == record.made.document else State.EDITED

    @property
    def losses(self) -> tuple[str, ...]:
        """What an issued document has lost since, in words: its own file, its signed scan."""
        signed = self.record.signed
        found = []
        if self.record.is_issued and self.hash_now is None:
            found.append("không thấy tệp văn bản")
        if self.record.is_issued and self.hash_now == "":
            found.append("không mở được tệp văn bản")
        if signed and self.scan_now is None:
            found.append(f"không thấy bản ký {signed.file}")
        elif signed and self.scan_now != signed.sha256:
            found.append(f"bản ký {signed.file} {'đã bị thay' if self.scan_now else 'không mở được'}")
        return tuple(found)


class GivenNumber(NamedTuple):
    """A number of the year, the day it was given, and what carries it, in words."""

    number: int
    symbol: str
    on: date
    carried_by: str
    void: bool = False


def same_symbol(one: str, other: str) -> bool:
    """Say whether two symbols are one as people read them: letter case, dashes and spaces aside."""
    return plain_symbol(one) == plain_symbol(other)


def series_key(symbol: str, series: NumberSeries) -> str:
    """Return the series that a symbol counts in."""
    return plain_symbol(symbol) if series is NumberSeries.PER_KIND else ""


def given_numbers(entries: Sequence[RegisterEntry], book: NumberBook) -> Iterator[GivenNumber]:
    """Yield every number of the year: those of documents here, those used outside the program, those that are void."""
    for entry in entries:
        issue, symbol = entry.record.issue, entry.record.symbol
        if issue and symbol:
            yield GivenNumber(issue.number, symbol, issue.on, f"{entry.record.title} ({entry.document})")
    for other in book.others:
        outside = f"văn bản ngoài chương trình{f': {other.title}' if other.title else ''}"
        words = f"số hủy: {other.void}" if other.void else outside
        yield GivenNumber(other.number, other.symbol, other.on, words, void=other.void is not None)


def given_twice(numbers: Iterable[GivenNumber], series: NumberSeries) -> Iterator[str]:
    """Name the numbers of a series that more than one paper carries, with what carries them."""
    carried: dict[tuple[str, int], list[GivenNumber]] = {}
    for each in numbers:
        carried.setdefault((series_key(each.symbol, series), each.number), []).append(each)
    for same in (same for same in carried.values() if len(same) > 1):
        by = "; ".join(each.carried_by for each in same)
        yield f"Số cấp hai lần: {same[0].number:02d}/{same[0].symbol}: {by}. Xem cách sửa: `ocop check`."


def out_of_order(numbers: Iterable[GivenNumber], series: NumberSeries) -> Iterator[str]:
    """Name the pairs whose numbers and days run against each other within a series; void numbers do not count."""
    kept = sorted((n for n in numbers if not n.void), key=lambda n: (series_key(n.symbol, series), n.number))
    for before, after in pairwise(kept):
        if series_key(before.symbol, series) == series_key(after.symbol, series) and after.on < before.on:
            yield (
                f"Số và ngày không theo thứ tự: {before.number:02d}/{before.symbol} ngày {show_date(before.on)}, "
                f"{after.number:02d}/{after.symbol} ngày {show_date(after.on)}."
            )


def in_order(entries: Iterable[RegisterEntry]) -> list[RegisterEntry]:
    """Return documents as the register lists them: those with numbers by number, drafts, then what gets no number."""

    def key(entry: RegisterEntry) -> tuple[bool, int, bool]:
        issue = entry.record.issue
        return issue is None, issue.number if issue else 0, entry.record.symbol is None

    return sorted(entries, key=key)


def told_apart(entries: Iterable[RegisterEntry]) -> dict[str, str]:
    """Map each document to its title; where several have one title, with its number or day, and whose it is."""
    listed = list(entries)
    titles = Counter(entry.record.title for entry in listed)
    return {
        e.document: f"{e.record.title} ({_which(e)})" if titles[e.record.title] > 1 else e.record.title
        for e in listed
    }


def _which(entry: RegisterEntry) -> str:
    made, issue = entry.record.made, entry.record.issue
    whose = made.dossier or made.asked.get("unit", "")
    paper = f"{issue.number:02d}/{entry.record.symbol}" if issue else entry.form_name
    day = show_date(issue.on) if issue else f"lập ngày {show_date(made.on)}"
    return ", ".join(filter(None, (paper, whose, day)))


def register_table(
    entries: Sequence[RegisterEntry], book: NumberBook, series: NumberSeries, year: int
) -> Table:
    """Lay the documents of a year out, those with numbers first.

    The notes name the holes in each series, and numbers and days that run against each other.
    """
    columns = (
        Column("TT", Align.RIGHT),
        Column("Số, ký hiệu", weight=2),
        Column("Ngày"),
        Column("Trích yếu", weight=3),
        Column("Tình trạng", weight=2),
        Column("Tệp", weight=3),
    )
    places = {entry.document: str(place) for place, entry in enumerate(in_order(entries), 1)}
    titles = told_apart(entries)
    numbered = [
        (e.record.issue.number, (places[e.document], *_row(e, titles))) for e in entries if e.record.issue
    ]
    numbered += [
        (o.number, ("–", *_other_row(o.number, o.symbol, show_date(o.on), o.title, o.void)))
        for o in book.others
    ]
    rows = [row for _, row in sorted(numbered, key=lambda pair: pair[0])]
    rows += [(places[e.document], *_row(e, titles)) for e in in_order(entries) if not e.record.issue]
    given = list(given_numbers(entries, book))
    notes = (*given_twice(given, series), *_holes(given, series), *out_of_order(given, series))
    return Table(f"Sổ văn bản năm {year}", columns, tuple(rows), notes=notes)


def register_json(year: int, table: Table, entries: Iterable[RegisterEntry]) -> dict[str, Any]:
    """Return the register as ``ocop/register@1`` without its schema name: year, columns, rows and notes as shown, and
    the ``documents`` as data.

    The place in the list is left out: it is a name for people, and another one tomorrow.
    """
    shown = table._replace(columns=table.columns[1:], rows=tuple(row[1:] for row in table.rows))
    documents = [document_json(entry) for entry in entries]
    return {"year": year, **table_json(shown), "notes": list(table.notes), "documents": documents}


def document_json(entry: RegisterEntry) -> dict[str, Any]:
    """Return a document for a JSON output."""
    issue = entry.record.issue
    return {
        "document": entry.document,
        "title": entry.record.title,
        "symbol": entry.record.symbol,
        "number": issue.number if issue else None,
        "issued_on": issue.on.isoformat() if issue else None,
        "state": entry.state.name.lower(),
        "losses": list(entry.losses),
        "revisions": [each.model_dump(mode="json", exclude={"facts"}) for each in entry.record.revisions],
    }


def _row(entry: RegisterEntry, titles: Mapping[str, str]) -> tuple[str, ...]:
    issue, symbol = entry.record.issue, entry.record.symbol
    number = f"{issue.number:02d}/{symbol}" if issue else f"…/{symbol}" if symbol else "–"
    return (
        number,
        show_date(issue.on) if issue else "–",
        titles[entry.document],
        "; ".join((entry.state.value, *(each.words for each in entry.record.revisions), *entry.losses)),
        entry.document,
    )


def _other_row(number: int, symbol: str, on: str, title: str | None, void: str | None) -> tuple[str, ...]:
    state = f"hủy số: {void}" if void else "ngoài chương trình"
    return f"{number:02d}/{symbol}", on, title or "–", state, "–"


def _holes(given: Iterable[GivenNumber], series: NumberSeries) -> Iterator[str]:
    """Name the holes between numbers known here; those before the first may be anybody's: the register serves others too."""
    numbers: dict[str, set[int]] = {}
    names: dict[str, str] = {}
    for one in given:
        key = series_key(one.symbol, series)
        numbers.setdefault(key, set()).add(one.number)
        names.setdefault(key, one.symbol if key else "")
    for key, taken in sorted(numbers.items()):
        missing = [number for number in range(min(taken), max(taken)) if number not in taken]
        if missing:
            name = f" ({names[key]})" if names[key] else ""
            yield f"Số còn trống{name}: {', '.join(_stretches(missing))}."


def _stretches(numbers: Sequence[int]) -> Iterator[str]:
    """Write numbers in a row as one stretch: ``1–4, 7``."""
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        row = [number for _, number in group]
        yield str(row[0]) if len(row) == 1 else f"{row[0]}–{row[-1]}"


def plain_symbol(symbol: str) -> str:
    """Return a symbol as it is compared: one kind of dash, whatever its case."""
    return re.sub(r"[\s-]+", "-", spelling(symbol))
