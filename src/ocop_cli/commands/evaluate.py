"""``ocop evaluate``: score the four commune contents, keep the conclusion and make the report."""

from typing import Annotated

import typer

from ocop_cli.documents.evaluation_documents import REPORT
from ocop_cli.evaluation.answers import Answers, by_content, decided
from ocop_cli.evaluation.evaluation_json import SCHEMA, evaluation_json
from ocop_cli.evaluation.evidence_answers import with_evidence
from ocop_cli.evaluation.law import applicable_ruleset
from ocop_cli.evaluation.record import Signed, evaluation_table
from ocop_cli.findings import findings_json, has_errors
from ocop_cli.session import Session
from ocop_cli.session.lateness import late_acts
from ocop_cli.usecases.edit import change_between
from ocop_cli.usecases.evaluate import (
    Evaluated,
    evaluate_dossier,
    evaluation_drafts,
    filed_as_round,
    last_meeting,
    plan_conclusion,
    write_conclusion,
)
from ocop_cli.viet.typed_day import read_act_day

Many = list[str] | None


def evaluate(
    session: Session,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    idea: Annotated[str | None, typer.Option("--idea", help="Mức nguồn gốc ý tưởng.")] = None,
    idea_reason: Annotated[str | None, typer.Option("--idea-reason", help="Lý do chọn mức.")] = None,
    identity: Annotated[str | None, typer.Option("--identity", help="Mức bản sắc, trí tuệ.")] = None,
    identity_reason: Annotated[str | None, typer.Option("--identity-reason", help="Lý do chọn mức.")] = None,
    evidence: Annotated[Many, typer.Option("--evidence", help="Minh chứng: NỘI_DUNG=MÃ_GIẤY_TỜ.")] = None,
    override: Annotated[Many, typer.Option("--override", help="Quyết định khác: NỘI_DUNG=MỨC.")] = None,
    reason: Annotated[Many, typer.Option("--reason", help="Lý do của từng --override.")] = None,
    conclude: Annotated[Many, typer.Option("--conclude", help="Nhận xét: NỘI_DUNG=…")] = None,
    meeting: Annotated[str | None, typer.Option("--meeting", help="Mã cuộc họp lấy ý kiến.")] = None,
    decision: Annotated[str, typer.Option("--decision", help="Mã quyết định, thay cho theo ngày.")] = "",
    by: Annotated[str | None, typer.Option("--by", help="Người đánh giá.")] = None,
    on: Annotated[str | None, typer.Option("--on", help="Ngày đánh giá; bỏ trống: hôm nay.")] = None,
    late_reason: Annotated[
        str | None, typer.Option("--late-reason", help="Lý do, khi đánh giá sau hạn.")
    ] = None,
    no_write: Annotated[bool, typer.Option("--no-write", help="Chỉ xem, không ghi.")] = False,
) -> int:
    """Evaluate a dossier."""
    file, today, profile = session.dossier(dossier), session.today, session.workspace.profile
    day = read_act_day(on, today) or today
    law = applicable_ruleset(file.dossier, session.rulebook, day, decision)
    answers = Answers({"idea": (idea, idea_reason), "identity": (identity, identity_reason)}, session.can_ask)
    fields, own = answers.complete(file.dossier, law, session.ask), (override or [], reason or [])
    asked = session.ask if session.can_ask else None
    fields = with_evidence(fields, file.dossier, law, evidence or [], asked)
    remarks = by_content(conclude or [], "--conclude")
    found = evaluate_dossier(file, law, fields, decided(*own, law.product_set), remarks, day)
    if no_write or session.options.json:
        return _show(session, found)
    session.show_table(evaluation_table(found.evaluation, file.dossier.product.name))
    officer = by or profile.office.officer or profile.office.unit.name
    filed_as = filed_as_round(session.sources, file)
    held_at = meeting or last_meeting(file.dossier)
    signed = Signed(officer, day, today, held_at, session.document_path(REPORT, filed_as), filed_as)
    return _write(session, found, signed, late_reason)


def _write(session: Session, found: Evaluated, signed: Signed, late_reason: str | None) -> int:
    """Keep an evaluation and make its documents. Raises ``OcopError`` when something stands against it."""
    file, sources = found.file, session.sources
    conclusion = plan_conclusion(sources, found, signed)
    if has_errors(conclusion.refusals):
        session.refuse(f"Chưa thể ghi đánh giá của {file.id}.", conclusion.refusals)
    acts = [(file, found.law)]
    late = late_acts(session, acts, signed.on, late_reason, brings="evaluation").get(file.id)
    conclusion = plan_conclusion(sources, found, signed._replace(late=late)) if late else conclusion
    after = write_conclusion(found, conclusion)
    drafts = evaluation_drafts(sources, found, signed, session.workspace.profile, session.document)
    change = change_between(file.source, after)
    session.write([*drafts, change], f"đánh giá {file.id}", f"`ocop submit {file.id}`")
    session.show_findings(sources.placed(found.findings))
    return 0


def _show(session: Session, found: Evaluated) -> int:
    """Show an evaluation without keeping it."""
    file, evaluation, placed = found.file, found.evaluation, session.sources.placed(found.findings)
    if session.options.json:
        session.json(SCHEMA, evaluation_json(file.id, evaluation, findings_json(placed)))
    session.show_table(evaluation_table(evaluation, f"{file.dossier.product.name}: {evaluation.decision}"))
    session.show_findings(placed)
    return session.exit_code(placed)
