"""``ocop meeting invite``: call a meeting, with the invitation and the opinion sheets."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated

import typer

from ocop_cli.documents.meeting import invitation_values
from ocop_cli.documents.opinion_sheet import opinion_sheet_values
from ocop_cli.programme.convening import new_meeting, read_clock, read_person
from ocop_cli.programme.meeting import Meeting
from ocop_cli.session import Session
from ocop_cli.session.questions.confirming import confirm
from ocop_cli.session.typed.units import units_to_invite
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.papers.forms import load_form
from ocop_cli.store.programme.meetings import draft_meeting
from ocop_cli.usecases.council.opinion import past_opinions
from ocop_cli.usecases.meeting_basis import meeting_basis
from ocop_cli.usecases.papers.draft import Draft
from ocop_cli.viet.typed_day import read_day
from ocop_cli.workflow.meeting_day import doubts_about

Many = list[str] | None


def invite(
    session: Session,
    dossiers: Annotated[list[str], typer.Argument(help="Các hồ sơ đưa ra họp.")],
    on: Annotated[str | None, typer.Option("--on", help="Ngày họp.")] = None,
    starts: Annotated[str | None, typer.Option("--starts", help="Giờ bắt đầu, ví dụ 8:00.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="Địa điểm.")] = None,
    chair: Annotated[str | None, typer.Option("--chair", help="Chủ trì: “Họ và tên, chức vụ”.")] = None,
    secretary: Annotated[
        str | None, typer.Option("--secretary", help="Thư ký: “Họ và tên, chức vụ”.")
    ] = None,
    participant: Annotated[Many, typer.Option("--participant", help="Đơn vị mời; ghi nhiều lần.")] = None,
    producers: Annotated[
        bool, typer.Option("--producers", help="Mời cả chủ thể của các hồ sơ dự họp.")
    ] = False,
    title: Annotated[
        str, typer.Option("--title", help="Tên cuộc họp.")
    ] = "Họp lấy ý kiến đánh giá sản phẩm OCOP",
) -> int:
    """Call a meeting: its file and the invitation."""
    files = [session.dossier(wanted) for wanted in dossiers]
    record = new_meeting(
        session.workspace.profile,
        [file.id for file in files],
        title=title,
        on=session.ask("Ngày họp", option="--on", given=on, check=partial(read_day, option="Ngày họp")),
        starts=session.ask(
            "Giờ bắt đầu", option="--starts", given=starts, check=partial(read_clock, option="Giờ bắt đầu")
        ),
        place=session.ask("Địa điểm", option="--place", given=place),
        chair=_person(session, "Chủ trì", "--chair", chair),
        secretary=_person(session, "Thư ký", "--secretary", secretary),
        participants=units_to_invite(session, participant or _guests(session)),
        producers=producers,
    )
    meeting_id, meeting, change = draft_meeting(session.root, record)
    days = doubts_about(meeting, session.today, session.workspace.calendar)
    past = [*past_opinions(files)]
    cures = [*(["sửa ngày họp"] if days else []), *(["bỏ hồ sơ đó ra"] if past else [])]
    confirm(session, [*days, *past], "Vẫn mời họp", " và ".join(cures))
    known = {file.id: file.dossier for file in files}
    values = invitation_values(meeting, known, session.workspace.profile, load_form("meeting-invitation"))
    basis = meeting_basis(meeting_id, meeting, known)
    paper = session.document("meeting-invitation", meeting_id, values, basis=basis)
    sheets = _opinion_sheets(session, meeting_id, meeting, files)
    session.write([change, paper, *sheets], f"mời họp {meeting_id}", f"`ocop meeting hold {meeting_id}`")
    return 0


def _person(session: Session, role: str, option: str, given: str | None) -> str | None:
    """Ask who; Enter leaves the one who usually does it."""
    check, question = partial(read_person, option=role), f"{role}: họ và tên, chức vụ (Enter: như thường lệ)"
    return session.ask(question, option=option, given=given, check=check, optional=True) or None


def _guests(session: Session) -> list[str]:
    """Ask which units are invited, one after the other; Enter ends them, at once it leaves the usual ones."""
    guests: list[str] = []
    more = "như thường lệ"
    while session.can_ask:
        question = f"Đơn vị mời thứ {len(guests) + 1} (Enter: {more})"
        unit = session.ask(question, option="--participant", optional=True)
        if not unit:
            break
        guests, more = [*guests, unit], "hết"
    return guests


def _opinion_sheets(
    session: Session, meeting_id: str, meeting: Meeting, files: Sequence[DossierFile]
) -> list[Draft]:
    """Make the sheet of every unit; units are numbered in the order of the invitation."""
    form, profile = load_form("opinion-sheet"), session.workspace.profile
    known = {file.id: file.dossier for file in files}
    dossiers = {i: (dossier, session.law_of(dossier)) for i, dossier in known.items()}
    return [
        session.document(
            form.id,
            f"{meeting_id}-{number:02d}",
            opinion_sheet_values(guest.unit, meeting_id, meeting, dossiers, profile, form),
            basis=meeting_basis(meeting_id, meeting, known, unit=guest.unit),
        )
        for number, guest in enumerate(meeting.participants, 1)
    ]
