"""The lines of a list: kept in the index, made of the dossiers that changed."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ocop_cli.reports.listing import Filter, Listed
from ocop_cli.store.index.index import Index
from ocop_cli.store.index.view import Row, View, Wanted

if TYPE_CHECKING:
    from ocop_cli.store.reading.gaps import Gap, GapTaker

LISTED = View("listed", Listed._fields, ("dossiers", "producers"))


def listed_lines(
    index: Index, take: "GapTaker", root: Path, on: date, wanted: Filter, column: str
) -> Iterator[str]:
    """Return the ``cells`` or the ``item`` of each dossier that is wanted as it stood on a day, by name of product.

    They can be gone through once.
    """
    make = partial(make_listed, root, on)
    asked = Wanted(wanted.equal, wanted.holding)
    return (str(row[0]) for row in index.rows(LISTED, "", make, take, (column,), asked, on))


def make_listed(root: Path, on: date, ids: Sequence[str]) -> "Iterator[Row | Gap]":
    """Read some dossiers as they stood on a day, one after another; what is read is not kept."""
    from ocop_cli.reports.listing import listed
    from ocop_cli.store.built_in.packaged import load_cycle
    from ocop_cli.usecases.rows.summaries import summary_rows

    names = {stage.id: stage.name for stage in load_cycle().stages.values()}
    return summary_rows(root, on, ids, lambda summary: listed(summary, names))
