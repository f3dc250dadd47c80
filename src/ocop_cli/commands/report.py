"""``ocop report``: the summary of a period, the list of ideas, the register of recognised products."""

from typing import Annotated

import typer

from ocop_cli.reports.period import parse_period
from ocop_cli.session import Session
from ocop_cli.usecases.report import ReportKind, ReportRequest, gather_report, report_json

Period = Annotated[str | None, typer.Option("--period", help="2025-10, 2025-Q4, 2025-H1, 2025 hoặc TỪ..ĐẾN.")]
Kind = Annotated[ReportKind, typer.Option("--kind", help="periodic, adhoc, ideas, selection hoặc certified.")]

_OWN_WORDS = {
    "difficulties": ("khó khăn, vướng mắc", "--difficulty"),
    "next_tasks": ("nhiệm vụ thời gian tới", "--task"),
}


def report(
    session: Session,
    period: Period = None,
    kind: Kind = ReportKind.PERIODIC,
    difficulty: Annotated[
        list[str] | None, typer.Option("--difficulty", help="Khó khăn; ghi nhiều lần.")
    ] = None,
    requested: Annotated[
        str,
        typer.Option(
            "--requested", help="Văn bản yêu cầu báo cáo đột xuất: loại, số, ngày, cơ quan, trích yếu."
        ),
    ] = "",
    task: Annotated[list[str] | None, typer.Option("--task", help="Nhiệm vụ tới; ghi nhiều lần.")] = None,
) -> int:
    """Make a report: the same tables on the terminal, as JSON, and as an official document."""
    asked = ReportRequest(
        kind, parse_period(period or str(session.today.year)), difficulty or (), task or (), requested
    )
    made = gather_report(session.sources, session.rulebook, session.workspace.profile, asked, session.today)
    if session.options.json:
        session.json("ocop/report@1", report_json(kind, made))
        return 0
    for table in made.tables:
        session.show_table(table)
        session.say()
    session.write([session.document(made.form_id, made.owner, made.values)], f"báo cáo {kind.value}")
    for part, (name, option) in _OWN_WORDS.items():
        if made.values.get(part) == []:
            session.say(f"Báo cáo chưa có phần {name}; thêm {option} “…” rồi lập lại nếu cần.")
    return 0
