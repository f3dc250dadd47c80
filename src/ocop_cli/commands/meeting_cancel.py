"""``ocop meeting cancel``: a meeting that was called and not held."""

from typing import Annotated

import typer

from ocop_cli.errors import OcopError
from ocop_cli.programme.convening import refuse_called_off
from ocop_cli.session import Session
from ocop_cli.store.programme.meetings import usable_meeting
from ocop_cli.store.yaml.edit import Set, change_of
from ocop_cli.viet.typed_day import read_act_day


def cancel(
    session: Session,
    meeting: Annotated[str, typer.Argument(help="Mã cuộc họp.")],
    reason: Annotated[
        str | None, typer.Option("--reason", help="Lý do, ví dụ không đủ thành phần, chủ trì đi công tác.")
    ] = None,
    on: Annotated[str | None, typer.Option("--on", help="Ngày hoãn; bỏ trống: hôm nay.")] = None,
) -> int:
    """Record that a meeting was not held."""
    file = usable_meeting(session.sources, meeting)
    refuse_called_off(meeting, file.record)
    if file.record.held:
        hint = "Ghi nhầm thì `ocop undo`."
        raise OcopError(f"Cuộc họp {meeting} đã họp, đã có kết luận.", hint, exit_code=1)
    day = read_act_day(on, session.today) or session.today
    why = session.ask("Lý do hoãn", option="--reason", given=reason)
    change = change_of(file.source, [Set(("called_off",), {"on": day, "reason": why})])
    ids = " ".join(file.record.dossiers)
    session.write([change], f"hoãn họp {meeting}", f"mời lại: `ocop meeting invite {ids}`")
    return 0
