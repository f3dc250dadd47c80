"""What a terminal shows of work that goes on for long."""

import os
import sys
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

_LONG, _BETWEEN = 0.5, 0.1  # seconds: work that is shown, and how often what is shown changes


class Working:
    """What a terminal shows of long work: on stderr, and gone when it ends; nothing of quick work, nothing in a pipe."""

    def __init__(self, is_wanted: Callable[[], bool]) -> None:
        self._is_wanted, self._count = is_wanted, 0
        self._bar: Progress | None = None
        self._last = monotonic()

    def files_read(self, count: int) -> None:
        """Take how many files were read since it was last told; show all of them where that is due."""
        self._count += count
        if self._is_due():
            self._show(f"Đang đọc: {self._count} tệp")

    def goes_on(self, what: str, done: int, total: int) -> None:
        """Take what is done and how far it is; show it where that is due."""
        if self._is_due():
            self._show(f"{what}: {done}/{total}")

    def waits_for(self, what: str) -> None:
        """Show at once what another program is waited for: nothing more is told until it is done."""
        self._show(what)

    def _is_due(self) -> bool:
        return monotonic() - self._last >= (_BETWEEN if self._bar else _LONG)

    def _show(self, words: str) -> None:
        self._last = monotonic()
        if self._bar:
            self._bar.update(self._bar.task_ids[0], description=words, refresh=True)
        else:
            self._begin(words)

    def _begin(self, words: str) -> None:
        stream = sys.__stderr__  # past what notes the answers that are kept
        if not (self._is_wanted() and stream and stream.isatty() and os.environ.get("TERM") != "dumb"):
            return
        from rich.console import Console as RichConsole
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        self._bar = Progress(
            SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn(),
            console=RichConsole(file=stream), transient=True, auto_refresh=False,
            redirect_stdout=False, redirect_stderr=False,
        )  # fmt: skip
        self._bar.add_task(words, total=None)
        self._bar.start()
        _shown.append(self)

    def end(self) -> None:
        """Take away what is shown; work is long again when it has gone on for long from now."""
        if self._bar:
            self._bar.stop()
        self._bar, self._last = None, monotonic()


_shown: list[Working] = []


def settle() -> None:
    """Take away what is shown of work, before anything is printed or asked."""
    while _shown:
        _shown.pop().end()
