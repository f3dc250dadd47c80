"""The remarks (``#``) of two copies of a file brought together: one copy's change stands, none of either is lost."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

Anchor = tuple[str, ...]
"""What stands on a line, by the names of its fields and by what tells the items of its lists apart."""

AT_END: Anchor = ()
"""Where what comes after the last line of a file stands."""


class Around(NamedTuple):
    """What stands around a line that says something: remarks and empty lines above it, the remark beside it; as typed."""

    above: tuple[str, ...] = ()
    beside: str = ""


Remarks = Mapping[Anchor, Around]
"""What stands around each line of a file, in its order."""


class MergedRemarks(NamedTuple):
    """What is to stand around the lines of the merged file, and remarks whose line is gone: they stand at the next one."""

    around: dict[Anchor, Around]
    strays: tuple[str, ...]


def merge_remarks(base: Remarks, ours: Remarks, theirs: Remarks, there: Sequence[Anchor]) -> MergedRemarks:
    """Merge remarks by what they were before; ``there`` are the lines of the merged file, with ``AT_END``."""
    found = {
        anchor: _merged(*(each.get(anchor, Around()) for each in (base, ours, theirs))) for anchor in there
    }
    strays = []
    for side in (ours, theirs):
        for anchor, text in _without_place(base, side, found):
            if not any(_said(line) == _said(text) for around in found.values() for line in _lines(around)):
                found[anchor] = found[anchor]._replace(above=(*found[anchor].above, text))
                strays.append(_said(text))
    return MergedRemarks(_once_each(found, ours, theirs), tuple(strays))


def _merged(base: Around, ours: Around, theirs: Around) -> Around:
    above = _block(base.above, ours.above, theirs.above)
    was, mine, other = map(_said, (base.beside, ours.beside, theirs.beside))
    if other in (was, mine):
        return Around(above, ours.beside)
    if mine == was:
        return Around(above, theirs.beside)
    more = () if not other or other in map(_said, above) else (theirs.beside.strip(),)
    return Around((*above, *more), ours.beside)


def _block(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Merge the lines above a line: those that the other copy took out go, those that it put in come after the same line."""
    was, mine, other = ([*map(str.strip, lines)] for lines in (base, ours, theirs))
    if other in (was, mine):
        return tuple(ours)
    if mine == was:
        return tuple(theirs)
    found = list(ours)
    for what, start, end, first, last in SequenceMatcher(None, was, other, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        for line in was[start:end]:
            _drop(found, line)
        place = _after(found, other[first - 1]) if first else 0
        found[place:place] = [
            line for line in theirs[first:last] if line.strip() not in map(str.strip, found)
        ]
    return tuple(found)


def _drop(lines: list[str], line: str) -> None:
    at = next((n for n, each in enumerate(lines) if each.strip() == line), None)
    if at is not None:
        del lines[at]


def _after(lines: Sequence[str], line: str) -> int:
    return next((n for n, each in enumerate(lines, 1) if each.strip() == line), len(lines))


def _without_place(
    base: Remarks, side: Remarks, there: Mapping[Anchor, Around]
) -> Iterator[tuple[Anchor, str]]:
    """Yield the new remarks of lines that the merged file does not have, each with the next line that it has."""
    known = {_said(line) for around in base.values() for line in _lines(around)}
    waiting: list[str] = []
    for anchor, around in side.items():
        if anchor in there:
            yield from ((anchor, line) for line in waiting)
            waiting = []
        else:
            new = (line for line in _lines(around) if _said(line) not in known)
            waiting += [line if line in around.above else line.strip() for line in new]
    yield from ((AT_END, line) for line in waiting)


def _once_each(found: Mapping[Anchor, Around], ours: Remarks, theirs: Remarks) -> dict[Anchor, Around]:
    """Leave a remark out where it stands again because one copy has moved it."""
    most = _counted(ours) | _counted(theirs)
    left, kept = Counter[str](), dict[Anchor, Around]()
    for anchor, around in found.items():
        above = []
        for line in around.above:
            left[_said(line)] += 1
            above += [line] if not _said(line) or left[_said(line)] <= most[_said(line)] else []
        kept[anchor] = around._replace(above=tuple(above))
    return kept


def _counted(remarks: Remarks) -> Counter[str]:
    return Counter(_said(line) for around in remarks.values() for line in _lines(around))


def _lines(around: Around) -> Iterator[str]:
    """Yield the remarks around a line, without the empty lines."""
    yield from (line for line in (*around.above, around.beside) if line.strip())


def _said(text: str) -> str:
    return text.strip()
