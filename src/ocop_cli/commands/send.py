"""``ocop send``: record that a signed package went to the province."""

from typing import Annotated

import typer

from ocop_cli.session import Session
from ocop_cli.session.request.requesting import requested, send_package
from ocop_cli.viet.typed_day import read_act_day


def send(
    session: Session,
    dossiers: Annotated[list[str], typer.Argument(help="Mã các hồ sơ của gói.")],
    on: Annotated[str | None, typer.Option("--on", help="Ngày gửi; bỏ trống: hôm nay.")] = None,
    way: Annotated[
        str | None, typer.Option("--way", help="Cách gửi, ví dụ trục liên thông, nộp trực tiếp.")
    ] = None,
    to: Annotated[str | None, typer.Option("--to", help="Nơi nhận.")] = None,
    late_reason: Annotated[
        str | None, typer.Option("--late-reason", help="Lý do, khi gửi sau hạn của xã.")
    ] = None,
) -> int:
    """Record day, way and recipient of a package, and move its dossiers on."""
    day = read_act_day(on, session.today) or session.today
    send_package(session, requested(session, dossiers, day), day, way, to, late_reason)
    return 0
