"""The index of the dossiers of a workspace: rows that were worked out before, as long as what they are made of stays.

Nothing is only here: whatever ails the file, the rows are made anew, and at worst for this run alone.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from ocop_cli.store.files.index_file import discard_index
from ocop_cli.store.index.database import EVER, Database, open_in_memory, open_kept
from ocop_cli.store.index.of_files import keep_pages
from ocop_cli.store.index.pool import made_by_many
from ocop_cli.store.index.program import program_stamp
from ocop_cli.store.index.stamps import Found, is_settled, look
from ocop_cli.store.index.view import EVERY, Make, Row, Value, View, Wanted

if TYPE_CHECKING:
    from ocop_cli.store.reading.gaps import Gap, GapTaker

_RULES = ("rules",)
_Rows = Iterator[tuple[Value, ...]]


class Index:
    """What is known of the dossiers of the workspace at ``root``; without ``may_write`` the disk is left as it is.

    ``seen`` is what a look at the whole workspace has just found: the index does not look again.
    """

    def __init__(self, root: Path, *, may_write: bool, seen: Found | None = None) -> None:
        self._root = root
        self.may_write = may_write
        self._seen = seen if seen and seen.root == root else None
        self._opened: Database | None = None
        self._gaps: dict[str, Gap] = {}
        self._passing: list[Row] = []
        self._pages: dict[str, int | None] = {}

    def rows(
        self,
        view: View,
        under: str,
        make: Make,
        take: "GapTaker",
        columns: tuple[str, ...],
        wanted: Wanted = EVERY,
        day: date | None = None,
    ) -> _Rows:
        """Return columns of the rows of a view, to be gone through once; those that are no longer right are made anew
        by ``make`` before.

        ``under`` is what all rows depend on besides files and ``day``, on which each has to hold. The version of the program, the law of the
        workspace and what all rows of the view rest on are added to it. ``take`` is given each dossier that could not be read.
        """
        made_right = partial(self._refreshed, view, under, day.isoformat() if day else "", make)
        database = self._anyhow(made_right)
        for gap in self._gaps.values():
            take(gap)
        kept = self._each(database, made_right, lambda database: database.rows(view, columns, wanted))
        passing = (
            _columns(view, row.id, row.values, columns) for row in self._passing if row.values is not None
        )
        return chain(kept, passing)

    def _each(
        self, database: Database, made_right: Callable[[], Database], rows_of: Callable[[Database], _Rows]
    ) -> _Rows:
        """Yield rows one after another: all those of a large workspace would take more memory than what made them."""
        told = 0
        try:
            for row in rows_of(database):
                yield row
                told += 1
        except sqlite3.Error as error:  # of the file, met on the way: the same rows go on where it ended
            self._leave(error)
            self._opened = open_in_memory()
            yield from islice(rows_of(made_right()), told, None)

    def _anyhow(self, made_right: Callable[[], Database]) -> Database:
        try:
            try:
                return made_right()
            except sqlite3.OperationalError:  # busy, full, not to be written
                raise
            except sqlite3.DatabaseError as error:
                self._leave(error)
                return made_right()
        except (sqlite3.Error, OSError):
            self._close()
            self._opened = open_in_memory()
            return made_right()

    def _refreshed(self, view: View, under: str, day: str, make: Make) -> Database:
        database = self._opened = self._opened or open_kept(self._root, may_write=self.may_write)
        self._refresh(database, view, under, day, make)
        return database

    def _leave(self, error: sqlite3.Error) -> None:
        """Let go of the file; one that is damaged is deleted."""
        self._close()
        if self.may_write and not isinstance(error, sqlite3.OperationalError):
            discard_index(self._root)

    def _look(self, names: tuple[str, ...]) -> Found:
        return self._seen.within(names) if self._seen else look(self._root, names)

    def _close(self) -> None:
        if self._opened:
            with suppress(sqlite3.Error):
                self._opened.connection.close()
        self._opened = None

    def _refresh(self, database: Database, view: View, under: str, day: str, make: Make) -> None:
        """Make the rows of a view right."""
        self._gaps = {}
        self._passing = []
        self._pages = {}
        shared, found = self._look((*view.all_rest_on, *_RULES)), self._look(view.made_of)
        under, seal = f"{under} {program_stamp()} {shared.seal}", found.seal
        if database.seal_of(view) == (under, seal) and database.holds(view, day):
            return
        newest = found.newest()
        with database.writing() as since:
            database.make_table(view, under)
            self._remake(database, view, day, found, since, make)
            is_sealed = not self._gaps and not self._passing and is_settled(newest, since)
            lasts = is_settled(shared.newest(), since)
            database.seal(view, under if lasts else "", seal if is_sealed else "")

    def _remake(self, database: Database, view: View, day: str, found: Found, since: int, make: Make) -> None:
        """Make the rows anew of the dossiers whose files are not as they were, or may not be."""
        from ocop_cli.store.dossier.dossiers import dossier_name, list_ids  # with all that reads them

        old = {each: (stamp, uses) for each, stamp, uses in database.stamps(view, day)}
        stale = []
        for each in list_ids(self._root):
            stamp, uses = old.get(each, ("", ""))
            if stamp and stamp == found.text_of(dossier_name(each), uses):
                del old[each]
            else:
                stale.append(each)
        database.drop(view, old)
        database.put(view, self._lasting(view, day, made_by_many(make, stale), found, since))
        keep_pages(database, found, since, self._pages)

    def _lasting(
        self, view: View, day: str, made: "Iterable[Row | Gap]", found: Found, since: int
    ) -> Iterator[tuple[Value | bytes, ...]]:
        """Yield rows as the table has them. What could not be read is told of this run only: it may be readable soon."""
        from ocop_cli.store.dossier.dossiers import dossier_name

        empty = (None,) * len(view.columns)
        for row in made:
            if not isinstance(row, Row):
                self._gaps[row.id] = row
                continue
            if row.passes or any("\n" in name for name in row.uses):  # the names are kept one a line
                self._passing.append(row)
                continue
            self._pages.update(row.pages)
            uses = "\n".join(row.uses)
            stamp = found.text_of(dossier_name(row.id), uses, since)
            has_values = row.values is not None
            until = row.until.isoformat() if row.until else EVER
            yield (row.id, stamp, uses, day, until, row.sort, has_values, *(row.values or empty))


def _columns(
    view: View, dossier_id: str, values: tuple[Value, ...], columns: tuple[str, ...]
) -> tuple[Value, ...]:
    """Return columns of a row that is not kept, as the table would have them."""
    named = {"id": dossier_id, **dict(zip(view.columns, values, strict=True))}
    return tuple(named[column] for column in columns)
