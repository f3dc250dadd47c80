"""Making the rows of dossiers for the index: each is read, and what all of them need is got once in a process."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from ocop_cli.store.dossier.dossiers import DossierFile, as_read, each_dossier
from ocop_cli.store.index.view import Row
from ocop_cli.store.reading.gaps import Gap
from ocop_cli.store.reading.sources import Sources

RowOf = Callable[[DossierFile], Row]
Begin = Callable[[Sources], RowOf]
"""Gets what the rows of all dossiers need, and returns what makes one. It can be given to another process."""


class RowMaker:
    """Makes the rows of some dossiers, one after another, by what ``begin`` returns; a dossier that cannot be used is a gap."""

    def __init__(self, sources: Sources, begin: Begin) -> None:
        self._sources = sources
        self._begin = begin

    def __reduce__(self) -> "tuple[type[RowMaker], tuple[Sources, Begin]]":
        """Go to another process without what was got here."""
        return RowMaker, (self._sources, self._begin)

    def __call__(self, ids: Sequence[str]) -> Iterator[Row | Gap]:
        """Read some dossiers and make their rows; what is read is not kept."""
        for dossier_id, loaded in each_dossier(self._sources, ids):
            file = as_read(dossier_id, loaded)
            yield file if isinstance(file, Gap) else self._row(file)

    @cached_property
    def _row(self) -> RowOf:
        return self._begin(self._sources)
