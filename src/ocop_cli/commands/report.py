"""``ocop report``: the summary of a period, the list of ideas, the register of recognised products."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

import typer

from ocop_cli.documents.summary_report import certified_values, idea_list_values, report_values
from ocop_cli.reports.listing import item_json, listing
from ocop_cli.reports.period import Period, parse_period
from ocop_cli.reports.roll_up import breakdowns, figures, figures_table
from ocop_cli.reports.summary import Summary
from ocop_cli.session import Session
from ocop_cli.store.cycle import load_cycle
from ocop_cli.store.dossiers import load_dossiers
from ocop_cli.store.forms import load_form
from ocop_cli.store.summaries import load_summaries
from ocop_cli.tables import Table
from ocop_cli.workflow.selection import ideas_table


class Kind(StrEnum):
    """Kinds of report."""

    PERIODIC = "periodic"
    ADHOC = "adhoc"
    IDEAS = "ideas"
    CERTIFIED = "certified"


_OWNERS = {
    Kind.PERIODIC: "bao-cao-{first}-{last}",
    Kind.ADHOC: "bao-cao-dot-xuat-{first}-{last}",
    Kind.IDEAS: "danh-sach-{year}",
    Kind.CERTIFIED: "so-san-pham",
}
Lines = Annotated[list[str] | None, typer.Option("--difficulty", help="Khó khăn, vướng mắc; ghi nhiều lần.")]


def report(
    session: Session,
    period: Annotated[
        str | None, typer.Option("--period", help="2025-10, 2025-Q4, 2025-H1, 2025 hoặc TỪ..ĐẾN.")
    ] = None,
    kind: Annotated[
        Kind, typer.Option("--kind", help="periodic, adhoc, ideas hoặc certified.")
    ] = Kind.PERIODIC,
    difficulty: Lines = None,
    task: Annotated[
        list[str] | None, typer.Option("--task", help="Nhiệm vụ thời gian tới; ghi nhiều lần.")
    ] = None,
) -> int:
    """Make a report: the same tables on the terminal, as JSON, and as an official document."""
    when = parse_period(period or str(session.today.year))
    rows = load_summaries(session.root, session.rulebook, when.last)
    if kind is Kind.IDEAS:
        return _ideas(session, when.last.year)
    if kind is Kind.CERTIFIED:
        return _certified(session, [row for row in rows if row.star and row.stage != "withdrawn"])
    return _summary(session, rows, when, kind, difficulty or [], task or [])


def _summary(
    session: Session, rows: list[Summary], when: Period, kind: Kind, difficulties: list[str], tasks: list[str]
) -> int:
    names = {stage.id: stage.name for stage in load_cycle().stages.values()}
    profile, form = session.workspace.profile, load_form("summary-report")
    items = figures(rows, when, profile.targets.get(str(when.last.year)), names)
    tables = [figures_table(items, f"Chương trình OCOP {when.words}"), *breakdowns(rows, names)]
    values = report_values(
        rows,
        items,
        when,
        profile,
        form,
        session.today,
        stage_names=names,
        difficulties=difficulties,
        next_tasks=tasks,
    )
    return _tell(
        session,
        kind,
        tables,
        form.id,
        values,
        {"first": when.first.isoformat(), "last": when.last.isoformat()},
    )


def _ideas(session: Session, year: int) -> int:
    dossiers = {file.id: file.dossier for file in load_dossiers(session.root)[0]}
    table, form = ideas_table(dossiers, load_cycle(), year), load_form("idea-list")
    values = idea_list_values(table, year, session.workspace.profile, form, session.today)
    return _tell(session, Kind.IDEAS, [table], form.id, values, {"year": year})


def _certified(session: Session, rows: list[Summary]) -> int:
    form, names = load_form("certified-register"), {s.id: s.name for s in load_cycle().stages.values()}
    values = certified_values(rows, session.workspace.profile, form, session.today)
    extra = {"items": [item_json(row) for row in rows]}
    return _tell(session, Kind.CERTIFIED, [listing(rows, names)], form.id, values, extra)


def _tell(
    session: Session,
    kind: Kind,
    tables: list[Table],
    form_id: str,
    values: Mapping[str, object],
    extra: Mapping[str, object],
) -> int:
    """Show the tables; without ``--json`` also file the document."""
    if session.options.json:
        shown = [
            {"title": t.title, "columns": [c.heading for c in t.columns], "rows": [list(r) for r in t.rows]}
            for t in tables
        ]
        session.json("ocop/report@1", {"kind": kind.value, "tables": shown, **extra})
        return 0
    for table in tables:
        session.show_table(table)
        session.say()
    session.write([session.document(form_id, _OWNERS[kind].format(**extra), values)], f"báo cáo {kind.value}")
    return 0
