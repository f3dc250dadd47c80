"""Values of the papers around an inspection of one product: the checklist before it, what is asked after it, the proposal."""

from collections.abc import Iterator
from typing import Any

from ocop_cli.documents.cites import cited
from ocop_cli.documents.frame import (
    DOTTED,
    DOTTED_SHORT,
    as_list,
    committee_name,
    commune_kind,
    commune_name,
    frame,
    inside,
    province_name,
)
from ocop_cli.documents.grounds import grounds
from ocop_cli.documents.inspection import certificate_words
from ocop_cli.documents.reception import contact_words
from ocop_cli.dossier.scores import ScoreSheet
from ocop_cli.dossier.vocabulary import called, word
from ocop_cli.errors import OcopError
from ocop_cli.evaluation.case import Case
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.criterion import Criterion
from ocop_cli.viet.dates import show_date, show_long_date
from ocop_cli.viet.numbers import show_percent
from ocop_cli.viet.text import as_sentence, lower_first

_LIMIT = "withdrawal"


def checklist_values(case: Case, profile: Profile, form: FormInfo) -> dict[str, Any]:
    """Return the values of the checklist: what the product was ranked on, criterion by criterion, and what proves it.

    Keys: those of ``frame``; ``product_name``, ``producer_name``, ``address``, ``certificate``, ``decision``,
    ``production``, ``ranked_by`` (texts); ``facts``, ``requests`` (lines); ``items`` (rows: number, content, result,
    kept, proof).

    Raises ``OcopError`` for a product that was never recognised: there is nothing to keep to.
    """
    dossier = case.dossier
    if dossier.recognition is None:
        raise OcopError(
            f"Sản phẩm {dossier.product.name} chưa được công nhận nên chưa có gì để kiểm tra việc duy trì.",
            "Ghi kết quả bằng `ocop result` hoặc `ocop adopt` trước.",
        )
    sheet = _last_sheet(case)
    return {
        **frame(profile, form, f"Kiểm tra, giám sát sản phẩm OCOP {dossier.product.name}", case.today),
        "product_name": dossier.product.name,
        "producer_name": dossier.producer.name,
        "address": dossier.producer.address or DOTTED,
        "certificate": certificate_words(case),
        "decision": case.law.decision.cite,
        "production": DOTTED * 2 + DOTTED_SHORT * 2,  # the longest that fits behind the indent
        "ranked_by": _ranked_by(sheet, commune_kind(profile)),
        "facts": list(_facts(case, commune_kind(profile))),
        "requests": [
            f"{remedy.remedy.words}: đã xong ☐, chưa xong ☐" for remedy in _open(case)
        ],
        "items": [
            _row(criterion, sheet, case) for criterion in case.law.product_set.criteria if criterion.options
        ],
    }  # fmt: skip


def remedy_notice_values(case: Case, profile: Profile, form: FormInfo) -> dict[str, Any]:
    """Return the values of the notice of what is to be put right.

    Keys: those of ``frame``; ``opening``, ``closing`` (texts); ``items`` (rows: number, content, unit, due).

    Raises ``OcopError`` where the latest inspection left nothing open.
    """
    inspection, remedies = case.inspection, _open(case)
    if inspection is None or not remedies:
        raise OcopError(
            f"Lần kiểm tra gần nhất của {case.id} không còn yêu cầu khắc phục nào.",
            f'Ghi yêu cầu kèm hạn: `ocop inspect {case.id} --request "VIỆC: NGÀY"`.',
        )
    dossier, who = case.dossier, called(case.dossier.producer.kind)
    return {
        **frame(profile, form, f"Khắc phục sau kiểm tra sản phẩm OCOP {dossier.product.name}", case.today),
        "opening": (
            f"Qua kiểm tra {show_long_date(inspection.on)} đối với sản phẩm {dossier.product.name} "
            f"({certificate_words(case)}), {committee_name(profile)} thông báo để {dossier.producer.name} khắc phục các điểm sau:"
        ),
        "items": [
            {
                "number": str(number),
                "content": as_sentence(one.remedy.what),
                "unit": one.remedy.by or dossier.producer.name,
                "due": f"Trước ngày {show_date(one.remedy.due)}" if one.remedy.due else "Khắc phục ngay",
            }
            for number, one in enumerate(remedies, 1)
        ],
        "closing": (
            f"Đề nghị {who} khắc phục đúng hạn, gửi ảnh hoặc giấy tờ chứng minh về {profile.office.unit.name}, "
            f"UBND {commune_name(profile)}. Nếu có vướng mắc, liên hệ {contact_words(profile)} để được hướng dẫn"
        ),
    }


