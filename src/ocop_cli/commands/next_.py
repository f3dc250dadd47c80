"""``ocop next`` and bare ``ocop``: what each dossier needs, and today's desk."""

from typing import Annotated

import typer

from ocop_cli.session import Session
from ocop_cli.usecases.next import all_next_steps, next_steps
from ocop_cli.workflow.agenda import bucket_titles, sort_agenda, step_json, steps_table
from ocop_cli.workflow.limits import year_without_calendar
from ocop_cli.workflow.next_step import NextStep


def next_(
    session: Session,
    dossiers: Annotated[list[str] | None, typer.Argument(help="Mã hồ sơ; bỏ trống để xem tất cả.")] = None,
) -> int:
    """Say what each dossier needs next."""
    steps = _steps_of(session, dossiers) if dossiers else _all_steps(session)[0]
    if session.options.json:
        warn_days = session.workspace.profile.settings.warn_days
        session.json("ocop/next@1", {"items": [step_json(s, session.today, warn_days) for s in steps]})
        return 0
    if not steps:
        session.say("Chưa có hồ sơ nào. Bắt đầu: `ocop register`")
        return 0
    session.show_table(steps_table("Việc tiếp theo của từng hồ sơ", steps, session.today))
    _tell_missing_calendar(session, steps)
    for step in steps if dossiers else ():
        if step.command:
            session.say(f"Lệnh cho {step.id}: {step.command}")
        if step.asks:
            session.say(f"Điền số liệu còn thiếu: ocop fill {step.id}")
    return 0


def desk(session: Session) -> int:
    """Show today's desk."""
    steps, findings = _all_steps(session)
    today, warn_days = session.today, session.workspace.profile.settings.warn_days
    view, titles = sort_agenda(steps, today, warn_days), bucket_titles(warn_days)
    if session.options.json:
        buckets = {name: [step_json(s, today, warn_days) for s in getattr(view, name)] for name in titles}
        session.json("ocop/desk@1", buckets)
        return 0
    for name, title in titles.items():
        bucket = getattr(view, name)
        if bucket:
            session.show_table(steps_table(title, bucket, today))
            session.say()
    _tell_missing_calendar(session, steps)
    if not steps:
        session.say("Chưa có hồ sơ nào.")
    if findings:
        session.say(f"Có {findings} điểm cần xem trong các tệp: `ocop check`")
    session.say(
        "Nhận ý tưởng mới: `ocop register` · Đánh giá: `ocop evaluate MÃ` · Xem từng hồ sơ: `ocop next`"
    )
    session.say("Mọi lệnh: `ocop --help`")
    return 0


def _tell_missing_calendar(session: Session, steps: list[NextStep]) -> None:
    year = year_without_calendar([limit for step in steps if not step.closed for limit in step.limits])
    if year:
        session.say(f"Năm {year} chưa có lịch nghỉ lễ, tết: `ocop calendar {year}`")


def _all_steps(session: Session) -> tuple[list[NextStep], int]:
    return all_next_steps(
        session.sources, session.rulebook, session.workspace.calendar, session.today, session.seen
    )


def _steps_of(session: Session, wanted: list[str]) -> list[NextStep]:
    files = [session.dossier_seen(name) for name in wanted]
    return next_steps(session.sources, files, session.rulebook, session.workspace.calendar, session.today)
