"""Word of work that may take long, to whoever shows it: files that are read, other programs that are waited for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Listener = Callable[[int, str], None]
"""Takes how many files were read since it was last told, and what is waited for next; empty for no other program."""

_listeners: list[Listener] = []  # a run may run another one: the inner one is told


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Tell a listener of the work that is done inside."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.pop()


def files_read(count: int = 1) -> None:
    """Say that files were read."""
    if _listeners:
        _listeners[-1](count, "")


def waits_for(what: str) -> None:
    """Say in words for what another program is about to be waited for."""
    if _listeners:
        _listeners[-1](0, what)
