"""``ocop result``: record what the ranking authority decided."""

from decimal import Decimal
from typing import Annotated, Any

import typer

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.session import Session
from ocop_cli.store.yaml_edit import Append, change_of
from ocop_cli.viet.dates import parse_date, show_date
from ocop_cli.viet.numbers import parse_decimal, show_number
from ocop_cli.workflow.renewal import add_months


def result(
    session: Session,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    star: Annotated[int | None, typer.Option("--star", help="Hạng sao được công nhận.")] = None,
    score: Annotated[str | None, typer.Option("--score", help="Điểm, ví dụ 72,5.")] = None,
    decision_number: Annotated[str | None, typer.Option("--number", help="Số quyết định công nhận.")] = None,
    on: Annotated[str | None, typer.Option("--on", help="Ngày quyết định.")] = None,
    issuer: Annotated[str | None, typer.Option("--issuer", help="Cơ quan quyết định.")] = None,
    certificate: Annotated[str | None, typer.Option("--certificate", help="Số giấy chứng nhận.")] = None,
    not_recognised: Annotated[bool, typer.Option("--not-recognised", help="Không được công nhận.")] = False,
    note: Annotated[str | None, typer.Option("--note", help="Ghi chú.")] = None,
) -> int:
    """Record the result of a submitted dossier."""
    file = session.dossier(dossier)
    if file.dossier.stage != "submitted" or file.dossier.submission is None:
        raise OcopError(
            f"Hồ sơ {file.id} chưa gửi cấp tỉnh nên chưa có kết quả để ghi.",
            f"Chạy `ocop submit {file.id}` trước.",
            exit_code=1,
        )
    law = session.law_of(file.dossier)
    given_on = _day(session.ask("Ngày quyết định", option="--on", given=on))
    points = _points(score)
    record: dict[str, Any] = {"recognised": not not_recognised, "on": given_on, "score": points, "note": note}
    if not not_recognised:
        record["star"] = _star(session, star, points, file.dossier.submission.decision)
        number = session.ask("Số quyết định công nhận", option="--number", given=decision_number)
        record["decision"] = {"number": number, "issued_on": given_on, "issuer": issuer}
        record["certificate"] = {"number": certificate, "issued_on": given_on}
    record["ruleset"] = file.dossier.submission.decision
    stage = "not_certified" if not_recognised else "certified"
    move = {"stage": stage, "on": session.today, "document": decision_number, "note": note}
    if law and not not_recognised:
        expiry = add_months(given_on, law.decision.procedure.certificate_months)
        session.say(
            f"Giấy chứng nhận có giá trị đến {show_date(expiry)}; thời gian nộp hồ sơ phân hạng lại sẽ hiện trong `ocop next`."
        )
    changes = [change_of(file.source, [Append(("results",), record), Append(("history",), move)])]
    session.write(changes, f"kết quả {file.id}", "`ocop report`")
    return 0


def _star(session: Session, star: int | None, points: Decimal | None, decision: str) -> int:
    """Return the star; refuse one that lies above the band of the score."""
    from ocop_cli.rules.pick import force_decision

    wanted = int(
        session.ask(
            "Hạng sao",
            option="--star",
            given=str(star) if star else None,
            choices={str(n): f"{n} sao" for n in range(1, 6)},
        )
    )
    band = force_decision(session.rulebook, decision).star_for(points) if points is not None else None
    if band and wanted > band.star:
        message = f"Điểm {show_number(points or Decimal(0))} thuộc khung {band.star} sao, không thể ghi {wanted} sao."
        raise OcopError(message, "Đối chiếu quyết định công nhận.", code="E023", exit_code=MISUSE)
    return wanted


def _points(text: str | None) -> Decimal | None:
    try:
        return parse_decimal(text) if text else None
    except ValueError as error:
        raise OcopError(f"--score {text} không phải là điểm.", "Ghi dạng 72,5.", exit_code=MISUSE) from error


def _day(text: str) -> Any:
    try:
        return parse_date(text)
    except ValueError as error:
        raise OcopError(
            f"--on {text} không phải là ngày.", "Ghi dạng 23/11/2026.", exit_code=MISUSE
        ) from error
