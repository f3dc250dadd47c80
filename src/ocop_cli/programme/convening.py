"""Call a meeting and close it: the records behind ``ocop meeting``."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.findings import FieldPath
from ocop_cli.programme.meeting import SCHEMA, Meeting, Person
from ocop_cli.programme.profile import Profile
from ocop_cli.viet.dates import parse_date

_CLOCK = len("08:00")  # an hour below ten is typed without its zero


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
) -> dict[str, Any]:
    """Return the record of a meeting that is called; the usual units are invited unless others are named.

    Raises ``OcopError`` (misuse) when chair or secretary is not given as “name, title”,
    or the day is none.
    """
    signer, officer = profile.signers.committee, profile.office.officer
    named = participants or [unit.name for unit in profile.office.consulted]
    return {
        "schema": SCHEMA,
        "kind": "evaluation",
        "title": title,
        "on": read_day(on, "--on"),
        "starts": starts.zfill(_CLOCK),
        "place": place,
        "chair": read_person(chair or f"{signer.name}, {signer.title}", "--chair"),
        "secretary": read_person(secretary or (f"{officer}, Công chức" if officer else ""), "--secretary"),
        "participants": [{"unit": unit, "present": True} for unit in named],
        "dossiers": list(dossiers),
        "held": False,
    }


def closing_fields(
    meeting: Meeting, ends: str, conclusion: str, absent: Mapping[str, str]
) -> dict[FieldPath, Any]:
    """Return the fields that closing a meeting sets; ``absent`` maps units to their reasons.

    Raises ``OcopError`` (misuse) for a unit that was not invited.
    """
    units = [guest.unit for guest in meeting.participants]
    fields: dict[FieldPath, Any] = {
        ("ends",): ends.zfill(_CLOCK),
        ("conclusion",): conclusion,
        ("held",): True,
    }
    for unit, reason in absent.items():
        if unit not in units:
            raise OcopError(f"{unit} không được mời họp.", f"Đã mời: {'; '.join(units)}.", exit_code=MISUSE)
        number = units.index(unit)
        fields["participants", number, "present"] = False
        fields["participants", number, "absence"] = reason
    return fields


def pairs(texts: Sequence[str], option: str) -> dict[str, str]:
    """Read ``UNIT: reason``. Raises ``OcopError`` (misuse) when the reason is missing."""
    told = {unit.strip(): reason.strip() for unit, _, reason in (text.partition(":") for text in texts)}
    if not all(told.values()):
        raise OcopError(f"{option} thiếu lý do.", "Ghi dạng “ĐƠN VỊ: lý do”.", exit_code=MISUSE)
    return told


def read_person(text: str, option: str) -> dict[str, str]:
    """Read “name, title”. Raises ``OcopError`` (misuse) naming the option when one of them is missing."""
    name, _, title = (part.strip() for part in text.partition(","))
    if not name or not title:
        raise OcopError(
            f"{option} cần cả họ tên và chức vụ.", "Ghi dạng “Họ và tên, chức vụ”.", exit_code=MISUSE
        )
    return Person(name=name, title=title).model_dump()


def read_act_day(text: str | None, today: date) -> date | None:
    """Read the day of an act from ``--on``; nothing given stays nothing.

    Raises ``OcopError`` (misuse) for what is no day, and for a day that has not come: only what happened is recorded.
    """
    day = read_day(text, "--on") if text else None
    if day and day > today:
        raise OcopError(f"--on {text}: ngày này chưa tới.", "Ghi việc sau khi đã làm.", exit_code=MISUSE)
    return day


def read_day(text: str, option: str) -> date:
    """Read a day as typed. Raises ``OcopError`` (misuse) naming the option when it is none."""
    try:
        return parse_date(text)
    except ValueError as error:
        hint = "Ghi dạng 2026-11-23 hoặc 23/11/2026."
        raise OcopError(f"{option} {text} không phải là ngày.", hint, exit_code=MISUSE) from error
