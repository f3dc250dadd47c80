"""Work that may run away is done in a process of its own: limited in time and output everywhere, in memory where the system can."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_START = "fork" if sys.platform == "linux" else "spawn"


class Limits(NamedTuple):
    """What such a piece of work may take: seconds by the clock, bytes that it gives back, bytes of memory beside
    those that the process begins with."""

    seconds: float = 15.0  # less than others wait for the lock of the workspace
    output: int = 100_000_000
    memory: int = 2_000_000_000


class RunAwayError(Exception):
    """The work took more than its limits, or its process died; the text says which, for people."""


def done_apart(work: Callable[..., bytes], *given: Any, limits: Limits) -> bytes:
    """Return what a function of a module makes of plain values, computed in a process of its own.

    What the function raises is raised here. Raises ``RunAwayError`` beyond the limits.
    """
    from multiprocessing import get_context  # what packaged templates never need

    context: Any = get_context(_START)
    mine, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, limits, work, given), daemon=True)
    process.start()
    theirs.close()
    try:
        if not mine.poll(limits.seconds):
            raise RunAwayError(f"chưa xong sau {limits.seconds:g} giây")
        result = mine.recv()
    except EOFError:
        raise RunAwayError("tốn quá nhiều bộ nhớ") from None
    finally:
        mine.close()
        process.kill()
        process.join()
    if isinstance(result, BaseException):
        raise result
    made: bytes = result
    return made


def _work(pipe: "Connection", limits: Limits, work: Callable[..., bytes], given: tuple[Any, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that asked is stopped, and ends this one
    _limit_memory(limits.memory)
    result: bytes | BaseException
    try:
        made = work(*given)
        result = made if len(made) <= limits.output else RunAwayError("làm ra tệp quá lớn")
    except RecursionError:
        result = RunAwayError("lặp lại chính nó không dừng")
    except (MemoryError, ImportError):  # the second from a library that finds no room to be loaded
        result = RunAwayError("tốn quá nhiều bộ nhớ")
    except Exception as error:
        result = error
    pipe.send(result)
    pipe.close()


def _limit_memory(most: int) -> None:
    """Hold this process to so much memory more; Windows has no such limit, and macOS does not keep it."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = _memory_in_use() + most
    allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))
    except (ValueError, OSError):
        return


def _memory_in_use() -> int:
    """Return the bytes of address space that this process has been given, and begins with; 0 where nothing says so."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
