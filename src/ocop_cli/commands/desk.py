"""Bare ``ocop`` and ``ocop do``: today's desk, numbered, and the work that a person takes from it."""

from typing import Annotated

import typer

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.session import Session
from ocop_cli.session.desk import Desk, begin, days_of, desk_of, tell_missing_calendar
from ocop_cli.session.questions.asking import AT_DESK
from ocop_cli.session.unread import say_none
from ocop_cli.workflow.agenda import step_json, steps_table
from ocop_cli.workflow.step import NextStep

_FURTHER = "Làm việc theo số: `ocop do SỐ` · Nhận ý tưởng mới: `ocop register` · Xem từng hồ sơ: `ocop next`"
_FIRST = "Nhận ý tưởng: `ocop register` · Nhận sổ Excel đã có: `ocop import TỆP` · Sản phẩm đã được công nhận: `ocop adopt`"


def desk(session: Session) -> int:
    """Show today's desk; on a terminal ask which work to begin."""
    found, today = desk_of(session), session.today
    if session.options.json:
        warn_days = days_of(session).warn_days
        buckets = {
            name: [step_json(s, today, warn_days) for s in steps] for name, steps in found.buckets.items()
        }
        session.json("ocop/desk@1", buckets)
        return 0
    _show(session, found)
    if found.numbered and session.can_ask and session.console.is_terminal:
        chosen = _asked(session, found)
        if chosen:
            begin(session, chosen)
    return 0


def do(
    session: Session,
    work: Annotated[
        str, typer.Argument(metavar="VIỆC", help="Số của việc trên bàn làm việc (`ocop`), hoặc mã hồ sơ.")
    ],
) -> int:
    """Begin a work of the desk: the command that its line names, on its dossier."""
    begin(session, _meant(session, desk_of(session), work))
    return 0


def _show(session: Session, found: Desk) -> None:
    number = 1
    for name, steps in found.buckets.items():
        if steps:
            session.show_table(steps_table(found.titles[name], steps, session.today, first=number))
            session.say()
        number += len(steps)
    tell_missing_calendar(session, found.steps)
    if not found.steps:
        say_none(session, "Chưa có hồ sơ nào.")
    if found.findings:
        session.say(f"Có {found.findings} điểm cần xem trong các tệp: `ocop check`")
    if found.steps:
        session.say(_FURTHER)
    else:
        say_none(session, _FIRST)
    session.say("Mọi lệnh: `ocop --help`")


def _asked(session: Session, found: Desk) -> NextStep | None:
    """Ask for the number of a work; nothing means none."""
    question = "Gõ số để làm việc đó ngay (Enter: thôi)"
    answer = session.ask(
        question, option=AT_DESK, check=lambda text: _meant(session, found, text), optional=True
    )
    return _meant(session, found, answer) if answer else None


def _meant(session: Session, found: Desk, work: str) -> NextStep:
    """Return the work of a number or of a dossier. Raises ``OcopError`` (misuse) when it is none."""
    numbered = found.numbered
    if work.isdecimal():
        if 1 <= int(work) <= len(numbered):
            return numbered[int(work) - 1]
        hint = f"Chọn số từ 1 đến {len(numbered)}." if numbered else "Nhận hồ sơ mới: `ocop register`"
        raise OcopError(f"Không có việc số {work}.", hint, exit_code=MISUSE)
    from ocop_cli.store.dossier.find import resolve_id  # with all that reads dossiers

    wanted = resolve_id(session.sources, work)
    for step in numbered:
        if step.id == wanted:
            return step
    raise OcopError(f"Hồ sơ {wanted} không có việc đang chờ.", f"Xem: `ocop show {wanted}`", exit_code=MISUSE)