def withdrawal_proposal_values(case: Case, profile: Profile, form: FormInfo) -> dict[str, Any]:
    """Return the values of the letter in which the commune proposes that a withdrawal be considered.

    Keys: those of ``frame``; ``addressee``, ``opening``, ``certificate``, ``conclusion``, ``closing`` (texts);
    ``grounds``, ``reasons`` (lines). The commune never withdraws: whom the decision names does.

    Raises ``OcopError`` unless the latest inspection recorded a sign.
    """
    inspection = case.inspection
    if inspection is None or not inspection.signs:
        raise OcopError(
            f"Lần kiểm tra gần nhất của {case.id} không ghi dấu hiệu nào phải xem xét thu hồi.",
            f'Ghi khi kiểm tra: `ocop inspect {case.id} --sign "CĂN_CỨ: đã thấy gì"`.',
        )
    dossier, decision = case.dossier, case.law.decision
    province = f"Ủy ban nhân dân {province_name(profile)}"
    star = dossier.result.star if dossier.result else None
    by, limit = decision.procedure.withdraws(star), decision.procedure.limit(_LIMIT)
    competent = f"; thẩm quyền thu hồi thuộc {by.name} ({cited(by.cite)})" if by else ""
    time = f"; thời hạn thu hồi: {limit.days} ngày ({cited(limit.cite)})" if limit and limit.days else ""
    return {
        **frame(
            profile,
            form,
            f"đề nghị xem xét việc thu hồi công nhận sản phẩm OCOP {dossier.product.name}",
            case.today,
        ),
        "addressee": province,
        "grounds": grounds(form, decision),
        "opening": (
            f"Qua kiểm tra {show_long_date(inspection.on)} sản phẩm {dossier.product.name} của {dossier.producer.name}, "
            f"{committee_name(profile)} ghi nhận các dấu hiệu sau:"
        ),
        "reasons": as_list(_sign_words(case)),
        "certificate": certificate_words(case),
        "conclusion": as_sentence(inspection.conclusion or ""),
        "closing": (
            f"{committee_name(profile)} kính đề nghị {province} kiểm tra, kết luận, xem xét việc thu hồi theo quy định"
            f"{competent}{time}"
        ),
    }


def _sign_words(case: Case) -> Iterator[str]:
    for sign in case.inspection.signs if case.inspection else ():
        ground = case.law.decision.procedure.withdrawal_ground(sign.ground)
        named = f"{ground.name} ({cited(ground.cite)}): " if ground else ""
        yield f"{named}{lower_first(sign.seen) if named else sign.seen}"


def _open(case: Case) -> list[Any]:
    return case.inspection.open_remedies if case.inspection else []


def _last_sheet(case: Case) -> ScoreSheet | None:
    """Return the sheet that stands nearest to the ranking: of the council, else of the commune, else of the producer."""
    sheets = [sheet for sheet in case.dossier.scores if sheet.choices]
    order = ["self", "commune", "council"]
    return max(sheets, key=lambda sheet: (order.index(sheet.scorer.value), sheet.round), default=None)


def _ranked_by(sheet: ScoreSheet | None, kind: str) -> str:
    if sheet is None:
        return "chưa có phiếu chấm trong hồ sơ: đối chiếu mức tối thiểu của hạng sao đã công nhận"
    who = {
        "self": "tự đánh giá của chủ thể",
        "commune": f"phiếu chấm của {kind}",
        "council": "phiếu chấm của hội đồng",
    }
    day = f" ngày {show_date(sheet.on)}" if sheet.on else ""
    return f"{who[sheet.scorer.value]}{day}"


def _facts(case: Case, kind: str) -> Iterator[str]:
    """Yield the figures that the ranking rests on, to be compared on the spot."""
    dossier = case.dossier
    for material in dossier.materials:
        share = f" {show_percent(material.share)}" if material.share is not None else ""
        yield f"Nguyên liệu: {material.name}{share}, {inside(word(material.origin), kind)}; nay: {DOTTED_SHORT}"
    if dossier.labour and dossier.labour.total is not None:
        own = f", trong {kind} {dossier.labour.commune}" if dossier.labour.commune is not None else ""
        yield f"Lao động: {dossier.labour.total} người{own}; nay: {DOTTED_SHORT}"


def _row(criterion: Criterion, sheet: ScoreSheet | None, case: Case) -> dict[str, Any]:
    return {
        "number": criterion.code,
        "content": criterion.name,
        "result": _level(criterion, sheet, case) or DOTTED_SHORT,
        "proof": "; ".join(_proofs(criterion, case)) or DOTTED_SHORT,
        "kept": "",
    }


def _level(criterion: Criterion, sheet: ScoreSheet | None, case: Case) -> str:
    """Return the level that the product was ranked at; where nobody wrote it down, the least that its star asks for."""
    choice = sheet.choice(criterion.id) if sheet else None
    taken = next((option for option in criterion.options if choice and option.id == choice.option), None)
    if taken:
        return taken.named
    held = case.dossier.recognition
    star = held.star if held else None
    asked = [option for option in criterion.options if option.min_star and star and option.min_star <= star]
    return f"tối thiểu: {max(asked, key=lambda option: option.points).named}" if asked else ""


def _proofs(criterion: Criterion, case: Case) -> Iterator[str]:
    """Yield the papers of the dossier that prove a criterion, with their end; else the kinds that the decision names."""
    for kind in case.law.decision.procedure.evidence_for(criterion.id):
        held = case.held(kind)
        for paper in held:
            ends = f" (hạn {show_date(paper.expires_on)})" if paper.expires_on else ""
            yield f"{paper.title}{ends}"
        if not held:
            yield f"{kind.name} (chưa có trong hồ sơ)"
