"""What a name that is not known may have been meant to be."""

from collections.abc import Collection, Mapping
from difflib import get_close_matches

from ocop_cli.viet.text import fold

_SHOWN = 16  # names of a short list that a hint shows


def near_words(name: str, known: Collection[str]) -> str:
    """Return what to do about a name: the one that is near, the few there are, or nothing but to look it up.

    Where ``known`` maps codes to their words, each code is told with its words.
    """
    if near := near_name(name, known):
        return f"có phải “{near}”?" + (f" ({known[near]})" if isinstance(known, Mapping) else "")
    shown = [f"{code} ({words})" for code, words in known.items()] if isinstance(known, Mapping) else known
    return f"dùng một trong: {'; '.join(shown)}" if 0 < len(known) <= _SHOWN else "sửa tên, hoặc xóa mục này"


def near_name(name: str, known: Collection[str]) -> str:
    """Return the known name that is nearest to another one; empty where none is near."""
    by_letters = {fold(one): one for one in known}
    return next((by_letters[one] for one in get_close_matches(fold(name), by_letters, n=1, cutoff=0.75)), "")
