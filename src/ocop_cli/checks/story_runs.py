"""How a copied story is found again: by runs of words that it shares with the story it was copied from.

A run is as many words as have eight consonants together, some four words: seldom the same by chance, and the same
however the words are marked, spaced and punctuated.
"""

import re

from ocop_cli.viet.text import consonant_words

_LENGTH = 8
_SHARED = (
    4  # stories of which nine tenths are alike share a quarter of their runs; stock phrases alone do not
)
_RUN = rb"[^ ](?: ?[^ ]){%d}[^ ]*+" % (_LENGTH - 1)
_IN_A_ROW = re.compile(_RUN)
_AT_EACH_WORD = re.compile(rb" (?=(%b))" % _RUN)


def all_runs(story: str) -> set[bytes]:
    """Return the run that begins at each word: what a story can be found by."""
    return _runs(_AT_EACH_WORD, story)


def runs_in_a_row(story: str) -> set[bytes]:
    """Return runs one behind the other: what a copy is looked up by. A word that was changed spoils only one."""
    return _runs(_IN_A_ROW, story)


def runs_wanted(runs: set[bytes]) -> int:
    """Return how many of these runs another story must have to be worth comparing."""
    return max(1, len(runs) // _SHARED)


def _runs(look: re.Pattern[bytes], story: str) -> set[bytes]:
    words = consonant_words(story.encode())
    return {run.replace(b" ", b"") for run in look.findall(b" " + words)} or {words.replace(b" ", b"")}
