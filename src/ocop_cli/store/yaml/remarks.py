"""The remarks (``#``) of a file by the lines that they stand around, read and written anew; the data stay as they are."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ocop_cli.merging.items import identified, kind_at, record_of
from ocop_cli.merging.remarks import AT_END, Anchor, Around
from ocop_cli.store.yaml.source import Source, parse
from ocop_cli.store.yaml.tree import Mapping as Tree
from ocop_cli.store.yaml.tree import Node, Scalar, Sequence, plain


class _Line(NamedTuple):
    """A line that says something: what stands on it, its words without the remark beside them, and what is around it."""

    anchor: Anchor
    words: str
    around: Around


def remarks_of(source: Source, model: Any) -> dict[Anchor, Around]:
    """Return what stands around each line of a file that was read, in its order; the end of the file is ``AT_END``."""
    return {line.anchor: line.around for line in _lines(source, model)}


def with_remarks(source: Source, model: Any, around: Mapping[Anchor, Around]) -> tuple[Source, list[str]]:
    """Return a file with other remarks around its lines, and those for which there is no room: the data would change."""
    lines = _lines(source, model)
    wanted = {line.anchor: around[line.anchor] for line in lines if around[line.anchor] != line.around}
    written = _written(source, lines, wanted)
    if written.data == source.data:
        return written, []
    left, fits = list[str](), dict[Anchor, Around]()
    for anchor, wish in wanted.items():  # rare: a remark beside a text of several lines
        above = wish._replace(above=(*wish.above, wish.beside.strip()), beside="")
        found = next((each for each in (wish, above) if _fits(source, lines, fits | {anchor: each})), None)
        fits |= {anchor: found} if found else {}
        left += [] if found else [line.strip() for line in (*wish.above, wish.beside) if line.strip()]
    return _written(source, lines, fits), left


def _fits(source: Source, lines: list[_Line], wanted: Mapping[Anchor, Around]) -> bool:
    return bool(_written(source, lines, wanted).data == source.data)


def _written(source: Source, lines: list[_Line], wanted: Mapping[Anchor, Around]) -> Source:
    text: list[str] = []
    for line in lines:
        around = wanted.get(line.anchor, line.around)
        margin = line.words[: len(line.words) - len(line.words.lstrip())]
        text += [
            margin + each if each.startswith("#") and each not in line.around.above else each
            for each in around.above
        ]
        text += [line.words + around.beside] if line.anchor != AT_END else []
    ended = source.text.endswith("\n") or lines[-1].around != wanted.get(AT_END, lines[-1].around)
    written = source.newline.join(text) + (source.newline if ended else "")
    return parse(source.encoded(written), source.name)


def _lines(source: Source, model: Any) -> list[_Line]:
    """Take a file apart into the lines that say something, and what stands around them."""
    root = source.root
    assert root is not None, "only a file that was read has lines"
    places, spans = dict(_first_on_line(source.text, root, model)), _spans(root)
    found, above, start = list[_Line](), list[str](), 0
    for raw in source.text.removesuffix("\n").split("\n"):
        line = raw.removesuffix("\r")
        at = _remark_at(line, start, spans)
        words = line[:at].rstrip() if at < len(line) else line
        if words.strip() or _is_inside(start, spans):
            last = found[-1].anchor if found else ("",)
            anchor = places.get(start) or (*last, "+")
            found.append(_Line(anchor, words, Around(tuple(above), line[len(words) :])))
            above = []
        else:
            above.append(line)
        start += len(raw) + 1
    return [*found, _Line(AT_END, "", Around(tuple(above)))]


def _first_on_line(text: str, root: Tree, model: Any) -> Iterator[tuple[int, Anchor]]:
    """Yield where each line with a field or an item begins, and the first one on it."""
    seen = set[int]()
    for offset, anchor in _places(model, root, ()):
        start = text.rfind("\n", 0, offset) + 1
        if start not in seen:
            seen.add(start)
            yield start, anchor


def _places(kind: Any, node: Node, way: Anchor) -> Iterator[tuple[int, Anchor]]:
    if isinstance(node, Tree):
        for key, entry in node.entries.items():
            yield entry.key.start, (*way, key)
            yield from _places(kind_at(kind, key), entry.value, (*way, key))
    elif isinstance(node, Sequence):
        for identity, item in zip(identified(kind, plain(node)), node.items, strict=True):
            named = (*way, "|".join(identity))
            yield item.start, named
            yield from _places(record_of(kind), item, named)


def _spans(node: Node) -> list[tuple[int, int]]:
    """Return where the single values and the keys stand, in order: a ``#`` in one of them is no remark."""
    return sorted(_scalars(node))


def _scalars(node: Node) -> Iterator[tuple[int, int]]:
    if isinstance(node, Scalar):
        yield node.start, node.end
    elif isinstance(node, Tree):
        for entry in node.entries.values():
            yield entry.key.start, entry.key.end
            yield from _scalars(entry.value)
    else:
        for item in node.items:
            yield from _scalars(item)


def _is_inside(offset: int, spans: list[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (offset, 0)) - 1
    return at >= 0 and spans[at][0] < offset < spans[at][1]


def _remark_at(line: str, start: int, spans: list[tuple[int, int]]) -> int:
    """Return where the remark on a line begins; its length where there is none."""
    at = line.find("#")
    while at >= 0:
        if (at == 0 or line[at - 1] in " \t") and not _is_inside(start + at, spans):
            return at
        at = line.find("#", at + 1)
    return len(line)
