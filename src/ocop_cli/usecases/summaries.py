"""The dossiers of a workspace as they stood on a day, and what lists and reports count of them."""

from collections.abc import Iterable
from datetime import date

from ocop_cli.dossier.as_of import as_of
from ocop_cli.reports.summary import Summary, summarise
from ocop_cli.rules.decision import Rulebook
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.dossiers import DossierFile, gather_dossiers
from ocop_cli.store.gaps import GapTaker, Gathered
from ocop_cli.store.packaged import load_cycle
from ocop_cli.store.sources import Sources
from ocop_cli.viet.collation import collation_key


def dossiers_as_of(sources: Sources, on: date) -> Gathered[DossierFile]:
    """Return the dossiers as they stood at the end of a day; those that began later are not among them."""

    def then(file: DossierFile) -> DossierFile | None:
        dossier = as_of(file.dossier, on, load_cycle().stages)
        return None if dossier is None else file._replace(dossier=dossier)

    return gather_dossiers(sources).each(then)


def load_summaries(sources: Sources, take: GapTaker, rulebook: Rulebook, on: date) -> list[Summary]:
    """Return what lists and reports count of the dossiers as they stood at the end of a day, by name of product."""
    return summaries_of(dossiers_as_of(sources, on).rest(take), rulebook, on)


def summaries_of(files: Iterable[DossierFile], rulebook: Rulebook, on: date) -> list[Summary]:
    """Return what lists and reports count of dossiers that are read one after another, by name of product."""
    decision = pick_decision(rulebook, on)
    rows = [summarise(file.id, file.dossier, decision, on) for file in files]
    return sorted(rows, key=lambda row: (collation_key(row.product), row.id))
