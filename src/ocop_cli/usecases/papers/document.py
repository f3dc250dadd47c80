"""The papers about a single dossier: which form each kind has, and everything it is made of."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from ocop_cli.checks.completeness import find_missing
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
from ocop_cli.documents.return_letter import return_letter_values, returns_of
from ocop_cli.documents.self_assessment import self_assessment_values
from ocop_cli.evaluation.case import Case, FilesSeen
from ocop_cli.evaluation.law import applicable_ruleset, law_today
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.built_in.packaged import load_calendar
from ocop_cli.store.dossier.dossiers import DossierFile, load_private
from ocop_cli.store.dossier.evidence import files_seen
from ocop_cli.store.papers.forms import load_form
from ocop_cli.store.programme.inspections import latest_inspection
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.case import case_of


class DossierDocument(StrEnum):
    """Kinds of paper about one dossier, as they are typed."""

    SELF_ASSESSMENT = "tu-danh-gia"
    RECEIPT = "tiep-nhan"
    FORMAT_CHECK = "kiem-tra-the-thuc"
    COMPLETION = "huong-dan"
    CONTROL = "kiem-soat"
    RENEWAL = "nhac-han"
    CLOSURE = "ngung-san-xuat"
    RETURN = "tra-ho-so"
    CHECKLIST = "phieu-kiem-tra"
    REMEDY = "khac-phuc"
    WITHDRAWAL = "de-nghi-thu-hoi"


Maker = Callable[[Case, Profile, FormInfo], dict[str, Any]]
FORMS: dict[DossierDocument, tuple[str, Maker]] = {
    DossierDocument.SELF_ASSESSMENT: ("self-assessment", self_assessment_values),
    DossierDocument.RECEIPT: ("receipt", receipt_values),
    DossierDocument.FORMAT_CHECK: ("format-check", format_check_values),
    DossierDocument.COMPLETION: ("completion-letter", completion_letter_values),
    DossierDocument.CONTROL: ("control-slip", control_slip_values),
    DossierDocument.RENEWAL: ("renewal-notice", renewal_notice_values),
    DossierDocument.CLOSURE: ("closure-letter", closure_values),
    DossierDocument.RETURN: ("return-letter", return_letter_values),
    DossierDocument.CHECKLIST: ("inspection-checklist", checklist_values),
    DossierDocument.REMEDY: ("remedy-notice", remedy_notice_values),
    DossierDocument.WITHDRAWAL: ("withdrawal-proposal", withdrawal_proposal_values),
}
_OF_TODAY = {
    DossierDocument.RENEWAL,
    DossierDocument.CLOSURE,
    DossierDocument.CHECKLIST,
    DossierDocument.WITHDRAWAL,
}  # they follow the law of the day, not that of the filing


def dossier_document(kind: DossierDocument, case: Case, profile: Profile) -> tuple[str, dict[str, Any]]:
    """Return the form of a paper and its values. Raises ``OcopError`` when the dossier gives no ground for it."""
    form_id, make = FORMS[kind]
    dated = replace(case, calendar=load_calendar(profile.own_days))
    return form_id, make(dated, profile, load_form(form_id))


def filed_as(kind: DossierDocument, file: DossierFile) -> str:
    """Return what a paper is filed under: the dossier's id, for a later return with its count."""
    count = len(returns_of(file.dossier)) if kind is DossierDocument.RETURN else 0
    return f"{file.id}-lan-{count}" if count > 1 else file.id


def document_case(
    sources: Sources,
    file: DossierFile,
    rulebook: Rulebook,
    today: date,
    kind: DossierDocument | None = None,
    due: date | None = None,
    seen: FilesSeen | None = None,
) -> Case:
    """Gather what the papers of a dossier are made of: under the law it was filed under, or that of the day.

    ``seen`` is what is known of its files, where some are about to be written.
    Raises ``OcopError`` without a product set or a law.
    """
    law = applicable_ruleset(file.dossier, rulebook, today)
    if kind in _OF_TODAY:
        law = law_today(file.dossier, rulebook, today) or law
    case = case_of(file.source.name, file.dossier, law, today, seen or files_seen(sources, file.dossier))
    return replace(
        case,
        private=load_private(sources, file.id),
        missing=find_missing(case),
        inspection=latest_inspection(sources, file.id),
        due=due,
    )
