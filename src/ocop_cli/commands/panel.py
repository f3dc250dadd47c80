"""``ocop panel``: the sheets of the council's members side by side; several products ranked; a council day as a workbook."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.checks.council import spread_findings
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.panel import day_members
from ocop_cli.evaluation.ranking import Entry, Ranked, ranked, ranking_json, ranking_table
from ocop_cli.evaluation.score_json import panel_json
from ocop_cli.evaluation.score_words import differences_table, panel_table, sheet_words
from ocop_cli.session import Session
from ocop_cli.session.council.day import score_workbook, take_score_table
from ocop_cli.store.foreign.returned_form import received_file
from ocop_cli.usecases.council.council import Council, council_of
from ocop_cli.usecases.council.table_taking import open_cells
from ocop_cli.viet.dates import show_date

Many = list[str] | None


def panel(
    session: Session,
    dossiers: Annotated[Many, typer.Argument(help="Mã hồ sơ; nhiều hồ sơ thì xếp hạng.")] = None,
    number: Annotated[int | None, typer.Option("--round", min=1, max=2, help="Vòng chấm.")] = None,
    decision: Annotated[str, typer.Option("--decision", help="Mã quyết định, thay cho theo ngày.")] = "",
    sheet: Annotated[bool, typer.Option("--sheet", help="Lập bảng chấm Excel để điền.")] = False,
    by: Annotated[Many, typer.Option("--by", help="Thành viên có cột trong bảng; ghi nhiều lần.")] = None,
    filled: Annotated[Path | None, typer.Option("--from", help="Đọc bảng chấm đã điền.")] = None,
) -> int:
    """Show average, spread and differences of the council's members; rank several products."""
    if filled:
        told = take_score_table(session, filled.name, received_file(filled)[1], dossiers or ())
        if session.options.json:
            session.json("ocop/table@1", told)
        return 1 if open_cells(told) else 0
    if not dossiers:
        raise OcopError("Chưa ghi hồ sơ nào.", "Ghi mã các hồ sơ, hoặc --from TỆP.", exit_code=MISUSE)
    files = [session.dossier_seen(wanted) for wanted in dict.fromkeys(dossiers)]
    councils = [council_of(file, session.rulebook, session.today, number, decision) for file in files]
    if doubled := [finding for council in councils for finding in council.doubled]:
        session.refuse("Chưa tính được điểm trung bình.", doubled)
    if len(councils) == 1 and not sheet:
        return _one(session, councils[0])
    members = day_members([file.dossier for file in files])
    products = ranked(
        [Entry(c.file.id, c.file.dossier.product.name, c.panel._replace(members=members)) for c in councils]
    )
    if sheet:
        return score_workbook(session, councils, number, by or (), products)
    return _ranking(session, products)


def _ranking(session: Session, products: Sequence[Ranked]) -> int:
    """Show the products of a council day in the order of their points."""
    title = f"Xếp hạng {len(products)} sản phẩm, {show_date(session.today)}"
    session.show_table(ranking_table(products, title))
    if session.options.json:
        session.json("ocop/ranking@1", ranking_json(products))
    return 0


def _one(session: Session, council: Council) -> int:
    """Show the panel of one product."""
    file, panel = council.file, council.panel
    if session.options.json:
        session.json("ocop/panel@1", {"dossier": file.id, **panel_json(panel)})
    if not council.sheets and not panel.abstained:
        session.say(
            f'Chưa có phiếu của thành viên nào. Chấm: `ocop score {file.id} --scorer council --by "Họ tên"`'
        )
        return 0
    session.show_table(panel_table(panel, f"{file.dossier.product.name}: các phiếu đã chấm đủ"))
    for score in council.scores:
        if score not in panel.scores and score not in panel.stopped:
            session.console.note(f"Chưa chấm đủ, không tính: {sheet_words(score.sheet)}.")
    found = list(spread_findings(council.case, panel.spread, session.workspace.profile.settings.score_spread))
    if found:
        session.show_table(differences_table(panel))
        session.show_findings(session.sources.placed(found))
    return 0
