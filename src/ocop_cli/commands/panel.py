"""``ocop panel``: the sheets of the council's members side by side."""

from typing import Annotated

import typer

from ocop_cli.checks.council import spread_findings
from ocop_cli.checks.score_sheets import check_one_choice_each, check_one_sheet_each
from ocop_cli.evaluation.law import applicable_ruleset
from ocop_cli.evaluation.panel import council_members, council_sheets, last_round, panel_of
from ocop_cli.evaluation.score_json import panel_json
from ocop_cli.evaluation.score_words import differences_table, panel_table, sheet_words
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.session import Session
from ocop_cli.usecases.case import case_of


def panel(
    session: Session,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    number: Annotated[int | None, typer.Option("--round", min=1, max=2, help="Vòng chấm.")] = None,
    decision: Annotated[str, typer.Option("--decision", help="Mã quyết định, thay cho theo ngày.")] = "",
) -> int:
    """Show average, spread and differences of the council's members."""
    file = session.dossier_seen(dossier)
    law = applicable_ruleset(file.dossier, session.rulebook, session.today, decision)
    sheets = council_sheets(file.dossier, number or last_round(file.dossier), law.decision.id)
    case = case_of(file.source.name, file.dossier, law, session.today)
    if doubled := [*check_one_sheet_each(case), *check_one_choice_each(case)]:
        session.refuse("Chưa tính được điểm trung bình.", doubled)
    scores = [score_dossier(file.dossier, law, sheet, session.today) for sheet in sheets]
    council = panel_of(law, scores, council_members(file.dossier))
    if session.options.json:
        session.json("ocop/panel@1", {"dossier": file.id, **panel_json(council)})
    if not sheets:
        session.say(
            f'Chưa có phiếu của thành viên nào. Chấm: `ocop score {file.id} --scorer council --by "Họ tên"`'
        )
        return 0
    session.show_table(panel_table(council, f"{file.dossier.product.name}: các phiếu đã chấm đủ"))
    for score in scores:
        if score not in council.scores and score not in council.stopped:
            session.console.note(f"Chưa chấm đủ, không tính: {sheet_words(score.sheet)}.")
    found = list(spread_findings(case, council, session.workspace.profile.settings.score_spread))
    if found:
        session.show_table(differences_table(council))
        session.show_findings(session.sources.placed(found))
    return 0
