"""The numbers that văn thư gives: written down once, never changed without a trace."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.choices import NumberSeries
from ocop_cli.programme.document_record import DocumentRecord, Issue
from ocop_cli.reports.document_register import (
    GivenNumber,
    given_numbers,
    out_of_order,
    same_symbol,
    series_key,
)
from ocop_cli.store.built_in.packaged import load_standard
from ocop_cli.store.files.changes import Change
from ocop_cli.store.papers.document_records import DocumentFile, load_numbers, number_change
from ocop_cli.store.reading.gaps import Gap, refuse_gaps
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Set, change_of
from ocop_cli.usecases.papers.issue import dossier_numbers, entries_of, file_hash
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.numbers import is_whole

_WITH_LETTER = re.compile(r"\d+\s*(?:[^\W\d_]{1,3}|bis)")  # 45a, 45B, 45 bis: put in between by hand
_PLACE_DATE = "place_date"
_MONTH = re.compile(r"tháng\s+(\d+)\s+năm\s+(\d+)")
_LARGEST = 99_999
"""No office gives more numbers in a year; a longer one is a slip of the finger."""


class NumberAsked(NamedTuple):
    """A number as it is typed: ``45`` or ``45/BC-UBND``, with its day, and the reason where it replaces another."""

    number: int
    symbol: str
    on: date
    reason: str = ""


def read_number(text: str, on: date, reason: str = "") -> NumberAsked:
    """Read ``45`` or ``45/BC-UBND``. Raises ``OcopError`` (misuse) for what is no number from 1 to 99999."""
    number, _, symbol = text.strip().partition("/")
    if _WITH_LETTER.fullmatch(number.strip()):
        cite = load_standard().word("digits_of_numbers")
        raise OcopError(
            f"Số “{number.strip()}” có chữ kèm; số văn bản chỉ gồm chữ số ({cite}).",
            "Đề nghị văn thư cấp số tiếp theo trong sổ, rồi ghi số đó.",
            exit_code=MISUSE,
        )
    if not is_whole(number.strip()) or not 1 <= int(number) <= _LARGEST:
        raise OcopError(
            f"“{text}” không phải là số văn bản.", "Ghi số, hoặc số và ký hiệu: 45/BC-UBND.", exit_code=MISUSE
        )
    return NumberAsked(int(number), symbol.strip(), on, reason.strip())


def plan_number(
    sources: Sources, file: DocumentFile, asked: NumberAsked, today: date, series: NumberSeries
) -> list[Change]:
    """Return the changes that give a document its number; none where it has this number and day already.

    A number that replaces another needs a reason, and the old one stays in the book as void. Raises ``OcopError``
    for an internal slip, another symbol, a number that is taken or may be by a record that cannot be read, and a day
    before the draft or in the future.
    """
    record, symbol = file.record, _symbol_of(file)
    if asked.symbol and not same_symbol(asked.symbol, symbol):
        raise OcopError(f"Văn bản có ký hiệu {symbol}, không phải {asked.symbol}.", exit_code=1)
    if record.issue == Issue(number=asked.number, on=asked.on):
        return []
    _check_day(record, asked.on, today)
    refuse_taken(sources, symbol, asked.number, asked.on, series, document=file.document)
    changes = [change_of(file.source, [Set(("issue",), {"number": asked.number, "on": asked.on})])]
    if record.issue:
        changes.append(_void(sources, record, record.issue, symbol, asked))
    return [*changes, *dossier_numbers(sources, file, f"{asked.number:02d}/{symbol}", asked.on)]


def refuse_taken(
    sources: Sources, symbol: str, number: int, on: date, series: NumberSeries, *, document: str = ""
) -> None:
    """Raise ``OcopError`` when something else than ``document`` carries a number in the year of a day, or may carry it."""
    gaps: list[Gap] = []
    entries = [e for e in entries_of(sources, gaps.append, on.year) if e.document != document]
    book = load_numbers(sources, gaps.append, on.year)
    refuse_gaps(gaps, f"nên chưa ghi số văn bản năm {on.year}: số có thể trùng")
    for given in given_numbers(entries, book):
        if (series_key(given.symbol, series), given.number) == (series_key(symbol, series), number):
            raise OcopError(
                f"Số {number:02d}/{symbol} năm {on.year} đã dùng: {given.carried_by}.",
                "Xem `ocop docs list`.",
                exit_code=1,
            )


def order_notes(sources: Sources, year: int, series: NumberSeries) -> Sequence[str]:
    """Return what a year's numbers and days say against each other."""
    return list(out_of_order(_year_numbers(sources, year), series))


def month_note(root: Path, file: DocumentFile, on: date) -> str:
    """Return what to mend where a draft prints another month than that of its number; empty where it does not.

    A file that somebody changed since it was made may say the right month.
    """
    printed = file.record.printed.get(_PLACE_DATE)
    month = _MONTH.search(printed.text) if printed else None
    if not month or (int(month[1]), int(month[2])) == (on.month, on.year):
        return ""
    if file_hash(root, file.document) != file.record.made.document:
        return ""
    return f"Tệp Word in “{' '.join(month[0].split())}”, ngày ban hành là {show_date(on)}: sửa tháng, năm trong tệp trước khi ký."


def _year_numbers(sources: Sources, year: int) -> list[GivenNumber]:
    take = sources.leave_out
    return list(given_numbers(entries_of(sources, take, year), load_numbers(sources, take, year)))


def _symbol_of(file: DocumentFile) -> str:
    if not file.record.symbol:
        raise OcopError(
            f"{file.document} là phiếu nội bộ, không có số.",
            "Chỉ ghi số cho văn bản của cơ quan.",
            exit_code=1,
        )
    return file.record.symbol


def _check_day(record: DocumentRecord, on: date, today: date) -> None:
    if on < record.made.on:
        raise OcopError(
            f"Ngày {show_date(on)} trước ngày lập dự thảo ({show_date(record.made.on)}).",
            "Ghi đúng ngày ban hành: --on NGÀY.",
            exit_code=1,
        )
    if on > today:
        raise OcopError(
            f"Ngày {show_date(on)} chưa tới.", "Ghi số khi văn thư đã cấp; ngày: --on NGÀY.", exit_code=1
        )


def _void(sources: Sources, record: DocumentRecord, old: Issue, symbol: str, asked: NumberAsked) -> Change:
    """Return the change that keeps a number which another one replaces."""
    if not asked.reason:
        raise OcopError(
            f"Văn bản đã có số {old.number:02d}/{symbol} ngày {show_date(old.on)}.",
            "Đổi số đã ban hành phải có lý do: thêm --reason; số cũ được giữ là số hủy.",
            exit_code=1,
        )
    entry = {
        "number": old.number,
        "symbol": symbol,
        "on": old.on,
        "void": asked.reason,
        "title": record.title,
    }
    return number_change(sources, old.on.year, entry)
