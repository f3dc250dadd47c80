"""``ocop meeting hold``: close a meeting with who was there, what it concluded, and the minutes."""

from functools import partial
from typing import Annotated, Any

import typer

from ocop_cli.documents.meeting import minutes_values
from ocop_cli.evaluation.dissents import open_dissents
from ocop_cli.findings import FieldPath
from ocop_cli.programme.convening import (
    Attendance,
    closing_fields,
    ending,
    pairs,
    read_end,
    read_person,
    read_present,
    refuse_called_off,
)
from ocop_cli.programme.meeting import Meeting
from ocop_cli.session import Session
from ocop_cli.session.council.answering import responses
from ocop_cli.session.council.attendance import namer, whole_attendance
from ocop_cli.store.papers.forms import load_form
from ocop_cli.store.programme.meetings import usable_meeting
from ocop_cli.store.yaml.edit import Set, change_of
from ocop_cli.usecases.council.hearing import hearing_edits, looked_at, producers_before
from ocop_cli.usecases.council.opinion import answer_dissents
from ocop_cli.usecases.edit import edited
from ocop_cli.usecases.meeting_basis import meeting_basis
from ocop_cli.viet.typed_day import read_act_day

Many = list[str] | None


def hold(
    session: Session,
    meeting: Annotated[str, typer.Argument(help="Mã cuộc họp.")],
    ends: Annotated[
        str | None,
        typer.Option("--ends", help="Giờ kết thúc, ví dụ 10:30; họp sang ngày khác: “16:30 2/12/2026”."),
    ] = None,
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
    chair: Annotated[
        str | None, typer.Option("--chair", help="Chủ trì, khi khác giấy mời: “Họ và tên, chức vụ”.")
    ] = None,
    secretary: Annotated[
        str | None, typer.Option("--secretary", help="Thư ký, khi khác giấy mời: “Họ và tên, chức vụ”.")
    ] = None,
) -> int:
    """Close a meeting: who was there, what it concluded, and the minutes."""
    file = usable_meeting(session.sources, meeting)
    refuse_called_off(meeting, file.record)
    files = [session.dossier(i) for i in file.record.dossiers]
    named = namer(session, file.record, files)
    said = Attendance(read_present(present or [], named), pairs(absent or [], "--absent", named))
    known = whole_attendance(session, meeting, file.record, files, said)
    heard, attendance = known.parted(producers_before(files))
    fields = _fields(session, file.record, attendance, ends, conclusion)
    people = {("chair",): chair, ("secretary",): secretary}
    fields |= {who: read_person(typed, f"--{who[0]}") for who, typed in people.items() if typed}
    edits = [Set(field, value) for field, value in fields.items()]
    closed = edited(file.source, Meeting, edits)
    answers = responses(session, meeting, closed, pairs(response or [], "--response", named))
    answered_on = read_act_day(response_on, session.today, "--response-on")
    usual = session.today if file.record.held else closed.ends_on or closed.on
    heard_of, changes = answer_dissents(
        files, answers, answered_on or usual, hearing_edits(files, meeting, closed, heard)
    )
    values = minutes_values(
        meeting, closed, heard_of, session.workspace.profile, load_form("meeting-minutes")
    )
    minutes = session.document(
        "meeting-minutes", meeting, values, basis=meeting_basis(meeting, closed, heard_of)
    )
    ids = " ".join(each.id for each in looked_at(files, closed))
    following = f"`ocop evaluate {ids} --meeting {meeting}`" if ids else ""
    session.write([change_of(file.source, edits), *changes, minutes], f"biên bản {meeting}", following)
    for dissent in open_dissents(heard_of, meeting):
        session.say(f"{dissent.unit} không nhất trí, chưa có tiếp thu, giải trình; thêm --response.")
    return 0


def _fields(
    session: Session, meeting: Meeting, attendance: Attendance, ends: str | None, conclusion: str | None
) -> dict[FieldPath, Any]:
    """Return the fields that close a meeting; of one that is closed anew, what was written before stays unless told."""
    before = (ending(meeting), meeting.conclusion) if meeting.held else (None, None)
    check = partial(read_end, option="Giờ kết thúc", meeting=meeting)
    ended = session.ask("Giờ kết thúc", option="--ends", given=ends or before[0], check=check)
    concluded = session.ask("Kết luận", option="--conclusion", given=conclusion or before[1])
    return closing_fields(meeting, ended, concluded, attendance)
