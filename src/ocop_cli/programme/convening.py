"""Call a meeting and close it: the records behind ``ocop meeting``."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.findings import FieldPath
from ocop_cli.programme.meeting import SCHEMA, Meeting, Person
from ocop_cli.programme.profile import Profile
from ocop_cli.viet.dates import parse_clock, show_date
from ocop_cli.viet.text import fold
from ocop_cli.viet.told_once import told_once
from ocop_cli.viet.typed_day import read_day

_CHAIRMAN = "chu tich"


def new_meeting(
    profile: Profile,
    dossiers: Sequence[str],
    *,
    title: str,
    on: str,
    starts: str,
    place: str,
    chair: str | None,
    secretary: str | None,
    participants: Sequence[str],
    producers: bool = False,
) -> dict[str, Any]:
    """Return the record of a meeting that is called; the usual units are invited unless others are named.

    ``producers``: those of the dossiers are invited too.

    Raises ``OcopError`` (misuse) when chair or secretary is not given as “name, title”, when nobody is known to be
    the secretary, or the day is none.
    """
    signer, officer = profile.signers.committee, profile.office.officer
    if not secretary and not officer:
        hint = "Thêm --secretary “Họ và tên, chức vụ”."
        raise OcopError("Chưa biết ai là thư ký cuộc họp.", hint, exit_code=MISUSE)
    named = participants or [unit.name for unit in profile.office.consulted]
    return {
        "schema": SCHEMA,
        "kind": "evaluation",
        "title": title,
        "on": read_day(on, "--on"),
        "starts": read_clock(starts, "--starts"),
        "place": place,
        "chair": read_person(chair or f"{signer.name}, {_title_in_full(profile)}", "--chair"),
        "secretary": read_person(
            secretary or f"{officer}, Công chức {profile.office.unit.name}",
            "--secretary",
        ),
        "participants": [{"unit": unit} for unit in named],
        **({"producers": True} if producers else {}),
        "dossiers": list(dossiers),
        "held": False,
    }


def _title_in_full(profile: Profile) -> str:
    """Return the signer's title with the committee that the Chairman or a deputy of his heads: ``Chủ tịch UBND xã``."""
    title = profile.signers.committee.title
    heads = fold(title).endswith(_CHAIRMAN)
    return f"{title} UBND {profile.commune.kind}" if heads else title


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was there: units with the name and title of who came for them, and units that were absent, with the reason."""

    present: Mapping[str, Person | None]
    absent: Mapping[str, str]

    def over(self, before: "Attendance") -> "Attendance":
        """Return what is said here, and of everybody else what was said before."""
        _, others = before.parted({*self.present, *self.absent})
        return Attendance({**others.present, **self.present}, {**others.absent, **self.absent})

    def parted(self, names: Collection[str]) -> "tuple[Attendance, Attendance]":
        """Return what is said of some names, and what is said of all others."""
        own, rest = ({}, {}), ({}, {})  # type: tuple[tuple[dict[str, Any], ...], tuple[dict[str, Any], ...]]
        for number, told in enumerate((self.present, self.absent)):
            for name, words in told.items():
                (own if name in names else rest)[number][name] = words
        return Attendance(*own), Attendance(*rest)

    def refuse_both(self) -> None:
        """Raise ``OcopError`` (misuse) where somebody is said to be both there and absent."""
        if both := self.present.keys() & self.absent.keys():
            message = f"{', '.join(both)} vừa ghi có mặt vừa ghi vắng."
            raise OcopError(message, "Bỏ một trong hai.", exit_code=MISUSE)

    def unsaid(self, meeting: Meeting) -> list[str]:
        """Return the invited units of which nothing is said."""
        named = {*self.present, *self.absent}
        return [guest.unit for guest in meeting.participants if guest.unit not in named]


def recorded(meeting: Meeting) -> Attendance:
    """Return what was written of each unit when the meeting was closed; nothing before."""
    guests = meeting.participants if meeting.held else ()
    there = {
        g.unit: Person(name=g.name, title=g.title) if g.name and g.title else None
        for g in guests
        if g.present
    }
    return Attendance(there, {g.unit: g.absence for g in guests if g.present is False and g.absence})


def closing_fields(
    meeting: Meeting, ends: str, conclusion: str, attendance: Attendance
) -> dict[FieldPath, Any]:
    """Return the fields that closing a meeting sets; ``ends`` is a time, with its day where that is a later one.

    Raises ``OcopError`` (misuse) for a unit that was not invited, one of which nothing is said, one that is said to
    be both there and absent, and an end before the beginning.
    """
    units = [guest.unit for guest in meeting.participants]
    _check_attendance(meeting, units, attendance)
    ended, day = read_end(ends, "--ends", meeting)
    fields: dict[FieldPath, Any] = {("ends",): ended, ("conclusion",): conclusion, ("held",): True}
    if day != (meeting.ends_on or meeting.on):
        fields["ends_on",] = day
    for unit, person in attendance.present.items():
        place = ("participants", units.index(unit))
        fields[*place, "present"] = True
        fields |= {(*place, key): value for key, value in (person.model_dump() if person else {}).items()}
    for unit, reason in attendance.absent.items():
        fields["participants", units.index(unit), "present"] = False
        fields["participants", units.index(unit), "absence"] = reason
    return fields


def _check_attendance(meeting: Meeting, units: Sequence[str], attendance: Attendance) -> None:
    invited = f"Đã mời: {'; '.join(units)}."
    for unit in (*attendance.present, *attendance.absent):
        if unit not in units:
            raise OcopError(f"{unit} không được mời họp.", invited, exit_code=MISUSE)
    attendance.refuse_both()
    refuse_unsaid(attendance.unsaid(meeting))


def refuse_unsaid(names: Sequence[str]) -> None:
    """Raise ``OcopError`` (misuse) while nothing is said of somebody who was invited."""
    if names:
        raise OcopError(
            f"Chưa ghi có mặt hay vắng: {'; '.join(names)}.",
            "Thêm --present “ĐƠN VỊ: họ tên, chức vụ” hoặc --absent “ĐƠN VỊ: lý do”.",
            exit_code=MISUSE,
        )


def read_present(texts: Sequence[str], named: Callable[[str], str]) -> dict[str, Person | None]:
    """Read ``UNIT`` or ``UNIT: name, title`` of each unit that was there. Raises ``OcopError`` (misuse)."""
    return {
        unit: Person(**read_person(person, "--present")) if person else None
        for unit, person in told_of(texts, "--present", named).items()
    }


def read_clock(text: str, option: str) -> str:
    """Read a time of day as typed. Raises ``OcopError`` (misuse) naming the option when it is none."""
    try:
        return parse_clock(text)
    except ValueError as error:
        raise OcopError(
            f"{option} {text} không phải là giờ.", "Ghi dạng 08:00 hoặc 8h30.", exit_code=MISUSE
        ) from error


def read_later_clock(text: str, option: str, after: str) -> str:
    """Read the time at which something ends that began at the time ``after``, if any. Raises ``OcopError`` (misuse)."""
    ended = read_clock(text, option)
    if after and ended <= (began := read_clock(after, option)):
        raise OcopError(f"{option} {ended} không sau lúc bắt đầu {began}.", "Ghi lại giờ.", exit_code=MISUSE)
    return ended


def ending(meeting: Meeting) -> str | None:
    """Return when a meeting ended as ``read_end`` reads it; ``None`` where nobody said it."""
    day = f" {show_date(meeting.ends_on)}" if meeting.ends_on else ""
    return f"{meeting.ends}{day}" if meeting.ends else None


def refuse_called_off(meeting_id: str, meeting: Meeting) -> None:
    """Raise ``OcopError`` for a meeting that was called off."""
    if meeting.called_off:
        off = meeting.called_off
        raise OcopError(
            f"Cuộc họp {meeting_id} đã hoãn ngày {show_date(off.on)}: {off.reason}.",
            "Mời cuộc họp khác: `ocop meeting invite`.",
            exit_code=1,
        )


def read_end(text: str, option: str, meeting: Meeting) -> tuple[str, date]:
    """Read when a meeting ended: ``16:30`` of its day, or ``16:30 2/12/2026``.

    Raises ``OcopError`` (misuse) for what is no time or day, and for an end before the beginning.
    """
    clock, _, day = re.sub(r"[,;]?\s+(?:ngày\s+)?(?=\S*[-/.]\S*[-/.])", "|", text.strip()).partition("|")
    ended, on = read_clock(clock, option), read_day(day, option) if day else meeting.on
    if (on, ended) <= (meeting.on, meeting.starts):
        began = f"{meeting.starts} ngày {show_date(meeting.on)}"
        raise OcopError(
            f"{option} {ended} ngày {show_date(on)} không sau lúc bắt đầu {began}.",
            "Ghi lại giờ; họp sang ngày khác thì ghi cả ngày: “16:30 2/12/2026”.",
            exit_code=MISUSE,
        )
    return ended, on


def pairs(texts: Sequence[str], option: str, named: Callable[[str], str] = str) -> dict[str, str]:
    """Read ``UNIT: reason``. Raises ``OcopError`` (misuse) when the reason is missing, or two are given for one unit."""
    told = told_of(texts, option, named)
    if not all(told.values()):
        raise OcopError(f"{option} thiếu lý do.", "Ghi dạng “ĐƠN VỊ: lý do”.", exit_code=MISUSE)
    return told


def told_of(
    texts: Sequence[str], option: str, named: Callable[[str], str], words: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Read what is told of each unit after a colon, nothing included; ``named`` gives the name that a unit has.

    ``words`` are what people see for a name that is a code.

    Raises ``OcopError`` (misuse) for two texts of one unit.
    """
    parts = (text.partition(":") for text in texts)
    return told_once(
        ((named(typed.strip()), said.strip()) for typed, _, said in parts),
        lambda unit: f"{option} “{(words or {}).get(unit, unit)}”",
        lambda said: said or "(không ghi gì)",
    )


def read_person(text: str, option: str) -> dict[str, str]:
    """Read “name, title”. Raises ``OcopError`` (misuse) naming the option when one of them is missing."""
    name, _, title = (part.strip() for part in text.partition(","))
    if not name or not title:
        raise OcopError(
            f"{option} cần cả họ tên và chức vụ.", "Ghi dạng “Họ và tên, chức vụ”.", exit_code=MISUSE
        )
    return Person(name=name, title=title).model_dump()
