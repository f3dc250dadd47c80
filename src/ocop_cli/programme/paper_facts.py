"""What the text of a paper says of the paper itself: number, issuer, day of issue and of lapse; proposed, never decided."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from ocop_cli.viet.dates import is_plausible, parse_date
from ocop_cli.viet.text import clean, fold

_DAY = r"(?:ngay )?[0-9]{1,2}(?:[/.-][0-9]{1,2}[/.-][0-9]{4}| thang [0-9]{1,2},? nam [0-9]{4})"
_LAPSE = re.compile(rf"(?:gia tri|hieu luc|thoi han|het han)[^0-9]{{0,30}}?({_DAY})")
_ISSUE = re.compile(rf"(?:ngay|cap|ky|ban hanh)(?: lan dau)?(?: cap| ky| ban hanh| lap)?\s*:?\s*({_DAY})")
_PLACE_AND_DAY = re.compile(rf"^[^,:0-9]{{2,60}}, ({_DAY})")
_BETWEEN = re.compile(r"(?:tu|giua) ")
_NUMBERED = re.compile(r"so(?: (?:hieu|ky hieu|phieu|giay|giay chung nhan|giay phep|dang ky|chung nhan))?")
_ISSUERS = {
    "co quan cap", "noi cap", "don vi cap", "to chuc cap", "co quan ban hanh", "co quan chung nhan",
    "to chuc chung nhan", "don vi kiem nghiem", "phong kiem nghiem", "co quan kiem nghiem",
}  # fmt: skip
_OF_THE_STATE = ("cong hoa xa hoi", "doc lap")


class Said(NamedTuple):
    """One fact as a paper says it, with the line on which it stands. ``field`` is that of ``Evidence``."""

    field: str
    value: str | date
    line: str


def said_of_paper(text: str) -> list[Said]:
    """Return what a text says clearly of its paper: a fact that two lines tell differently is left out."""
    lines = [clean(line) for line in text.splitlines()]
    lines = [line for line in lines if line]
    found = [_only(field, [way(lines) for way in ways]) for field, ways in _WAYS.items()]
    return [said for said in found if said]


def _only(field: str, ways: Sequence[Iterator[tuple[str | date, str]]]) -> Said | None:
    """Return what the first way finds that finds anything; nothing where that is two things."""
    for way in ways:
        values = dict(way)
        if values:
            value, line = next(iter(values.items()))
            return Said(field, value, line) if len(values) == 1 else None
    return None


def _numbers(lines: Sequence[str]) -> Iterator[tuple[str | date, str]]:
    for line in lines:
        head, colon, rest = line.partition(":")
        number = rest.split()[0].rstrip(".,;") if rest.split() else ""
        if colon and _NUMBERED.fullmatch(fold(head)) and any(letter.isdigit() for letter in number):
            yield number, line


def _named_issuers(lines: Sequence[str]) -> Iterator[tuple[str | date, str]]:
    for line in lines:
        head, colon, rest = line.partition(":")
        if colon and fold(head) in _ISSUERS and rest.strip():
            yield rest.strip(" .;"), line


def _heading_issuers(lines: Sequence[str]) -> Iterator[tuple[str | date, str]]:
    """Yield the line in capitals above the number: there official papers name who issued them."""
    numbered = {line for _, line in _numbers(lines)}
    for above, line in pairwise(lines):
        capitals = above.isupper() and " " in above and not any(letter.isdigit() for letter in above)
        if line in numbered and capitals and not fold(above).startswith(_OF_THE_STATE):
            yield above, above


def _days_of_lapse(lines: Sequence[str]) -> Iterator[tuple[str | date, str]]:
    for line in lines:
        yield from _days(_LAPSE, line)


def _days_of_issue(lines: Sequence[str]) -> Iterator[tuple[str | date, str]]:
    for line in lines:
        if fold(line).startswith(
            ("ngay cap", "ngay ky", "ngay ban hanh", "ngay lap", "cap ngay", "cap lan dau")
        ):
            yield from _days(_ISSUE, line)


def _days_beside_places(lines: Sequence[str]) -> Iterator[tuple[str | date, str]]:
    for line in lines:
        yield from _days(_PLACE_AND_DAY, line)


def _days(pattern: re.Pattern[str], line: str) -> Iterator[tuple[str | date, str]]:
    plain = fold(line)
    for found in pattern.finditer(plain):
        try:
            day = parse_date(found[1])
        except ValueError:
            continue
        if is_plausible(day) and not _BETWEEN.search(found[0]):
            yield day, line


_WAYS = {
    "number": (_numbers,),
    "issuer": (_named_issuers, _heading_issuers),
    "issued_on": (_days_of_issue, _days_beside_places),
    "expires_on": (_days_of_lapse,),
}
"""How each fact is looked for: a later way counts where the ones before find nothing."""
