"""``ocop export``: the register of products, and what stands beside it, as an Excel workbook."""

from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.reports.typed_sheet import rows_json
from ocop_cli.session import Session
from ocop_cli.session.out import workbook_path
from ocop_cli.store.files.changes import plan_write
from ocop_cli.usecases.export_workbook import export_workbook
from ocop_cli.usecases.imported import Register


def export(
    session: Session,
    file: Annotated[Path, typer.Argument(help="Tệp Excel .xlsx trong thư mục làm việc.", metavar="TỆP")],
    personal: Annotated[
        bool, typer.Option("--personal", help="Kèm dữ liệu cá nhân (điện thoại); tệp phải ở trong private/.")
    ] = False,
) -> int:
    """Write the workbook: the register, dossiers on their way, the year, the council's ranking, the ministry's tables."""
    from ocop_cli.render.typed_workbook import typed_workbook

    path = workbook_path(session, file, private=personal)
    register = Register(session.sources, session.rulebook, session.today)
    sheets = export_workbook(register, session.index, session.workspace.profile, personal=personal)
    change = plan_write(session.root, path, typed_workbook(sheets))
    session.write([change], f"xuất sổ sản phẩm {path}", f"`ocop import {path}` để nhận lại")
    session.say(f"{len(sheets[0].rows)} hồ sơ, {len(sheets)} trang tính.")
    if session.options.json:
        tables = {sheet.name: rows_json(sheet) for sheet in sheets[1:]}
        session.json("ocop/export@1", {"file": path, "rows": rows_json(sheets[0]), "sheets": tables})
    return 0
