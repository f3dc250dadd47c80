"""Names in a line about an act that nobody typed whole: a village by its last word, several products, a slip of a key."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import get_close_matches

from ocop_cli.programme.log_text import flat
from ocop_cli.programme.units import units_meant
from ocop_cli.viet.text import fold

_MORE = 3  # words behind “thôn” that may be its name
_NEAR = 0.75
_PARTS = re.compile(r"\s*[,;]\s*|\s+và\s+")
_ID = re.compile(r"(?<![\w-])[a-z\d]+(?:-[a-z\d]+)+(?![\w-])")


def village_meant(text: str, villages: Sequence[str]) -> list[str]:
    """Return the villages that a text may mean; their word for a village may be left out: “Một” is “thôn Một”."""
    known = dict.fromkeys(villages, "")
    return units_meant(text, known) or [
        name for head in _heads(villages) for name in units_meant(f"{head} {text}", known)
    ]


def villages_in(text: str, villages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what stands in a text for a village, with its name: of “họp thôn Một về nhãn” the words “thôn Một”."""
    known = dict.fromkeys(villages, "")
    for said in _after_heads(text, villages):
        words = said.split(" ")
        for end in range(len(words), 1, -1):
            if len(found := units_meant(" ".join(words[:end]), known)) == 1:
                yield " ".join(words[:end]), found[0]
                break


def unknown_village(text: str, villages: Sequence[str]) -> str:
    """Return what a text calls a village by a proper name that is none of them; empty where there is no such."""
    said = (words.split(" ")[:2] for words in _after_heads(text, villages))
    return next((" ".join(words) for words in said if words[1][0].isupper()), "")


def _heads(villages: Sequence[str]) -> list[str]:
    return [*dict.fromkeys(fold(name.partition(" ")[0]) for name in villages if " " in name)]


def _after_heads(text: str, villages: Sequence[str]) -> Iterator[str]:
    """Yield each word for a village with the words behind it."""
    heads = "|".join(map(re.escape, _heads(villages)))
    pattern = rf"(?<![\w-])(?:{heads})(?: [^\W_]+){{1,{_MORE}}}"
    if heads:
        yield from (text[found.start() : found.end()] for found in re.finditer(pattern, flat(text)))


def each_named(text: str, named: Callable[[str], tuple[list[str], str]]) -> tuple[list[str], str]:
    """Return what each part of a list names, and what it says beside that; nothing unless every part names one.

    ``named`` returns what a part may mean, and its other words.
    """
    parts = [named(part) for part in _PARTS.split(text) if part]
    if len(parts) > 1 and all(len(found) == 1 for found, _ in parts):
        return [found[0] for found, _ in parts], " ".join(rest for _, rest in parts if rest)
    return [], ""


def mistyped(texts: Iterable[str], products: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield what is nearly the id of a product, with that id."""
    known = [*products]
    for said in (found[0] for text in texts for found in _ID.finditer(text)):
        if said not in known and (near := get_close_matches(said, known, n=1, cutoff=_NEAR)):
            yield said, near[0]
