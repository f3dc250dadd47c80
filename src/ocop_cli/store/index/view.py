"""What the index keeps of dossiers: rows of plain values, and what each was made of."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ocop_cli.store.reading.gaps import Gap

Value = str | int | None


class View(NamedTuple):
    """One thing that is kept of every dossier: its name, its columns, and the folders and files that it is made of.

    ``all_rest_on`` are those that every row rests on: after a change of one all are made anew.
    """

    name: str
    columns: tuple[str, ...]
    made_of: tuple[str, ...]
    all_rest_on: tuple[str, ...] = ()


class Row(NamedTuple):
    """What is kept of one dossier. ``uses`` are the files it was made of besides its own; without ``values`` there is
    nothing to tell of it; ``sort`` puts the rows in order. One that ``passes`` is told once and never kept: it may hold
    personal data. ``pages`` are those of files that were counted for it. It is right ``until`` a day, by which it may come
    out otherwise; without one on every day."""

    id: str
    uses: tuple[str, ...] = ()
    sort: bytes = b""
    values: tuple[Value, ...] | None = None
    passes: bool = False
    pages: tuple[tuple[str, int | None], ...] = ()
    until: date | None = None


Make = Callable[[Sequence[str]], "Iterator[Row | Gap]"]
"""Makes the rows of some dossiers anew. It can be given to another process: a function of a module, or an object that can be copied."""


class Wanted(NamedTuple):
    """Which rows are asked for: columns that are ``equal`` to a value, and columns ``holding`` a text."""

    equal: Mapping[str, Value] = {}
    holding: Mapping[str, str] = {}


EVERY = Wanted()
