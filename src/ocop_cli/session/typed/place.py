"""Ask for province and commune: taken from the list, asked about where a name is nobody's or several."""

from collections.abc import Sequence
from functools import partial

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.places import Place, Places
from ocop_cli.session import Session
from ocop_cli.store.built_in.places import load_former_places, load_places
from ocop_cli.usecases.find_commune import find_communes, likely_communes, profile_parts
from ocop_cli.viet.choices import BACK, names_nothing
from ocop_cli.viet.names import COMMUNE_KINDS, split_kind

_PROVINCES = ("tỉnh", "thành phố")
_LIKELIEST = 3
Parts = dict[str, dict[str, str]]


def read_units(
    session: Session, name: str, province: str, kind: str, code: str | None, province_code: str | None
) -> Parts:
    """Return province and commune as the list has them; with both codes given, as they were typed."""
    if code and province_code:
        commune = {**_typed(session, name, COMMUNE_KINDS), **({"kind": kind} if kind else {}), "code": code}
        return {
            "province": {**_typed(session, province, _PROVINCES), "code": province_code},
            "commune": commune,
        }
    places = load_places(session.today)
    found = find_communes(places, name, province, kind)
    if len(found) != 1:
        found = [_chosen(session, found, places, name, province, code)]
    return profile_parts(found[0], places)


def ask_province(session: Session, name: str, given: str | None, kind: str, *, are_coded: bool) -> str:
    """Ask for the province of a commune; one in which nothing is called so, nor nearly so, is asked again.

    Where both are given with their codes, they need not be on the list.
    """
    check = None if are_coded else partial(_check_place, session, name, kind)
    return session.ask("Tên tỉnh (2/4)", option="--province", given=given, check=check)


def ask_name(session: Session, words: str, option: str, given: str | None, usual: str = "") -> str:
    """Ask for a name. Raises ``OcopError`` (misuse) for an option that says that there is none."""

    def check(typed: str) -> None:
        if names_nothing(typed):
            hint = f"Bỏ trống thì lấy “{usual}”." if usual else "Ghi họ tên."
            raise OcopError(f"{option} “{typed}” không phải là tên.", hint, exit_code=MISUSE)

    if given is not None:
        check(given)
    return session.ask(words, option=option, given=given, default=usual, check=check)


def _check_place(session: Session, name: str, kind: str, province: str) -> None:
    places = load_places(session.today)
    alike = find_communes(places, name, province, kind)
    if not alike and not likely_communes(alike, places, name, province, load_former_places()):
        problem = f"Không có đơn vị nào tên “{name}” ở “{province}”."
        raise OcopError(problem, f"Gõ lại tên tỉnh, hoặc “{BACK}” để ghi lại tên xã.", exit_code=MISUSE)


def _chosen(
    session: Session, alike: Sequence[Place], places: Places, name: str, province: str, code: str | None
) -> Place:
    """Ask which commune is meant. Raises ``OcopError`` naming the likeliest where nobody can be asked."""
    likely = likely_communes(alike, places, name, province, load_former_places())
    problem = f"Không có đúng một đơn vị tên “{name}” ở “{province}”."
    if not likely or (code is None and not session.can_ask):
        shown = "; ".join(f"{key}: {words}" for key, words in list(likely.items())[:_LIKELIEST])
        hint = "Ghi tên nay của xã, tỉnh, hoặc thêm --commune-code; chưa có trong danh mục thì thêm cả --province-code."
        raise OcopError(f"{problem} Có phải: {shown}?" if shown else problem, hint, exit_code=MISUSE)
    session.console.note(f"{problem} Không phải nơi nào dưới đây thì gõ “{BACK}” để ghi lại tên.")
    return places.by_code[session.ask("Mã xã", option="--commune-code", given=code, choices=likely)]


def _typed(session: Session, typed: str, kinds: Sequence[str]) -> dict[str, str]:
    """Return name and kind of a place; a kind that was typed with the name is kept apart, and that is said."""
    kind, name = split_kind(typed, kinds)
    if kind:
        session.say(f"Ghi tên “{name}”, loại đơn vị “{kind}”.")
    return {"name": name, "kind": kind} if kind else {"name": name}
