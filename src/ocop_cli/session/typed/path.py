"""A path as it is typed, or dropped into a terminal, which puts it in quotation marks."""

from pathlib import Path

_QUOTES = "'\"“”"


def typed_path(text: str) -> Path:
    """Return the path without blanks and quotation marks around it."""
    return Path(text.strip().strip(_QUOTES))
