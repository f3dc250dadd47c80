"""A dossier is told that its evaluation follows another decision only while that evaluation still counts."""

from datetime import date

from ocop_cli.checks.conclusions import check_decision
from ocop_cli.rules.pick import pick_ruleset
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.usecases.case import case_of
from support.dossiers import make_dossier

LAW = pick_ruleset(load_rulebook(), 14, date(2026, 11, 23))
RECEIVED = [{"stage": "received", "on": "2026-06-01"}, {"stage": "evaluated", "on": "2026-06-05"}]
RETURNED = {
    "stage": "preparing",
    "on": "2026-06-09",
    "kind": "return",
    "reasons": ["hết thời gian chuyển tiếp"],
}


def test_a_returned_dossier_is_not_told_to_be_evaluated_again() -> None:
    parts = {
        "registration": {"slip": {"received_on": "2026-06-01"}},
        "evaluations": [{"decision": "148-2023", "on": "2026-06-05", "by": "Y Mẫu"}],
    }
    told = []
    for history in (RECEIVED, [*RECEIVED, RETURNED]):
        dossier = make_dossier(**parts, history=history)
        told.append(
            [f.code for f in check_decision(case_of("dossiers/a.yaml", dossier, LAW, date(2026, 7, 1)))]
        )
    assert told == [["E022"], []]
