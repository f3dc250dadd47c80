"""Answers that stand ready because nothing has changed: what a reading verb printed on the same folder, words and day.

Only verbs that ask and write nothing are kept, and only what was printed without personal data and without a file that
could not be read. A new day, a changed file, another terminal or another version of the program asks anew.
"""

import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from ocop_cli.errors import OcopError
from ocop_cli.session.unread import unread

if TYPE_CHECKING:
    from ocop_cli.session import Session
    from ocop_cli.store.index.answers import Answer, Answers, Notes

KEPT_VERBS = frozenset({"", "check", "list", "next"})
"""The verbs whose answers are kept, and bare ``ocop``."""
KEPT_AS_JSON = frozenset({"report"})
"""Those that write without ``--json``."""
_DAY = "--as-of"
_WITH_VALUE = frozenset({"-C", "--workspace", _DAY})
_NOT_KEPT = frozenset(
    {"-o", "--out", "--pdf", "-n", "--dry-run", "-v", "--verbose", "-h", "--help", "--version", "--workspace"}
)
_TOLD_ANEW = re.compile(r"private/|\bP02[0-9]\b|\bP090\b|\bY031\b")
"""Personal data, whatever is found of them, what git may know by now, and files that could not be opened just now."""
_SIGNS_OF_IT = ("private/", "P02", "P090", "Y031")
_NOT_KEPT_VARIABLES = frozenset({"OCOP_OUT", "OCOP_PDF", "OCOP_DRY_RUN", "OCOP_VERBOSE"})
_OF_STREAMS = ("OCOP_", "PYTHONIOENCODING", "NO_COLOR", "TERM", "COLUMNS")
_DONE = frozenset({0, 1})  # fine, or with findings


def replayed(words: Sequence[str]) -> int | None:
    """Print the answer to a command line once more and return its exit status; ``None`` where it has to be run."""
    found = _found(words)
    if found is None:
        return None
    for printed in found.printed:
        for text in printed.texts():
            (sys.stdout if printed.stream == 1 else sys.stderr).write(text)
        sys.stdout.flush()
    return found.status


def _found(words: Sequence[str]) -> "Answer | None":
    try:
        answers = _answers(words)
        return answers.find() if answers else None
    except Exception:  # nothing is only here: what fails is run, and told there
        return None


@contextmanager
def keeping(words: Sequence[str], session: "Session") -> Iterator[Callable[[int], None]]:
    """Note what a run prints; it is kept when the run tells its exit status, and nothing speaks against it."""
    answers = _answers(words)
    found = answers.begin() if answers else None
    if answers is None or found is None:
        yield lambda _: None
        return
    from ocop_cli.store.index.answers import Notes

    session.found = found
    out, err, notes = sys.stdout, sys.stderr, Notes()
    statuses: list[int] = []
    sys.stdout, sys.stderr = noted = _Noted(out, 1, notes), _Noted(err, 2, notes)
    try:
        yield statuses.append
    finally:
        sys.stdout, sys.stderr = out, err
    is_whole = bool(statuses) and statuses[0] in _DONE and not session.follow and not unread(session)
    if is_whole and not any(stream.is_told_anew for stream in noted):
        answers.keep(statuses[0], notes)


class _Noted:
    """A stream that notes what is written on it."""

    def __init__(self, stream: TextIO, number: int, notes: "Notes") -> None:
        self._stream, self._number, self._notes = stream, number, notes
        self.is_told_anew = False

    def write(self, text: str) -> int:
        if any(map(text.__contains__, _SIGNS_OF_IT)) and _TOLD_ANEW.search(text):
            self.is_told_anew = True
        self._notes.add(self._number, text)
        return self._stream.write(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _answers(words: Sequence[str]) -> "Answers | None":
    """Return where the answer to a command line is kept; ``None`` for one whose answer is not."""
    verb, folder = _verb_and_folder(words)
    verbs = KEPT_VERBS | (KEPT_AS_JSON if "--json" in words else frozenset())
    if verb not in verbs or _asks(verb, words) or any(map(_is_telling, words)):
        return None
    if not _NOT_KEPT_VARIABLES.isdisjoint(os.environ):
        return None
    from ocop_cli.session import Session
    from ocop_cli.session.given import GlobalOptions

    folder = folder or os.environ.get("OCOP_WORKSPACE", "")
    session = Session(GlobalOptions(Path(folder) if folder else None), run_line=lambda _: 0)
    try:
        root = session.root
    except (OcopError, OSError):
        return None
    from ocop_cli.store.index.answers import Answers

    return Answers(
        root, json.dumps([str(root), str(Path.cwd()), *words, session.today.isoformat(), *_surroundings()])
    )


def _verb_and_folder(words: Sequence[str]) -> tuple[str, str]:
    """Return the verb of a command line, empty for bare ``ocop``, and the folder that is given; the later word wins."""
    verb, folder, rest = "", "", iter(words)
    for word in rest:
        if word in _WITH_VALUE:
            value = next(rest, "")
            folder = folder if word == _DAY else value
        elif not word.startswith("-"):
            verb = verb or word
    return verb, folder


def _is_telling(word: str) -> bool:
    """Say whether an option makes a run write or tell more, or hides what it is: several in one word, a value in it."""
    is_several = word[:1] == "-" and word[:2] != "--" and len(word) > len("-n")
    return is_several or (word.partition("=")[0] in _NOT_KEPT and word not in _WITH_VALUE)


def _asks(verb: str, words: Sequence[str]) -> bool:
    """Say whether a person at a terminal may be asked: bare ``ocop`` asks for a number."""
    is_silent = "--no-input" in words or "OCOP_NO_INPUT" in os.environ
    return not verb and not is_silent and sys.stdin.isatty()


def _surroundings() -> list[str]:
    """Return what else an answer depends on: our variables and, where a terminal draws it, all of them and its size."""
    terminal = sys.stdout.isatty()
    names = sorted(name for name in os.environ if terminal or name.startswith(_OF_STREAMS))
    size = [str(os.get_terminal_size(sys.stdout.fileno()))] if terminal else []
    kinds = [str(stream.isatty()) for stream in (sys.stdin, sys.stdout, sys.stderr)]
    return [*(f"{name}={os.environ[name]}" for name in names), *size, *kinds]
