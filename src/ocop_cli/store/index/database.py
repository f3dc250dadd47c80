"""The SQLite file of the index, or the same in memory where the disk takes none: its tables, never an error to people."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ocop_cli.store.files.index_file import INDEX_FILE, disk_time, prepare_index
from ocop_cli.store.index.view import Value, View, Wanted

_FORM = 5  # of the tables: a file of another form is made anew
_WAIT_SECONDS = 0.2  # another command is writing its rows: this one does without
_ANSWERS = 12
_OWN_COLUMNS = 7  # of a row, before its values
_HOLDS = "first <= ? AND ? < until"
EVER = "~"  # comes after every day
_TABLES = (
    "CREATE TABLE views (name TEXT PRIMARY KEY, under TEXT NOT NULL, seal TEXT NOT NULL, first TEXT NOT NULL, until TEXT NOT NULL)",
    "CREATE TABLE answers (question TEXT PRIMARY KEY, seal TEXT NOT NULL, answer BLOB NOT NULL)",
    "CREATE TABLE of_files (what TEXT, name TEXT, stamp TEXT NOT NULL, value, PRIMARY KEY (what, name))",
)


class Database:
    """A connection to the index of a workspace."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self.connection = connection
        self._path = path

    @contextmanager
    def writing(self) -> Iterator[int]:
        """Write all that follows or nothing of it; gives the time by the clock of the disk (ns), 0 where nothing is kept."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield disk_time(self._path) if self._path else 0
        except BaseException:
            self.connection.rollback()
            raise
        self.connection.commit()

    def seal_of(self, view: View) -> tuple[str, str] | None:
        """Return under what a view was made and the seal of its files, where it was made at all."""
        row = self.connection.execute("SELECT under, seal FROM views WHERE name = ?", (view.name,)).fetchone()
        return (row[0], row[1]) if row else None

    def holds(self, view: View, day: str) -> bool:
        """Say whether every row of a view holds on a day."""
        asked = f"SELECT 1 FROM views WHERE name = ? AND {_HOLDS}"
        return self.connection.execute(asked, (view.name, day, day)).fetchone() is not None

    def seal(self, view: View, under: str, seal: str) -> None:
        """Keep under what a view was made, the seal of its files, and on which days all its rows hold."""
        days = (
            f"SELECT ?, ?, ?, coalesce(max(first), ''), coalesce(min(until), '{EVER}') FROM rows_{view.name}"
        )
        self.connection.execute(f"REPLACE INTO views {days}", (view.name, under, seal))

    def make_table(self, view: View, under: str) -> None:
        """Make the table of a view where there is none made ``under`` the same."""
        if (self.seal_of(view) or ("",))[0] == under:
            return
        self.connection.execute(f"DROP TABLE IF EXISTS rows_{view.name}")
        self.connection.execute(
            f"CREATE TABLE rows_{view.name} (id TEXT PRIMARY KEY, stamp TEXT, uses TEXT, first TEXT,"
            f" until TEXT, sort BLOB, has_values INTEGER, {', '.join(view.columns)})"
        )

    def stamps(self, view: View, day: str) -> Iterator[tuple[str, str, str]]:
        """Yield id, stamp and other files of every row; no stamp where it does not hold on a day."""
        stamp = f"CASE WHEN {_HOLDS} THEN stamp ELSE '' END"
        return iter(self.connection.execute(f"SELECT id, {stamp}, uses FROM rows_{view.name}", (day, day)))

    def put(self, view: View, rows: Iterable[tuple[Value | bytes, ...]]) -> None:
        """Write rows: id, stamp, other files, first day, day until which, sort, whether there are values, and the values."""
        marks = ", ".join("?" * (_OWN_COLUMNS + len(view.columns)))
        self.connection.executemany(f"REPLACE INTO rows_{view.name} VALUES ({marks})", rows)

    def drop(self, view: View, ids: Iterable[str]) -> None:
        """Delete the rows of some dossiers."""
        self.connection.executemany(f"DELETE FROM rows_{view.name} WHERE id = ?", ((each,) for each in ids))

    def rows(self, view: View, columns: tuple[str, ...], wanted: Wanted) -> Iterator[tuple[Value, ...]]:
        """Return columns of the rows that are asked for, in their order, each fetched when it is come to."""
        conditions = [
            "has_values",
            *(f"{column} = ?" for column in wanted.equal),
            *(f"instr({column}, ?)" for column in wanted.holding),
        ]
        asked = f"SELECT {', '.join(columns)} FROM rows_{view.name} WHERE {' AND '.join(conditions)} ORDER BY sort"
        return iter(self.connection.execute(asked, (*wanted.equal.values(), *wanted.holding.values())))

    def keep_answer(self, question: str, seal: str, answer: bytes) -> None:
        """Keep the answer to a question; of all answers the latest few are kept."""
        self.connection.execute("DELETE FROM answers WHERE question = ?", (question,))
        self.connection.execute("INSERT INTO answers VALUES (?, ?, ?)", (question, seal, answer))
        few = "SELECT rowid FROM answers ORDER BY rowid DESC LIMIT ?"
        self.connection.execute(f"DELETE FROM answers WHERE rowid NOT IN ({few})", (_ANSWERS,))

    def keep_of_files(self, what: str, rows: Iterable[tuple[str, str, Value]]) -> None:
        """Keep what was worked out of files: name, stamp, value."""
        named = ((what, *row) for row in rows)
        self.connection.executemany("REPLACE INTO of_files VALUES (?, ?, ?, ?)", named)


def open_kept(root: Path, *, may_write: bool) -> Database:
    """Open the index of a workspace, or a copy in memory of it where nothing may be written.

    Raises ``sqlite3.Error`` or ``OSError`` for a file that is of no use.
    """
    if not may_write:
        with closing(open_to_read(root)) as kept:
            connection = sqlite3.connect(":memory:", isolation_level=None)
            kept.backup(connection)
        return Database(_of_our_form(connection), None)
    path = prepare_index(root)
    return Database(_of_our_form(_connect(path.as_uri())), path)


def open_to_read(root: Path) -> sqlite3.Connection:
    """Open the index of a workspace for looking up. Raises ``sqlite3.Error`` where there is none."""
    return _connect(f"{(root / INDEX_FILE).as_uri()}?mode=ro")


def open_in_memory() -> Database:
    """Make an index that ends with this run."""
    return Database(_of_our_form(sqlite3.connect(":memory:", isolation_level=None)), None)


def _connect(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, timeout=_WAIT_SECONDS, isolation_level=None)


def _of_our_form(connection: sqlite3.Connection) -> sqlite3.Connection:
    if connection.execute("PRAGMA user_version").fetchone() == (_FORM,):
        return connection
    connection.execute("BEGIN IMMEDIATE")
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        connection.execute(f'DROP TABLE "{name}"')
    for table in _TABLES:
        connection.execute(table)
    connection.execute(f"PRAGMA user_version = {_FORM}")
    connection.execute("COMMIT")
    return connection
