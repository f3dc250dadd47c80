"""What was worked out of single files before, as their pages and hashes: who asks again reads no file that is as it was."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ocop_cli.store.files.index_file import disk_time, prepare_index
from ocop_cli.store.index.database import Database, open_kept, open_to_read
from ocop_cli.store.index.program import stamp_of
from ocop_cli.store.index.stamps import Found
from ocop_cli.store.index.view import Value

if TYPE_CHECKING:
    from ocop_cli.store.reading.sources import Sources

V = TypeVar("V", int | None, str | None, str)
_PAGES, _HASHES = "pages", "hashes"
_SELECT = "SELECT name, stamp, value FROM of_files WHERE what = ?"

Counts = Mapping[str, int | None]
"""The pages of files by name; ``None`` where they cannot be counted."""


class KeptPages:
    """What the index has of the pages of files, for a run: read at once, when it is first asked."""

    def __init__(self, sources: "Sources") -> None:
        self._sources = sources
        self._found = Found(sources.root, {})
        self._told: set[str] = set()

    def tell(self, names: Iterable[str]) -> Counts:
        """Let the run know the pages of those files that are as they were when they were counted, and return them."""
        known = _as_they_were(self._found, names, self._kept)
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
        return _kept(_PAGES, self._found.root)


def counted_before(
    sources: "Sources", names: Iterable[str], *, may_write: bool
) -> AbstractContextManager[None]:
    """Let a run know the pages of files that are as they were when they were counted; keep, if it may, what it counts."""
    return _known_before(_PAGES, sources.root, names, sources.page_counts, may_write=may_write)


def hashed_before(
    sources: "Sources", names: Iterable[str], *, may_write: bool
) -> AbstractContextManager[None]:
    """Let a run know the hashes of files that are as they were when they were hashed; keep, if it may, what it hashes."""
    return _known_before(_HASHES, sources.root, names, sources.hashes, may_write=may_write)


def kept_of_file(what: str, root: Path, name: str, make: Callable[[], str], *, may_write: bool) -> str:
    """Return ``what`` is worked out by ``make`` of one file, kept while that is as it was. What it raises is raised."""
    known: dict[str, str] = {}
    with _known_before(what, root, (name,), known, may_write=may_write):
        if name not in known:
            known[name] = make()
    return known[name]


@contextmanager
def _known_before(
    what: str, root: Path, names: Iterable[str], known: dict[str, V], *, may_write: bool
) -> Iterator[None]:
    """Add to ``known`` what the index has of files; keep what the run adds itself.

    A disk that gives or takes nothing is no obstacle: the files are read then.
    """
    found = Found(root, {})
    for name in names:
        found.of(name)
    told = _as_they_were(found, found.stamps, _kept(what, root))
    known |= told
    asked = found.stamps.keys() - known.keys()  # what was read before the look may be older than it
    since = _now(root) if may_write and asked else None
    yield
    if since is not None:
        with suppress(sqlite3.Error, OSError):
            database = open_kept(root, may_write=True)
            with closing(database.connection), database.writing():
                _keep(what, database, found, since, {n: v for n, v in known.items() if n in asked})


def keep_pages(database: Database, found: Found, since: int, counts: Counts) -> None:
    """Keep the pages of files that were counted since a time (ns, by the clock of the disk), as they were found before."""
    _keep(_PAGES, database, found, since, counts)


def _keep(what: str, database: Database, found: Found, since: int, values: Mapping[str, Value]) -> None:
    stamps = {name: stamp_of(found, name, since) for name in values}
    database.keep_of_files(what, ((name, stamp, values[name]) for name, stamp in stamps.items() if stamp))


def _kept(what: str, root: Path) -> dict[str, tuple[str, Any]]:
    """Return what the index has of files, each with the stamp that the file had."""
    try:
        with closing(open_to_read(root)) as connection:
            rows = connection.execute(_SELECT, (what,)).fetchall()
    except sqlite3.Error:
        return {}
    return {name: (stamp, value) for name, stamp, value in rows}


def _as_they_were(found: Found, names: Iterable[str], kept: Mapping[str, tuple[str, V]]) -> dict[str, V]:
    """Return of what is kept what still stands: of those files that are as they were."""
    asked = {name: kept[name] for name in names if name in kept}
    return {name: value for name, (stamp, value) in asked.items() if stamp == stamp_of(found, name)}


def _now(root: Path) -> int | None:
    try:
        return disk_time(prepare_index(root))
    except OSError:
        return None
