"""Values of the request letter and of the inventory."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from ocop_cli.documents.evidence_words import printed_pages
from ocop_cli.documents.frame import committee_name, commune_kind, commune_name, frame, province_name
from ocop_cli.documents.grounds import grounds
from ocop_cli.documents.meeting import dossier_title
from ocop_cli.dossier.evidence import Evidence
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import MoveKind, word
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.decision import Decision
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.text import lower_first


def request_values(
    dossiers: Mapping[str, Dossier],
    codes: Mapping[str, str],
    decision: Decision,
    profile: Profile,
    form: FormInfo,
    on: date,
) -> dict[str, Any]:
    """Return the values of the request, as tờ trình or as công văn. ``codes`` are the product codes by dossier.

    Keys: those of ``frame``; ``addressee``, ``opening``, ``evaluation``, ``closing`` (texts); ``grounds``,
    ``enclosures`` (lines); ``items`` (rows: number, product, producer, registration, code).
    """
    province = province_name(profile)
    subject = f"{'Đề' if form.symbol else 'đề'} nghị đánh giá, phân hạng sản phẩm OCOP năm {on.year}"
    return {
        **frame(profile, form, subject, on),
        "addressee": f"Ủy ban nhân dân {province}",
        "grounds": grounds(form, decision),
        "opening": (
            f"Ủy ban nhân dân (UBND) {commune_name(profile)} đã tiếp nhận, kiểm tra hồ sơ và đánh giá các nội dung "
            f"thuộc trách nhiệm của {commune_kind(profile)} đối với {len(dossiers):02d} sản phẩm đăng ký tham gia Chương trình mỗi xã một "
            f"sản phẩm (OCOP) năm {on.year}, gồm:"
        ),
        "items": [
            _item(number, dossier, codes[i]) for number, (i, dossier) in enumerate(dossiers.items(), 1)
        ],
        "evaluation": " ".join(
            [
                *(told for dossier in dossiers.values() if (told := _sent_before(dossier, on))),
                "Kết quả đánh giá nêu tại báo cáo đánh giá gửi kèm.",
            ]
        ),
        "enclosures": _enclosures(dossiers, decision, commune_kind(profile)),
        "closing": (
            f"{committee_name(profile)} kính đề nghị Ủy ban nhân dân {province} xem xét, tổ chức đánh giá, "
            "phân hạng sản phẩm theo quy định"
        ),
    }


def inventory_values(
    dossiers: Mapping[str, Dossier],
    profile: Profile,
    form: FormInfo,
    on: date,
    *,
    counted: Mapping[str, int | None] = MappingProxyType({}),
    draft: bool = False,
) -> dict[str, Any]:
    """Return the values of the inventory: the papers of every dossier, their pages numbered through.

    ``counted`` are the pages of the files, as far as they can be counted: they go before what somebody has typed.

    Keys: those of ``frame``; ``total`` (text); ``dossiers`` (rows: title, papers, which are rows: number, title,
    issue, form, pages, span). The inventory of a ``draft`` says so on its face.
    """
    listed: list[dict[str, Any]] = []
    page = 0
    for dossier in dossiers.values():
        rows = []
        for number, paper in enumerate(dossier.papers, 1):
            pages = printed_pages(paper, counted) or 0
            rows.append(_paper(number, paper, page, pages))
            page += pages
        listed.append({"title": dossier_title(dossier), "papers": rows})
    count = sum(len(dossier.papers) for dossier in dossiers.values())
    return {
        **frame(
            profile,
            form,
            f"{'DỰ THẢO, kèm' if draft else 'Kèm'} theo văn bản đề nghị đánh giá, phân hạng sản phẩm OCOP năm {on.year} của UBND {commune_name(profile)}",
            on,
        ),
        "dossiers": listed,
        "total": f"{count:02d} giấy tờ, {page:02d} trang",
    }


def _item(number: int, dossier: Dossier, code: str) -> dict[str, str]:
    return {
        "number": str(number),
        "product": dossier.product.name,
        "producer": dossier.producer.name,
        "registration": word(dossier.registration.kind),
        "code": code,
    }


def _sent_before(dossier: Dossier, on: date) -> str:
    """Say that a dossier was sent in this round, by which letter the province returned it and why; empty for a first sending."""
    since = dossier.renewed_on or date.min
    sent = [(each.on, each.letter) for each in dossier.submissions if each.on and since <= each.on < on]
    if not sent:
        return ""
    day, letter = sent[-1]
    returned = next(
        (m for m in dossier.moves if m.kind is MoveKind.RETURN and m.document and day <= m.on <= on), None
    )
    number = f" tại văn bản số {letter.number}" if letter and letter.number else ""
    before = f"Hồ sơ {lower_first(dossier_title(dossier))} đã được gửi ngày {show_date(day)}{number}"
    if returned is None:
        return f"{before}."
    reasons = lower_first("; ".join(reason.rstrip(".") for reason in returned.reasons))
    return f"{before}; nay đã hoàn thiện theo {returned.document}{f' ({reasons})' if reasons else ''}."


def _enclosures(dossiers: Mapping[str, Dossier], decision: Decision, kind: str) -> list[str]:
    procedure = decision.procedure
    count = len(dossiers)
    lines = [
        f"Báo cáo đánh giá của UBND {kind}: {count:02d} bản;",
        f"Hồ sơ sản phẩm: {procedure.paper_copies * count:02d} bộ giấy và {procedure.electronic_copies:02d} bộ điện tử;",
        "Danh mục hồ sơ: 01 bản;",
    ]
    units = sum(procedure.samples.units_for(d.product.set or 0) for d in dossiers.values())
    samples = (
        f"Sản phẩm mẫu: {units:02d} đơn vị sản phẩm."
        if units
        else "Sản phẩm mẫu: không áp dụng đối với dịch vụ du lịch."
    )
    return [*lines, samples]


def _paper(number: int, paper: Evidence, before: int, pages: int) -> dict[str, str]:
    issue = [paper.number or "", show_date(paper.issued_on) if paper.issued_on else "", paper.issuer or ""]
    span = "" if not pages else str(before + 1) if pages == 1 else f"{before + 1}-{before + pages}"
    return {
        "number": str(number),
        "title": paper.title,
        "issue": "; ".join(part for part in issue if part),
        "form": {True: "gốc/chứng thực", False: "sao", None: ""}[paper.original],
        "pages": str(pages) if pages else "",
        "span": span,
    }
