"""Which program made a row: its version and, where its own files are worked on, their state."""

from functools import cache

from ocop_cli import __version__
from ocop_cli.store.built_in.resources import PACKAGE, resource_root
from ocop_cli.store.index.stamps import Found, look

_INSTALLED = ("__init__.py", "resources/templates")


@cache
def program_stamp() -> str:
    """Return what differs between two programs that may make different rows of the same files."""
    files = _INSTALLED if resource_root().is_relative_to(PACKAGE) else (".",)
    return f"{__version__} {look(PACKAGE, files).seal}"


def stamp_of(found: Found, name: str, since: int | None = None) -> str:
    """Return by what a file and the program that works on it are known (``Found.text_of``); empty where that is."""
    stamp = found.text_of(name, since=since)
    return stamp and f"{program_stamp()} {stamp}"
