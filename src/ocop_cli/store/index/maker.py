"""Making the rows of dossiers for the index: each is read, and what all of them need is got once in a process."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from ocop_cli.store.dossier.dossiers import DossierFile, as_read, dossiers_together
from ocop_cli.store.index.view import Row
from ocop_cli.store.reading.gaps import Gap
from ocop_cli.store.reading.sources import Sources

RowsOf = Callable[[Sequence[DossierFile]], Iterable[Row]]
Begin = Callable[[Sources], RowsOf]
"""Gets what the rows of all dossiers need, and returns what makes those of a few. It can be given to another process."""


class RowMaker:
    """Makes the rows of some dossiers, a few at a time, by what ``begin`` returns; a dossier that cannot be used is a gap."""

    def __init__(self, sources: Sources, begin: Begin) -> None:
        self._sources = sources
        self._begin = begin

    def __reduce__(self) -> "tuple[type[RowMaker], tuple[Sources, Begin]]":
        """Go to another process without what was got here."""
        return RowMaker, (self._sources, self._begin)

    def __call__(self, ids: Sequence[str]) -> Iterator[Row | Gap]:
        """Read some dossiers and make their rows; what is read is not kept."""
        for few in dossiers_together(self._sources, ids):
            files = [as_read(dossier_id, loaded) for dossier_id, loaded in few]
            yield from (file for file in files if isinstance(file, Gap))
            yield from self._rows([file for file in files if not isinstance(file, Gap)])

    @cached_property
    def _rows(self) -> RowsOf:
        return self._begin(self._sources)
