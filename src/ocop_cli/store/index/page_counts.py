"""How many pages files have, as counted before: who asks again need not load what reads PDF, which takes memory and time."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from ocop_cli.store.files.index_file import prepare_index, touch_index
from ocop_cli.store.index.database import open_kept, open_to_read
from ocop_cli.store.index.program import program_stamp
from ocop_cli.store.index.stamps import Found
from ocop_cli.store.sources import Sources


@contextmanager
def counted_before(sources: Sources, names: Iterable[str], *, may_write: bool) -> Iterator[None]:
    """Let a run know the pages of files that are as they were when they were counted; keep, if it may, what it counts.

    A disk that gives or takes nothing is no obstacle: the files are counted then.
    """
    found = Found(sources.root, {})
    for name in names:
        found.of(name)
    known = _known(found)
    sources.page_counts |= known
    since = _now(sources.root) if may_write and known.keys() < found.stamps.keys() else None
    yield
    if since is not None:
        _keep(found, since, {name: n for name, n in sources.page_counts.items() if name not in known})


def _known(found: Found) -> dict[str, int | None]:
    try:
        with closing(open_to_read(found.root)) as connection:
            rows = connection.execute("SELECT name, stamp, pages FROM pages").fetchall()
    except sqlite3.Error:
        return {}
    return {
        name: pages for name, stamp, pages in rows if name in found.stamps and stamp == _stamp(found, name)
    }


def _now(root: Path) -> int | None:
    try:
        return touch_index(prepare_index(root))
    except OSError:
        return None


def _keep(found: Found, since: int, counts: Mapping[str, int | None]) -> None:
    stamps = {name: _stamp(found, name, since) for name in counts if name in found.stamps}
    rows = [(name, stamp, counts[name]) for name, stamp in stamps.items() if stamp]
    with suppress(sqlite3.Error, OSError):
        database = open_kept(found.root, may_write=True)
        with closing(database.connection), database.writing():
            database.keep_pages(rows)


def _stamp(found: Found, name: str, since: int | None = None) -> str:
    """Return by what a file and its counter are known; empty for a file that is not there or may change unseen."""
    stamp = found.text_of(name, since=since)
    return stamp and f"{program_stamp()} {stamp}"
