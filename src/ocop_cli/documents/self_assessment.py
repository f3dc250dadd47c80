"""Values of the producer's self-assessment report (Mẫu 02) without its criteria, which the score sheet prints."""

from collections.abc import Iterator
from typing import Any

from ocop_cli.documents.evidence_words import evidence_words
from ocop_cli.documents.frame import NOT_STATED, province_name, stated
from ocop_cli.documents.slips import product_group_words
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.dossier.vocabulary import RegistrationKind, word
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
_FORMS = ("registration_slip", "self_assessment")  # the report does not name itself as its evidence


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
        "signed_at": f"{profile.commune.place}, ngày      tháng      năm {case.today.year}",
        "addressee": f"Ủy ban nhân dân {province_name(profile)}",
        "form_source": f"{form.cite.partition(' của')[0]}, {case.law.decision.cite}",
        **_producer(case),
        "product_name": dossier.product.name,
        "product_group": product_group_words(case.law),
        "specification": stated(dossier.product.specification),
        "standard": stated(dossier.product.standard),
        "registration_kind": word(dossier.registration.kind),
        "boxes": [f"{_tick(dossier, kinds)} {name}" for name, kinds in _BOXES.items()],
        "materials": _materials(dossier),
        "technology": stated(business and business.technology),
        "changes": _changes(dossier),
        "market": stated(business and business.markets),
        "years": list(_years(dossier)),
        "evidence": list(_evidence(case)),
        "business_plan": stated(business and business.plan),
    }


def _producer(case: Case) -> dict[str, Any]:
    producer, private = case.dossier.producer, case.private or PrivateData()
    person, licence = producer.representative, producer.licence
    return {
        "producer_name": producer.name,
        "producer_kind": word(producer.kind) if producer.kind else NOT_STATED,
        "address": stated(producer.address),
        "phone": stated(private.phone),
        "email": stated(private.email),
        "representative": person.name if person else NOT_STATED,
        "gender": stated(private.gender),
        "ethnicity": stated(private.ethnicity),
        "permanent_address": stated(private.permanent_address),
        "founded_on": stated(producer.founded_on and show_date(producer.founded_on)),
        "licence": f"số {licence.number}" if licence else NOT_STATED,
        "history": stated(producer.history),
        "organisation": stated(producer.organisation),
    }


def _tick(dossier: Dossier, kinds: tuple[str, ...]) -> str:
    return _TICKED if any(paper.kind in kinds for paper in dossier.papers) else _FREE


def _materials(dossier: Dossier) -> str:
    parts = [
        f"{m.name} ({show_percent(m.share) if m.share is not None else 'chưa ghi tỷ lệ'}, {word(m.origin)})"
        for m in dossier.materials
    ]
    return "; ".join(parts) or NOT_STATED


def _changes(dossier: Dossier) -> str:
    """What has changed is asked only of a product that was ranked before."""
    if dossier.registration.kind is RegistrationKind.FIRST:
        return "không áp dụng (đăng ký lần đầu)"
    return stated(dossier.business and dossier.business.changes)


def _years(dossier: Dossier) -> Iterator[dict[str, str]]:
    years = sorted(dossier.business.years, key=lambda y: y.year) if dossier.business else []
    for figures in years:
        yield {
            "year": str(figures.year),
            "revenue": show_number(figures.revenue) if figures.revenue is not None else NOT_STATED,
            "profit": show_number(figures.profit) if figures.profit is not None else NOT_STATED,
            "output": stated(figures.output),
        }
    if not years:
        yield {"year": NOT_STATED, "revenue": NOT_STATED, "profit": NOT_STATED, "output": NOT_STATED}


def _evidence(case: Case) -> Iterator[dict[str, str]]:
    kinds = [kind for kind, _ in case.asked if kind.id not in _FORMS]
    for number, kind in enumerate(kinds, 1):
        held = case.held(kind)
        pages = sum(paper.pages or 0 for paper in held)
        yield {
            "number": str(number),
            "name": kind.name,
            "papers": "; ".join(evidence_words(paper) for paper in held) or "không có",
            "pages": str(pages) if pages else "–",
        }
