"""``ocop score``: every criterion of the product set, from the facts and from one person's choices."""

from typing import Annotated

import typer

from ocop_cli.checks.lawful import find_unlawful
from ocop_cli.console import given_choice
from ocop_cli.documents.full_score_sheet import FORM, filled_sheet_values
from ocop_cli.dossier.scores import Scorer
from ocop_cli.evaluation.law import applicable_ruleset
from ocop_cli.evaluation.score import Score
from ocop_cli.evaluation.score_json import SCHEMA, score_json
from ocop_cli.evaluation.score_words import SCORERS, score_table, sheet_words
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.evaluation.sheets import SheetKey, abstaining, all_seen, copied, filled, read_answers
from ocop_cli.evaluation.side_by_side import side_by_side
from ocop_cli.findings import Finding, findings_json
from ocop_cli.session import Session
from ocop_cli.session.evaluation.scoring import asked_sheet, tell_own_product
from ocop_cli.store.dossier.dossiers import DossierFile, load_private
from ocop_cli.store.files.changes import Change
from ocop_cli.store.papers.forms import load_form
from ocop_cli.usecases.case import case_of
from ocop_cli.usecases.council.score import sheet_change
from ocop_cli.usecases.papers.draft import Draft
from ocop_cli.viet.typed_day import read_act_day

Many = list[str] | None


def score(
    session: Session,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    choose: Annotated[Many, typer.Option("--set", help="Chọn mức: TIÊU_CHÍ=MỨC.")] = None,
    reason: Annotated[Many, typer.Option("--reason", help="Lý do, mô tả: TIÊU_CHÍ=…")] = None,
    evidence: Annotated[Many, typer.Option("--evidence", help="Minh chứng: TIÊU_CHÍ=MÃ_GIẤY,…")] = None,
    scorer: Annotated[
        str, typer.Option("--scorer", help="Ai chấm: chủ thể tự chấm, xã chấm nội bộ hoặc thành viên.")
    ] = Scorer.SELF,
    by: Annotated[str | None, typer.Option("--by", help="Tên người chấm.")] = None,
    on: Annotated[str | None, typer.Option("--on", help="Ngày chấm; bỏ trống: hôm nay.")] = None,
    number: Annotated[int, typer.Option("--round", min=1, max=2, help="Vòng chấm.")] = 1,
    like: Annotated[str | None, typer.Option("--like", help="Chép mức của hồ sơ này để xem lại.")] = None,
    seen: Annotated[bool, typer.Option("--seen", help="Xác nhận đã xem các mức chép sang.")] = False,
    abstain: Annotated[bool, typer.Option("--abstain", help="Thành viên không chấm sản phẩm này.")] = False,
    practice: Annotated[bool, typer.Option("--practice", help="Chấm thử, không ghi vào hồ sơ.")] = False,
    printed: Annotated[bool, typer.Option("--print", help="In phiếu chấm ra tệp Word.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Kèm lý do, minh chứng, điều khoản.")] = False,
    decision: Annotated[Many, typer.Option("--decision", help="Quyết định; ghi hai lần để so hai.")] = None,
) -> int:
    """Score a dossier."""
    file, day = session.dossier(dossier), read_act_day(on, session.today) or session.today
    laws = [applicable_ruleset(file.dossier, session.rulebook, session.today, d) for d in decision or [""]]
    law, key = laws[0], SheetKey(Scorer(given_choice(scorer, SCORERS, "--scorer")), by, number)
    before = key.sheet_in(file.dossier, law.decision.id)
    if not abstain:
        tell_own_product(session, file, key)
    sheet = filled(before, read_answers(law.product_set, choose or [], reason or [], evidence or []))
    if like:
        sister = key.sheet_in(session.dossier(like).dossier, law.decision.id)
        sheet = filled(sheet, copied(sister, sheet, law.product_set))
    sheet = all_seen(sheet) if seen else sheet
    sheet = abstaining(sheet) if abstain else sheet
    if session.can_ask and sheet == before and not sheet.abstains:
        sheet = asked_sheet(session, file, law, sheet, is_kept=not practice)
    scores = [score_dossier(file.dossier, rules, sheet, session.today, file.source.name) for rules in laws]
    unlawful = find_unlawful(case_of(file.source.name, file.dossier, law, session.today))
    _show(session, file, scores, unlawful, explain=explain)
    changes: list[Change | Draft] = [] if practice else [sheet_change(file, before, sheet, day)]
    changes += [_sheet(session, file, scores[0], practice=practice)] if printed else []
    if (sheet != before and not practice) or printed:
        session.write(changes, f"chấm điểm {file.id}", f"`ocop advise {file.id}`")
    return session.exit_code([*unlawful, *scores[0].findings])


def _sheet(session: Session, file: DossierFile, score: Score, *, practice: bool) -> Draft:
    """Return the draft of the printed sheet; one of practice never takes the place of a real one."""
    form, profile = load_form(FORM), session.workspace.profile
    private = load_private(session.sources, file.id)
    values = filled_sheet_values(
        file.dossier, private, score, profile, form, session.today, practice=practice
    )
    filed_as = f"{file.id}-cham-thu" if practice else ""
    return session.document(FORM, file.id, values, file.dossier, filed_as=filed_as)


def _show(
    session: Session, file: DossierFile, scores: list[Score], unlawful: list[Finding], *, explain: bool
) -> None:
    """Show one score, or the same sheet under two laws."""
    name, first = file.dossier.product.name, scores[0]
    findings = session.sources.placed([*unlawful, *first.findings])
    if session.options.json:
        shown = [score_json(score) for score in scores]
        session.json(SCHEMA, {"dossier": file.id, "scores": shown, "findings": findings_json(findings)})
    for other in scores[1:]:
        session.show_table(
            side_by_side(first, other, f"{name}: {sheet_words(first.sheet)} theo hai quyết định")
        )
    if len(scores) == 1:
        title = f"{name}: {sheet_words(first.sheet)}, theo {first.ruleset.decision.cite}"
        session.show_table(score_table(first, title, explain=explain))
    session.show_findings(findings)
