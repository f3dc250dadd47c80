"""A finding of the order of acts stands at the day that is too early; what may lie so is left alone."""

from datetime import date
from typing import Any

import pytest

from ocop_cli.checks.order import check_order, paper_order
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.usecases.case import case_of
from support.dossiers import make_dossier

TWICE = [
    {"stage": "received", "on": "2026-05-01"},
    {"stage": "evaluated", "on": "2026-05-10"},
    {"stage": "preparing", "on": "2026-05-12", "kind": "return"},
    {"stage": "received", "on": "2026-06-01"},
]
EVALUATED = {"decision": "26-2026", "on": "2026-05-10", "by": "Y Mẫu"}
MADE = {"on": "2026-06-01", "tool": "0.1.0", "document": "0", "template": "0"}
PAPER = {"form": "receipt", "title": "Giấy tờ", "made": MADE, "issue": {"number": "4", "on": "2026-06-10"}}


def places(**parts: Any) -> list[str]:
    """Return the fields at which the order of a dossier is remarked on."""
    case = case_of("dossiers/mau.yaml", make_dossier(**parts), None, date(2026, 12, 31))
    return [".".join(map(str, finding.place.field)) for finding in check_order(case)]


def test_a_dossier_received_twice_keeps_its_first_evaluation() -> None:
    assert places(history=TWICE, evaluations=[EVALUATED]) == []


def test_a_result_of_before_the_first_receipt_is_of_an_earlier_dossier() -> None:
    sent = {"decision": "26-2026", "on": "2026-07-01", "serial": "1", "product_code": "1"}
    earlier, early = {"recognised": "có", "on": "2023-06-20"}, {"recognised": "có", "on": "2026-06-20"}
    assert places(submissions=[sent], results=[earlier]) == []
    assert places(submissions=[sent], results=[early]) == ["results.0.on"]


def test_a_corrected_result_is_not_looked_at() -> None:
    wrong = {
        "recognised": "có",
        "on": "2026-06-20",
        "certificate": {"issued_on": "2026-06-01"},
        "corrected": {"on": "2026-07-01", "reason": "ghi nhầm"},
    }
    assert places(results=[wrong]) == []
    assert places(results=[{**wrong, "corrected": None}]) == ["results.0.certificate.issued_on"]


def test_the_slip_is_wrong_when_the_history_tells_of_a_receipt_before_the_evaluation() -> None:
    registration = {"slip": {"received_on": "2026-06-15"}}
    assert places(registration=registration, evaluations=[{**EVALUATED, "on": "2026-06-05"}]) == [
        "registration.slip.received_on"
    ]


@pytest.mark.parametrize(
    ("life", "expected"),
    [
        ({}, []),
        ({"issue": {"number": "4", "on": "2026-05-30"}}, ["issue.on"]),
        ({"sent": [{"to": "Sở", "on": "2026-06-10"}, {"to": "Sở", "on": "2026-06-09"}]}, ["sent.1.on"]),
        ({"answers": [{"number": "1/X", "on": "2026-06-09"}]}, ["answers.0.on"]),
    ],
)
def test_each_step_of_a_paper_follows_the_one_before(life: dict[str, Any], expected: list[str]) -> None:
    record = DocumentRecord.model_validate({**PAPER, **life})
    found = paper_order("documents/2026/mau.yaml", record)
    assert [".".join(map(str, finding.place.field)) for finding in found] == expected


def test_a_scan_may_be_filed_after_its_paper_was_sent() -> None:
    signed = {"file": "a.pdf", "sha256": "0", "on": "2026-06-20"}
    record = DocumentRecord.model_validate(
        {**PAPER, "signed": signed, "sent": [{"to": "Sở", "on": "2026-06-11"}]}
    )
    assert list(paper_order("documents/2026/mau.yaml", record)) == []
