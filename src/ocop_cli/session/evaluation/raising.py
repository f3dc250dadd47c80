"""The way of one product to a star, and which recognised products are the nearest to one star more."""

from ocop_cli.dossier.model import Dossier
from ocop_cli.evaluation.advice_steps import Advice
from ocop_cli.evaluation.score import Score
from ocop_cli.evaluation.sheets import SheetKey
from ocop_cli.rules.decision import Ruleset
from ocop_cli.session import Session
from ocop_cli.store.built_in.packaged import load_effort
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.usecases.raise_stars import (
    SELF,
    candidates_table,
    law_to_raise,
    raising,
    score_by,
    wanted_star,
    way_to,
)
from ocop_cli.usecases.rows.summaries import dossiers_as_of


def way_of(
    session: Session, file: DossierFile, star: int | None, key: SheetKey = SELF, decision: str = ""
) -> tuple[Advice, Score]:
    """Return the way of a product to a star, by default the one that it aims at, and the score it was worked out from.

    Raises ``OcopError`` (misuse) for a star that the decision has not, and where no law is known.
    """
    law = law_to_raise(file.dossier, session.rulebook, session.today, decision)
    score = score_by(file, law, session.today, key)
    wanted = wanted_star(file.dossier, score) if star is None else star
    effort = load_effort(session.workspace.profile.settings.effort)
    return way_to(score, wanted, effort, session.today), score


def tell_other_law(session: Session, dossier: Dossier, ahead: Ruleset) -> str:
    """Say that a product rises under another decision than it was filed under; return the id of that decision, else nothing."""
    filed = session.law_of(dossier)
    if filed is None or filed.decision.id == ahead.decision.id:
        return ""
    session.say(
        f"Hồ sơ đã nộp theo Quyết định số {filed.decision.number}; lần phân hạng tới theo Quyết định số {ahead.decision.number}, nên cách lên sao tính theo quyết định này."
    )
    return ahead.decision.id


def show_candidates(session: Session) -> int:
    """Show which recognised products are the nearest to one star more."""
    files = dossiers_as_of(session.sources, session.today).rest(session.leave_out)
    effort = load_effort(session.workspace.profile.settings.effort)
    there = raising(files, session.rulebook, effort, session.today)
    found, lawless = there.candidates, there.lawless
    if session.options.json:
        items = [{**each._asdict(), "points": str(each.points)} for each in found]
        session.json("ocop/advice-list@1", {"items": items, "without_law": lawless})
    if found:
        session.show_table(candidates_table(found))
        session.say("Xem cách của một sản phẩm: `ocop advise MÃ`")
    if lawless:
        session.say(
            f"Chưa biết áp dụng tiêu chí nào nên chưa xếp được: {', '.join(lawless)}. "
            f'Ghi bộ sản phẩm: `ocop set {lawless[0]} "bộ=…"`; xem các bộ: `ocop rules list`'
        )
    if not found and not lawless:
        session.say("Chưa có sản phẩm được công nhận.")
    return 0
