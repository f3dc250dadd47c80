"""A change of law is told to dossiers under way."""

from datetime import date
from typing import Any

from ocop_cli.checks.reminders import check_transition
from ocop_cli.dossier.model import Dossier
from ocop_cli.evaluation.case import Case
from ocop_cli.rules.pick import force, pick_ruleset
from ocop_cli.store.packaged import load_cycle
from ocop_cli.store.rulebook import load_rulebook
from support.dossiers import make_dossier

STAGES = load_cycle().stages


def dossier(*moves: dict[str, Any]) -> Dossier:
    return make_dossier(product={"set": "3"}, history=list(moves))


def test_a_dossier_left_behind_by_a_change_of_law_is_told() -> None:
    book = load_rulebook()
    today = date(2026, 11, 23)
    waiting = dossier({"stage": "evaluated", "on": "2025-10-16"})
    old, new = force(book, "148-2023", 3, date(2025, 10, 1)), pick_ruleset(book, 3, today)
    assert [f.code for f in check_transition(Case("a", waiting, old, today, stages=STAGES))] == ["W021"]
    assert list(check_transition(Case("a", waiting, new, today, stages=STAGES))) == []
    assert list(check_transition(Case("a", waiting, old, date(2026, 6, 1), stages=STAGES))) == []
