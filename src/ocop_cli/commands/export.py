"""``ocop export``: the register of products as an Excel sheet."""

from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.documents.frame import commune_name
from ocop_cli.reports.register import register_json
from ocop_cli.session import Session
from ocop_cli.session.out import workbook_path
from ocop_cli.store.files.changes import plan_write
from ocop_cli.usecases.export_register import export_register
from ocop_cli.usecases.imported import Register


def export(
    session: Session,
    file: Annotated[Path, typer.Argument(help="Tệp Excel .xlsx trong thư mục làm việc.", metavar="TỆP")],
    personal: Annotated[
        bool, typer.Option("--personal", help="Kèm dữ liệu cá nhân (điện thoại); tệp phải ở trong private/.")
    ] = False,
) -> int:
    """Write the register: facts, results, certificates, the time to rank again, papers that are missing or lapse."""
    from ocop_cli.render.register_sheet import register_workbook

    path = workbook_path(session, file, private=personal)
    register = Register(session.sources, session.rulebook, session.today)
    sheet = export_register(register, f"UBND {commune_name(session.workspace.profile)}", personal=personal)
    change = plan_write(session.root, path, register_workbook(sheet))
    session.write([change], f"xuất sổ sản phẩm {path}", f"`ocop import {path}` để nhận lại")
    session.say(f"{len(sheet.rows)} hồ sơ.")
    if session.options.json:
        session.json("ocop/export@1", {"file": path, "rows": register_json(sheet)})
    return 0
