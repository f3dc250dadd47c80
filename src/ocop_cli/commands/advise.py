"""``ocop advise``: the least effort that brings a product to the wanted star."""

from typing import Annotated

import typer

from ocop_cli.console import given_choice
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.scores import Scorer
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.advice import advise as find_way
from ocop_cli.evaluation.advice_json import SCHEMA, advice_json
from ocop_cli.evaluation.advice_steps import Season
from ocop_cli.evaluation.advice_words import advice_table
from ocop_cli.evaluation.law import applicable_ruleset
from ocop_cli.evaluation.score_words import SCORERS
from ocop_cli.evaluation.scoring import Score, score_dossier
from ocop_cli.evaluation.sheets import SheetKey
from ocop_cli.rules.decision import Decision
from ocop_cli.session import Session
from ocop_cli.session.raising import show_candidates
from ocop_cli.store.packaged import load_effort
from ocop_cli.workflow.rounds import round_closes


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
    law = applicable_ruleset(file.dossier, session.rulebook, session.today, decision)
    sheet = SheetKey(Scorer(given_choice(scorer, SCORERS, "--scorer")), by).sheet_in(
        file.dossier, law.decision.id
    )
    score = score_dossier(file.dossier, law, sheet, session.today, file.source.name)
    star = _star(law.decision, to if to is not None else _wanted(file.dossier, score))
    season = Season(session.today, round_closes(law, session.today))
    advice = find_way(score, star, load_effort(session.workspace.profile.settings.effort), season)
    if session.options.json:
        session.json(SCHEMA, {"dossier": file.id, **advice_json(advice)})
    session.show_table(advice_table(advice, score, f"{file.dossier.product.name}: đường lên {star} sao"))
    session.say(f"Chấm thử trước khi làm: `ocop score {file.id} --practice --set TIÊU_CHÍ=MỨC`")
    return 0


def _wanted(dossier: Dossier, score: Score) -> int:
    """Return the star that the dossier aims at, else the one above today's."""
    highest = max(band.star for band in score.ruleset.decision.stars)
    return dossier.registration.target_star or min((score.tally.star or 0) + 1, highest)


def _star(decision: Decision, star: int) -> int:
    """Return the star if the decision knows it. Raises ``OcopError`` (misuse) otherwise."""
    known = [band.star for band in decision.stars]
    if star not in known:
        raise OcopError(
            f"Không có hạng {star} sao.",
            f"Chọn một trong: {', '.join(map(str, known))}.",
            exit_code=MISUSE,
        )
    return star
