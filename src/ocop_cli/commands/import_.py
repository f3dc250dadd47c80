"""``ocop import``: take in a register that others keep in Excel."""

from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.session import Session
from ocop_cli.session.registers.importing import import_register
from ocop_cli.usecases.registers.imported import row_json


def import_(
    session: Session,
    file: Annotated[Path, typer.Argument(help="Tệp Excel .xlsx.", metavar="TỆP")],
    column: Annotated[
        list[str] | None, typer.Option("--column", help="Cột là mục nào: “Tiêu đề cột=tên mục”.")
    ] = None,
) -> int:
    """Show what every row and cell means; write it with ``-y``."""
    rows = import_register(session, file, column or [])
    if session.options.json:
        session.json("ocop/import@1", {"rows": [row_json(row) for row in rows]})
    return 0
