"""An address in the commune's own villages: the village that it names, and the whole of one typed short."""

from ocop_cli.documents.frame import commune_name, province_name
from ocop_cli.programme.profile import Profile
from ocop_cli.viet.text import fold, upper_first

ADDRESS, VILLAGE = "producer.address", "producer.village"


def whole_address(profile: Profile, text: str) -> str:
    """Return an address with commune and province where it is typed as one of the villages alone; any other as it is."""
    village = _listed(profile, text)
    place = f"{commune_name(profile)}, {province_name(profile)}"
    return f"{upper_first(village)}, {place}" if village else text


def village_of(profile: Profile, address: str) -> str:
    """Return the village of the commune that a part of an address is; empty where none is, or the commune is not named."""
    if fold(commune_name(profile)) not in (fold(part) for part in address.split(",")):
        return ""
    return next(filter(None, (_listed(profile, part) for part in address.split(","))), "")


def _listed(profile: Profile, text: str) -> str:
    """Return the village of the profile's own list that a text is."""
    return next((village for village in profile.commune.villages if fold(village) == fold(text)), "")
