"""What the decision prints beside the questions of a form: the label of each, and the lines that stand above it."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from ocop_cli.rules.printed_form import FormLine, PrintedForm, segments

_SET = ("part", "heading", "line")  # the kinds of line that lead to a question


class PrintedLines(NamedTuple):
    """``labels``: path of a field → the label before its place. ``above``: path → the lines that lead to it."""

    labels: Mapping[str, str]
    above: Mapping[str, tuple[str, ...]]


def printed_lines(form: PrintedForm, lines: Collection[str], tables: Collection[str]) -> PrintedLines:
    """Return what a form of a decision prints for the fields and the tables that are asked, by their paths.

    A line that is filled by several of them stands above the first.
    """
    places = {**dict(form.filled), **{box.id: (box.field,) for box in form.boxes if box.field}}
    labels: dict[str, str] = {}
    above: dict[str, tuple[str, ...]] = {}
    leading: list[str] = []
    for line in form.lines:
        answered = list(_places(line))
        if not answered:
            leading = [*leading, *_said(map(_words, line.words))] if line.kind in _SET else []
            continue
        for label, place in answered:
            paths = [path for path in places.get(place, ()) if path in lines or path in tables]
            if not paths:
                continue
            is_label = bool(label) and len(paths) == 1 and paths[0] in lines
            if is_label:
                labels.setdefault(paths[0], label)
            own = (label,) if label and not is_label else ()
            above[paths[0]] = (*above.get(paths[0], ()), *leading, *own)
            leading = []
        leading = []
    return PrintedLines(labels, above)


def _places(line: FormLine) -> Iterator[tuple[str, str]]:
    """Yield each place or box of a line with its label; nothing for a place that stands within printed words."""
    if line.kind not in _SET:
        return
    for text in line.words:
        words = None
        for piece in segments(text):
            if piece.label:
                words = _words(piece.label)
            elif words is None or any(_said([words])):
                yield _question(words or "") if piece.box else words or "", piece.place or piece.box
                words = ""


def _said(texts: Iterable[str]) -> Iterator[str]:
    """Yield the texts that say anything: no dots."""
    yield from (text for text in texts if any(map(str.isalpha, text)))


def _words(label: str) -> str:
    """Return printed words as a label: without a remark in brackets before it, without end marks.

    >>> _words("(Nam/nữ); Dân tộc:")
    'Dân tộc'
    """
    return re.sub(r"^\([^)]*\)[;,]?\s*|[¹²³]", "", label).strip(" :")


def _question(label: str) -> str:
    """Return the words before a box without those that name the box.

    >>> _question("4. Lần đăng ký đánh giá: Lần đầu")
    '4. Lần đăng ký đánh giá'
    """
    return re.split(r":(?:\s|$)", label)[0].strip()
