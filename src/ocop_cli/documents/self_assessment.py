"""Values of the producer's self-assessment report (Mẫu 02)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ocop_cli.documents.criteria_rows import OPEN_POINTS, explained_rows
from ocop_cli.documents.evidence_words import evidence_words, printed_pages
from ocop_cli.documents.frame import (
    DOTTED,
    DOTTED_SHORT,
    commune_kind,
    commune_name,
    dotted,
    dotted_sentence,
    inside,
)
from ocop_cli.documents.printed_forms import form_source, signed_at, ticks
from ocop_cli.documents.slips import product_group_words
from ocop_cli.dossier.facts import Material
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.dossier.scores import Scorer
from ocop_cli.dossier.vocabulary import IntellectualRight, Origin, RegistrationKind, word
from ocop_cli.evaluation.case import Case
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.evaluation.sheets import SheetKey
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.printed_form import PrintedForm
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.numbers import show_number, show_percent, show_rounded
from ocop_cli.viet.text import as_sentence

_PRINTED = "self_assessment"
OWN_FORMS = ("registration_slip", "self_assessment")
"""The kinds of paper that a producer fills in for one registration: the report does not name them as its evidence."""


def self_assessment_values(case: Case, profile: Profile, form: FormInfo) -> dict[str, Any]:
    """Return the values of the report. The form legally asks for personal data of the representative.

    Keys: ``subject``, ``signed_at``, ``addressee``, ``form_source``, ``producer_name``, ``producer_kind``,
    ``address``, ``phone``, ``email``, ``representative``, ``gender``, ``ethnicity``, ``permanent_address``,
    ``founded_on``, ``licence``, ``history``, ``organisation``, ``product_name``, ``product_group``, ``product_told``,
    ``specification``, ``standard``, ``registration_kind``, ``sourcing``, ``materials``, ``technology``, ``changes``,
    ``since_recognition``, ``market``, ``business_plan``, ``other_right``, ``maximum``, ``total`` (texts); ``ticks``
    (boxes); ``boxes`` (lines); ``years`` (rows: year, revenue, profit, output); ``criteria`` (rows: strong, code,
    text, most, points, proof); ``evidence`` (rows: number, name, papers, pages).
    """
    dossier, business, kind = case.dossier, case.dossier.business, commune_kind(profile)
    printed = case.law.decision.procedure.form(_PRINTED)
    return {
        "subject": f"{form.name} {dossier.product.name}",
        "signed_at": signed_at(profile, case.today),
        "addressee": f"Ủy ban nhân dân {commune_name(profile)}",
        "form_source": form_source(printed, case.law.decision),
        **_producer(case),
        **_product(case),
        "ticks": ticks(printed, dossier),
        "boxes": _boxes(printed, dossier),
        "other_right": _other_right(dossier),
        "sourcing": _sourcing(dossier, kind),
        "materials": _materials(dossier, kind) or DOTTED,
        "technology": dotted_sentence(business and business.technology),
        "changes": dotted_sentence(business and business.changes),
        "since_recognition": _since_recognition(dossier),
        "market": dotted_sentence(business and business.markets),
        "years": list(_years(dossier)),
        **_points(case, kind),
        "evidence": list(_evidence(case)),
        "business_plan": dotted_sentence(business and business.plan),
    }


def _product(case: Case) -> dict[str, Any]:
    product = case.dossier.product
    told = (as_sentence(text) for text in (product.name, product.specification, product.standard) if text)
    return {
        "product_name": product.name,
        "product_group": product_group_words(case.law),
        "product_told": " ".join(told),
        "specification": dotted(product.specification),
        "standard": dotted(product.standard),
        "registration_kind": word(case.dossier.registration.kind).lower(),
    }


def _points(case: Case, kind: str) -> dict[str, Any]:
    """Return the points that the producer claims, criterion by criterion in the order of the set."""
    sheet = SheetKey(Scorer.SELF).sheet_in(case.dossier, case.law.decision.id)
    score = score_dossier(case.dossier, case.law, sheet, case.today)
    most = sum((part.max for part in case.law.decision.parts), Decimal(0))
    return {
        "criteria": list(explained_rows(score, kind)),
        "maximum": show_rounded(most),
        "total": show_rounded(score.tally.points) if score.tally.is_complete else OPEN_POINTS,
    }


def _producer(case: Case) -> dict[str, Any]:
    producer, private = case.dossier.producer, case.private or PrivateData()
    person, licence = producer.representative, producer.licence
    founded = producer.founded_on or (licence and licence.issued_on)
    return {
        "producer_name": producer.name,
        "producer_kind": word(producer.kind) if producer.kind else DOTTED,
        "address": dotted(producer.address),
        "phone": dotted(private.phone),
        "email": dotted(private.email),
        "representative": dotted(person and person.name),
        "gender": dotted(private.gender),
        "ethnicity": dotted(private.ethnicity),
        "permanent_address": dotted(private.permanent_address),
        "founded_on": dotted(founded and show_date(founded)),
        "licence": dotted(licence and licence.number),
        "history": dotted_sentence(producer.history),
        "organisation": dotted_sentence(producer.organisation),
    }


def _boxes(printed: PrintedForm | None, dossier: Dossier) -> list[str]:
    """Return the boxes as lines, for a template of an earlier version."""
    ticked = ticks(printed, dossier)
    lines = [words for line in printed.lines for words in line.words if "[" in words] if printed else []
    return [
        f"{ticked[box]} {words.partition(' [')[0]}"
        for words in lines
        for box in ticked
        if f"[{box}]" in words
    ]


def _other_right(dossier: Dossier) -> str:
    """Name the papers on a right that has no box of its own."""
    return "; ".join(paper.title for paper in dossier.papers if paper.right is IntellectualRight.OTHER)


def _sourcing(dossier: Dossier, kind: str) -> str:
    technology = dossier.business.technology if dossier.business else None
    told = (f"Nguyên liệu: {_materials(dossier, kind)}" if dossier.materials else "", technology or "")
    return " ".join(as_sentence(text) for text in told if text)


def _since_recognition(dossier: Dossier) -> str:
    """What was reached since the recognition is asked only of a product that is ranked anew."""
    if dossier.registration.kind is not RegistrationKind.RE_RANKING:
        return f"Không áp dụng ({word(dossier.registration.kind).lower()})."
    return dotted_sentence(dossier.business and dossier.business.since_recognition)


def _materials(dossier: Dossier, kind: str) -> str:
    return "; ".join(_material(material, kind) for material in dossier.materials)


def _material(material: Material, kind: str) -> str:
    share = show_percent(material.share) if material.share is not None else ""
    origin = inside(word(material.origin), kind) if material.origin is not Origin.UNKNOWN else ""
    told = ", ".join(filter(None, (share, origin)))
    return f"{material.name} ({told or DOTTED_SHORT})"


def _years(dossier: Dossier) -> Iterator[dict[str, str]]:
    years = sorted(dossier.business.years, key=lambda y: y.year) if dossier.business else []
    for figures in years:
        yield {
            "year": str(figures.year),
            "revenue": _amount(figures.revenue),
            "profit": _amount(figures.profit),
            "output": dotted(figures.output, DOTTED_SHORT),
        }
    if not years:
        yield dict.fromkeys(("year", "revenue", "profit", "output"), DOTTED_SHORT)


def _amount(money: Decimal | None) -> str:
    return show_number(money) if money is not None else DOTTED_SHORT


def _evidence(case: Case) -> Iterator[dict[str, str]]:
    kinds = [kind for kind, _ in case.asked if kind.id not in OWN_FORMS]
    for number, kind in enumerate(kinds, 1):
        held = case.held(kind)
        pages = sum(printed_pages(paper, case.pages) or 0 for paper in held)
        yield {
            "number": str(number),
            "name": kind.name,
            "papers": "; ".join(evidence_words(paper) for paper in held) or "không có",
            "pages": str(pages) if pages else "–",
        }
