"""Which choice a person means: by its number, its code, or its Vietnamese words without regard of marks and case."""

import re
from collections.abc import Mapping

from ocop_cli.viet.text import fold

_SAME = {
    "dong y": "nhat tri",
    "khong dong y": "khong nhat tri",
}  # as people say it; files and papers say the latter

BACK, STOP = "lùi", "dừng"
"""What somebody types to answer the question before again, and to leave an interview."""


def walk_word(answer: str, *, free: bool) -> str:
    """Return ``BACK`` or ``STOP`` where an answer is one of them, else nothing.

    In a ``free`` text it must be typed with its marks: Dung is a name.
    """
    typed = answer.strip().casefold()
    return next(
        (word for word in (BACK, STOP) if typed == word or (not free and fold(typed) == fold(word))), ""
    )


def chosen(answer: str, choices: Mapping[str, str]) -> list[str]:
    """Return the choices that an answer may mean: one where it is clear, several or none where it is not.

    ``choices`` maps each code to its words. The whole code or the whole words win over a part of the words.

    >>> chosen("2", {"agree": "nhất trí", "disagree": "không nhất trí"})
    ['disagree']
    >>> chosen("Đồng ý", {"agree": "nhất trí", "disagree": "không nhất trí"})
    ['agree']
    >>> chosen("bản sắc", {"local_labour": "Sử dụng lao động", "local_identity": "Bản sắc, trí tuệ địa phương"})
    ['local_identity']
    """
    if answer in choices:
        return [answer]
    wanted = _plain(answer)
    wanted = _SAME.get(wanted, wanted)
    if not wanted:
        return []
    whole = [key for key, words in choices.items() if wanted in (_plain(key), _plain(words))]
    if whole:
        return whole
    if wanted.isdecimal():
        return [*choices][int(wanted) - 1 : int(wanted)] if int(wanted) else []
    return [key for key, words in choices.items() if f" {wanted} " in f" {_plain(words)} "]


def _plain(text: str) -> str:
    """Take case, marks and punctuation away: ``tiep-nhan`` and ``Tiếp nhận`` read the same."""
    return " ".join(re.sub(r"[^\w]|_", " ", fold(text)).split())
