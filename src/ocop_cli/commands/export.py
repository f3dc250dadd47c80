"""``ocop export``: the register of products and what stands beside it as an Excel workbook; the commune's open data."""

from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.reports.typed_sheet import rows_json
from ocop_cli.session import Session
from ocop_cli.session.writing.out import export_path
from ocop_cli.store.at_work import going_through
from ocop_cli.store.files.changes import plan_write
from ocop_cli.usecases.registers.imported import Register


def export(
    session: Session,
    file: Annotated[
        Path | None,
        typer.Argument(help="Tệp Excel .xlsx trong thư mục làm việc; với --open: tệp .jsonl.", metavar="TỆP"),
    ] = None,
    personal: Annotated[
        bool,
        typer.Option("--personal", help="Kèm dữ liệu cá nhân (điện thoại, tên); tệp phải ở trong private/."),
    ] = False,
    open_data: Annotated[
        bool, typer.Option("--open", help="Ghi dữ liệu mở của xã để tổng hợp, không có dữ liệu cá nhân.")
    ] = False,
) -> int:
    """Write the workbook, or the open data."""
    if open_data:
        return _open(session, file)
    if file is None:
        raise OcopError("Chưa ghi tên tệp Excel.", "Ví dụ: `ocop export so-san-pham.xlsx`", exit_code=MISUSE)
    from ocop_cli.render.typed_workbook import typed_workbook
    from ocop_cli.usecases.going_out.export_workbook import export_workbook

    path = export_path(session, file, ".xlsx", private=personal)
    register = Register(session.sources, session.rulebook, session.today)
    sheets = export_workbook(register, session.index, session.workspace.profile, personal=personal)
    rows = sum(len(sheet.rows) for sheet in sheets)
    with closing(going_through(f"Đang ghi {path}", range(rows), rows)) as told:
        change = plan_write(session.root, path, typed_workbook(sheets, partial(next, told, None)))
    session.write([change], f"xuất sổ sản phẩm {path}", f"`ocop import {path}` để nhận lại")
    session.say(f"{len(sheets[0].rows)} hồ sơ, {len(sheets)} trang tính.")
    if session.options.json:
        tables = {sheet.name: rows_json(sheet) for sheet in sheets[1:]}
        session.json("ocop/export@1", {"file": path, "rows": rows_json(sheets[0]), "sheets": tables})
    return 0


def _open(session: Session, file: Path | None) -> int:
    """Write the open data: JSON lines and, where the library is there, Parquet."""
    from ocop_cli.usecases.going_out.open_export import open_files, usual_file

    profile = session.workspace.profile
    path = export_path(session, file or session.root / usual_file(profile), ".jsonl", private=False)
    rows, changes = open_files(session.sources, profile, session.today, path)
    session.write(changes, f"xuất dữ liệu mở {path}", f"`ocop roll-up {path}`")
    session.say(f"{len(rows)} hồ sơ.")
    if len(changes) == 1:
        session.say("Chưa ghi tệp Parquet: cần cài thêm ocop[open].")
    if session.options.json:
        files = [change.path for change in changes]
        session.json("ocop/open-export@1", {"files": files, "rows": rows})
    return 0
