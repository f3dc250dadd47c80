"""Read the provinces and communes that come with the program; nothing else pays for them."""

from datetime import date

from ocop_cli.programme.places import FormerPlace, Places, build_former_places, build_places
from ocop_cli.programme.profile import Profile
from ocop_cli.store.built_in.compiled import compiled
from ocop_cli.store.built_in.resources import PACKAGE

_DATA = PACKAGE / "programme/data"


def load_places(on: date) -> Places:
    """Return every province and commune as they are on a day."""
    return build_places(_rows("places.tsv"), compiled("place_changes"), on)


def load_former_places() -> tuple[FormerPlace, ...]:
    """Return the communes of before 1 July 2025, with what each has become."""
    return tuple(build_former_places(_rows("former_places.tsv")))


def profile_on(profile: Profile, on: date) -> Profile:
    """Return a profile with the kind that province and commune had on a day, where it has changed since July 2025."""
    kinds = {
        code: change["kind"] if date.fromisoformat(change["from"]) <= on else change["was"]
        for change in compiled("place_changes")["changes"]
        for code in change["codes"]
    }
    province, commune = profile.province, profile.commune
    return profile.model_copy(
        update={
            "province": province.model_copy(update={"kind": kinds.get(province.code, province.kind)}),
            "commune": commune.model_copy(update={"kind": kinds.get(commune.code, commune.kind)}),
        }
    )


def _rows(name: str) -> list[str]:
    return (_DATA / name).read_text(encoding="utf-8").splitlines()
