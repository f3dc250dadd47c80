"""``ocop meeting hold``: close a meeting with who was there, what it concluded, and the minutes."""

from functools import partial
from typing import Annotated

import typer

from ocop_cli.documents.meeting import minutes_values
from ocop_cli.evaluation.dissents import Dissent, answered, open_dissents
from ocop_cli.programme.convening import Attendance, closing_fields, pairs, read_later_clock, read_present
from ocop_cli.programme.meeting import Meeting
from ocop_cli.session import Session
from ocop_cli.session.council.attendance import whole_attendance
from ocop_cli.session.typed.units import guest_units, known_guest
from ocop_cli.store.papers.forms import load_form
from ocop_cli.store.programme.meetings import usable_meeting
from ocop_cli.store.yaml.edit import Set, change_of
from ocop_cli.usecases.council.hearing import hearing_edits, producers_before
from ocop_cli.usecases.council.opinion import answer_dissents
from ocop_cli.usecases.edit import edited
from ocop_cli.usecases.meeting_basis import meeting_basis
from ocop_cli.viet.typed_day import read_act_day

Many = list[str] | None


def hold(
    session: Session,
    meeting: Annotated[str, typer.Argument(help="Mã cuộc họp.")],
    ends: Annotated[str | None, typer.Option("--ends", help="Giờ kết thúc, ví dụ 10:30.")] = None,
    conclusion: Annotated[str | None, typer.Option("--conclusion", help="Kết luận của chủ trì.")] = None,
    present: Annotated[
        Many, typer.Option("--present", help="“ĐƠN VỊ: họ tên, chức vụ”, hoặc chỉ ĐƠN VỊ; ghi nhiều lần.")
    ] = None,
    absent: Annotated[Many, typer.Option("--absent", help="“ĐƠN VỊ: lý do vắng”; ghi nhiều lần.")] = None,
    response: Annotated[
        Many, typer.Option("--response", help="Tiếp thu, giải trình: “ĐƠN VỊ: …”; ghi nhiều lần.")
    ] = None,
    response_on: Annotated[
        str | None,
        typer.Option(
            "--response-on",
            help="Ngày tiếp thu, giải trình; bỏ trống: ngày họp, hôm nay khi cuộc họp đã ghi từ trước.",
        ),
    ] = None,
) -> int:
    """Close a meeting: who was there, what it concluded, and the minutes."""
    file = usable_meeting(session.sources, meeting)
    files = [session.dossier(i) for i in file.record.dossiers]
    producers = producers_before(files)
    known = {**producers, **guest_units(session, file.record)}
    named = partial(known_guest, session, known=known, dossiers=file.record.dossiers)
    said = Attendance(read_present(present or [], named), pairs(absent or [], "--absent", named))
    heard, attendance = whole_attendance(session, meeting, file.record, files, said).parted(producers)
    check = partial(read_later_clock, option="Giờ kết thúc", after=file.record.starts)
    before = (file.record.ends, file.record.conclusion) if file.record.held else (None, None)
    ended = session.ask("Giờ kết thúc", option="--ends", given=ends or before[0], check=check)
    concluded = session.ask("Kết luận", option="--conclusion", given=conclusion or before[1])
    fields = closing_fields(file.record, ended, concluded, attendance)
    edits = [Set(field, value) for field, value in fields.items()]
    closed = edited(file.source, Meeting, edits)
    answers = _responses(session, meeting, closed, pairs(response or [], "--response", named))
    answered_on = read_act_day(response_on, session.today, "--response-on")
    usual = session.today if file.record.held else closed.on
    heard_of, changes = answer_dissents(
        files, answers, answered_on or usual, hearing_edits(files, meeting, closed, heard)
    )
    values = minutes_values(
        meeting, closed, heard_of, session.workspace.profile, load_form("meeting-minutes")
    )
    minutes = session.document(
        "meeting-minutes", meeting, values, basis=meeting_basis(meeting, closed, heard_of)
    )
    following = f"`ocop evaluate {' '.join(file.record.dossiers)} --meeting {meeting}`"
    session.write([change_of(file.source, edits), *changes, minutes], f"biên bản {meeting}", following)
    for dissent in open_dissents(heard_of, meeting):
        session.say(f"{dissent.unit} không nhất trí, chưa có tiếp thu, giải trình; thêm --response.")
    return 0


def _responses(session: Session, meeting: str, closed: Meeting, told: dict[str, str]) -> dict[Dissent, str]:
    """Return the chair's answer to every dissent: given, or asked for where a person sits; none is made up."""
    dissents = open_dissents({i: session.dossier(i).dossier for i in closed.dossiers}, meeting)
    answers = answered(dissents, told)
    for dissent in dissents if session.can_ask else ():
        if dissent not in answers:
            words = f"Tiếp thu, giải trình ý kiến của {dissent.unit} ({dissent.text})"
            answers[dissent] = session.ask(words, option="--response")
    return answers
