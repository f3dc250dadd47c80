"""Every check of ``ocop check``, in order: of a dossier by itself, and of it beside the others."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from ocop_cli.checks.alone import check_names_alone
from ocop_cli.checks.comparisons import (
    check_idea,
    check_lessons,
    check_producer_name,
    check_product_code,
    check_same_product,
    check_story,
)
from ocop_cli.checks.conclusions import (
    check_certificate,
    check_decision,
    check_history,
    check_producer_kind,
    check_product_set,
    check_recognition,
    check_result,
    check_single_acts,
    check_stale,
)
from ocop_cli.checks.days import check_registration_year
from ocop_cli.checks.dossier_index import DossierIndex, IndexedDossier
from ocop_cli.checks.evidence import (
    check_evidence_at_the_province,
    check_evidence_dates,
    check_evidence_ids,
    check_evidence_lasts,
    check_pages,
    check_papers_beside,
    check_promises,
)
from ocop_cli.checks.facts import (
    check_evidence_references,
    check_growth,
    check_shares,
    check_unknown_origin,
)
from ocop_cli.checks.figures import check_amounts, check_years
from ocop_cli.checks.lawful import LAWFUL
from ocop_cli.checks.names import check_choices
from ocop_cli.checks.order import check_order
from ocop_cli.checks.privacy import check_named_files, check_personal_data
from ocop_cli.checks.producers import check_tax_code
from ocop_cli.checks.score_sheets import (
    check_copied_choices,
    check_one_choice_each,
    check_one_sheet_each,
    check_sheet_decision,
)
from ocop_cli.checks.workspace import check_files, check_province_only, check_sent, check_stages
from ocop_cli.evaluation.case import Case
from ocop_cli.findings import Finding

T = TypeVar("T")

CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    check_shares,
    check_growth,
    check_years,
    check_amounts,
    check_evidence_references,
    check_unknown_origin,
    check_registration_year,
    check_evidence_ids,
    check_evidence_dates,
    check_evidence_lasts,
    check_evidence_at_the_province,
    check_pages,
    check_papers_beside,
    check_promises,
    check_product_set,
    check_single_acts,
    check_stale,
    check_decision,
    check_history,
    check_order,
    check_stages,
    check_result,
    check_recognition,
    check_certificate,
    check_producer_kind,
    check_tax_code,
    check_personal_data,
    check_named_files,
    check_files,
    check_sent,
    check_province_only,
    check_choices,
    check_names_alone,
    *LAWFUL,
    check_one_sheet_each,
    check_copied_choices,
    check_one_choice_each,
    check_sheet_decision,
)

COMPARISONS: tuple[Callable[[IndexedDossier, DossierIndex], Iterator[Finding]], ...] = (
    check_story,
    check_same_product,
    check_idea,
    check_product_code,
    check_producer_name,
    check_lessons,
)


def run_checks(case: Case) -> list[Finding]:
    """Return everything that the checks find in a dossier by itself."""
    return [finding for check in CHECKS for finding in check(case)]


def in_turn(steps: Iterable[Callable[[T], Iterable[Finding]]], things: Sequence[T]) -> list[list[Finding]]:
    """Return what the steps find in each of some things, in their order.

    A step is asked of all of them before the next one is: its program is then in the processor's cache.
    """
    found: list[list[Finding]] = [[] for _ in things]
    for step in steps:
        for thing, of_it in zip(things, found, strict=True):
            of_it.extend(step(thing))
    return found


def compare(dossier: IndexedDossier, index: DossierIndex) -> list[Finding]:
    """Return everything that shows in a dossier beside the others of its workspace."""
    return [finding for comparison in COMPARISONS for finding in comparison(dossier, index)]
