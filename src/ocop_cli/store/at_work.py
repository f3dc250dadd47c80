"""Word of work that may take long, to whoever shows it: files that are read, things gone through, programs waited for."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

T = TypeVar("T")


class Listener(Protocol):
    """Whoever is told of the work."""

    def files_read(self, count: int) -> None:
        """Take how many files were read since it was last told."""

    def goes_on(self, what: str, done: int, total: int) -> None:
        """Take what is done, in words, and how far it is."""

    def waits_for(self, what: str) -> None:
        """Take what another program is about to be waited for."""


_listeners: list[Listener] = []  # a run may run another one: the inner one is told
_walks: list[Listener] = []  # those who are told how far a walk is


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Tell a listener of the work that is done inside."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.pop()
        _walks[:] = [each for each in _walks if each is not listener]


def tell_nobody() -> None:
    """Tell nobody from now on: in a process that was forked, the one that forked it tells of the work."""
    _listeners.clear()


def going_through(what: str, items: Iterable[T], total: int) -> Generator[T, None, None]:
    """Yield items, telling what is done with them, which is at work and of how many.

    What is done for each item is part of it: files read and walks inside are not told.
    """
    listener = _listeners[-1] if _listeners else None
    if listener is None or listener in _walks:
        yield from items
        return
    _walks.append(listener)
    try:
        for number, item in enumerate(items, 1):
            listener.goes_on(what, number, total)
            yield item
    finally:
        if listener in _walks:
            _walks.remove(listener)


def files_read(count: int = 1) -> None:
    """Say that files were read."""
    if _listeners and _listeners[-1] not in _walks:
        _listeners[-1].files_read(count)


def waits_for(what: str) -> None:
    """Say in words for what another program is about to be waited for."""
    if _listeners:
        _listeners[-1].waits_for(what)
