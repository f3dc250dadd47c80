"""Words that stand for a fact which nobody gave; sought without the rest of lint, for papers that leave the house."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ocop_cli.lint.blocks import Paragraph, inside
from ocop_cli.lint.reading import Reader
from ocop_cli.ooxml.package import open_package

_FILLER = re.compile(
    r"\((?:chưa ghi|chưa rõ|bổ sung sau|điền sau|ghi sau|Đơn vị soạn thảo)\b[^)]*\)"  # said in brackets, for nobody
    r"|\[(?:ghi|điền|nhập|bổ sung)\b[^\]]*\]"
    r"|(?:^|[:(/]\s?|(?<![,;])\s)\.{3}(?!\.|b\))"  # three dots for a value; more are a line to write on, (...b) the copies kept
    r"|\b(?:ngày|tháng|năm|số:?)\s+X{2,}\b|\bX{2,}/|\bX{4,}\b",  # a century XX is none
    re.IGNORECASE,
)
_MARKS = re.compile(r"[([]|\.\.\.|XX", re.IGNORECASE)  # one of these stands in whatever is filler


class Filler(NamedTuple):
    """Where a filler word stands, and what was found there in words."""

    place: str
    found: str


def find_fillers(content: bytes) -> Iterator[Filler]:
    """Find the filler words of a Word file. Raises ``UnreadableError`` when the file cannot be looked at."""
    sections = Reader(open_package(content)).sections()
    return fillers_among(inside(block for section in sections for block in section.blocks))


def fillers_among(paragraphs: Iterable[Paragraph]) -> Iterator[Filler]:
    """Find the first filler word of each paragraph."""
    for paragraph in paragraphs:
        if _MARKS.search(paragraph.raw) and (found := _FILLER.search(paragraph.raw)):
            yield Filler(paragraph.place, f"còn “{found.group().strip()}”")
