"""The dossiers of a workspace as they stood on a day, and what lists and reports count of them."""

from collections.abc import Iterable, Iterator
from datetime import date

from ocop_cli.dossier.as_of import as_of
from ocop_cli.reports.summary import Summary, summarise
from ocop_cli.rules.decision import Rulebook
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.dossiers import DossierFile, usable_dossiers
from ocop_cli.store.packaged import load_cycle
from ocop_cli.store.sources import Sources
from ocop_cli.viet.collation import collation_key


def dossiers_as_of(sources: Sources, on: date) -> Iterator[DossierFile]:
    """Read the dossiers as they stood at the end of a day, one after another; those that began later are left out."""
    for file in usable_dossiers(sources):
        dossier = as_of(file.dossier, on, load_cycle().stages)
        if dossier is not None:
            yield file._replace(dossier=dossier)


def load_summaries(sources: Sources, rulebook: Rulebook, on: date) -> list[Summary]:
    """Return what lists and reports count of the dossiers as they stood at the end of a day, by name of product."""
    return summaries_of(dossiers_as_of(sources, on), rulebook, on)


def summaries_of(files: Iterable[DossierFile], rulebook: Rulebook, on: date) -> list[Summary]:
    """Return what lists and reports count of dossiers that are read one after another, by name of product."""
    decision = pick_decision(rulebook, on)
    rows = [summarise(file.id, file.dossier, decision, on) for file in files]
    return sorted(rows, key=lambda row: (collation_key(row.product), row.id))
