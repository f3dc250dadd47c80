"""Which line is broken when the parser stops between two: the one that lets it read on once it is set right."""

import re
from collections.abc import Iterator
from operator import itemgetter
from typing import Any, NamedTuple

import yaml

from ocop_cli.store.yaml.nodes import Reading

_TOO_LONG = 100_000  # letters: a longer text is not read a dozen times
_SHIFTS = (-2, -1, 1, 2)
_KEY = r"(?P<lead>[ ]*(?:- )*)(?P<key>[a-z][a-z0-9_]*)"
_NO_COLON = re.compile(rf"{_KEY}(?P<sign>[ ]*[;=][ ]*|[ ]+)(?![:=;])(?!.*:(?: |$))")
_QUOTES = ("'", '"')
_END = 1_000_000_000


class BrokenLine(NamedTuple):
    """A line that is broken, with the column of its first word, both counted from 0.

    It lacks the colon behind its name, with another ``sign`` in its place or none; or else it is set in wrongly.
    """

    line: int
    column: int
    lacks_colon: bool = False
    sign: str = ""


class _Try(NamedTuple):
    broken: BrokenLine
    lines: list[str]


def broken_line(text: str, mark: Any) -> BrokenLine | None:
    """Return the line that is to blame for a complaint at a mark, or ``None`` where setting one line right does not help.

    Looked at are the line of the mark and the one before it: a colon that it may lack, and how far it is set in.
    """
    if len(text) > _TOO_LONG:
        return None
    lines = text.split("\n")
    here = text.count("\n", 0, mark.index)
    before = next((n for n in reversed(range(here)) if _has_words(lines[n])), here)
    tries = [each for at in dict.fromkeys((here, before)) for each in _tries(lines, at)]
    rated = [
        ((_reach(each.lines), each.broken.lacks_colon, -_oddness(each.lines, here)), each.broken)
        for each in tries
    ]
    best = max(rated, key=itemgetter(0), default=None)
    return best[1] if best and best[0][0] > here else None


def sign_for_colon(line: str) -> str:
    """Return the sign that stands behind the name of a line in place of its colon; empty for none."""
    found = _NO_COLON.match(line)
    return found["sign"].strip() if found else ""


def open_quote(text: str, mark: Any) -> Any:
    """Return the mark of the quote that was not closed before the line of a mark ends it by chance; ``None`` for none."""
    event, last = Reading(text).get_event, None
    try:
        while (following := event()) is not None:
            last = following
    except yaml.YAMLError:
        pass
    is_quoted = isinstance(last, yaml.ScalarEvent) and last.style in _QUOTES
    ends_here = last is not None and last.start_mark.line < last.end_mark.line == mark.line
    return last.start_mark if last is not None and is_quoted and ends_here else None


def _has_words(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _tries(lines: list[str], at: int) -> Iterator[_Try]:
    line = lines[at]
    if found := _NO_COLON.match(line):
        fixed = f"{found['lead']}{found['key']}: {line[found.end() :]}"
        column, sign = found.start("key"), found["sign"].strip()
        yield _Try(
            BrokenLine(at, column, lacks_colon=True, sign=sign), [*lines[:at], fixed, *lines[at + 1 :]]
        )
    for shift in _SHIFTS:
        fixed = " " * shift + line.removeprefix(" " * -shift)
        if fixed != line:
            column = len(line) - len(line.lstrip(" "))
            yield _Try(BrokenLine(at, column), [*lines[:at], fixed, *lines[at + 1 :]])


def _reach(lines: list[str]) -> int:
    """Return the line, counted from 0, at which the parser stops."""
    event = Reading("\n".join(lines)).get_event
    try:
        while event() is not None:
            pass
    except yaml.MarkedYAMLError as error:
        return int(error.problem_mark.line) if error.problem_mark else 0
    except yaml.YAMLError:
        return 0
    return _END


def _oddness(lines: list[str], at: int) -> int:
    """Count what nobody sets in so, around a line: by an odd number of spaces, or by more than one step."""
    around = [line for line in lines[max(0, at - 4) : at + 1] if _has_words(line)][-3:]
    columns = [len(line) - len(line.lstrip(" ")) for line in around]
    insides = [
        column + 2 * line.lstrip().startswith("- ") for column, line in zip(columns, around, strict=True)
    ]
    steps = zip(insides, columns[1:], strict=False)
    return sum(column % 2 for column in columns) + sum(column > inside + 2 for inside, column in steps)
