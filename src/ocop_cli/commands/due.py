"""``ocop due``: the limits of a dossier, and how their days are counted."""

from typing import Annotated

import typer

from ocop_cli.reports.limits import explanations, limits_table
from ocop_cli.session import Session
from ocop_cli.usecases.next import next_steps
from ocop_cli.workflow.limits import limit_json, year_without_calendar


def due(
    session: Session,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    explain: Annotated[bool, typer.Option("--explain", help="Nêu từng ngày không tính và vì sao.")] = False,
) -> int:
    """Show every limit of a dossier, with the days that do not count."""
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
