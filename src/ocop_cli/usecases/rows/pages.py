"""Rows that ask for the pages of papers: those counted before are known, those counted now are kept with the row."""

from collections.abc import Iterator, Sequence

from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.index.maker import RowsOf
from ocop_cli.store.index.of_files import KeptPages
from ocop_cli.store.index.view import Row
from ocop_cli.store.reading.sources import Sources


def with_pages(sources: Sources, rows_of: RowsOf) -> RowsOf:
    """Return what makes the same rows, with the pages of the dossiers' papers looked up first and kept afterwards."""
    kept = KeptPages(sources)

    def rows(files: Sequence[DossierFile]) -> Iterator[Row]:
        papers = [{paper.file for paper in file.dossier.papers if paper.file} for file in files]
        kept.tell(set().union(*papers))
        for named, row in zip(papers, rows_of(files), strict=True):
            yield row._replace(pages=kept.counted_since(named))

    return rows
