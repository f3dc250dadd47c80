"""``ocop evaluate``: score the four commune contents, keep the conclusion and make the report."""

from typing import Annotated

import typer

from ocop_cli.documents.evaluation import report_values, score_sheet_values
from ocop_cli.documents.naming import document_path
from ocop_cli.dossier.vocabulary import CommuneContent
from ocop_cli.evaluation.answers import Answers, by_content, decided
from ocop_cli.evaluation.commune import score_commune_contents
from ocop_cli.evaluation.law import applicable_ruleset
from ocop_cli.evaluation.record import Signed, evaluation_table, kept_conclusions, kept_overrides
from ocop_cli.evaluation.result import Evaluation
from ocop_cli.evaluation.to_json import SCHEMA, evaluation_json
from ocop_cli.findings import has_errors
from ocop_cli.rules.decision import Ruleset
from ocop_cli.session import Session, findings_json
from ocop_cli.store.changes import Change
from ocop_cli.store.dossiers import DossierFile, load_private
from ocop_cli.store.evaluating import conclude_evaluation, meeting_lacks, with_choices
from ocop_cli.store.forms import load_form
from ocop_cli.store.yaml import place_findings

Many = list[str] | None


def evaluate(
    session: Session,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    idea: Annotated[str | None, typer.Option("--idea", help="Mức nguồn gốc ý tưởng.")] = None,
    idea_reason: Annotated[str | None, typer.Option("--idea-reason", help="Lý do chọn mức.")] = None,
    identity: Annotated[str | None, typer.Option("--identity", help="Mức bản sắc, trí tuệ.")] = None,
    identity_reason: Annotated[str | None, typer.Option("--identity-reason", help="Lý do chọn mức.")] = None,
    override: Annotated[Many, typer.Option("--override", help="Quyết định khác: NỘI_DUNG=MỨC.")] = None,
    reason: Annotated[Many, typer.Option("--reason", help="Lý do của từng --override.")] = None,
    conclude: Annotated[Many, typer.Option("--conclude", help="Nhận xét: NỘI_DUNG=…")] = None,
    meeting: Annotated[str | None, typer.Option("--meeting", help="Mã cuộc họp lấy ý kiến.")] = None,
    decision: Annotated[str, typer.Option("--decision", help="Mã quyết định, thay cho theo ngày.")] = "",
    by: Annotated[str | None, typer.Option("--by", help="Người đánh giá.")] = None,
    no_write: Annotated[bool, typer.Option("--no-write", help="Chỉ xem, không ghi.")] = False,
) -> int:
    """Evaluate a dossier."""
    file, today, profile = session.dossier(dossier), session.today, session.workspace.profile
    law = applicable_ruleset(file.dossier, session.rulebook, today, decision)
    answers = Answers({"idea": (idea, idea_reason), "identity": (identity, identity_reason)}, session.can_ask)
    file_now = with_choices(file, answers.complete(file.dossier, law, session.ask))
    own = {**kept_overrides(file_now.dossier), **decided(override or [], reason or [])}
    evaluation = score_commune_contents(file_now.dossier, law, file.source.name, own)
    placed = place_findings(session.root, evaluation.findings)
    if session.options.json:
        session.json(SCHEMA, evaluation_json(file.id, evaluation, findings_json(placed)))
    session.show_table(evaluation_table(evaluation, f"{file.dossier.product.name}: {law.decision.cite}"))
    if no_write or session.options.json:
        session.show_findings(placed)
        return session.exit_code(placed)
    held_at = meeting or next((o.meeting for o in reversed(file.dossier.opinions) if o.meeting), None)
    lacks = [*placed, *meeting_lacks(session.root, file, law.decision, held_at)]
    if has_errors(lacks):
        session.refuse(f"Chưa thể ghi đánh giá của {file.id}.", lacks)
    officer = by or profile.office.officer or profile.office.unit.name
    signed = Signed(officer, today, held_at, document_path(today, file.id, "evaluation-report"))
    remarks = {**kept_conclusions(file_now.dossier), **by_content(conclude or [], "--conclude")}
    plan, change = conclude_evaluation(file, file_now, evaluation, law, remarks, signed)
    if plan.refusals:
        session.refuse(f"Chưa thể ghi đánh giá của {file.id}.", plan.refusals)
    papers = _papers(session, file_now, evaluation, law, remarks)
    session.write([*papers, change], f"evaluate {file.id}", f"`ocop submit {file.id}`")
    session.show_findings(placed)
    return 0


def _papers(
    session: Session,
    file: DossierFile,
    evaluation: Evaluation,
    law: Ruleset,
    remarks: dict[CommuneContent, str],
) -> list[Change]:
    """Return the evaluation report and the internal score sheet."""
    dossier, private = file.dossier, load_private(session.root, file.id)
    profile, on = session.workspace.profile, session.today
    form = load_form("evaluation-report")
    report = report_values(dossier, private, evaluation, law, profile, form, on, remarks)
    sheet = score_sheet_values(dossier, evaluation, law, profile, load_form("score-sheet"), on)
    return [
        session.document("evaluation-report", file.id, report),
        session.document("score-sheet", file.id, sheet),
    ]
