"""``ocop due``: the limits of a dossier and how their days are counted; without one, everything that has a day."""

from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.reports.limits import explanations, limits_table
from ocop_cli.session import Session
from ocop_cli.session.year.coming import show_all
from ocop_cli.usecases.next import next_steps
from ocop_cli.workflow.limit import limit_json, year_without_calendar


def due(
    session: Session,
    dossier: Annotated[
        str | None, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm; bỏ trống: mọi việc có ngày.")
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Nêu từng ngày không tính và vì sao.")] = False,
    days: Annotated[int | None, typer.Option("--days", min=0, help="Chỉ việc trong số ngày tới.")] = None,
    ics: Annotated[
        Path | None,
        typer.Option("--ics", help="Ghi ra tệp lịch .ics cho điện thoại, Outlook.", metavar="TỆP"),
    ] = None,
) -> int:
    """Show every limit of a dossier, with the days that do not count; or everything that has a day."""
    if dossier is None:
        if explain:
            raise OcopError("--explain cần một hồ sơ.", "Ghi dạng: `ocop due MÃ --explain`", exit_code=MISUSE)
        return show_all(session, days, ics)
    if days is not None or ics:
        hint = "Bỏ mã hồ sơ, hoặc bỏ --days, --ics."
        raise OcopError("--days và --ics dùng cho mọi việc có ngày.", hint, exit_code=MISUSE)
    return _of_dossier(session, dossier, explain=explain)


def _of_dossier(session: Session, dossier: str, *, explain: bool) -> int:
    file = session.dossier_seen(dossier)
    (step,) = next_steps(session.sources, [file], session.rulebook, session.workspace.calendar, session.today)
    if session.options.json:
        session.json(
            "ocop/due@1", {"dossier": file.id, "limits": [limit_json(limit) for limit in step.limits]}
        )
        return 0
    if not step.limits:
        session.say(f"Hồ sơ {file.id} hiện không có thời hạn nào đang chạy. Xem: `ocop next {file.id}`")
        return 0
    session.show_table(limits_table(step.name, step.limits))
    for table in explanations(step.limits) if explain else ():
        session.show_table(table)
    year = year_without_calendar(step.limits)
    session.say(
        f"Năm {year} chưa có lịch nghỉ: `ocop calendar {year}`" if year else f"Tiếp: `ocop next {file.id}`"
    )
    return 0
