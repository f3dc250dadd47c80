"""A request to the province as the dossier keeps it, the product code and the name of the package."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from ocop_cli.dossier.conclusions import Submission
from ocop_cli.errors import OcopError
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.procedure import Procedure
from ocop_cli.viet.text import slug


def next_serial(requests: Iterable[Submission], year: int) -> int:
    """Return the next running number of a product that the commune draws up in a year, from 1."""
    used = [each.serial for each in requests if (day := each.prepared_on or each.on) and day.year == year]
    return max(used, default=0) + 1


def product_code(procedure: Procedure, profile: Profile, serial: int, year: int) -> str:
    """Return the product code in the scheme of the decision: province, commune, running number, year.

    Raises ``OcopError`` for the scheme of before July 2025, which names the district: there is none any more.
    """
    if "{district}" in procedure.product_code:
        raise OcopError(
            "Quyết định áp dụng cho hồ sơ đánh mã sản phẩm theo huyện, nay không còn huyện nên chưa lập được mã.",
            "Nhận lại hồ sơ theo quyết định hiện hành.",
        )
    return procedure.product_code.format(
        province=profile.province.code, commune=profile.commune.code, serial=f"{serial:02d}", year=year
    )


def package_name(profile: Profile, serials: Iterable[int], year: int) -> str:
    """Return the stable name of a package, without its ending: commune, year and running numbers."""
    numbers = "-".join(f"{serial:02d}" for serial in serials)
    return f"ocop-{profile.commune.code}-{year}-{numbers}"


def payload_name(path: str, ending: str = "") -> str:
    """Return a file name that every system unpacks: folded, without spaces, ending kept.

    ``ending`` is what a name without one gets.

    >>> payload_name("papers/x/Giấy ATTP (bản 2).PDF"), payload_name("papers/x/Ảnh", "jpg")
    ('giay-attp-ban-2.pdf', 'anh.jpg')
    """
    stem, own = name_and_ending(path)
    last = (own or ending).lower()
    return f"{slug(stem)}.{last}" if last else slug(stem)


def name_and_ending(path: str) -> tuple[str, str]:
    """Return the name of a file and its ending, which is empty where what follows the last dot is none.

    >>> name_and_ending("papers/Ảnh 2.jpg"), name_and_ending("papers/Giấy số 1. Bản chính")
    (('Ảnh 2', 'jpg'), ('Giấy số 1. Bản chính', ''))
    """
    name = path.rpartition("/")[2]
    stem, _, ending = name.rpartition(".")
    return (stem, ending) if stem and re.fullmatch("[A-Za-z0-9]{1,5}", ending) else (name, "")


class Forced(NamedTuple):
    """Who decided to send incomplete dossiers, and why."""

    by: str
    reason: str


class Assembled(NamedTuple):
    """A package that holds nothing but signed papers: its path and its SHA-256."""

    path: str
    sha256: str


def submission_record(
    decision: str,
    on: date,
    serial: int,
    code: str,
    *,
    recorded_on: date,
    letter: Mapping[str, Any],
    assembled: Assembled | None,
    force: Mapping[str, Any] | None,
) -> dict[str, Any]:
    """Return a prepared request as the dossier keeps it; it names a package once all papers in that are signed."""
    return {
        "decision": decision,
        "prepared_on": on,
        "recorded_on": recorded_on if recorded_on != on else None,
        "serial": serial,
        "product_code": code,
        "letter": letter,
        "package": assembled.path if assembled else None,
        "sha256": assembled.sha256 if assembled else None,
        "force": force,
    }


def force_record(forced: Forced, on: date, missing: Sequence[str]) -> dict[str, Any]:
    """Return who decided to send an incomplete dossier, with what it lacks."""
    return {"by": forced.by, "on": on, "reason": forced.reason, "missing": list(missing)}
