"""The numbers and dashes that Word puts before paragraphs by itself: no text in the file, but on the page."""

from collections.abc import Callable
from typing import Any, NamedTuple

from ocop_cli.ooxml.measures import is_on, whole_measure
from ocop_cli.ooxml.names import W

_DASHES = "-–—−"
_ALPHABET = 26


class _Level(NamedTuple):
    """One level of a list: where it starts, how it counts, what is printed (``%1.``), and whether it says bold."""

    start: int
    form: str
    text: str
    bold: bool | None


class Mark(NamedTuple):
    """What is printed before a paragraph; ``bold`` is ``None`` where the list does not say."""

    text: str
    bold: bool | None = None


NO_MARK = Mark("")


class Numbering:
    """The lists of a file, counted paragraph by paragraph in the order of the text."""

    def __init__(self, root: Any) -> None:
        self._levels: dict[tuple[str, int], _Level] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for abstract in root.iter(f"{W}abstractNum") if root is not None else ():
            name = abstract.get(f"{W}abstractNumId", "")
            for level in abstract.iter(f"{W}lvl"):
                self._levels[name, whole_measure(level.get(f"{W}ilvl"))] = _level(level)
        for number in root.iter(f"{W}num") if root is not None else ():
            node = number.find(f"{W}abstractNumId")
            self._lists[number.get(f"{W}numId", "")] = node.get(f"{W}val", "") if node is not None else ""
            self._overrides(number)

    def mark(self, place: tuple[str, str]) -> Mark:
        """Return what is printed before the next paragraph of a list at a level, and count on."""
        number, depth = place[0], whole_measure(place[1])
        abstract = self._lists.get(number, "")
        level = self._levels.get((abstract, depth))
        if level is None or level.form == "none":
            return NO_MARK
        if level.form == "bullet":
            return Mark("-" if level.text.strip() in _DASHES and level.text.strip() else "•", level.bold)
        counts = self._counts.setdefault(abstract, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        return Mark(self._printed(abstract, level, counts), level.bold)

    def _printed(self, abstract: str, level: _Level, counts: dict[int, int]) -> str:
        text = level.text
        for depth in range(9):
            other = self._levels.get((abstract, depth))
            if f"%{depth + 1}" in text and other is not None:
                shown = _COUNTED.get(other.form, str)(counts.get(depth, other.start))
                text = text.replace(f"%{depth + 1}", shown)
        return text.strip()

    def _overrides(self, number: Any) -> None:
        """A list that starts anew is counted apart."""
        starts = number.findall(f"{W}lvlOverride/{W}startOverride")
        if not starts:
            return
        name, own = number.get(f"{W}numId", ""), f"list {number.get(f'{W}numId', '')}"
        for (abstract, depth), level in list(self._levels.items()):
            if abstract == self._lists[name]:
                self._levels[own, depth] = level
        for node in starts:
            depth = whole_measure(node.getparent().get(f"{W}ilvl"))
            if (own, depth) in self._levels:
                start = whole_measure(node.get(f"{W}val"), 1)
                self._levels[own, depth] = self._levels[own, depth]._replace(start=start)
        self._lists[name] = own


def to_roman(number: int) -> str:
    """Return a number in Roman capitals."""
    text = ""
    for value, letters in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        while number >= value:
            text, number = text + letters, number - value
    return text


def _level(node: Any) -> _Level:
    start, form, text = (
        child.get(f"{W}val", "") if (child := node.find(f"{W}{tag}")) is not None else ""
        for tag in ("start", "numFmt", "lvlText")
    )
    weight = node.find(f"{W}rPr/{W}b")
    return _Level(whole_measure(start, 1), form or "decimal", text, None if weight is None else is_on(weight))


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % _ALPHABET) * ((number - 1) // _ALPHABET + 1)


_COUNTED: dict[str, Callable[[int], str]] = {
    "upperRoman": to_roman,
    "lowerRoman": lambda number: to_roman(number).lower(),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "decimalZero": lambda number: f"{number:02d}",
}
