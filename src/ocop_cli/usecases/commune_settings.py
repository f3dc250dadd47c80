"""The commune's own settings, stated by Vietnamese names: what would change in ``ocop.yaml``, or what is wrong."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.choices import SIGNING_MODES, SigningMode, choice_words
from ocop_cli.programme.profile import Profile
from ocop_cli.programme.settings_named import Setting
from ocop_cli.programme.signing import mode_fitting
from ocop_cli.store.built_in.packaged import load_settings
from ocop_cli.store.files.changes import Change
from ocop_cli.store.programme.profile import load_profile
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Append, Edit, Remove, Set, change_of
from ocop_cli.usecases.edit import edited
from ocop_cli.viet.choices import meant
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.field_titles import is_required, list_at, marks_at
from ocop_cli.viet.name_fields import Alone
from ocop_cli.viet.names import split_title
from ocop_cli.viet.numbers import show_number
from ocop_cli.viet.told_once import told_once

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
    sources: Sources, profile: Profile, facts: Sequence[tuple[str, str]], year: int
) -> tuple[list[Stated], Change]:
    """Return what was stated and the change that writes it. Raises ``OcopError`` (misuse) where anything is wrong.

    ``facts`` are names with texts; a setting that holds several values takes more than one, by its name again or with
    semicolons between, and none that it holds already. An empty text takes away what a setting holds.
    """
    source = load_profile(sources).source
    stated = [*_with_titles([(_named(said, year), text) for said, text in facts], year)]
    stated += _modes(profile, stated, year)
    told_once((pair for pair in stated if not pair[0].listed), lambda each: f"Mục “{each.name}”")
    texts = {each: ";".join(text for said, text in stated if said == each) for each, _ in stated}
    edits = [edit for each, text in texts.items() for edit in _edits(profile, each, text)]
    after = edited(source, Profile, edits)
    return [Stated(each, shown(profile, each), shown(after, each)) for each in texts], change_of(
        source, edits
    )


def _named(said: str, year: int) -> Setting:
    known = load_settings()
    setting = known.named(said, year)
    if setting is None:
        near = "; ".join(known.near(said, year))
        hint = f"Có phải: {near}? " if near else ""
        problem = f"Xã không có mục nào tên “{said}”."
        raise OcopError(problem, f"{hint}Xem các mục: `ocop set {COMMUNE}`", exit_code=MISUSE)
    return setting


def _edits(profile: Profile, setting: Setting, text: str) -> Iterator[Edit]:
    if not text and not is_required(Profile, setting.place):
        if shown(profile, setting):
            yield Remove(setting.place)
    elif not text.strip(" ;"):
        problem = f"{setting.name}: chưa có giá trị."
        raise OcopError(problem, f"Ghi dạng “{setting.example}”.", exit_code=MISUSE)
    elif setting.listed:
        yield from _additions(profile, setting, text)
    else:
        kind = list_at(Profile, setting.place)
        code = meant(text, choice_words(kind)) if kind else None
        yield Set(setting.place, str(code or text.strip()))


def _additions(profile: Profile, setting: Setting, text: str) -> Iterator[Edit]:
    parts = _PARTS.get(".".join(map(str, setting.place)))
    there = {_key(parts, each): each for each in shown(profile, setting).split("; ")}
    for each in filter(None, map(str.strip, text.split(";"))):
        found = parts.fullmatch(each) if parts else None
        if parts and found is None:
            problem = f"{setting.name}: chưa rõ “{each}”."
            raise OcopError(problem, f"Ghi dạng “{setting.example}”.", exit_code=MISUSE)
        key = _key(parts, each)
        if key not in there:
            yield Append(setting.place, found.groupdict() if found else each)
        elif there[key].casefold() != each.casefold():
            hint = f'Muốn ghi lại cả danh sách: `ocop set {COMMUNE} "{setting.name}="` rồi ghi từng giá trị.'
            raise OcopError(f"{setting.name}: “{each}” đã ghi là “{there[key]}”.", hint, exit_code=MISUSE)
        there.setdefault(key, each)


def _key(parts: re.Pattern[str] | None, text: str) -> str:
    """Return what tells a value from the others of its list: the name of a unit, the day of a holiday."""
    found = parts.fullmatch(text) if parts else None
    return (found[1] if found else text).casefold()


def _with_titles(stated: Sequence[tuple[Setting, str]], year: int) -> Iterator[tuple[Setting, str]]:
    """Give a name without the words that papers print by themselves, and a title beside it to the title's setting."""
    by_place = {each.place: each for each in load_settings().of(year)}
    for setting, text in stated:
        mark = next((mark for mark in marks_at(Profile, setting.place) if isinstance(mark, Alone)), None)
        yield setting, mark.of(text.strip()) if mark else text.strip()
        title = by_place.get((*setting.place[:-1], "title")) if setting.place[-1] == "name" else None
        if mark and title and split_title(text)[1]:
            yield from _with_titles([(title, split_title(text)[1])], year)


def _modes(
    profile: Profile, stated: Sequence[tuple[Setting, str]], year: int
) -> Iterator[tuple[Setting, str]]:
    """Yield the power to sign that goes with a title that was stated, where the one that is there does not."""
    by_place = {each.place: each for each in load_settings().of(year)}
    for setting, title in stated:
        mode = by_place.get((*setting.place[:-1], "mode"))
        if setting.place[-1] == "title" and mode and mode not in dict(stated):
            signer = getattr(profile.signers, str(setting.place[1]))
            held = signer.mode if signer else SigningMode.ON_BEHALF
            fitting = mode_fitting(title, held, unit=signer is profile.signers.unit)
            if fitting is not held:
                yield mode, SIGNING_MODES[fitting]


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
