"""``ocop evaluate``: score the four commune contents, keep the conclusion and make the report."""

from typing import Annotated

import typer

from ocop_cli.session import Session
from ocop_cli.session.evaluation.evaluating import Act, Choices, run_evaluations
from ocop_cli.viet.typed_day import read_act_day

Many = list[str] | None


def evaluate(
    session: Session,
    dossiers: Annotated[list[str], typer.Argument(help="Mã các hồ sơ, hoặc một phần tên sản phẩm.")],
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
    """Evaluate some dossiers."""
    day = read_act_day(on, session.today) or session.today
    lists = (tuple(each or ()) for each in (evidence, override, reason, conclude))
    choices = Choices((idea, idea_reason), (identity, identity_reason), *lists)
    act = Act(day, meeting, decision, by, late_reason)
    return run_evaluations(session, dossiers, choices, act, only_show=no_write)
