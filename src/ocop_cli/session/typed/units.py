"""Take a unit, a village or a person under the name that papers print, however it is typed, and say so."""

from collections.abc import Mapping, Sequence

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.meeting import Meeting
from ocop_cli.programme.units import units_meant, usual_units
from ocop_cli.session import Session
from ocop_cli.session.questions.confirming import confirm
from ocop_cli.viet.names import split_title
from ocop_cli.viet.text import slug


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
        session.say(f"Ghi “{name}” cho “{typed}”.")
    return name


def known_guest(session: Session, typed: str, known: Mapping[str, str], dossiers: Sequence[str]) -> str:
    """Return who is meant of a meeting's guests: a unit, or a producer by his name or a part of his dossier's id."""
    named = [dossier for dossier in dossiers if typed and slug(typed) in dossier]
    exact = units_meant(typed, known)
    return known_unit(session, named[0] if len(named) == 1 and not exact else typed, known)


def known_village(session: Session, typed: str) -> str:
    """Return the village of the commune's list that a name means; one that is not listed stays, and that is said.

    Raises ``OcopError`` (misuse) for a name that may mean several.
    """
    villages = session.workspace.profile.commune.villages
    name = known_unit(session, typed, dict.fromkeys(villages, ""))
    if villages and name not in villages:
        session.say(f"“{name}” không có trong danh sách thôn của xã: {'; '.join(villages)}.")
    return name


def name_alone(session: Session, typed: str) -> str:
    """Return the name of a person without the title that was typed after it, which has no field here; say so."""
    name, title = split_title(typed)
    if title:
        session.say(f"Ghi tên “{name}”; chức vụ “{title}” không ghi ở mục này.")
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
    cure = 'Sửa tên theo danh sách, hoặc thêm đơn vị: `ocop set xã "đơn vị lấy ý kiến=TÊN (KÝ HIỆU)"`'
    confirm(session, doubts if session.workspace.profile.office.consulted else (), "Vẫn mời đơn vị mới", cure)
    return units
