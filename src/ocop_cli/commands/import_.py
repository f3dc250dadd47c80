"""``ocop import``: take in a register that others keep in Excel."""

from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.ooxml.package import UnreadableError
from ocop_cli.session import Session
from ocop_cli.store.foreign.workbook import read_workbook
from ocop_cli.store.packaged import load_field_map
from ocop_cli.usecases.import_sheet import ImportedRow, Register, count_line, import_rows
from ocop_cli.usecases.sheet_table import SheetTable, headings_of, table_of


def import_(
    session: Session,
    file: Annotated[Path, typer.Argument(help="Tệp Excel .xlsx.", metavar="TỆP")],
    column: Annotated[
        list[str] | None, typer.Option("--column", help="Cột là mục nào: “Tiêu đề cột=tên mục”.")
    ] = None,
) -> int:
    """Show what every row and cell means; write it with ``-y``."""
    tables = _tables(file, dict(map(_said, column or [])))
    register = Register(session.sources, session.rulebook, session.today)
    rows = [row for table in tables for row in import_rows(register, table)]
    for row in rows:
        session.say(
            "\n".join([f"{row.place}  {row.name}: {row.outcome}", *(f"    {line}" for line in row.lines)])
        )
    session.say(count_line(rows))
    if session.options.json:
        session.json("ocop/import@1", {"rows": [_row_json(row) for row in rows]})
    if not session.options.yes or session.options.dry_run:
        session.say(f"Chạy thử: chưa ghi gì. Đúng thì ghi: `ocop import {file} -y`")
        return 0
    changes = [change for row in rows for change in row.changes]
    session.write(changes, f"nhận sổ {file.name}", "`ocop list`")
    return 0


def _tables(file: Path, own: dict[str, str]) -> list[SheetTable]:
    try:
        book = read_workbook(file.read_bytes())
    except (OSError, UnreadableError) as error:
        why = str(error) if isinstance(error, UnreadableError) else "không đọc được tệp"
        raise OcopError(f"{file}: {why}.", "Lưu lại dạng .xlsx rồi chạy lại.", exit_code=MISUSE) from error
    meanings = headings_of(load_field_map(), own)
    found = [table for sheet in book.sheets if not sheet.is_hidden if (table := table_of(sheet, meanings))]
    if not found:
        raise OcopError(
            f"{file}: không thấy dòng tiêu đề có tên sản phẩm và chủ thể.",
            "Đặt tiêu đề “Tên sản phẩm”, “Chủ thể”, hoặc nêu: --column “Tiêu đề cột=sản phẩm”.",
            exit_code=MISUSE,
        )
    return found


def _said(text: str) -> tuple[str, str]:
    from ocop_cli.dossier.field_names import field_named

    heading, _, name = text.partition("=")
    field = field_named(load_field_map(), name.strip()).field
    if field is None:
        raise OcopError(
            f"--column {text}: không có mục “{name}”.", "Xem tên mục: `ocop set MÃ`.", exit_code=MISUSE
        )
    return heading, field.path


def _row_json(row: ImportedRow) -> dict[str, object]:
    return {
        "place": row.place,
        "name": row.name,
        "outcome": row.outcome.name.lower(),
        "cells": list(row.lines),
    }
