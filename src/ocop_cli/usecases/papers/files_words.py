"""Many files named in one line."""

from collections.abc import Sequence


def files_words(names: Sequence[str], most: int = 5) -> str:
    """Name files, the first of many; a record goes with its document."""
    known = frozenset(names)
    listed = [name for name in names if f"{name.removesuffix('.yaml')}.docx" not in known]
    more = f" và {len(listed) - most} tệp khác" if len(listed) > most else ""
    return ", ".join(listed[:most]) + more
