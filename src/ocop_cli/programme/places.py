"""The provinces and communes of the country on a day: found by any spelling of a name, never guessed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher, get_close_matches
from functools import cache
from typing import Any, NamedTuple

from ocop_cli.viet.text import fold, spelling

_KINDS = re.compile(r"^(xa|phuong|dac khu|thi tran|tinh|thanh pho|tp\.?|huyen|quan|thi xa)\s+(?=\S)")
_SHOWN = 9
_SHORT = {"hcm": "hochiminh", "tphcm": "hochiminh"}
"""What people write for a name, by its key."""


class Place(NamedTuple):
    """A province, or a commune of the ``province`` with this code; ``kind`` as on the day that was asked for."""

    code: str
    kind: str
    name: str
    province: str = ""


class FormerPlace(NamedTuple):
    """A commune of before 1 July 2025, and the codes of what it has become part of."""

    kind: str
    name: str
    district: str
    province: str
    now: tuple[str, ...]


class Places(NamedTuple):
    """Every province and commune by its code."""

    by_code: Mapping[str, Place]

    @property
    def provinces(self) -> list[Place]:
        """The provinces."""
        return [place for place in self.by_code.values() if not place.province]

    def communes(self, province: str = "") -> list[Place]:
        """Return the communes of a province, or of all."""
        return [p for p in self.by_code.values() if p.province and province in {"", p.province}]


@cache  # the names of the table are compared with every name that is asked for
def place_key(name: str) -> str:
    """Return a name as it is compared: without marks, spaces and apostrophes.

    >>> place_key("Ea H’Leo")
    'eahleo'
    """
    return re.sub(r"[^a-z0-9]", "", fold(name))


def _wanted(typed: str) -> set[str]:
    """Return the keys of a typed name, with and without a word for the kind: “Phương Liệt” begins like “phường”."""
    keys = {place_key(typed), place_key(_KINDS.sub("", fold(typed)))}
    return {_SHORT.get(key, key) for key in keys}


def build_places(rows: Iterable[str], changes: Mapping[str, Any], on: date) -> Places:
    """Build the table of a day from ``places.tsv`` (code, kind, name, province) and ``place_changes.yaml``."""
    places = {place.code: place for place in (Place(*row.split("\t")) for row in rows)}
    for change in changes["changes"]:
        if date.fromisoformat(change["from"]) <= on:
            for code in change["codes"]:
                places[code] = places[code]._replace(kind=change["kind"])
    return Places(places)


def build_former_places(rows: Iterable[str]) -> Iterator[FormerPlace]:
    """Yield the old communes of ``former_places.tsv``: under ``=district, province`` kind, name and codes of today."""
    district = province = ""
    for row in rows:
        if row.startswith("="):
            district, province = row[1:].split("\t")
        else:
            kind, name, codes = row.split("\t")
            yield FormerPlace(kind, name, district, province, tuple(codes.split()))


def matching(name: str, among: Iterable[Place]) -> list[Place]:
    """Return the places of a name: those written alike, marks included, before those that differ in marks only."""
    wanted = _wanted(name)
    alike = [place for place in among if place_key(place.name) in wanted]
    exact = [place for place in alike if spelling(name).endswith(spelling(place.name))]
    return exact or alike


def proposed(
    name: str, province: str, places: Places, former: Iterable[FormerPlace]
) -> list[tuple[Place, str]]:
    """Return communes that may be meant by a name that is none's, likeliest first, each with why.

    First what an old commune or district of the name has become, of the province that was named before others; then
    names that are spelt nearly so.
    """
    wanted, home = _wanted(name), _wanted(province)
    found: dict[str, str] = {}
    named = [f for f in former if wanted & (_wanted(f.district) | {place_key(f.name)})]
    for old in sorted(named, key=lambda f: (not home & _wanted(f.province), place_key(f.name) not in wanted)):
        for code in old.now:
            found.setdefault(code, f"gồm {old.kind} {old.name}, {old.district} cũ, {old.province}")
    in_province = {p.code for p in matching(province, places.provinces)}
    for place in places.communes():
        if place_key(place.name) in wanted:
            found.setdefault(place.code, "trùng tên, tỉnh khác")
    near = [p for p in places.communes() if not in_province or p.province in in_province]
    keys = _nearest(wanted, [place_key(p.name) for p in near])
    close = {p.code: "tên gần giống" for key in keys for p in near if place_key(p.name) == key}
    old_here = {
        c: why for c, why in found.items() if not in_province or places.by_code[c].province in in_province
    }
    ranked = {**old_here, **close, **found}
    return [(places.by_code[code], why) for code, why in ranked.items()][:_SHOWN]


def _nearest(wanted: Iterable[str], keys: Sequence[str]) -> list[str]:
    """Return the keys spelt nearly as one of the wanted, nearest first: “Tịnh Khê” begins like a kind, and is a name."""
    near = {(one, key) for one in wanted for key in get_close_matches(one, keys, n=_SHOWN, cutoff=0.6)}
    ranked = sorted(near, key=lambda pair: (-SequenceMatcher(None, *pair).ratio(), pair))
    return list(dict.fromkeys(key for _, key in ranked))
