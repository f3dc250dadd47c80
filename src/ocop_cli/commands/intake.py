"""``ocop intake``: read forms that came back into their dossiers."""

from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.errors import MISUSE
from ocop_cli.session import Session
from ocop_cli.session.forms.taking_in import take_in_file
from ocop_cli.session.writing.file_by_file import file_by_file
from ocop_cli.store.dossier.find import resolve_id
from ocop_cli.usecases.facts.taken import Outcome
from ocop_cli.viet.typed_day import read_act_day


def intake(
    session: Session,
    files: Annotated[list[Path], typer.Argument(help="Tệp Word, Excel, hoặc tệp do trang điền lưu ra.")],
    dossier: Annotated[str | None, typer.Option("--for", help="Hồ sơ, khi phiếu không nói rõ.")] = None,
    on: Annotated[str | None, typer.Option("--on", help="Ngày nhận phiếu; bỏ trống: hôm nay.")] = None,
    internal: Annotated[bool, typer.Option("--internal", help="Hiện cả dữ liệu cá nhân.")] = False,
) -> int:
    """Show what each form says beside what the dossier says, then write what was confirmed and keep the file."""
    wanted = resolve_id(session.sources, dossier) if dossier else ""
    day = read_act_day(on, session.today) or session.today
    told, left_out = file_by_file(
        session, files, lambda path: take_in_file(session, path, wanted, day, internal=internal)
    )
    if session.options.json:
        session.json("ocop/intake@1", {"files": told, "left_out": left_out})
    open_ = sum(
        each["counts"][outcome.value] for each in told for outcome in (Outcome.ASKED, Outcome.REFUSED)
    )
    return MISUSE if left_out else int(open_ > 0)
