"""``ocop result``: record what the ranking authority decided, correct it, or record that it was withdrawn."""

from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.rules.pick import force_decision
from ocop_cli.session import Session
from ocop_cli.session.request.ranking import TypedResult, certificate_words, read_outcome, read_revocation
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.files.changes import Change
from ocop_cli.usecases.move import PlannedMove, refusals_of
from ocop_cli.usecases.request.result import (
    plan_correction,
    plan_result,
    plan_revocation,
    result_to_correct,
    sent_submission,
)
from ocop_cli.workflow.outcome import check_star, recorded_outcome

Text = str | None
Each = list[str] | None
_EACH = "một hồ sơ: “MÃ: giá trị”"


def result(
    session: Session,
    dossiers: Annotated[list[str], typer.Argument(help="Mã các hồ sơ của cùng một quyết định.")],
    star: Annotated[Each, typer.Option("--star", help=f"Hạng sao; cho {_EACH}.")] = None,
    score: Annotated[Each, typer.Option("--score", help=f"Điểm, ví dụ 72,5; cho {_EACH}.")] = None,
    number: Annotated[Text, typer.Option("--number", help="Số quyết định công nhận, hoặc thu hồi.")] = None,
    on: Annotated[Text, typer.Option("--on", help="Ngày quyết định.")] = None,
    issuer: Annotated[Text, typer.Option("--issuer", help="Cơ quan quyết định.")] = None,
    certificate: Annotated[
        Each, typer.Option("--certificate", help=f"Số giấy chứng nhận; cho {_EACH}.")
    ] = None,
    certificate_on: Annotated[
        Text, typer.Option("--certificate-on", help="Ngày cấp giấy chứng nhận; bỏ trống: ngày quyết định.")
    ] = None,
    not_recognised: Annotated[bool, typer.Option("--not-recognised", help="Không được công nhận.")] = False,
    revoked: Annotated[bool, typer.Option("--revoked", help="Thu hồi công nhận; cần --reason.")] = False,
    correct: Annotated[
        bool, typer.Option("--correct", help="Cải chính kết quả ghi nhầm; cần --reason.")
    ] = False,
    reason: Annotated[Text, typer.Option("--reason", help="Lý do thu hồi hoặc cải chính.")] = None,
    note: Annotated[Text, typer.Option("--note", help="Ghi chú.")] = None,
    scan: Annotated[Path | None, typer.Option("--scan", help="Bản quét quyết định.", metavar="TỆP")] = None,
) -> int:
    """Record the decision of the ranking authority on one or several dossiers."""
    if revoked + correct + not_recognised > 1 and not (correct and not_recognised):
        raise OcopError(
            "--revoked không đi cùng --correct, --not-recognised.", "Bỏ bớt một tùy chọn.", exit_code=MISUSE
        )
    files = {name: session.dossier(name) for name in dict.fromkeys(dossiers)}
    names = {name: file.id for name, file in files.items()}
    typed = TypedResult(
        names,
        star,
        score,
        number,
        on,
        issuer,
        certificate,
        certificate_on,
        not_recognised,
        reason,
        note,
        scan,
    )
    plan = _revocation if revoked else _correction if correct else _recorded
    plans = {file.id: plan(session, file, typed) for file in files.values()}
    if refusals := refusals_of([each.move for each in plans.values()]):
        session.refuse(f"Chưa thể ghi kết quả của {', '.join(plans)}.", refusals)
    done = "\n".join(each.certificate for each in plans.values() if each.certificate)
    changes, label = [each.change for each in plans.values()], f"kết quả {', '.join(plans)}"
    session.write(changes, label, "`ocop report`", done=done)
    return 0


class _Plan(NamedTuple):
    """The move of a dossier with the change that writes it, and until when a new certificate holds."""

    move: PlannedMove
    change: Change
    certificate: str = ""


def _recorded(session: Session, file: DossierFile, typed: TypedResult) -> _Plan:
    submission = sent_submission(file)
    decision = force_decision(session.rulebook, submission.decision, submission.on or session.today)
    outcome = read_outcome(session, file, typed, decision)
    check_star(outcome, decision)
    planned = plan_result(file, outcome, decision, session.today)
    return _Plan(*planned, certificate_words(file, outcome, decision))


def _correction(session: Session, file: DossierFile, typed: TypedResult) -> _Plan:
    wrong = result_to_correct(file)
    decision = force_decision(session.rulebook, wrong.ruleset or session.rulebook.decision_ids[-1], wrong.on)
    reason = session.ask("Lý do cải chính", option="--reason", given=typed.reason)
    outcome = read_outcome(session, file, typed, decision, recorded_outcome(wrong))
    check_star(outcome, decision)
    planned = plan_correction(file, outcome, reason, decision, session.today)
    return _Plan(*planned, certificate_words(file, outcome, decision))


def _revocation(session: Session, file: DossierFile, typed: TypedResult) -> _Plan:
    return _Plan(*plan_revocation(file, read_revocation(session, typed), session.today))
