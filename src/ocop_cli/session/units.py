"""Take a unit that is typed under the name that the commune has for it, and say so."""

from collections.abc import Mapping, Sequence

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.meeting import Meeting
from ocop_cli.programme.units import units_meant, usual_units
from ocop_cli.session import Session
from ocop_cli.session.confirming import confirm


def known_unit(session: Session, typed: str, known: Mapping[str, str]) -> str:
    """Return the known unit that a name means, or the name as typed where it means none.

    Raises ``OcopError`` (misuse) for a name that may mean several.
    """
    found = units_meant(typed, known)
    if len(found) > 1:
        hint = f"Ghi đủ tên một đơn vị: {'; '.join(found)}."
        raise OcopError(f"“{typed}” có thể là {len(found)} đơn vị.", hint, exit_code=MISUSE)
    name = found[0] if found else typed
    if name != typed:
        session.say(f"Ghi đơn vị “{name}” cho “{typed}”.")
    return name


def guest_units(session: Session, meeting: Meeting) -> dict[str, str]:
    """Map the units that were invited to a meeting to their codes."""
    codes = usual_units(session.workspace.profile)
    return {guest.unit: codes.get(guest.unit, "") for guest in meeting.participants}


def units_to_invite(session: Session, typed: Sequence[str]) -> list[str]:
    """Return the units to invite, each once; one that the commune's list does not have is confirmed as new.

    Raises ``OcopError`` (misuse) for a name that may mean several, and for a new one that is not confirmed.
    """
    known = usual_units(session.workspace.profile)
    units = list(dict.fromkeys(known_unit(session, name, known) for name in typed))
    listed = f"danh sách của xã: {'; '.join(known)}"
    doubts = [f"“{unit}” không có trong {listed}" for unit in units if unit not in known]
    cure = "Sửa tên theo danh sách, hoặc thêm đơn vị vào ocop.yaml, mục office.consulted"
    confirm(session, doubts if session.workspace.profile.office.consulted else (), "Vẫn mời đơn vị mới", cure)
    return units
