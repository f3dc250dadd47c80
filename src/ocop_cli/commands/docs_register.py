"""``ocop docs``: numbers and life of the documents that leave the office."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from ocop_cli.programme.choices import NumberSeries
from ocop_cli.reports.document_register import register_json, register_table
from ocop_cli.session import Session
from ocop_cli.session.typed.document import NAMING, day_of, named_document
from ocop_cli.store.papers.document_records import load_document, load_numbers, number_change
from ocop_cli.usecases.papers.filler import fillers_in
from ocop_cli.usecases.papers.issue import entries_of
from ocop_cli.usecases.papers.numbers import month_note, order_notes, plan_number, read_number, refuse_taken

Document = Annotated[Path, typer.Argument(help=NAMING, metavar="VĂN_BẢN")]
Day = Annotated[str | None, typer.Option("--on", help="Ngày; bỏ trống: hôm nay.")]


def list_documents(
    session: Session,
    year: Annotated[int | None, typer.Option("--year", help="Năm.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Kèm phiếu nội bộ, không vào sổ.")] = False,
) -> int:
    """Show the register of a year; internal slips, which get no number, only when asked."""
    wanted, day, take = year or session.today.year, session.past_day, session.leave_out
    entries = [e for e in entries_of(session.sources, take, wanted, day) if e.record.symbol or everything]
    book = load_numbers(session.sources, take, wanted)
    table = register_table(entries, book.as_of(day) if day else book, _series(session), wanted)
    if session.options.json:
        session.json("ocop/register@1", register_json(wanted, table, entries))
    session.show_table(table)
    if not table.rows:
        session.say("Chưa có văn bản nào. Bắt đầu: `ocop evaluate`, `ocop meeting invite`, `ocop report`…")
    return 0


def number(
    session: Session,
    file: Document,
    value: Annotated[
        str | None, typer.Option("--number", help="Số văn thư đã cấp: 45 hoặc 45/BC-UBND.")
    ] = None,
    on: Day = None,
    reason: Annotated[str, typer.Option("--reason", help="Lý do đổi số đã ghi; số cũ giữ là số hủy.")] = "",
) -> int:
    """Record the number that văn thư gave."""
    document = load_document(session.sources, named_document(session, file, numbered=True))
    asked = read_number(_asked(session, "Số văn thư đã cấp", value), _day(session, on, value), reason)
    changes = plan_number(session.sources, document, asked, session.today, _series(session))
    name = f"{asked.number:02d}/{document.record.symbol}"
    session.write(changes, f"số {name}", f"`ocop docs sign {document.document} --scan BẢN_QUÉT`")
    _show_order(session, asked.on.year)
    if note := month_note(session.root, document, asked.on):
        session.console.note(note)
    session.show_findings(fillers_in(session.sources, document.document))
    return 0


def other(
    session: Session,
    value: Annotated[str | None, typer.Option("--number", help="Số đã dùng ở ngoài, hoặc số hủy.")] = None,
    symbol: Annotated[str | None, typer.Option("--symbol", help="Ký hiệu, ví dụ BC-UBND.")] = None,
    void: Annotated[str | None, typer.Option("--void", help="Lý do hủy số.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="Trích yếu.")] = None,
    on: Day = None,
) -> int:
    """Record a number that no document here carries."""
    asked = read_number(_asked(session, "Số đã dùng, hoặc số hủy", value), session.today)
    symbol = session.ask("Ký hiệu, ví dụ BC-UBND", option="--symbol", given=symbol)
    asked = asked._replace(on=_day(session, on, value))
    if value is None and session.can_ask:
        title = (
            session.ask("Trích yếu (Enter: không ghi)", option="--title", given=title, optional=True) or None
        )
        words = "Lý do hủy số (Enter: số đã dùng, không hủy)"
        void = session.ask(words, option="--void", given=void, optional=True) or None
    refuse_taken(session.sources, symbol, asked.number, asked.on, _series(session))
    entry: dict[str, Any] = {"number": asked.number, "symbol": symbol, "on": asked.on}
    entry |= {"void": void, "title": title}
    change = number_change(session.sources, asked.on.year, {k: v for k, v in entry.items() if v is not None})
    session.write([change], f"số {asked.number:02d}/{symbol}", "`ocop docs list`")
    _show_order(session, asked.on.year)
    return 0


def _asked(session: Session, words: str, given: str | None) -> str:
    check = partial(read_number, on=session.today)
    return session.ask(words, option="--number", given=given, check=check)


def _day(session: Session, on: str | None, number: str | None) -> date:
    return day_of(session, "Ngày của văn bản", on, is_asked=number is None)


def _show_order(session: Session, year: int) -> None:
    """Tell numbers and days that run against each other now."""
    for note in order_notes(session.sources, year, _series(session)):
        session.console.note(note)


def _series(session: Session) -> NumberSeries:
    return session.workspace.profile.settings.number_series
