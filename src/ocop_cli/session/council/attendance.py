"""Who was at a meeting: as it is said, as it was written before, and asked for where a person sits."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from ocop_cli.programme.convening import Attendance, read_person, read_present, recorded
from ocop_cli.programme.meeting import Meeting
from ocop_cli.session import Session
from ocop_cli.session.typed.units import guest_units, known_guest
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.usecases.council.hearing import heard_before, looked_at, producers_before, unheard


def namer(session: Session, meeting: Meeting, files: Sequence[DossierFile]) -> Callable[[str], str]:
    """Return what gives the name of the unit or producer that somebody typed."""
    known = {**producers_before(files), **guest_units(session, meeting)}
    return partial(known_guest, session, known=known, dossiers=meeting.dossiers)


def whole_attendance(
    session: Session, meeting_id: str, meeting: Meeting, files: Sequence[DossierFile], said: Attendance
) -> Attendance:
    """Add to what is ``said`` of guests what was written when the meeting was closed before, and what a person answers."""
    known = said.over(recorded(meeting)).over(heard_before(files, meeting_id))
    if not session.can_ask:
        return known
    unsaid = [*known.unsaid(meeting), *unheard(meeting, producers_before(looked_at(files, meeting)), known)]
    return _asked(session, known, unsaid)


def _asked(session: Session, said: Attendance, guests: Iterable[str]) -> Attendance:
    """Ask of each guest of whom nothing was said: there or absent, who came, or why not."""
    present, absent = dict(said.present), dict(said.absent)
    for guest in guests:
        there = session.ask(guest, option="--present", choices={"có": "có mặt", "vắng": "vắng mặt"})
        if there == "vắng":
            absent[guest] = session.ask("Lý do vắng", option="--absent")
        else:
            person = "Họ tên, chức vụ người dự (Enter: không ghi)"
            who = session.ask(
                person, option="--present", check=partial(read_person, option="Người dự"), optional=True
            )
            present |= read_present([f"{guest}: {who}"], str)
    return Attendance(present, absent)
