"""A form as a decision prints it: its lines in their order, and what of a dossier fills each place."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ocop_cli.rules.provenance import Source

PEN = "pen"
"""The place that only a hand fills."""

_PLACE = re.compile(r"\{([a-z_.0-9]+)\}|\[([a-z_]+)\]")


KINDS = ("title", "note", "part", "heading", "line", "text", "footnote", "sign", "table", "ours")
"""How a line of a form is set; ``ours`` is no line of the form but where the program adds something."""


class TableRow(NamedTuple):
    """A printed row of a table: its cells after the running number, and the kinds of paper that answer it."""

    cells: tuple[str, ...]
    papers: tuple[str, ...]


class FormLine(NamedTuple):
    """One line of a form. ``words`` has ``{place}`` where something is written and ``[box]`` where something is ticked.

    A signature has one text per line, a table the heads of its columns in ``words``. ``dots``: dotted lines below the
    words while nothing is written; ``guide``: what the form says in brackets to whoever fills it in, not printed by us;
    ``of``: the value whose items are the rows; ``total``: the words of the last row; ``signer``, ``dated``: the name
    below a signature, the place and day above it; ``only_with``: the value without which the line is left out;
    ``new_page``: we begin a page with it.
    """

    kind: str
    words: tuple[str, ...]
    dots: int = 0
    guide: str = ""
    rows: tuple[TableRow, ...] = ()
    of: str = ""
    total: str = ""
    signer: str = ""
    dated: bool = False
    only_with: str = ""
    new_page: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        """What is printed whatever the dossier says, in its order: the words between the places."""
        if self.kind == "ours":
            return ()
        cells = (cell for row in self.rows for cell in row.cells)
        texts = (*self.words, *cells, self.total)
        return tuple(label for text in texts for piece in segments(text) if (label := piece.label))


class Segment(NamedTuple):
    """A stretch of a line: printed words, a place to write, or a box to tick; one of the three."""

    label: str = ""
    place: str = ""
    box: str = ""


def segments(text: str) -> Iterator[Segment]:
    """Cut the words of a line into printed words, places and boxes, in their order."""
    begin = 0
    for found in _PLACE.finditer(text):
        if label := text[begin : found.start()].strip():
            yield Segment(label=label)
        yield Segment(place=found[1] or "", box=found[2] or "")
        begin = found.end()
    if label := text[begin:].strip():
        yield Segment(label=label)


class Box(NamedTuple):
    """When a box is ticked: a field has this value, or a paper of one of these kinds (of this right) is held."""

    id: str
    field: str = ""
    value: str = ""
    papers: tuple[str, ...] = ()
    right: str = ""


class PrintedForm(NamedTuple):
    """A form printed in the decision's annex.

    ``filled`` names for each place the fields of the dossier that fill it (``private.…`` of its private file).
    ``like`` is the decision whose layout stands in for one that nobody could read yet, ``like_note`` says so.
    """

    id: str
    number: str
    name: str
    source: Source
    cite: str
    lines: Sequence[FormLine]
    filled: tuple[tuple[str, tuple[str, ...]], ...]
    boxes: tuple[Box, ...]
    like: str
    like_note: str

    @property
    def labels(self) -> tuple[str, ...]:
        """Every printed label of the form in its order."""
        return tuple(label for line in self.lines for label in line.labels)


def lost_labels(text: str, labels: Iterable[str]) -> list[str]:
    """Return the labels of a form that a document does not print, or not in their order; spaces and end marks aside."""
    printed, begin, lost = _plain(text), 0, []
    for label in labels:
        words = _plain(label)
        found = printed.find(words, begin)
        if found < 0:
            lost.append(label)
        else:
            begin = found + len(words)
    return lost


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(" .:;")
