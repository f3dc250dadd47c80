"""Where a legal value was read, and how far it can be trusted."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Confidence(StrEnum):
    """How a value came to us, most trusted first."""

    VERBATIM = "verbatim-source"  # read in a public transcript of the text
    SECONDARY = "secondary"  # press, province pages, summaries, software
    DERIVED = "derived"  # worked out by us from a verbatim text
    RECALLED = "recalled"  # from memory
    UNCERTAIN = "uncertain"  # sources disagree or are damaged


class Source(NamedTuple):
    """One source of values. ``verified_on`` is the day it was compared with the signed text, if ever."""

    id: str
    where: str
    confidence: Confidence
    verified_on: date | None = None

    @property
    def is_firm(self) -> bool:
        """Say whether the value was compared with the signed text or at least read in a transcript of it."""
        return self.verified_on is not None or self.confidence is Confidence.VERBATIM


_WORDS = {
    Confidence.VERBATIM: "chép từ toàn văn công khai",
    Confidence.SECONDARY: "nguồn thứ cấp",
    Confidence.DERIVED: "suy ra từ văn bản",
    Confidence.RECALLED: "theo trí nhớ, chưa kiểm chứng",
    Confidence.UNCERTAIN: "nguồn chưa thống nhất",
}


def confidence_word(confidence: Confidence) -> str:
    """Return what officials read for a degree of confidence."""
    return _WORDS[confidence]
