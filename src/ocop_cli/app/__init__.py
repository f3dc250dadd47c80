"""The command line: the table of verbs, global options, help and completion, and the one place that catches errors.

Only what answers a call for help is imported here: all the rest costs six times as much and more.
"""

import gc
import os
import sys

from ocop_cli.app.ready import ready_answer

_NEVER_YET = (
    200_000  # objects; a run makes fewer, and they live to its end: looking for dead ones costs a tenth of it
)
_OF_GIT = "merge-file"  # git runs it for every file that two branches changed: no verb of people


def main() -> None:
    """Run the command line and leave with its exit status."""
    gc.set_threshold(_NEVER_YET)
    _speak_utf8()
    status = run(sys.argv[1:])
    gc.freeze()  # or Python looks through everything once more before it ends
    sys.exit(status)


def run(arguments: list[str]) -> int:
    """Run one command line: 0 fine, 1 findings, 2 misuse, 3 cannot go on, 70 bug, 130 interrupted."""
    try:
        status = _answer(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_has_left()
    else:
        return status


def _answer(words: list[str]) -> int:
    if words[:1] == [_OF_GIT] and len(words) == len((_OF_GIT, "base", "ours", "theirs", "path")):
        from ocop_cli.usecases.merge.driver import drive

        return drive(words[1:])
    ready = ready_answer(words)
    if ready is not None:
        sys.stdout.write(ready)
        return 0
    from ocop_cli.app.kept import replayed

    status = replayed(words)
    if status is not None:
        return status
    from ocop_cli.app.boundary import answer

    return answer(words)


def _speak_utf8() -> None:
    """Make every terminal and pipe take Vietnamese; what cannot be shown is escaped, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _reader_has_left() -> int:
    """Nobody reads on: nothing more to say, nor when Python writes out the rest at its exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
