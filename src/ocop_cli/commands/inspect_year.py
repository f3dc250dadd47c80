"""``ocop inspect order``, ``plan``, ``team``: which product first, the year's programme, who goes."""

from typing import Annotated

import typer

from ocop_cli.session import Session
from ocop_cli.session.unread import say_none
from ocop_cli.session.year.inspection_year import ask_pace, ask_team, programme_document, team_document
from ocop_cli.store.programme.inspection_programmes import (
    inspection_programme_name,
    programme_change,
    usable_inspection_programme,
)
from ocop_cli.tables import Align, Column, Table
from ocop_cli.usecases.year.inspection_year import planned_rows, visits_by_need

Year = Annotated[int | None, typer.Argument(help="Năm; bỏ trống: năm nay.", min=1000, max=9999)]
Text = str | None


def order(session: Session) -> int:
    """Show which product to inspect first, with every reason."""
    visits = visits_by_need(session.sources, session.rulebook, session.today)
    if session.options.json:
        rows = [{"dossier": v.id, "points": v.points, "reasons": list(v.reasons)} for v in visits]
        session.json("ocop/inspection-order@1", {"items": rows})
        return 0
    if not visits:
        say_none(session, "Chưa có sản phẩm nào được công nhận để kiểm tra.")
        return 0
    columns = (
        Column("TT", Align.RIGHT), Column("Sản phẩm", weight=2), Column("Chủ thể", weight=2),
        Column("Điểm", Align.RIGHT), Column("Lý do", weight=5),
    )  # fmt: skip
    lines = (
        (str(n), v.dossier.product.name, v.dossier.producer.name, str(v.points), "; ".join(v.reasons) or "–")
        for n, v in enumerate(visits, 1)
    )
    session.show_table(Table("Kiểm tra nơi nào trước", columns, tuple(lines)))
    session.say(f"Lập kế hoạch kiểm tra: `ocop inspect plan {session.today.year}`")
    return 0


def plan(
    session: Session,
    year: Year = None,
    start: Annotated[Text, typer.Option("--from", help="Ngày kiểm tra đầu tiên.")] = None,
    every: Annotated[Text, typer.Option("--every", help="Cách nhau mấy ngày; mặc định 7.")] = None,
    first: Annotated[int | None, typer.Option("--first", help="Chỉ lấy số sản phẩm này.", min=1)] = None,
) -> int:
    """Draw up the year's programme of inspection, the products in the order of their need."""
    meant = year or session.today.year
    pace = ask_pace(session, meant, start, every)._replace(most=first)
    visits = visits_by_need(session.sources, session.rulebook, session.today)
    rows = planned_rows(visits, pace, session.workspace.calendar, meant)
    change = programme_change(session.sources, meant, "visits", rows)
    document = programme_document(session, meant, change)
    following = f"`ocop inspect team {meant}`; đổi ngày ở {inspection_programme_name(meant)}"
    session.write([change, document], f"kế hoạch kiểm tra {meant}", following)
    return 0


def team(
    session: Session,
    year: Year = None,
    member: Annotated[
        list[str] | None, typer.Option("--member", help="“Họ và tên, chức vụ”; người đầu là trưởng đoàn; ghi nhiều lần.")
    ] = None,
) -> int:  # fmt: skip
    """Draw up the decision that sets up the team of a year."""
    meant = year or session.today.year
    usable_inspection_programme(session.sources, meant)
    change = programme_change(session.sources, meant, "team", ask_team(session, member))
    document = team_document(session, meant, change)
    session.write([change, document], f"Đoàn kiểm tra {meant}", "`ocop inspect order`")
    return 0
