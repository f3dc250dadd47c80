"""A change of law is enforced by every verb that takes a dossier on, on the same day, with the command that cures it."""

from datetime import date, timedelta
from typing import Any

import pytest

from ocop_cli.checks.lawful import check_transition
from ocop_cli.dossier.model import Dossier
from ocop_cli.evaluation.case import Case
from ocop_cli.rules.pick import force, pick_ruleset
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.law.rulebook import load_rulebook
from support.dossiers import make_dossier

STAGES = load_cycle().stages


def dossier(kind: str, *moves: dict[str, Any], received: str = "2025-10-01") -> Dossier:
    registration = {"kind": kind, "slip": {"received_on": received}}
    return make_dossier(product={"set": "3"}, registration=registration, history=list(moves))


@pytest.mark.parametrize(
    ("kind", "last"),
    [
        ("first", date(2026, 7, 21)),
        ("upgrade", date(2026, 7, 21)),
        ("re_ranking", date(2026, 6, 21)),
    ],
)
def test_a_dossier_goes_on_up_to_and_with_its_last_day(kind: str, last: date) -> None:
    old = force(load_rulebook(), "148-2023", 3, date(2025, 10, 1))
    waiting = dossier(kind, {"stage": "evaluated", "on": "2025-10-16"})

    def told(today: date) -> list[str]:
        return [f.code for f in check_transition(Case("dossiers/a.yaml", waiting, old, today, stages=STAGES))]

    assert told(last) == []
    assert told(last + timedelta(days=1)) == ["W021"]
    assert told(date(2026, 7, 22)) == ["W021"]
    assert told(date(2026, 5, 1)) == []  # no clause of a decision to come


def test_a_dossier_of_the_new_law_or_elsewhere_is_not_left_behind() -> None:
    book, today = load_rulebook(), date(2026, 11, 23)
    old, new = force(book, "148-2023", 3, date(2025, 10, 1)), pick_ruleset(book, 3, today)
    received = {"stage": "received", "on": "2025-10-01"}
    at_home = dossier("first", received, received="2026-06-01")
    sent = dossier("first", received, {"stage": "submitted", "on": "2025-11-01"})
    assert list(check_transition(Case("a", at_home, new, today, stages=STAGES))) == []
    assert list(check_transition(Case("a", sent, old, today, stages=STAGES))) == []


def test_the_finding_names_commands_that_can_be_copied() -> None:
    old = force(load_rulebook(), "148-2023", 3, date(2025, 10, 1))
    waiting = dossier("first", {"stage": "received", "on": "2025-10-01"})
    (found,) = check_transition(Case("dossiers/gao.yaml", waiting, old, date(2026, 7, 22), stages=STAGES))
    assert '`ocop return gao --reason "Hết thời gian chuyển tiếp"`' in found.hint
    assert "`ocop receive gao`" in found.hint
