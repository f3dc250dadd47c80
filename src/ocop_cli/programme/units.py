"""One unit under one name: “Phòng VHXH” is the “Phòng Văn hóa - Xã hội” of the commune's list."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from ocop_cli.programme.profile import Profile
from ocop_cli.viet.text import fold, upper_first

_ROOM = re.compile(r"^p\.")  # “P. VH-XH”, as telephone lists have it
_TELLING = 2  # so many words of a name tell a unit, where not all of them are typed


def usual_units(profile: Profile) -> dict[str, str]:
    """Map the units that the commune asks, and its villages, to their codes; a village has none."""
    units = {unit.name: unit.code for unit in (*profile.office.consulted, profile.office.unit)}
    return units | {upper_first(village): "" for village in profile.commune.villages}


def units_meant(typed: str, known: Mapping[str, str]) -> list[str]:
    """Return the known units that a name may mean: one where it is clear, several or none where it is not.

    ``known`` maps names to codes. The whole name wins over its code or initials, and these win over a part of it.

    >>> units_meant("Phòng VHXH", {"Phòng Văn hóa - Xã hội": "VHXH", "Công an xã": "CAX"})
    ['Phòng Văn hóa - Xã hội']
    """
    words = _words(typed)
    tiers = (
        [name for name in known if name == typed],
        [name for name in known if words and _words(name) == words],
        [name for name, code in known.items() if same_unit(name, typed) or (code and _words(code) == words)],
        [name for name in known if _tells(typed) and _stands_for(words, _words(name), skips=True)],
    )
    return next((found for found in tiers if found), [])


def same_unit(one: str, other: str) -> bool:
    """Say whether two names are one unit's: the same letters without their marks, or initials in place of words."""
    mine, theirs = _words(one), _words(other)
    return mine == theirs or _stands_for(mine, theirs) or _stands_for(theirs, mine)


def other_spelling(unit: str, known: Collection[str]) -> str:
    """Return the known name of a unit that is written in another way; empty where it is written so, or not known."""
    found = next((name for name in known if same_unit(name, unit)), unit)
    return "" if found == unit else found


def _words(name: str) -> Sequence[str]:
    return re.findall(r"[^\W_]+", _ROOM.sub("phong ", fold(name)))


def _tells(typed: str) -> bool:
    return len(_words(typed)) >= _TELLING or typed.isupper()


def _stands_for(short: Sequence[str], full: Sequence[str], *, skips: bool = False) -> bool:
    """Say whether each short word is a full one or the initials of some; with ``skips`` full words may be left out."""
    if not short or not full:
        return not short and (skips or not full)
    if any(_stands_for(short[1:], full[taken:], skips=skips) for taken in _taken(short[0], full)):
        return True
    return skips and _stands_for(short, full[1:], skips=True)


def _taken(word: str, full: Sequence[str]) -> Iterator[int]:
    """Yield how many of the first full words a short word may stand for: ``mttq`` for one or for four."""
    rests = {word}
    for number, name in enumerate(full, 1):
        pieces = (name, name[0])
        rests = {rest.removeprefix(piece) for rest in rests for piece in pieces if rest.startswith(piece)}
        if "" in rests and (number > 1 or word == name):
            yield number
        rests.discard("")
