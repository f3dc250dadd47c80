"""``ocop evaluate``: score the four commune contents, keep the conclusion and make the report."""

from typing import Annotated

import typer

from ocop_cli.documents.evaluation_documents import REPORT, evaluation_documents
from ocop_cli.evaluation.answers import Answers, by_content, decided
from ocop_cli.evaluation.commune import score_commune_contents
from ocop_cli.evaluation.evaluation_json import SCHEMA, evaluation_json
from ocop_cli.evaluation.law import applicable_ruleset
from ocop_cli.evaluation.record import Signed, evaluation_table, kept_conclusions, kept_overrides
from ocop_cli.evaluation.result import Evaluation
from ocop_cli.findings import findings_json, has_errors
from ocop_cli.session import Session
from ocop_cli.store.dossiers import DossierFile, load_private
from ocop_cli.store.forms import load_form
from ocop_cli.usecases.evaluate import conclude_evaluation, missing_meeting, with_choices

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
    answered = with_choices(file, answers.complete(file.dossier, law, session.ask))
    own = {**kept_overrides(answered.dossier), **decided(override or [], reason or [], law.product_set)}
    remarks = {**kept_conclusions(answered.dossier), **by_content(conclude or [], "--conclude")}
    evaluation = score_commune_contents(answered.dossier, law, file.source.name, own)
    if no_write or session.options.json:
        return _show(session, file, evaluation)
    session.show_table(evaluation_table(evaluation, file.dossier.product.name))
    held_at = meeting or next((o.meeting for o in reversed(file.dossier.opinions) if o.meeting), None)
    officer = by or profile.office.officer or profile.office.unit.name
    signed = Signed(officer, today, held_at, session.document_path(REPORT, file.id))
    refusals, change = conclude_evaluation(file, answered, evaluation, law, remarks, signed)
    missing = [
        *evaluation.findings,
        *missing_meeting(session.sources, file, law.decision, held_at),
        *refusals,
    ]
    if has_errors(missing):
        session.refuse(f"Chưa thể ghi đánh giá của {file.id}.", missing)
    private = load_private(session.sources, file.id)
    papers = evaluation_documents(
        answered.dossier, private, evaluation, law, remarks, profile, load_form, today
    )
    made = [session.document(form, file.id, values, answered.dossier) for form, values in papers.items()]
    session.write([*made, change], f"đánh giá {file.id}", f"`ocop submit {file.id}`")
    session.show_findings(session.sources.placed(evaluation.findings))
    return 0


def _show(session: Session, file: DossierFile, evaluation: Evaluation) -> int:
    """Show an evaluation without keeping it."""
    placed = session.sources.placed(evaluation.findings)
    if session.options.json:
        session.json(SCHEMA, evaluation_json(file.id, evaluation, findings_json(placed)))
    session.show_table(evaluation_table(evaluation, f"{file.dossier.product.name}: {evaluation.decision}"))
    session.show_findings(placed)
    return session.exit_code(placed)
