"""Which question of a form a printed label is: the same words, a mark that a program kept, or nearly the same words."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from ocop_cli.intake.layout import Line, place_name
from ocop_cli.viet.text import fold

_NUMBER = re.compile(r"^\W*[0-9]{1,2}[.)]\s*")
_SURE, _NEAR = 0.92, 0.7  # how alike two labels are: one is the other retyped, one may be the other


class Match(NamedTuple):
    """A question that a label may be; ``doubt`` says why that is not sure."""

    line: Line
    doubt: str = ""


def plain(text: str) -> str:
    """Return a label without its number, marks, case and punctuation.

    >>> plain("3. Tên sản phẩm:")
    'ten san pham'
    """
    return " ".join(re.sub(r"[\W_]+", " ", fold(_NUMBER.sub("", text))).split())


def exact(label: str, lines: Sequence[Line]) -> Line | None:
    """Return the question whose words a label has."""
    words = plain(label)
    by_printed = (line for line in lines if words and line.printed and plain(line.printed) == words)
    by_name = (line for line in lines if words and plain(line.label) == words)
    return next(by_printed, None) or next(by_name, None)


def beginning(text: str, lines: Sequence[Line]) -> tuple[Line, str] | None:
    """Return the question that a text begins with, with a colon behind, and what is written behind that."""
    head, colon, rest = text.partition(":")
    line = exact(head, lines) if colon and rest.strip() else None
    return (line, rest.strip()) if line else None


def near(label: str, names: frozenset[str], lines: Sequence[Line]) -> Match | None:
    """Return the question that a retyped label, or the mark of its place, most likely is."""
    words = plain(label)
    marked = next((line for line in lines if place_name(line.path) in names), None)
    if marked and _likeness(words, marked) >= _NEAR:
        return Match(marked)
    best = max(lines, key=lambda line: _likeness(words, line), default=None)
    likeness = _likeness(words, best) if best else 0
    if best and likeness >= _NEAR:
        return Match(best, "" if likeness >= _SURE else f"nhãn đã gõ lại: “{label.strip()}”")
    return Match(marked, f"nhãn đã đổi: “{label.strip()}”") if marked else None


def _likeness(words: str, line: Line) -> float:
    """Return how alike some words and a label of a question are: the one that a decision prints, or its own."""
    labels = (plain(label) for label in (line.printed, line.label) if label and words)
    return max((SequenceMatcher(None, words, each, autojunk=False).ratio() for each in labels), default=0)
