"""Making many rows in several processes, each with a share of the dossiers: where that cannot be, in this one."""

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ocop_cli.store.at_work import going_through, tell_nobody
from ocop_cli.store.index.view import Make, Row

if TYPE_CHECKING:
    from ocop_cli.store.reading.gaps import Gap

_START = "fork" if sys.platform == "linux" else "spawn"
"""A forked process has all that is loaded here. The open database goes along and is never touched there."""
_FIRST = 20  # dossiers that are made here before others are forked: what they need is loaded once
_SHARE = 100  # dossiers that a process is given at a time
_PAYS_FROM = 300  # dossiers a process: below, its start costs more than it saves
_MOST = 4
_NEVER_YET = 100_000  # objects after which a process looks for dead ones: it makes few

_make: list[Make] = []  # in a process of the pool: with what it makes rows


def made_by_many(make: Make, ids: Sequence[str]) -> "Iterator[Row | Gap]":
    """Yield the rows of some dossiers in their order."""
    return going_through("Đang đọc hồ sơ", _made(make, ids), len(ids))


def _made(make: Make, ids: Sequence[str]) -> "Iterator[Row | Gap]":
    workers = min(os.cpu_count() or 1, _MOST, len(ids) // _PAYS_FROM)
    if workers > 1 and _START == "fork":
        yield from make(ids[:_FIRST])
        ids = ids[_FIRST:]
    shares = [ids[start : start + _SHARE] for start in range(0, len(ids), _SHARE)]
    done = 0
    if workers > 1:
        from concurrent.futures.process import BrokenProcessPool

        try:
            for rows in _in_processes(make, shares, workers):
                yield from rows
                done += 1
        except (BrokenProcessPool, OSError, ImportError):  # a system without them, or one that was killed
            pass
    for share in shares[done:]:
        yield from make(share)


def _in_processes(make: Make, shares: Sequence[Sequence[str]], workers: int) -> "Iterator[list[Row | Gap]]":
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(workers, get_context(_START), initializer=_begin, initargs=(make,)) as pool:
        yield from pool.map(_share_made, shares)


def _begin(make: Make) -> None:
    """Make a process of the pool ready; what it has of the one that started it is never looked through for dead objects."""
    tell_nobody()
    gc.freeze()
    gc.set_threshold(_NEVER_YET)
    _make.append(make)


def _share_made(ids: Sequence[str]) -> "list[Row | Gap]":
    return list(_make[0](ids))
