"""``ocop next``: what each dossier needs."""

from typing import Annotated

import typer

from ocop_cli.session import Session
from ocop_cli.session.desk import all_steps, days_of, tell_missing_calendar
from ocop_cli.session.unread import say_none
from ocop_cli.workflow.agenda import missing_beyond, step_json, steps_table
from ocop_cli.workflow.step import NextStep


def next_(
    session: Session,
    dossiers: Annotated[list[str] | None, typer.Argument(help="Mã hồ sơ; bỏ trống để xem tất cả.")] = None,
) -> int:
    """Say what each dossier needs next."""
    steps = _steps_of(session, dossiers) if dossiers else all_steps(session)[0]
    if session.options.json:
        warn_days = days_of(session).warn_days
        session.json("ocop/next@1", {"items": [step_json(s, session.today, warn_days) for s in steps]})
        return 0
    if not steps:
        say_none(session, "Chưa có hồ sơ nào. Bắt đầu: `ocop register`")
        return 0
    session.show_table(steps_table("Việc tiếp theo của từng hồ sơ", steps, session.today))
    tell_missing_calendar(session, steps)
    for step in steps if dossiers else ():
        if beyond := missing_beyond(step):
            session.say(f"{step.id} còn thiếu nữa: {'; '.join(beyond)}")
        if step.command:
            session.say(f"Lệnh cho {step.id}: {step.command}")
        if step.asks:
            session.say(f"Điền số liệu còn thiếu: ocop fill {step.id}")
    return 0


def _steps_of(session: Session, wanted: list[str]) -> list[NextStep]:
    from ocop_cli.usecases.next import next_steps  # with all that judges dossiers

    files = [session.dossier_seen(name) for name in wanted]
    return next_steps(session.sources, files, session.rulebook, session.workspace.calendar, session.today)
