"""A request to the province as the dossier keeps it, the product code and the name of the package."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.procedure import Procedure
from ocop_cli.viet.text import slug


def next_serial(dossiers: Iterable[Dossier], year: int) -> int:
    """Return the next running number of a product that the commune draws up in a year, from 1."""
    made = [each for dossier in dossiers for each in dossier.submissions]
    used = [each.serial for each in made if (day := each.prepared_on or each.on) and day.year == year]
    return max(used, default=0) + 1


def product_code(procedure: Procedure, profile: Profile, serial: int, year: int) -> str:
    """Return the product code in the scheme of the decision: province, commune, running number, year."""
    return procedure.product_code.format(
        province=profile.province.code, commune=profile.commune.code, serial=f"{serial:02d}", year=year
    )


def package_name(profile: Profile, serials: Iterable[int], year: int) -> str:
    """Return the stable name of a package, without its ending: commune, year and running numbers."""
    numbers = "-".join(f"{serial:02d}" for serial in serials)
    return f"ocop-{profile.commune.code}-{year}-{numbers}"


def payload_name(path: str) -> str:
    """Return a file name that every system unpacks: folded, without spaces, ending kept.

    >>> payload_name("papers/x/Giấy ATTP (bản 2).PDF")
    'giay-attp-ban-2.pdf'
    """
    stem, _, ending = path.rpartition("/")[2].rpartition(".")
    return f"{slug(stem or ending)}.{re.sub(r'[^a-z0-9]', '', ending.lower())}"


class Forced(NamedTuple):
    """Who decided to send incomplete dossiers, and why."""

    by: str
    reason: str


def submission_record(
    decision: str,
    on: date,
    serial: int,
    code: str,
    *,
    package: str,
    letter: str,
    forced: Forced | None,
    missing: Sequence[str],
) -> dict[str, Any]:
    """Return the submission as the dossier keeps it; what was missing is named when it was forced."""
    return {
        "decision": decision,
        "on": on,
        "serial": serial,
        "product_code": code,
        "letter": {"file": letter},
        "package": package,
        "force": {"by": forced.by, "on": on, "reason": forced.reason, "missing": list(missing)}
        if forced
        else None,
    }
