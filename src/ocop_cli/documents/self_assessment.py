"""Values of the producer's self-assessment report (Mẫu 02) without its criteria, which the score sheet prints."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ocop_cli.documents.evidence_words import evidence_words, printed_pages
from ocop_cli.documents.frame import DOTTED, DOTTED_SHORT, dotted, dotted_sentence, place_name, province_name
from ocop_cli.documents.slips import product_group_words
from ocop_cli.dossier.facts import Material
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.dossier.vocabulary import Origin, RegistrationKind, word
from ocop_cli.evaluation.case import Case
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.profile import Profile
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.numbers import show_number, show_percent

_TICKED, _FREE = "☒", "☐"
_BOXES = {
    "Đăng ký kinh doanh": ("business_registration",),
    "Đã công bố chất lượng sản phẩm": ("quality_declaration",),
    "Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm": ("food_safety_certificate",),
    "Giấy chứng nhận đủ điều kiện sản xuất (trường hợp bắt buộc)": ("production_licence", "production_conditions"),
    "Giấy tờ về sở hữu trí tuệ": ("trademark",),
}  # fmt: skip
OWN_FORMS = ("registration_slip", "self_assessment")
"""The kinds of paper that a producer fills in for one registration: the report does not name them as its evidence."""


def self_assessment_values(case: Case, profile: Profile, form: FormInfo) -> dict[str, Any]:
    """Return the values of the report. The form legally asks for personal data of the representative.

    Keys: ``subject``, ``signed_at``, ``addressee``, ``form_source``, ``producer_name``, ``producer_kind``,
    ``address``, ``phone``, ``email``, ``representative``, ``gender``, ``ethnicity``, ``permanent_address``,
    ``founded_on``, ``licence``, ``history``, ``organisation``, ``product_name``, ``product_group``,
    ``specification``, ``standard``, ``registration_kind``, ``materials``, ``technology``, ``changes``,
    ``market``, ``business_plan`` (texts); ``boxes`` (lines); ``years`` (rows: year, revenue, profit, output);
    ``evidence`` (rows: number, name, papers, pages).
    """
    dossier, business = case.dossier, case.dossier.business
    return {
        "subject": f"Tự đánh giá sản phẩm OCOP: {dossier.product.name}",
        "signed_at": f"{place_name(profile)}, ngày      tháng      năm {case.today.year}",
        "addressee": f"Ủy ban nhân dân {province_name(profile)}",
        "form_source": f"{form.cite.partition(' của')[0]}, {case.law.decision.cite}",
        **_producer(case),
        "product_name": dossier.product.name,
        "product_group": product_group_words(case.law),
        "specification": dotted(dossier.product.specification),
        "standard": dotted(dossier.product.standard),
        "registration_kind": word(dossier.registration.kind).lower(),
        "boxes": [f"{_tick(dossier, kinds)} {name}" for name, kinds in _BOXES.items()],
        "materials": _materials(dossier),
        "technology": dotted_sentence(business and business.technology),
        "changes": _changes(dossier),
        "market": dotted_sentence(business and business.markets),
        "years": list(_years(dossier)),
        "evidence": list(_evidence(case)),
        "business_plan": dotted_sentence(business and business.plan),
    }


def _producer(case: Case) -> dict[str, Any]:
    producer, private = case.dossier.producer, case.private or PrivateData()
    person, licence = producer.representative, producer.licence
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
        "founded_on": dotted(producer.founded_on and show_date(producer.founded_on)),
        "licence": f"số {licence.number}" if licence else DOTTED,
        "history": dotted_sentence(producer.history),
        "organisation": dotted_sentence(producer.organisation),
    }


def _tick(dossier: Dossier, kinds: tuple[str, ...]) -> str:
    return _TICKED if any(paper.kind in kinds for paper in dossier.papers) else _FREE


def _materials(dossier: Dossier) -> str:
    return "; ".join(_material(material) for material in dossier.materials) or DOTTED


def _material(material: Material) -> str:
    share = show_percent(material.share) if material.share is not None else ""
    origin = word(material.origin) if material.origin is not Origin.UNKNOWN else ""
    told = ", ".join(filter(None, (share, origin)))
    return f"{material.name} ({told or DOTTED_SHORT})"


def _changes(dossier: Dossier) -> str:
    """What has changed is asked only of a product that was ranked before."""
    if dossier.registration.kind is RegistrationKind.FIRST:
        return "không áp dụng (đăng ký lần đầu)."
    return dotted_sentence(dossier.business and dossier.business.changes)


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
