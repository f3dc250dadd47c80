"""``ocop plan``: the year plan as an official document, or the file for the year's own data."""

from typing import Annotated

import typer

from ocop_cli.console import given_choice
from ocop_cli.documents.plan import PlanData, duty_rows, plan_values
from ocop_cli.session import Session
from ocop_cli.session.questions.leaving_out import REASON, WITHOUT, refuse_readable, without_by
from ocop_cli.session.year.budgeting import change_budget
from ocop_cli.session.year.year_papers import PAPER_WORDS, make_year_paper
from ocop_cli.store.built_in.packaged import load_standing
from ocop_cli.store.papers.forms import load_form
from ocop_cli.store.programme.plans import new_plan, plan_name
from ocop_cli.tables import Column, Table, table_json
from ocop_cli.usecases.year.plan import gather_plan

FORM = "year-plan"


def plan(
    session: Session,
    year: Annotated[int, typer.Argument(help="Năm của kế hoạch.", min=1000, max=9999)],
    new: Annotated[bool, typer.Option("--new", help="Tạo tệp ghi phần riêng của năm.")] = False,
    duties: Annotated[bool, typer.Option("--duties", help="Liệt kê mã các nhiệm vụ thường lệ.")] = False,
    kind: Annotated[
        str, typer.Option("--kind", help="Kế hoạch năm, xúc tiến thương mại, hoặc bố trí kinh phí.")
    ] = FORM,
    budget: Annotated[
        list[str] | None,
        typer.Option(
            "--budget",
            metavar="DÒNG",
            help="Ghi dòng kinh phí: “nguồn: số tiền, nội dung chi”; lặp lại được.",
        ),
    ] = None,
    remove_budget: Annotated[
        int | None, typer.Option("--remove-budget", metavar="SỐ", help="Bỏ dòng kinh phí số này.", min=1)
    ] = None,
    without: Annotated[list[str] | None, typer.Option("--without", metavar="MÃ", help=WITHOUT)] = None,
    reason: Annotated[str | None, typer.Option("--reason", help=REASON)] = None,
) -> int:
    """Draw up the plan of a year."""
    if new:
        session.write([new_plan(session.root, year)], f"tệp kế hoạch {year}", f"`ocop plan {year}`")
        return 0
    if budget or remove_budget:
        return change_budget(session, year, budget or [], remove_budget)
    if (form := given_choice(kind, PAPER_WORDS, "--kind")) != FORM:
        return make_year_paper(session, form, year)
    left_out, profile = without_by(session, without, reason), session.workspace.profile
    data = gather_plan(session.sources, year, session.rulebook, profile, session.today, left_out)
    refuse_readable(session, left_out)
    if duties or session.options.json:
        return _list_duties(session, data)
    values = plan_values(data, load_form(FORM), session.today)
    document = session.document(FORM, f"ke-hoach-{year}", values, basis=data.basis)
    session.write([document], f"kế hoạch {year}", f"sửa phần riêng của năm ở {plan_name(year)}")
    if str(year) not in data.profile.targets:
        session.say(
            f"Chưa có chỉ tiêu năm {year} nên kế hoạch không in chỉ tiêu; xem tên các chỉ tiêu rồi ghi: `ocop set xã`."
        )
    if not data.programme:
        session.say(
            f"Chưa biết văn bản nào phê duyệt chương trình mục tiêu quốc gia cho năm {year}; mục IV ghi chung."
        )
    for note in load_standing().check_before_signing:
        session.say(f"Trước khi ký: {note}")
    return 0


def _list_duties(session: Session, data: PlanData) -> int:
    """Show every duty with its id, in the words that the plan prints."""
    rows = duty_rows(data)
    table = Table(
        f"Nhiệm vụ của kế hoạch năm {data.year}", (Column("Mã"), Column("Nhiệm vụ", weight=5)), rows
    )
    if session.options.json:
        told = [{"id": duty, "text": text} for duty, text in rows]
        session.json("ocop/plan-duties@1", {"year": data.year, "tables": [table_json(table)], "duties": told})
    session.show_table(table)
    return 0
