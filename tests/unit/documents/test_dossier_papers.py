"""Papers about one dossier print what people typed, character by character."""

import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from sample_documents import NASTY, TODAY, fill

from ocop_cli.documents.document_case import DocumentCase
from ocop_cli.documents.inspection import closure_values, inspection_values
from ocop_cli.documents.intake import (
    completion_letter_values,
    control_slip_values,
    format_check_values,
    receipt_values,
)
from ocop_cli.documents.renewal_notice import renewal_notice_values
from ocop_cli.documents.selection_notice import decided_ideas, selection_notice_values
from ocop_cli.documents.self_assessment import self_assessment_values
from ocop_cli.dossier import Dossier, PrivateData
from ocop_cli.errors import OcopError
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.programme import Inspection, Profile
from ocop_cli.rules.pick import pick_ruleset
from ocop_cli.store.forms import load_form
from ocop_cli.store.packaged import load_cycle
from ocop_cli.store.rulebook import load_rulebook


def _lack(code: str, message: str) -> Finding:
    return Finding(code, Severity.ERROR, message, Place("dossiers/muoi-ot.yaml"))


def _dossier() -> Dossier:
    return Dossier.model_validate(
        {
            "schema": "ocop/dossier@1",
            "product": {"name": NASTY, "set": "9"},
            "producer": {"name": "Hợp tác xã Ví Dụ", "kind": "cooperative"},
            "registration": {"track": "new", "year": "2026"},
            "results": [
                {"recognised": "có", "on": "2024-03-01", "star": "3", "certificate": {"issued_on": "2024-03-01"}}
            ],
            "history": [{"stage": "selected", "on": "2026-02-01", "kind": "select", "reasons": ["Có vùng ớt."]}],
        }
    )  # fmt: skip


def _case() -> DocumentCase:
    profile = Profile.model_validate(
        {
            "schema": "ocop/workspace@1",
            "province": {"name": "Quảng Ngãi", "code": "51"},
            "commune": {"name": "Xốp", "code": "23356", "place": "Xốp"},
            "office": {"unit": {"name": "Phòng Kinh tế", "code": "KT"}},
            "signers": {"committee": {"name": "A Ví Dụ", "title": "Chủ tịch"}},
        }
    )
    stopped = {"dossier": "muoi-ot", "on": "2026-10-01", "producing": "không", "conclusion": NASTY}
    return DocumentCase(
        id="muoi-ot",
        dossier=_dossier(),
        private=PrivateData(),
        ruleset=pick_ruleset(load_rulebook(), 9, TODAY),
        profile=profile,
        on=TODAY,
        lacks=(_lack("F203", NASTY), _lack("F217", "Chưa tới lúc nộp")),
        due=date(2026, 10, 20),
        inspection=Inspection.model_validate({"schema": "ocop/inspection@1", **stopped}),
    )


MAKERS = {
    "self-assessment": self_assessment_values,
    "receipt": receipt_values,
    "control-slip": control_slip_values,
    "format-check": format_check_values,
    "completion-letter": completion_letter_values,
    "renewal-notice": renewal_notice_values,
    "closure-letter": closure_values,
}


def _text(document: bytes) -> str:
    parsed = Document(io.BytesIO(document))
    cells = [cell.text for table in parsed.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in parsed.paragraphs), *cells])


@pytest.mark.parametrize("form", MAKERS)
def test_a_nasty_name_comes_back_whole(form: str) -> None:
    assert NASTY in _text(fill(form, MAKERS[form](_case(), load_form(form))))


def test_a_nasty_name_comes_back_whole_from_minutes_and_notice() -> None:
    case = _case()
    assert case.inspection is not None
    minutes = inspection_values(case.inspection, {"mark": NASTY}, case, load_form("inspection-minutes"))
    assert _text(fill("inspection-minutes", minutes)).count(NASTY) >= 3  # product, content, conclusion
    decided = decided_ideas({"muoi-ot": case.dossier}, load_cycle(), 2026)
    notice = selection_notice_values(decided, 2026, case.profile, load_form("selection-notice"), TODAY)
    assert NASTY in _text(fill("selection-notice", notice))


def test_only_what_the_producer_can_mend_stands_in_the_letter() -> None:
    values = completion_letter_values(_case(), load_form("completion-letter"))
    assert [row["lack"] for row in values["items"]] == [NASTY]


@pytest.mark.parametrize(
    ("form", "without"),
    [
        ("completion-letter", {"lacks": ()}),
        ("completion-letter", {"due": None}),
        ("closure-letter", {"inspection": None}),
        ("renewal-notice", {"dossier": _dossier().model_copy(update={"results": ()})}),
    ],
    ids=["nothing missing", "no day", "no inspection", "no certificate"],
)
def test_a_paper_without_ground_is_refused(form: str, without: dict[str, object]) -> None:
    with pytest.raises(OcopError):
        MAKERS[form](replace(_case(), **without), load_form(form))  # type: ignore[arg-type]  # a bag of fields
