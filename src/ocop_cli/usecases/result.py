"""What the ranking authority decided, written into the dossier with the move that follows."""

from datetime import date

from ocop_cli.dossier.conclusions import Submission
from ocop_cli.errors import OcopError
from ocop_cli.rules.decision import Decision
from ocop_cli.store.dossiers import DossierFile
from ocop_cli.store.files.changes import Change
from ocop_cli.store.packaged import load_cycle
from ocop_cli.store.yaml.edit import Append, change_of
from ocop_cli.usecases.move import PlannedMove, plan_dossier_move
from ocop_cli.workflow.needs import MoveRequest
from ocop_cli.workflow.outcome import RankingOutcome, result_record


def sent_submission(file: DossierFile) -> Submission:
    """Return the submission that a result answers. Raises ``OcopError`` while the dossier is not with the province."""
    submission = file.dossier.submission
    if submission is None or file.dossier.stage not in load_cycle().leads_to("recognised"):
        message = f"Hồ sơ {file.id} chưa gửi cấp tỉnh nên chưa có kết quả để ghi."
        raise OcopError(message, f"Chạy `ocop submit {file.id}` trước.", exit_code=1)
    return submission


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
