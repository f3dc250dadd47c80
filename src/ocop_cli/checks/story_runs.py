"""How a copied story is found again: by runs of words that it shares with the story it was copied from.

A run is as many words as have eight consonants together, some four words: seldom the same by chance, and the same
however the words are marked, spaced and punctuated.
"""

from ocop_cli.viet.text import consonants

_LENGTH = 8
_SHARED = (
    4  # stories of which nine tenths are alike share a quarter of their runs; stock phrases alone do not
)


def all_runs(story: str) -> set[bytes]:
    """Return the run that begins at each word: what a story can be found by."""
    words = _words(story)
    runs = {_run_at(words, start)[0] for start in range(len(words))}
    return {run for run in runs if len(run) >= _LENGTH} or {b"".join(words)}


def runs_in_a_row(story: str) -> set[bytes]:
    """Return runs one behind the other: what a copy is looked up by. A word that was changed spoils only one."""
    words, runs, start = _words(story), set(), 0
    while start < len(words):
        run, start = _run_at(words, start)
        if len(run) >= _LENGTH:
            runs.add(run)
    return runs or {b"".join(words)}


def runs_wanted(runs: set[bytes]) -> int:
    """Return how many of these runs another story must have to be worth comparing."""
    return max(1, len(runs) // _SHARED)


def _words(story: str) -> list[bytes]:
    return [word for word in map(consonants, story.encode().split()) if word]


def _run_at(words: list[bytes], start: int) -> tuple[bytes, int]:
    """Return the run that begins at a word, shorter at the end of the story, and where it ends."""
    end, length = start, 0
    while end < len(words) and length < _LENGTH:
        length += len(words[end])
        end += 1
    return b"".join(words[start:end]), end
