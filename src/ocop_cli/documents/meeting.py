"""Values of the invitation to a meeting and of its minutes."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ocop_cli.documents.frame import as_list, committee_name, dotted, frame
from ocop_cli.documents.opinion_words import opinion_lines
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import MoveKind
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.meeting import Meeting, Participant
from ocop_cli.programme.profile import Profile
from ocop_cli.viet.dates import show_date, show_long_date, weekday_word
from ocop_cli.viet.text import as_sentence, lower_first

_GONE = {
    MoveKind.WITHDRAW: "Chủ thể dừng tham gia từ",
    MoveKind.RETURN: "Hồ sơ đã trả lại chủ thể",
}
"""Why a dossier on the agenda is not looked at, by its last move."""


def invitation_values(
    meeting: Meeting, dossiers: Mapping[str, Dossier], profile: Profile, form: FormInfo
) -> dict[str, Any]:
    """Return the values of the invitation.

    Keys: those of ``frame``; ``issuer``, ``meeting_title``, ``chair``, ``time``, ``place``, ``contact`` (texts);
    ``guests``, ``agenda`` (lines).
    """
    return {
        **frame(profile, form, meeting.title, meeting.on),
        "issuer": committee_name(profile),
        "guests": as_list([*map(_person, meeting.participants), *_producers(meeting, dossiers)]),
        "meeting_title": _in_sentence(meeting.title),
        "chair": f"{meeting.chair.name}, {meeting.chair.title}",
        "time": f"{_hour(meeting.starts)}, {show_long_date(meeting.on)} ({weekday_word(meeting.on)})",
        "place": meeting.place,
        "contact": _person(Participant(unit=profile.office.unit.name, name=profile.office.officer)),
        "agenda": as_list(dossier_title(dossiers[i]) for i in meeting.dossiers if i in dossiers),
    }


def minutes_values(
    meeting_id: str, meeting: Meeting, dossiers: Mapping[str, Dossier], profile: Profile, form: FormInfo
) -> dict[str, Any]:
    """Return the values of the minutes: opinions by unit on each dossier, absent units with their reason.

    Keys: those of ``frame``; ``starts``, ``ends``, ``place``, ``chair``, ``chair_name``, ``secretary``,
    ``secretary_name``, ``conclusion`` (texts); ``present``, ``absent`` (lines); ``dossiers`` (rows: title,
    opinions).
    """
    return {
        **frame(profile, form, meeting.title, meeting.on),
        "starts": f"{_hour(meeting.starts)}, {show_long_date(meeting.on)}",
        "place": meeting.place,
        "present": as_list([*_present(meeting), *_heard(meeting_id, dossiers, present=True)]),
        "absent": as_list([*_absent(meeting), *_heard(meeting_id, dossiers, present=False)]),
        "chair": f"{meeting.chair.name}, {meeting.chair.title}",
        "secretary": f"{meeting.secretary.name}, {meeting.secretary.title}",
        "dossiers": [
            _on_dossier(dossiers[i], meeting_id, meeting) for i in meeting.dossiers if i in dossiers
        ],
        "conclusion": as_sentence(meeting.conclusion or ""),
        "ends": f"{dotted(meeting.ends and _hour(meeting.ends))}, {show_long_date(meeting.ends_on or meeting.on)}",
        "secretary_name": meeting.secretary.name,
        "chair_name": meeting.chair.name,
    }


def gone_before(dossier: Dossier, on: date) -> str:
    """Say why a meeting of a day has nothing to look at: the dossier was taken back or given back on a day before; else empty."""
    last = dossier.history[-1]
    words = _GONE.get(last.kind) if last.on < on else None
    return f"{words} ngày {show_date(last.on)}, cuộc họp không xem xét" if words else ""


def _on_dossier(dossier: Dossier, meeting_id: str, meeting: Meeting) -> dict[str, Any]:
    none = gone_before(dossier, meeting.on) or "Không có ý kiến nào được ghi nhận"
    opinions = opinion_lines(dossier, meeting_id, meeting.on) or [none]
    return {"title": dossier_title(dossier), "opinions": as_list(opinions)}


def _present(meeting: Meeting) -> Iterator[str]:
    return (_person(guest) for guest in meeting.participants if guest.present is not False)


def _absent(meeting: Meeting) -> Iterator[str]:
    absent = (guest for guest in meeting.participants if guest.present is False)
    return (f"{_person(guest)}: {guest.absence}" if guest.absence else _person(guest) for guest in absent)


def _producers(meeting: Meeting, dossiers: Mapping[str, Dossier]) -> list[str]:
    """Return the producers that a meeting invites, each once."""
    names = [f"Chủ thể {dossiers[i].producer.name}" for i in meeting.dossiers if i in dossiers]
    return list(dict.fromkeys(names)) if meeting.producers else []


def _heard(meeting_id: str, dossiers: Mapping[str, Dossier], *, present: bool) -> list[str]:
    """Return the producers of whom somebody stated that they were there, or that they were not, each once."""
    stated = [
        (dossier.producer.name, each)
        for dossier in dossiers.values()
        for each in dossier.hearings
        if (each.meeting, each.present) == (meeting_id, present)
    ]
    lines = [
        f"Chủ thể {name}" + (f" ({each.by})" if each.by else f": {each.absence}" if each.absence else "")
        for name, each in stated
    ]
    return list(dict.fromkeys(lines))


def dossier_title(dossier: Dossier) -> str:
    """Return product and producer as a heading."""
    return f"Sản phẩm {dossier.product.name} của {dossier.producer.name}"


def _person(guest: Participant) -> str:
    person = ", ".join(part for part in (guest.name, guest.title) if part)
    return f"{guest.unit} ({person})" if person else guest.unit


def _hour(clock: str) -> str:
    hour, _, minute = clock.partition(":")
    return f"{hour} giờ {minute} phút"


def _in_sentence(title: str) -> str:
    """Return the name of a meeting after *dự*: a title that begins with *Họp* reads *cuộc họp*."""
    lower = lower_first(title)
    return f"cuộc {lower}" if lower.startswith("họp ") else lower
