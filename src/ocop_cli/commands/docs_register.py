"""``ocop docs``: numbers and life of the documents that leave the office."""

from pathlib import Path
from typing import Annotated, Any

import typer

from ocop_cli.errors import OcopError
from ocop_cli.programme.convening import read_day
from ocop_cli.programme.profile import NumberSeries
from ocop_cli.reports.document_register import register_json, register_table, series_key, taken_numbers
from ocop_cli.session import Session
from ocop_cli.store.document_records import load_document, load_numbers, number_change
from ocop_cli.store.yaml.edit import Set, change_of
from ocop_cli.usecases.issue import dossier_numbers, entries_of, workspace_path

Document = Annotated[Path, typer.Argument(help="Tệp .docx do chương trình lập.", metavar="TỆP")]
Day = Annotated[str | None, typer.Option("--on", help="Ngày; bỏ trống: hôm nay.")]


def list_documents(
    session: Session, year: Annotated[int | None, typer.Option("--year", help="Năm.")] = None
) -> int:
    """Show the register of a year."""
    wanted = year or session.today.year
    table = register_table(
        entries_of(session.root, wanted), load_numbers(session.root, wanted), _series(session), wanted
    )
    if session.options.json:
        session.json("ocop/register@1", register_json(wanted, table))
    session.show_table(table)
    if not table.rows:
        session.say("Chưa có văn bản nào. Bắt đầu: `ocop evaluate`, `ocop meeting invite`, `ocop report`…")
    return 0


def number(
    session: Session,
    file: Document,
    value: Annotated[int, typer.Option("--number", min=1, help="Số văn thư đã cấp.")],
    on: Day = None,
) -> int:
    """Record the number that văn thư gave."""
    paper = load_document(session.root, workspace_path(session.root, file))
    if not paper.record.symbol:
        raise OcopError(
            f"{paper.document} là phiếu nội bộ, không có số.",
            "Chỉ ghi số cho văn bản của cơ quan.",
            exit_code=1,
        )
    day = read_day(on, "--on") if on else session.today
    _refuse_taken(session, paper.record.symbol, value, day.year, paper.document)
    changes = [change_of(paper.source, [Set(("issue",), {"number": value, "on": day})])]
    changes += dossier_numbers(session.root, paper, f"{value:02d}/{paper.record.symbol}", day)
    session.write(
        changes, f"số {value:02d}/{paper.record.symbol}", f"`ocop docs sign {file} --scan BẢN_QUÉT`"
    )
    return 0


def other(
    session: Session,
    value: Annotated[int, typer.Option("--number", min=1, help="Số đã dùng ở ngoài, hoặc số hủy.")],
    symbol: Annotated[str, typer.Option("--symbol", help="Ký hiệu, ví dụ BC-UBND.")],
    void: Annotated[str | None, typer.Option("--void", help="Lý do hủy số.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="Trích yếu.")] = None,
    on: Day = None,
) -> int:
    """Record a number that no document here carries."""
    day = read_day(on, "--on") if on else session.today
    _refuse_taken(session, symbol, value, day.year, "")
    entry: dict[str, Any] = {"number": value, "symbol": symbol, "on": day, "void": void, "title": title}
    change = number_change(session.root, day.year, {k: v for k, v in entry.items() if v is not None})
    session.write([change], f"số {value:02d}/{symbol}", "`ocop docs list`")
    return 0


def _refuse_taken(session: Session, symbol: str, value: int, year: int, document: str) -> None:
    """Refuse a number that something else carries. Raises ``OcopError``."""
    entries = [e for e in entries_of(session.root, year) if e.document != document]
    series = _series(session)
    taken = taken_numbers(entries, load_numbers(session.root, year), series).get(
        (series_key(symbol, series), value)
    )
    if taken:
        raise OcopError(
            f"Số {value:02d}/{symbol} năm {year} đã dùng: {taken}.", "Xem `ocop docs list`.", exit_code=1
        )


def _series(session: Session) -> NumberSeries:
    return session.workspace.profile.settings.number_series
