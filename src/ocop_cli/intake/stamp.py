"""What a form says of itself: which form, for which dossier, made from what; it comes back with the form."""

import json
import unicodedata
from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

PROPERTY = "ocop-form-"
"""How the names of the properties of a file that hold the stamp begin; each holds a part of it, in order."""
STAMP_SHEET = "_ocop"
"""The hidden sheet of a workbook whose first cell holds the stamp."""
VERSION = 1
"""The version of the stamp: a form with a later one was made by a later program."""
_PART = 240  # characters of a property; Word refuses more than 255
_SHORT = 8  # hexadecimal digits that tell one answer from another


class Stamp(NamedTuple):
    """``printed`` maps each place that was filled in when the form was made to a digest of what stood there.

    A digest is enough to say who changed a field, the person who filled in the form or the commune since, and repeats no
    personal data. ``rows`` is how many rows of each table were filled in; ``made`` a digest of the files behind it.
    """

    form: str
    dossier: str = ""
    made: str = ""
    printed: Mapping[str, str] = {}
    rows: Mapping[str, int] = {}


def digest(text: str) -> str:
    """Return the digest of an answer as people see it: spaces and code points do not count, an empty one has none."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return sha256(plain.encode()).hexdigest()[:_SHORT] if plain else ""


def write_stamp(stamp: Stamp) -> str:
    """Return a stamp as one line of ASCII."""
    return json.dumps({"ocop-form": VERSION, **stamp._asdict()}, sort_keys=True, separators=(",", ":"))


def read_stamp(text: str) -> Stamp | None:
    """Return the stamp that a text holds; ``None`` where it holds none that can be read."""
    try:
        found = json.loads(text)
        if found.pop("ocop-form") != VERSION:
            return None
        return Stamp(
            str(found["form"]),
            str(found["dossier"]),
            str(found["made"]),
            {str(path): str(said) for path, said in found["printed"].items()},
            {str(path): int(count) for path, count in found["rows"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def split_stamp(stamp: Stamp) -> dict[str, str]:
    """Return a stamp as properties of a file: name → a part of its text."""
    text = write_stamp(stamp)
    starts = range(0, len(text), _PART)
    return {f"{PROPERTY}{number:03d}": text[start : start + _PART] for number, start in enumerate(starts)}


def joined_stamp(properties: Mapping[str, str]) -> Stamp | None:
    """Return the stamp that properties of a file hold in parts."""
    return read_stamp("".join(text for name, text in sorted(properties.items()) if name.startswith(PROPERTY)))
