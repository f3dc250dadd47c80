"""What a name that is not known may have been meant to be."""

from collections.abc import Collection
from difflib import get_close_matches

_SHOWN = 12  # names of a short list that a hint shows


def near_words(name: str, known: Collection[str]) -> str:
    """Return what to do about a name: the one that is near, the few there are, or nothing but to look it up."""
    if near := near_name(name, known):
        return f"có phải “{near}”?"
    return f"dùng một trong: {', '.join(known)}" if 0 < len(known) <= _SHOWN else "sửa tên, hoặc xóa mục này"


def near_name(name: str, known: Collection[str]) -> str:
    """Return the known name that is nearest to another one; empty where none is near."""
    return next(iter(get_close_matches(name, known, n=1, cutoff=0.75)), "")
