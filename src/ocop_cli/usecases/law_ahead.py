"""Which law holds for what comes next with a dossier."""

from datetime import date

from ocop_cli.dossier.model import Dossier
from ocop_cli.evaluation.law import law_if_known, law_today
from ocop_cli.rules.decision import Rulebook, Ruleset
from ocop_cli.store.built_in.packaged import load_cycle


def law_ahead(dossier: Dossier, rulebook: Rulebook, today: date) -> Ruleset | None:
    """Return the law of what comes next: a recognised product is filed anew under that of ``today``, others keep theirs.

    ``None`` while the product has no set that a decision knows.
    """
    stage = load_cycle().stages.get(dossier.stage)
    law = law_today if stage and stage.renewal else law_if_known
    return law(dossier, rulebook, today)
