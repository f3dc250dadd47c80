"""``ocop dashboard``: the commune on one page."""

from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.session import Session
from ocop_cli.session.writing.out import export_path
from ocop_cli.store.files.changes import plan_write
from ocop_cli.usecases.going_out.dashboard import gather_dashboard


def dashboard(
    session: Session,
    file: Annotated[
        Path | None, typer.Argument(help="Tệp .html trong thư mục làm việc.", metavar="TỆP")
    ] = None,
) -> int:
    """Write the page."""
    from ocop_cli.render.dashboard_page import dashboard_page

    path = export_path(session, file or session.root / "trang-ocop.html", ".html")
    board = gather_dashboard(session.sources, session.workspace.profile, session.rulebook, session.today)
    change = plan_write(session.root, path, dashboard_page(board))
    session.write([change], f"lập trang {path}", f"mở {path} bằng trình duyệt")
    session.say(f"{len(board.products)} sản phẩm.")
    if session.options.json:
        session.json("ocop/dashboard@1", {"file": path, "products": [p.id for p in board.products]})
    return 0
