"""A paper that lapses is told while its dossier can still be sent, and while the province still decides on it."""

from datetime import date
from typing import Any

import pytest

from ocop_cli.checks.evidence import check_evidence_at_the_province, check_evidence_lasts, check_papers_beside
from ocop_cli.rules.pick import pick_ruleset
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.usecases.case import case_of
from support.dossiers import make_dossier

LAW = pick_ruleset(load_rulebook(), 14, date(2026, 11, 23))
SENT = {"decision": "26-2026", "on": "2026-10-20", "serial": "1", "product_code": "1"}


@pytest.mark.parametrize(
    ("expires", "told"), [("2026-12-20", True), ("2026-12-29", True), ("2026-12-30", False)]
)
def test_a_paper_must_last_until_the_province_decides(expires: str, told: bool) -> None:
    """Rows §7.5: requested by 30/10, decided by 30/12 (Điều 5 khoản 1)."""
    paper = {"id": "attp", "kind": "food_safety_certificate", "title": "Giấy ATTP", "expires_on": expires}
    dossier = make_dossier(
        papers=[paper],
        submissions=[SENT],
        history=[{"stage": "received", "on": "2026-10-01"}, {"stage": "submitted", "on": "2026-10-20"}],
    )
    case = case_of("dossiers/mau.yaml", dossier, LAW, date(2026, 11, 27))
    found = list(check_evidence_at_the_province(case))
    assert [finding.place.field for finding in found] == ([("papers", 0, "expires_on")] if told else [])
    assert all("30/12/2026" in finding.message for finding in found)
    assert not list(check_evidence_lasts(case))


DECLARED = [{"id": "cong-bo", "kind": "quality_declaration", "title": "Bản tự công bố"}]
TESTED = [{"id": "kiem-nghiem", "kind": "test_report", "title": "Phiếu kiểm nghiệm"}]
PROMISED = [{"paper": "test_report", "by": "Hộ Mẫu", "due": "2026-12-01"}]


@pytest.mark.parametrize(
    ("product_set", "papers", "promises", "told"),
    [
        ("11", DECLARED, [], True),
        ("11", [*DECLARED, *TESTED], [], False),
        ("11", DECLARED, PROMISED, False),
        ("11", [], [], False),
        ("26", DECLARED, [], False),
    ],
)
def test_a_declaration_comes_with_its_test_report(
    product_set: str, papers: list[Any], promises: list[Any], told: bool
) -> None:
    dossier = make_dossier(product={"name": "Trà Mẫu", "set": product_set}, papers=papers, promises=promises)
    law = pick_ruleset(load_rulebook(), int(product_set), date(2026, 11, 23))
    case = case_of("dossiers/mau.yaml", dossier, law, date(2026, 11, 27))
    assert [finding.code for finding in check_papers_beside(case)] == ["F224"] * told
