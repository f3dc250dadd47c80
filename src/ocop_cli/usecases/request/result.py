"""What the ranking authority decided, corrected or withdrew, written into the dossier with the move that follows."""

from datetime import date

from ocop_cli.dossier.conclusions import Result, Submission
from ocop_cli.errors import OcopError
from ocop_cli.rules.decision import Decision
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.files.changes import Change
from ocop_cli.store.yaml.edit import Append, Set, change_of
from ocop_cli.usecases.move import PlannedMove, plan_corrected_move, plan_dossier_move
from ocop_cli.workflow.needs import MoveRequest
from ocop_cli.workflow.outcome import RankingOutcome, RevokedRecognition, result_record, revocation_record


def sent_submission(file: DossierFile) -> Submission:
    """Return the submission that a result answers. Raises ``OcopError`` while the dossier is not with the province."""
    submission, cycle = file.dossier.submission, load_cycle()
    if submission is None or file.dossier.stage not in cycle.leads_to("recognised"):
        raise OcopError(*_not_with_the_province(file), exit_code=1)
    return submission


def _not_with_the_province(file: DossierFile) -> tuple[str, str]:
    """Say where a dossier stands that waits for no result, and what can be done."""
    stage, result = load_cycle().name(file.dossier.stage), file.dossier.result
    if result is not None and file.dossier.stage == _stage_after(result):
        message = f"Hồ sơ {file.id} đã có kết quả (“{stage}”)."
        return message, f'Ghi nhầm thì sửa bằng `ocop result {file.id} --correct --reason "…"`.'
    return f"Hồ sơ {file.id} chưa gửi cấp tỉnh (“{stage}”) nên chưa có kết quả để ghi.", (
        f"Xem bước tiếp theo: `ocop next {file.id}`."
    )


def _stage_after(result: Result) -> str | None:
    return load_cycle().target_of(frozenset({"recognised" if result.recognised else "not_recognised"}))


def plan_result(
    file: DossierFile, outcome: RankingOutcome, decision: Decision, today: date
) -> tuple[PlannedMove, Change]:
    """Return the move that follows a result, with its refusals, and the change that writes both."""
    request = MoveRequest(file.dossier, brings=frozenset({outcome.need}))
    planned = plan_dossier_move(
        file, request, today, on=outcome.on, note=outcome.note, document=outcome.number
    )
    result = Append(("results",), result_record(outcome, decision.id))
    return planned, change_of(file.source, [result, *planned.edits])


def result_to_correct(file: DossierFile) -> Result:
    """Return the result that can still be corrected: the latest, while the dossier has not moved on.

    Raises ``OcopError`` for any other.
    """
    result = file.dossier.result
    if result is None or file.dossier.stage != _stage_after(result):
        raise OcopError(
            f"Hồ sơ {file.id} không có kết quả để cải chính.",
            "Chỉ cải chính kết quả mới nhất, khi hồ sơ chưa chuyển bước khác.",
            exit_code=1,
        )
    return result


def plan_correction(
    file: DossierFile, outcome: RankingOutcome, reason: str, decision: Decision, today: date
) -> tuple[PlannedMove, Change]:
    """Return the right result after the wrong one, which stays with the day and the reason of the correction."""
    request = MoveRequest(file.dossier, brings=frozenset({outcome.need}))
    planned = plan_corrected_move(
        file, request, today, on=outcome.on, note=outcome.note, document=outcome.number
    )
    edits = [
        Set(("results", len(file.dossier.results) - 1, "corrected"), {"on": today, "reason": reason}),
        Append(("results",), result_record(outcome, decision.id)),
        *planned.edits,
    ]
    return planned, change_of(file.source, edits)


def plan_revocation(
    file: DossierFile, revoked: RevokedRecognition, today: date
) -> tuple[PlannedMove, Change]:
    """Return the move out of the recognised products, and the change that writes it beside the result."""
    request = MoveRequest(file.dossier, (revoked.reason,), brings=frozenset({"revoked"}))
    planned = plan_dossier_move(file, request, today, on=revoked.on, document=revoked.number)
    latest = len(file.dossier.results) - 1
    edits = [Set(("results", latest, "revoked"), revocation_record(revoked)), *planned.edits]
    return planned, change_of(file.source, edits if planned.move else [])
