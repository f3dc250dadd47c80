"""Rows that ask for the pages of papers: those counted before are known, those counted now are kept with the row."""

from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.index.maker import RowOf
from ocop_cli.store.index.of_files import KeptPages
from ocop_cli.store.index.view import Row
from ocop_cli.store.reading.sources import Sources


def with_pages(sources: Sources, row_of: RowOf) -> RowOf:
    """Return what makes the same rows, with the pages of the dossier's papers looked up first and kept afterwards."""
    kept = KeptPages(sources)

    def row(file: DossierFile) -> Row:
        papers = {paper.file for paper in file.dossier.papers if paper.file}
        kept.tell(papers)
        return row_of(file)._replace(pages=kept.counted_since(papers))

    return row
