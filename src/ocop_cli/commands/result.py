"""``ocop result``: record what the ranking authority decided."""

from typing import Annotated

import typer

from ocop_cli.dossier.conclusions import Result
from ocop_cli.programme.convening import read_act_day
from ocop_cli.rules.pick import force_decision
from ocop_cli.session import Session
from ocop_cli.usecases.result import plan_result, sent_submission
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.read_option import read_option
from ocop_cli.workflow.certificate import add_months
from ocop_cli.workflow.outcome import RankingOutcome, check_star

Text = str | None
_STARS = {str(star): f"{star} sao" for star in range(1, 6)}


def result(
    session: Session,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    star: Annotated[Text, typer.Option("--star", help="Hạng sao được công nhận.")] = None,
    score: Annotated[Text, typer.Option("--score", help="Điểm, ví dụ 72,5.")] = None,
    number: Annotated[Text, typer.Option("--number", help="Số quyết định công nhận.")] = None,
    on: Annotated[Text, typer.Option("--on", help="Ngày quyết định.")] = None,
    issuer: Annotated[Text, typer.Option("--issuer", help="Cơ quan quyết định.")] = None,
    certificate: Annotated[Text, typer.Option("--certificate", help="Số giấy chứng nhận.")] = None,
    not_recognised: Annotated[bool, typer.Option("--not-recognised", help="Không được công nhận.")] = False,
    note: Annotated[Text, typer.Option("--note", help="Ghi chú.")] = None,
) -> int:
    """Record the result of a submitted dossier."""
    file = session.dossier(dossier)
    submission = sent_submission(file)
    day = session.ask("Ngày quyết định", option="--on", given=on)
    outcome = RankingOutcome(
        on=read_act_day(day, session.today) or session.today,
        star=None
        if not_recognised
        else int(session.ask("Hạng sao", option="--star", given=star, choices=_STARS)),
        score=read_option(score, "--score", Result, "score") if score else None,
        number=number if not_recognised else session.ask("Số quyết định", option="--number", given=number),
        issuer=issuer,
        certificate=certificate,
        note=note,
    )
    decision = force_decision(session.rulebook, submission.decision, submission.on)
    check_star(outcome, decision)
    if outcome.star:
        expiry = add_months(outcome.on, decision.procedure.certificate_months)
        session.say(
            f"Giấy chứng nhận có giá trị đến {show_date(expiry)}; kỳ phân hạng lại sẽ hiện trong `ocop next`."
        )
    planned, change = plan_result(file, outcome, decision, session.today)
    if planned.move is None:
        session.refuse(f"Chưa thể ghi kết quả của {file.id}.", planned.refusals)
    session.write([change], f"kết quả {file.id}", "`ocop report`")
    return 0
