"""What a council says of a dossier: the sheets of a round, their panel, and what keeps an average from being taken."""

from datetime import date
from typing import NamedTuple

from ocop_cli.checks.score_sheets import check_one_choice_each, check_one_sheet_each
from ocop_cli.dossier.scores import ScoreSheet
from ocop_cli.evaluation.case import Case
from ocop_cli.evaluation.law import applicable_ruleset
from ocop_cli.evaluation.panel import (
    Panel,
    council_abstentions,
    council_sheets,
    day_members,
    last_round,
    panel_of,
)
from ocop_cli.evaluation.score import Score
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.findings import Finding
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.usecases.case import case_of


class Council(NamedTuple):
    """The sheets of one round under one law. ``doubled``: a person or a criterion twice, of which no average is taken."""

    file: DossierFile
    case: Case
    panel: Panel
    sheets: tuple[ScoreSheet, ...]
    scores: tuple[Score, ...]
    doubled: tuple[Finding, ...]


def council_of(
    file: DossierFile, rulebook: Rulebook, today: date, number: int | None = None, decision: str = ""
) -> Council:
    """Return what the council says in a round, by default the last one. Raises ``OcopError`` without a law."""
    law = applicable_ruleset(file.dossier, rulebook, today, decision)
    turn = number or last_round(file.dossier)
    sheets = council_sheets(file.dossier, turn, law.decision.id)
    case = case_of(file.source.name, file.dossier, law, today)
    scores = tuple(score_dossier(file.dossier, law, sheet, today) for sheet in sheets)
    abstained = council_abstentions(file.dossier, turn, law.decision.id)
    panel = panel_of(law, scores, day_members([file.dossier]), abstained)
    doubled = (*check_one_sheet_each(case), *check_one_choice_each(case))
    return Council(file, case, panel, tuple(sheets), scores, doubled)
