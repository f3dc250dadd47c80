"""Which commune of the list is meant by the names that a person typed."""

from collections.abc import Iterable, Sequence

from ocop_cli.programme.places import FormerPlace, Place, Places, matching, proposed
from ocop_cli.viet.text import fold


def find_communes(places: Places, name: str, province: str, kind: str = "") -> list[Place]:
    """Return the communes of a name in the province of a name; one is an answer, none or several are a question."""
    homes = matching(province, places.provinces)
    found = [place for home in homes for place in matching(name, places.communes(home.code))]
    return [place for place in found if not kind or fold(place.kind) == fold(kind)]


def likely_communes(
    alike: Sequence[Place], places: Places, name: str, province: str, former: Iterable[FormerPlace]
) -> dict[str, str]:
    """Return the communes that may be meant, likeliest first: code → words."""
    ranked = [(place, "") for place in alike] or proposed(name, province, places, former)
    return {place.code: _words(place, why, places) for place, why in ranked}


def profile_parts(commune: Place, places: Places) -> dict[str, dict[str, str]]:
    """Return the parts of the profile that name a commune and its province."""
    home = places.by_code[commune.province]
    return {
        "province": {"name": home.name, "kind": home.kind, "code": home.code},
        "commune": {"name": commune.name, "kind": commune.kind, "code": commune.code},
    }


def _words(place: Place, why: str, places: Places) -> str:
    home = places.by_code[place.province]
    return f"{place.kind} {place.name}, {home.kind} {home.name}" + (f" ({why})" if why else "")
