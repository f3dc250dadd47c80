"""``ocop advise``: the least effort that brings a product to the wanted star."""

from typing import Annotated

import typer

from ocop_cli.console import given_choice
from ocop_cli.dossier.scores import Scorer
from ocop_cli.evaluation.advice_json import SCHEMA, advice_json
from ocop_cli.evaluation.advice_words import advice_table
from ocop_cli.evaluation.score_words import SCORERS
from ocop_cli.evaluation.sheets import SheetKey
from ocop_cli.session import Session
from ocop_cli.session.evaluation.raising import show_candidates, tell_other_law, way_of


def advise(
    session: Session,
    dossier: Annotated[
        str,
        typer.Argument(
            help="Mã hồ sơ, hoặc một phần tên; bỏ trống: mọi sản phẩm đã công nhận.", metavar="[HỒ_SƠ]"
        ),
    ] = "",
    to: Annotated[int | None, typer.Option("--to", help="Hạng sao muốn đạt, từ 1 đến 5.")] = None,
    scorer: Annotated[
        str,
        typer.Option(
            "--scorer",
            help="Dựa trên phiếu của ai: chủ thể tự chấm, xã chấm nội bộ hoặc thành viên.",
        ),
    ] = Scorer.SELF,
    by: Annotated[str | None, typer.Option("--by", help="Người chấm của phiếu đó.")] = None,
    decision: Annotated[str, typer.Option("--decision", help="Mã quyết định, thay cho theo ngày.")] = "",
) -> int:
    """Find the cheapest way to a star."""
    if not dossier:
        return show_candidates(session)
    file = session.dossier_seen(dossier)
    key = SheetKey(Scorer(given_choice(scorer, SCORERS, "--scorer")), by)
    advice, score = way_of(session, file, to, key, decision)
    if session.options.json:
        session.json(SCHEMA, {"dossier": file.id, **advice_json(advice)})
    session.show_table(
        advice_table(advice, score, f"{file.dossier.product.name}: đường lên {advice.star} sao")
    )
    under = decision or tell_other_law(session, file.dossier, score.ruleset)
    scored = f"ocop score {file.id}{f' --decision {under}' if under else ''}"
    session.say(f"Chấm thử trước khi làm: `{scored} --practice --set TIÊU_CHÍ=MỨC`")
    if advice.ways and advice.ways[0]:
        session.say(f"Công văn hướng dẫn chủ thể: `ocop tell {file.id} --to {advice.star} --letter`")
    return 0
