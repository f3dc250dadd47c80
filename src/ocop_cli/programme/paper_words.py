"""Which kind of paper a file is, by its name and by the first lines of its text: proposed, never decided."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ocop_cli.viet.text import fold

_HEADING = 900  # letters of the text that are looked at: the head of a form names it
_LONG = 8  # letters of words that are also found where a name was written without spaces

PaperWords = Mapping[str, Sequence[str]]
"""What people call each kind of paper, folded, by the id of the kind."""


class Proposal(NamedTuple):
    """The kinds that a file may be, the likeliest first; ``is_sure`` when name and text leave no other."""

    kinds: tuple[str, ...]
    is_sure: bool


def propose_kind(words: PaperWords, names: Mapping[str, str], file_name: str, text: str = "") -> Proposal:
    """Propose what a file is: ``names`` maps the ids of the kinds that may be meant to their names in the law."""
    called = {kind: [*words.get(kind, ()), *_own_words(name)] for kind, name in names.items()}
    by_name = _spoken_of(called, _plain(file_name.rpartition(".")[0] or file_name))
    by_text = _spoken_of(called, _plain(text[:_HEADING]))
    both = [kind for kind in by_name if kind in by_text]
    for found in (both, by_name if not by_text else [], by_text if not by_name else []):
        if len(found) == 1:
            return Proposal(tuple(found), is_sure=True)
    return Proposal(tuple(dict.fromkeys([*both, *by_text, *by_name])), is_sure=False)


def _own_words(name: str) -> Iterator[str]:
    """Yield the name of a kind without what stands in brackets."""
    yield _plain(re.sub(r"\(.*?\)", " ", name))


def _spoken_of(called: Mapping[str, Sequence[str]], plain: str) -> list[str]:
    """Return the kinds that a text speaks of, the longest words first; words inside longer ones do not count."""
    found = [
        (phrase, kind, start)
        for kind, phrases in called.items()
        for phrase in phrases
        for start in _places(phrase, plain)
    ]
    whole = [
        (phrase, kind)
        for phrase, kind, start in found
        if not any(
            len(other) > len(phrase) and begin <= start and start + len(phrase) <= begin + len(other)
            for other, _, begin in found
        )
    ]
    return list(dict.fromkeys(kind for _, kind in sorted(whole, key=lambda pair: -len(pair[0]))))


def _places(phrase: str, plain: str) -> Iterator[int]:
    """Yield where words stand in a text: whole words, or long ones in a name without spaces."""
    yield from (place.start() for place in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", plain))
    joined = phrase.replace(" ", "")
    if joined != phrase and len(joined) >= _LONG and " " not in plain and joined in plain:
        yield plain.index(joined)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", fold(text)).split())
