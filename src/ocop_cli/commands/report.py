"""``ocop report``: the summary of a period, the list of ideas, the register of recognised products."""

from typing import Annotated

import typer

from ocop_cli.console import given_choice
from ocop_cli.programme.report_words import ReportWords
from ocop_cli.reports.figure import figure_json
from ocop_cli.reports.listing import item_json, listing
from ocop_cli.reports.log_list import item_json as act_json
from ocop_cli.reports.log_list import log_table
from ocop_cli.reports.period import parse_period
from ocop_cli.session import Session
from ocop_cli.session.questions.leaving_out import REASON, WITHOUT, refuse_readable, without_by
from ocop_cli.store.built_in.packaged import load_cycle, load_log_kinds
from ocop_cli.usecases.rows.counted import Commune
from ocop_cli.usecases.year.report import (
    KIND_WORDS,
    ReportKind,
    ReportRequest,
    explain_figure,
    gather_report,
    report_json,
)

Period = Annotated[
    str | None, typer.Option("--period", help="2025-Q4, “6 tháng đầu năm 2025”, 2025, hoặc TỪ..ĐẾN.")
]
Kind = Annotated[
    str,
    typer.Option(
        "--kind",
        autocompletion=lambda: [*KIND_WORDS],
        help="Định kỳ, đột xuất, ý tưởng, lựa chọn hoặc công nhận.",
    ),
]

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
    why: Annotated[
        str, typer.Option("--why", help="Chỉ nêu các hồ sơ của một chỉ tiêu: tên hoặc mã của nó.")
    ] = "",
    without: Annotated[list[str] | None, typer.Option("--without", metavar="MÃ", help=WITHOUT)] = None,
    reason: Annotated[str | None, typer.Option("--reason", help=REASON)] = None,
) -> int:
    """Make a report: the same tables on the terminal, as JSON, and as an official document."""
    wanted = ReportKind(given_choice(kind, KIND_WORDS, "--kind"))
    given = ReportWords.model_construct(
        difficulties=tuple(difficulty or ()), next_tasks=tuple(task or ()), requested_by=requested or None
    )
    left_out = without_by(session, without, reason)
    asked = ReportRequest(wanted, parse_period(period or str(session.today.year)), given, left_out)
    if why:
        return _why(session, asked, why)
    made = gather_report(_commune(session), asked, session.today)
    refuse_readable(session, left_out)
    if session.options.json:
        session.json("ocop/report@1", report_json(wanted, made))
        return 0
    for table in made.tables:
        session.show_table(table)
        session.say()
    if compared := made.values.get("compared"):
        session.say(compared)
    paper = session.document(made.form_id, made.owner, made.values, basis=made.basis)
    session.write([*made.kept, paper], KIND_WORDS[wanted])
    for part, (name, option) in _OWN_WORDS.items():
        if made.values.get(part) == []:
            session.say(f"Báo cáo chưa có phần {name}; thêm {option} “…” rồi lập lại nếu cần.")
    return 0


def _commune(session: Session) -> Commune:
    return Commune(session.sources, session.index, session.rulebook, session.workspace.profile)


def _why(session: Session, asked: ReportRequest, wanted: str) -> int:
    """Name the dossiers and the acts behind one figure; nothing is written."""
    kinds = load_log_kinds()
    figure, rows, acts = explain_figure(_commune(session), asked, session.today, wanted)
    if session.options.json:
        items = [item_json(row) for row in rows]
        done = [act_json(item, kinds, session.today) for item in acts]
        session.json("ocop/figure@1", {**figure_json(figure), "items": items, "logged": done})
        return 0
    session.say(f"{figure.plain_name}: {figure.actual}{f' ({figure.note})' if figure.note else ''}")
    if acts:
        session.show_table(log_table(acts, kinds, asked.period.last.year, session.today))
        session.say(f"{len(acts)} việc.")
    else:
        session.show_table(listing(rows, {stage.id: stage.name for stage in load_cycle().stages.values()}))
        session.say(f"{len(rows)} hồ sơ.")
    return 0
