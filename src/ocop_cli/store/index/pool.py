"""Making many rows in several processes, each with a share of the dossiers: where that cannot be, in this one."""

import gc
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ocop_cli.store.at_work import going_through
from ocop_cli.store.index.view import Make, Row

if TYPE_CHECKING:
    from ocop_cli.store.gaps import Gap

_SHARE = 100  # dossiers that a process is given at a time
_PAYS_FROM = 300  # dossiers a process: below, its start costs more than it saves
_MOST = 4
_NEVER_YET = 100_000  # objects after which a process looks for dead ones: it makes few


def made_by_many(make: Make, ids: Sequence[str]) -> "Iterator[Row | Gap]":
    """Yield the rows of some dossiers in their order."""
    return going_through("Đang đọc hồ sơ", _made(make, ids), len(ids))


def _made(make: Make, ids: Sequence[str]) -> "Iterator[Row | Gap]":
    workers = min(os.cpu_count() or 1, _MOST, len(ids) // _PAYS_FROM)
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

    started = get_context("spawn")  # the same on every system; a fork would take the open database along
    with ProcessPoolExecutor(workers, started, initializer=gc.set_threshold, initargs=(_NEVER_YET,)) as pool:
        yield from pool.map(_Listed(make), shares)


class _Listed:
    """Makes a list of what is made one by one: only that can be handed from process to process."""

    def __init__(self, make: Make) -> None:
        self._make = make

    def __call__(self, ids: Sequence[str]) -> "list[Row | Gap]":
        return list(self._make(ids))
