"""``ocop archive``: the records of a year in one package."""

from typing import Annotated

import typer

from ocop_cli.errors import OcopError
from ocop_cli.session import Session
from ocop_cli.usecases.archive import archive_change, records_of


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
        names = "; ".join(f"{dossier_id} ({stage})" for dossier_id, stage in found.open)
        raise OcopError(
            f"Năm {year} còn {len(found.open)} hồ sơ chưa xong: {names}.",
            f"Làm xong, chuyển sang năm sau (`ocop carry {year + 1}`), hoặc thêm --except-open.",
        )
    trial, profile = session.options.dry_run, session.workspace.profile
    change = archive_change(session.sources, year, found, profile, session.today, trial=trial)
    session.write([change], f"lưu trữ năm {year}", f"`ocop verify {change.path}`")
    left = f"; để lại {len(found.open)} hồ sơ chưa xong" if found.open else ""
    session.say(f"{len(found.files)} tệp trong gói, có danh mục và mã băm{left}. Không có tệp của private/.")
    if session.options.json:
        session.json(
            "ocop/archive@1",
            {"file": change.path, "files": list(found.files), "open": [i for i, _ in found.open]},
        )
    return 0
