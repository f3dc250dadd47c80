"""Whole answers that were given before, each with the seal of all the files that it may rest on."""

import sqlite3
import zlib
from contextlib import closing, suppress
from pathlib import Path

from ocop_cli.store.files.index_file import prepare_index, touch_index
from ocop_cli.store.index.database import open_kept, open_to_read
from ocop_cli.store.index.program import program_stamp
from ocop_cli.store.index.stamps import Found, is_settled, look

_EVERYTHING = (".", ".git/config", ".ocop/journal", "private/.ocop/journal", ".ocop/interviews")
"""Every file of the workspace, what git knows of merging, and what earlier commands have left of themselves."""
_LARGEST = 64 * 1024 * 1024  # characters of an answer; a larger one is not kept


class Answers:
    """The answer to one question about the workspace at ``root``."""

    def __init__(self, root: Path, question: str) -> None:
        self._root, self._question = root, question
        self._found: Found | None = None
        self._since = 0

    def find(self) -> str | None:
        """Return the answer that was given while every file was as it is now; ``None`` where there is none."""
        with suppress(sqlite3.Error, OSError, zlib.error), closing(open_to_read(self._root)) as connection:
            asked = "SELECT seal, answer FROM answers WHERE question = ?"
            row = connection.execute(asked, (self._question,)).fetchone()
            if row and row[0] == self._seal(look(self._root, _EVERYTHING)):
                return zlib.decompress(row[1]).decode()
        return None

    def begin(self) -> bool:
        """Look at the files before they are read for an answer; say whether it may be kept."""
        self._found = look(self._root, _EVERYTHING)
        try:
            self._since = touch_index(prepare_index(self._root))
        except OSError:
            return False
        return is_settled(self._found.newest(), self._since)

    def keep(self, answer: str) -> None:
        """Keep an answer, in place of the oldest ones; a disk that does not take it is no obstacle."""
        if self._found is None or len(answer) > _LARGEST:
            return
        row = self._question, self._seal(self._found), zlib.compress(answer.encode(), 1)
        with suppress(sqlite3.Error, OSError):
            database = open_kept(self._root, may_write=True)
            with closing(database.connection), database.writing():
                database.keep_answer(*row)

    @staticmethod
    def _seal(found: Found) -> str:
        return f"{program_stamp()} {found.seal}"
