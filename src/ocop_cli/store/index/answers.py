"""Whole answers that were given before, each with the seal of all the files that it may rest on."""

import codecs
import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from ocop_cli.store.files.index_file import disk_time, prepare_index
from ocop_cli.store.index.database import open_kept, open_to_read
from ocop_cli.store.index.program import program_stamp
from ocop_cli.store.index.stamps import WHOLE, Found, is_settled, look

_BESIDE = (".git/config", ".ocop/journal", "private/.ocop/journal", ".ocop/interviews")
"""What git knows of merging, and what earlier commands have left of themselves."""
_LARGEST = 64 * 1024 * 1024  # bytes of an answer; a larger one is not kept
_SLICE = 1 << 20
_ERRORS = "surrogatepass"  # what a terminal escapes is escaped anew


class Printed(NamedTuple):
    """What a run printed in a row on one stream, 1 or 2, as UTF-8."""

    stream: int
    content: bytes

    def texts(self) -> Iterator[str]:
        """Yield it piece by piece."""
        decoder = codecs.getincrementaldecoder("utf-8")(_ERRORS)
        for start in range(0, len(self.content), _SLICE):
            yield decoder.decode(self.content[start : start + _SLICE])


class Answer(NamedTuple):
    """What a run ended with, and what it printed on the way."""

    status: int
    printed: list[Printed]


class Notes:
    """What a run prints, pressed while it goes on: a list may have millions of letters."""

    def __init__(self) -> None:
        self._done: list[tuple[int, bytearray]] = []
        self._stream, self._pressed = 1, bytearray()
        self._press = zlib.compressobj(1)
        self._size = 0

    def add(self, stream: int, text: str) -> None:
        """Note a text."""
        if stream != self._stream:
            self._end_of_row(stream)
        content = text.encode(errors=_ERRORS)
        self._size += len(content)
        if self._size <= _LARGEST:
            self._pressed += self._press.compress(content)

    def kept(self, status: int) -> bytes | None:
        """Return the answer as it is kept; ``None`` for one that is too large."""
        self._end_of_row(0)
        rows = [(stream, len(pressed)) for stream, pressed in self._done]
        whole: list[bytes | bytearray] = [f"{json.dumps([status, rows])}\n".encode()]
        whole += (pressed for _, pressed in self._done)
        return b"".join(whole) if self._size <= _LARGEST else None

    def _end_of_row(self, following: int) -> None:
        self._pressed += self._press.flush()
        self._done.append((self._stream, self._pressed))
        self._stream, self._pressed = following, bytearray()
        self._press = zlib.compressobj(1)


def _unpressed(kept: bytes) -> Answer:
    head, _, rest = kept.partition(b"\n")
    status, rows = json.loads(head)
    printed, at = [], 0
    for stream, length in rows:
        printed.append(Printed(stream, zlib.decompress(rest[at : at + length])))
        at += length
    return Answer(status, printed)


class Answers:
    """The answer to one question about the workspace at ``root``."""

    def __init__(self, root: Path, question: str) -> None:
        self._root, self._question = root, question
        self._found: tuple[Found, Found] | None = None

    def find(self) -> Answer | None:
        """Return the answer that was given while every file was as it is now; ``None`` where there is none."""
        with suppress(sqlite3.Error, OSError, zlib.error), closing(open_to_read(self._root)) as connection:
            asked = "SELECT seal, answer FROM answers WHERE question = ?"
            row = connection.execute(asked, (self._question,)).fetchone()
            if row and row[0] == self._seal(*self._look()):
                return _unpressed(row[1])
        return None

    def begin(self) -> Found | None:
        """Look at the files before they are read for an answer, and return those of the workspace.

        ``None`` where the answer may not be kept.
        """
        whole, beside = self._found = self._look()
        try:
            since = disk_time(prepare_index(self._root))
        except OSError:
            return None
        return whole if is_settled(max(whole.newest(), beside.newest()), since) else None

    def keep(self, status: int, notes: Notes) -> None:
        """Keep an answer, in place of the oldest ones; a disk that does not take it is no obstacle."""
        answer = notes.kept(status)
        if self._found is None or answer is None:
            return
        row = self._question, self._seal(*self._found), answer
        with suppress(sqlite3.Error, OSError):
            database = open_kept(self._root, may_write=True)
            with closing(database.connection), database.writing():
                database.keep_answer(*row)

    def _look(self) -> tuple[Found, Found]:
        return look(self._root, WHOLE), look(self._root, _BESIDE)

    @staticmethod
    def _seal(whole: Found, beside: Found) -> str:
        return f"{program_stamp()} {whole.seal} {beside.seal}"
