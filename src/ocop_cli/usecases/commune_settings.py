"""The commune's own settings, stated by Vietnamese names: what would change in ``ocop.yaml``, or what is wrong."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.choices import choice_words
from ocop_cli.programme.profile import Profile
from ocop_cli.programme.settings_named import Setting
from ocop_cli.store.built_in.packaged import load_settings
from ocop_cli.store.files.changes import Change
from ocop_cli.store.programme.profile import load_profile
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Append, Edit, Set, change_of
from ocop_cli.usecases.edit import edited
from ocop_cli.viet.choices import meant
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.field_titles import list_at
from ocop_cli.viet.numbers import show_number

COMMUNE = "xã"
"""What stands in place of a dossier where the commune itself is meant."""

_WITH_CODE = re.compile(r"(?P<name>.+?)\s*\((?P<code>[^()]+)\)")
_DAY_AND_NAME = re.compile(r"(?P<on>\S+)\s+(?P<name>.+)")
_EVERY_AND_NAME = re.compile(r"(?P<every>\S+)\s+(?P<name>.+)")
_PARTS = {
    "office.consulted": _WITH_CODE,
    "calendar.holidays": _DAY_AND_NAME,
    "calendar.reports": _EVERY_AND_NAME,
}


class Stated(NamedTuple):
    """One setting as it was stated: what was there and what will be, as people read it."""

    setting: Setting
    before: str
    after: str


def state_settings(
    sources: Sources, profile: Profile, facts: Mapping[str, str], year: int
) -> tuple[list[Stated], Change]:
    """Return what was stated and the change that writes it. Raises ``OcopError`` (misuse) where anything is wrong.

    ``facts`` maps names to texts; a setting that holds several values takes more than one with semicolons between.
    """
    source = load_profile(sources).source
    known, edits = load_settings(), list[Edit]()
    for said, text in facts.items():
        setting = known.named(said, year)
        if setting is None:
            near = "; ".join(known.near(said, year))
            hint = f"Có phải: {near}? " if near else ""
            raise OcopError(
                f"Xã không có mục nào tên “{said}”.",
                f"{hint}Xem các mục: `ocop set {COMMUNE}`",
                exit_code=MISUSE,
            )
        edits += _edits(setting, text)
    after = edited(source, Profile, edits)
    rows = [
        Stated(each, shown(profile, each), shown(after, each))
        for each in dict.fromkeys(known.named(said, year) for said in facts)
        if each
    ]
    return rows, change_of(source, edits)


def _edits(setting: Setting, text: str) -> Iterator[Edit]:
    if not text.strip(" ;"):
        raise OcopError(
            f"{setting.name}: chưa có giá trị.", f"Ghi dạng “{setting.example}”.", exit_code=MISUSE
        )
    if not setting.listed:
        kind = list_at(Profile, setting.place)
        code = meant(text, choice_words(kind)) if kind else None
        yield Set(setting.place, str(code or text.strip()))
        return
    parts = _PARTS.get(".".join(map(str, setting.place)))
    for each in filter(None, map(str.strip, text.split(";"))):
        found = parts.fullmatch(each) if parts else None
        if parts and found is None:
            raise OcopError(
                f"{setting.name}: chưa rõ “{each}”.", f"Ghi dạng “{setting.example}”.", exit_code=MISUSE
            )
        yield Append(setting.place, found.groupdict() if found else each)


def table_rows(profile: Profile, year: int) -> list[tuple[str, str, str]]:
    """Return every setting with what it holds and an example."""
    return [(each.name, shown(profile, each), each.example) for each in load_settings().of(year)]


def shown(profile: Profile, setting: Setting) -> str:
    """Return what a setting holds as people read it; empty where it holds nothing."""
    value: Any = profile
    for step in setting.place:
        value = value.get(step) if isinstance(value, Mapping) else getattr(value, str(step), None)
    values = value if isinstance(value, tuple) else (value,)
    return "; ".join(_in_words(each) for each in values if each is not None)


def _in_words(value: Any) -> str:
    if isinstance(value, StrEnum):
        return choice_words(type(value))[value]
    if isinstance(value, bool):
        return "có" if value else "không"
    if hasattr(value, "code"):
        return f"{value.name} ({value.code})"
    if day := getattr(value, "every", None) or getattr(value, "on", None):
        return f"{day if isinstance(day, str) else show_date(day)} {value.name}"
    if hasattr(value, "year"):
        return show_date(value)
    return show_number(value) if not isinstance(value, str) else value
