"""Marks of fields: what a value must be for anyone to believe it. A file with another value is read all the same."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple


class Believed(NamedTuple):
    """Marks a field whose values nobody believes unless ``is_sound``; ``wanted`` says what to write, as a cure.

    ``told_as`` is the code under which a file that holds such a value is told.
    """

    is_sound: Callable[[Any], bool]
    wanted: str
    told_as: str = "D037"


class PartOf(NamedTuple):
    """Marks a number that counts a part of another field of the same record: of the first of ``wholes`` that is told."""

    wholes: tuple[str, ...]


def from_to(least: int, most: int, wanted: str) -> Believed:
    """Mark a number that lies between two bounds, both included."""
    return Believed(lambda value: least <= value <= most, wanted)


def has_letters(count: int) -> Callable[[str], bool]:
    """Return the test of words: so many letters at least; ``1`` and ``---`` are no name."""

    def is_sound(text: str) -> bool:
        begins = text[:count]  # nearly always with letters
        return (len(begins) == count and begins.isalpha()) or sum(map(str.isalpha, text)) >= count

    return is_sound


def has_digit(text: str) -> bool:
    """Say whether a number of a paper has a figure in it: “mười” has none."""
    return any(map(str.isdigit, text))


_EMAIL = re.compile(r"[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+")


def is_email(text: str) -> bool:
    """Say whether a text is an e-mail address, or several."""
    return all(_EMAIL.fullmatch(part) for part in re.split(r"[\s,;]+", text.strip()))
