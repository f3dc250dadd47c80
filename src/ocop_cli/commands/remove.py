"""``ocop remove``: take a mistaken registration out of the folder."""

from typing import Annotated

import typer

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.session import Session
from ocop_cli.store.files.journal import KEPT
from ocop_cli.usecases.remove import removal_changes, removal_refusals


def remove(
    session: Session,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    reason: Annotated[str | None, typer.Option("--reason", help="Lý do xóa.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="Người xóa.")] = None,
) -> int:
    """Remove a dossier with its personal data, its evidence and its drafts; a trace of it is kept."""
    file = session.dossier(dossier)
    refusals = removal_refusals(session.sources, file)
    if refusals:
        session.refuse(f"Không xóa được hồ sơ {file.id}.", refusals)
    why = session.ask("Lý do xóa", option="--reason", given=reason)
    if not why.strip():
        raise OcopError("Chưa có lý do xóa.", "Ghi --reason “đăng ký trùng”.", exit_code=MISUSE)
    entry = {"dossier": file.id, "on": session.today, "reason": why.strip()} | ({"by": by} if by else {})
    changes = removal_changes(session.sources, file, entry)
    session.write(changes, f"xóa hồ sơ {file.id}")
    if not session.options.dry_run:
        session.say(
            f"Bản lưu để hoàn tác còn giữ các tệp này, kể cả dữ liệu cá nhân, tới khi có {KEPT} lệnh ghi khác; "
            "xóa hẳn ngay: `ocop undo --forget`."
        )
    return 0
