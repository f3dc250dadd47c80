"""``ocop archive``: the records of a year in one package."""

from collections.abc import Sequence
from typing import Annotated

import typer

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.session import Session
from ocop_cli.usecases.year.archive import archive_change, records_of


def archive(
    session: Session,
    year: Annotated[int, typer.Argument(help="Năm lưu trữ.", min=1000, max=9999)],
    except_open: Annotated[
        bool, typer.Option("--except-open", help="Để lại hồ sơ chưa xong, nêu tên trong danh mục.")
    ] = False,
) -> int:
    """Put a year's records into one package with its list; nothing that is open goes in."""
    found = records_of(session.sources, year)
    if found.open and not except_open:
        _refuse_or_ask(session, year, found.open)
    trial, profile = session.options.dry_run, session.workspace.profile
    change = archive_change(session.sources, year, found, profile, session.today, trial=trial)
    session.write([change], f"lưu trữ năm {year}", f"`ocop verify {change.path}`")
    left = f"; để lại {len(found.open)} hồ sơ chưa xong" if found.open else ""
    session.say(f"{len(found.files)} tệp trong gói, có danh mục và mã băm{left}. Không có tệp của private/.")
    for name in found.lost:
        session.console.note(f"{name}: không còn trong thư mục, không có trong gói.")
    if session.options.json:
        session.json(
            "ocop/archive@1",
            {
                "file": change.path,
                "files": list(found.files),
                "open": [i for i, _ in found.open],
                "lost": list(found.lost),
            },
        )
    return 0


def _refuse_or_ask(session: Session, year: int, still: Sequence[tuple[str, str]]) -> None:
    """Ask whether the dossiers that are still open stay behind; refused where nobody can be asked or says so."""
    names = "; ".join(f"{dossier_id} ({stage})" for dossier_id, stage in still)
    told = f"Năm {year} còn {len(still)} hồ sơ chưa xong: {names}."
    cure = f"Làm xong, hoặc chuyển sang năm sau (`ocop carry {year + 1}`)"
    if not session.can_ask:
        raise OcopError(told, f"{cure}, hoặc thêm --except-open.")
    choices = {"có": "để lại các hồ sơ này, lưu trữ phần còn lại", "không": "thôi, chưa lưu trữ"}
    if (
        session.ask(f"{told} Để lại và lưu trữ phần còn lại?", option="--except-open", choices=choices)
        != "có"
    ):
        raise OcopError("Chưa ghi gì.", f"{cure}.", exit_code=MISUSE)
