"""Read every dossier of a workspace as a summary."""

from datetime import date

from ocop_cli.reports.summary import Summary, summarise
from ocop_cli.rules.decision import Rulebook
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.dossiers import usable_dossiers
from ocop_cli.store.sources import Sources


def load_summaries(sources: Sources, rulebook: Rulebook, on: date) -> list[Summary]:
    """Return the dossiers as they stood at the end of a day; those that began later are left out."""
    decision = pick_decision(rulebook, on)
    months = decision.procedure.certificate_months
    rows = [
        summarise(file.id, file.dossier, decision.product_set(file.dossier.product.set or 0), months, on)
        for file in usable_dossiers(sources)
    ]
    return [row for row in rows if row.moves]
