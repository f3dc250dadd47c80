"""The documents about one dossier that are made from a case: one of each, filled for a product with a nasty name."""

from datetime import date

from ocop_cli.documents.after_inspection import (
    checklist_values,
    remedy_notice_values,
    withdrawal_proposal_values,
)
from ocop_cli.documents.inspection import closure_values
from ocop_cli.documents.reception import (
    completion_letter_values,
    control_slip_values,
    format_check_values,
    receipt_values,
)
from ocop_cli.documents.renewal_notice import renewal_notice_values
from ocop_cli.documents.return_letter import return_letter_values
from ocop_cli.documents.self_assessment import self_assessment_values
from ocop_cli.evaluation.case import Case
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.programme.inspection import Inspection
from ocop_cli.rules.pick import pick_ruleset
from ocop_cli.store.law.rulebook import load_rulebook
from support.dossiers import make_dossier
from support.profiles import make_profile
from support.sample_documents import NASTY, TODAY

MAKERS = {
    "self-assessment": self_assessment_values,
    "receipt": receipt_values,
    "control-slip": control_slip_values,
    "format-check": format_check_values,
    "completion-letter": completion_letter_values,
    "renewal-notice": renewal_notice_values,
    "closure-letter": closure_values,
    "return-letter": return_letter_values,
    "inspection-checklist": checklist_values,
    "remedy-notice": remedy_notice_values,
    "withdrawal-proposal": withdrawal_proposal_values,
}


PROFILE = make_profile(signers={"committee": {"name": "A Ví Dụ", "title": "Chủ tịch"}})


def document_case() -> Case:
    """Return what a document about one dossier is made from, with ground for each form of ``MAKERS``."""
    certified = {
        "recognised": "có",
        "on": "2024-03-01",
        "star": "3",
        "certificate": {"issued_on": "2024-03-01"},
    }
    stopped = {
        "dossier": "muoi-ot", "on": "2026-10-01", "producing": "không", "conclusion": NASTY,
        "requests": [{"what": NASTY, "due": "2026-11-01"}, "Nộp phiếu kiểm nghiệm"],
        "signs": [{"ground": "mark", "seen": NASTY}],
    }  # fmt: skip
    return Case(
        name="dossiers/muoi-ot.yaml",
        dossier=make_dossier(
            product={"name": NASTY, "set": "9"},
            producer={"name": "Hợp tác xã Ví Dụ", "kind": "cooperative"},
            results=[certified],
            history=[
                {"stage": "selected", "on": "2026-02-01", "kind": "select", "reasons": ["Có vùng ớt."]},
                {"stage": "preparing", "on": "2026-09-14", "kind": "return", "reasons": [NASTY, "thiếu ảnh"]},
            ],
        ),
        ruleset=pick_ruleset(load_rulebook(), 9, TODAY),
        today=TODAY,
        missing=(_missing("F203", NASTY), _missing("F217", "Chưa tới lúc nộp")),
        due=date(2026, 10, 20),
        inspection=Inspection.model_validate({"schema": "ocop/inspection@1", **stopped}),
    )


def _missing(code: str, message: str) -> Finding:
    return Finding(code, Severity.ERROR, message, Place("dossiers/muoi-ot.yaml"))
