"""The dossiers of a workspace as they stood on a day, and what lists and reports count of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from ocop_cli.dossier.as_of import as_of
from ocop_cli.reports.summary import Summary, summarise
from ocop_cli.rules.decision import Rulebook
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile, gather_dossiers, producer_files
from ocop_cli.store.index.maker import RowMaker, RowsOf
from ocop_cli.store.index.view import Row, Value
from ocop_cli.store.index.watched_day import WatchedDay
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.reading.gaps import Gap, Gathered
from ocop_cli.store.reading.sources import Sources
from ocop_cli.viet.collation import collation_key, sort_bytes


def dossiers_as_of(sources: Sources, on: date, ids: Iterable[str] | None = None) -> Gathered[DossierFile]:
    """Return the dossiers of some ids, or all, as they stood at the end of a day, without those that began later."""

    def then(file: DossierFile) -> DossierFile | None:
        dossier = as_of(file.dossier, on, load_cycle().stages)
        return None if dossier is None else file._replace(dossier=dossier)

    return gather_dossiers(sources, ids).each(then)


def summary_rows(
    root: Path, on: date, ids: Sequence[str], kept: Callable[[Summary], tuple[Value, ...]]
) -> Iterator[Row | Gap]:
    """Read some dossiers as they stood at the end of a day, one after another: what is ``kept`` of each, for the index.

    They sort by name of product.
    """
    return RowMaker(Sources(root), partial(_summing, on, kept))(ids)


def _summing(on: date, kept: Callable[[Summary], tuple[Value, ...]], sources: Sources) -> RowsOf:
    rulebook, stages = load_rulebook(sources.root), load_cycle().stages

    def summed(file: DossierFile) -> Row:
        day, uses = WatchedDay(on), producer_files(file.source)
        decision, dossier = pick_decision(rulebook, day), as_of(file.dossier, day, stages)
        if dossier is None:
            return Row(file.id, uses, until=day.until)
        row = summarise(file.id, dossier, decision, day)
        sort = sort_bytes(row.product) + file.id.encode()
        return Row(file.id, uses, sort, kept(row), until=day.until)

    return partial(map, summed)


def summaries_of(files: Iterable[DossierFile], rulebook: Rulebook, on: date) -> list[Summary]:
    """Return what lists and reports count of dossiers that are read one after another, by name of product."""
    decision = pick_decision(rulebook, on)
    return by_product(summarise(file.id, file.dossier, decision, on) for file in files)


def by_product(rows: Iterable[Summary]) -> list[Summary]:
    """Return summaries by name of product."""
    return sorted(rows, key=lambda row: (collation_key(row.product), row.id))
