"""How many pages files have, as counted before: who asks again need not load what reads PDF, which takes memory and time."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from functools import cached_property
from pathlib import Path

from ocop_cli.store.files.index_file import prepare_index, touch_index
from ocop_cli.store.index.database import Database, open_kept, open_to_read
from ocop_cli.store.index.program import program_stamp
from ocop_cli.store.index.stamps import Found
from ocop_cli.store.reading.sources import Sources

Counts = Mapping[str, int | None]
"""The pages of files by name; ``None`` where they cannot be counted."""


class KeptPages:
    """What the index has of the pages of files, for a run: read at once, when it is first asked."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._found = Found(sources.root, {})
        self._told: set[str] = set()

    def tell(self, names: Iterable[str]) -> Counts:
        """Let the run know the pages of those files that are as they were when they were counted, and return them."""
        asked = {name: self._kept[name] for name in names if name in self._kept}
        known = {name: pages for name, (stamp, pages) in asked.items() if stamp == _stamp(self._found, name)}
        self._sources.page_counts |= known
        self._told |= known.keys()
        return known

    def counted_since(self, names: Iterable[str]) -> tuple[tuple[str, int | None], ...]:
        """Return the pages of those files that the run has counted itself: what a row gives the index to keep."""
        counts = self._sources.page_counts
        return tuple(
            (name, counts[name]) for name in sorted(names) if name in counts and name not in self._told
        )

    @cached_property
    def _kept(self) -> dict[str, tuple[str, int | None]]:
        try:
            with closing(open_to_read(self._found.root)) as connection:
                rows = connection.execute("SELECT name, stamp, pages FROM pages").fetchall()
        except sqlite3.Error:
            return {}
        return {name: (stamp, pages) for name, stamp, pages in rows}


@contextmanager
def counted_before(sources: Sources, names: Iterable[str], *, may_write: bool) -> Iterator[None]:
    """Let a run know the pages of files that are as they were when they were counted; keep, if it may, what it counts.

    A disk that gives or takes nothing is no obstacle: the files are counted then.
    """
    found = Found(sources.root, {})
    for name in names:
        found.of(name)
    known = KeptPages(sources).tell(found.stamps)
    since = _now(sources.root) if may_write and known.keys() < found.stamps.keys() else None
    yield
    if since is not None:
        with suppress(sqlite3.Error, OSError):
            database = open_kept(sources.root, may_write=True)
            with closing(database.connection), database.writing():
                asked = found.stamps.keys() - known.keys()
                counts = {name: n for name, n in sources.page_counts.items() if name in asked}
                keep_pages(database, found, since, counts)


def keep_pages(database: Database, found: Found, since: int, counts: Counts) -> None:
    """Keep the pages of files that were counted since a time (ns, by the clock of the disk), as they were found before."""
    stamps = {name: _stamp(found, name, since) for name in counts}
    database.keep_pages((name, stamp, counts[name]) for name, stamp in stamps.items() if stamp)


def _now(root: Path) -> int | None:
    try:
        return touch_index(prepare_index(root))
    except OSError:
        return None


def _stamp(found: Found, name: str, since: int | None = None) -> str:
    """Return by what a file and its counter are known; empty for a file that is not there or may change unseen."""
    stamp = found.text_of(name, since=since)
    return stamp and f"{program_stamp()} {stamp}"
