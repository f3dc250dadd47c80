"""Values of the minutes of an inspection, and of the confirmation that a product is no longer made."""

from collections.abc import Iterator, Mapping
from typing import Any

from ocop_cli.documents.cites import cited
from ocop_cli.documents.frame import (
    DOTTED,
    DOTTED_SHORT,
    as_list,
    committee_name,
    dotted,
    dotted_sentence,
    frame,
    province_name,
)
from ocop_cli.documents.grounds import grounds
from ocop_cli.errors import OcopError
from ocop_cli.evaluation.case import Case
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.inspection import Inspection
from ocop_cli.programme.meeting import Person
from ocop_cli.programme.profile import Profile
from ocop_cli.viet.dates import show_date, show_long_date
from ocop_cli.viet.text import as_sentence, lower_first
from ocop_cli.workflow.certificate import expires_on

_LIMIT = "withdrawal"


def inspection_values(
    inspection: Inspection, contents: Mapping[str, str], case: Case, profile: Profile, form: FormInfo
) -> dict[str, Any]:
    """Return the values of the minutes; what is not recorded yet is left for the pen.

    Keys: those of ``frame``; ``starts``, ``ends``, ``place``, ``producer_name``, ``product_name``,
    ``certificate``, ``production``, ``conclusion``, ``chair``, ``chair_name``, ``inspector`` (who looked alone,
    else empty), ``secretary``, ``secretary_name``, ``producer_signer`` (texts); ``team``, ``producer_side``, ``photos``, ``requests`` (lines); ``items`` (rows: number,
    content, result, kept).
    """
    seen = {o.content: o for o in inspection.observations}
    kept = {True: "đạt", False: "chưa đạt", None: DOTTED_SHORT}
    leader, theirs = _first(inspection.team), _first(inspection.producer_side)
    return {
        **frame(profile, form, f"Kiểm tra, giám sát sản phẩm OCOP {case.dossier.product.name}", case.today),
        "starts": _moment(inspection.starts, inspection),
        "ends": _moment(inspection.ends, inspection),
        "place": dotted(inspection.place),
        "team": as_list(_person(p) for p in inspection.team) or [DOTTED],
        "producer_side": as_list(_person(p) for p in inspection.producer_side) or [DOTTED],
        "producer_name": case.dossier.producer.name,
        "product_name": case.dossier.product.name,
        "certificate": certificate_words(case),
        "items": [
            {
                "number": str(number),
                "content": text,
                "result": dotted_sentence(seen[key].result if key in seen else None),
                "kept": kept[seen[key].kept if key in seen else None],
            }
            for number, (key, text) in enumerate(contents.items(), 1)
        ],
        "photos": as_list(photo.name for photo in inspection.photos),
        "production": _production(inspection),
        "requests": as_list([*(one.words for one in inspection.requests), *_signs(inspection, case)])
        or [DOTTED],
        "conclusion": dotted_sentence(inspection.conclusion),
        "chair": _person(leader) if leader else DOTTED,
        "chair_name": leader.name if leader else "",
        "inspector": _person(leader) if leader and inspection.is_of_one else "",
        "secretary": _person(inspection.secretary) if inspection.secretary else DOTTED,
        "secretary_name": inspection.secretary.name if inspection.secretary else "",
        "producer_signer": theirs.name if theirs else "",
    }


def closure_values(case: Case, profile: Profile, form: FormInfo) -> dict[str, Any]:
    """Return the values of the letter by which the commune confirms that a product is no longer made.

    Keys: those of ``frame``; ``addressee``, ``opening``, ``certificate``, ``conclusion``, ``closing`` (texts);
    ``grounds`` (lines).

    Raises ``OcopError`` unless the latest inspection found so.
    """
    inspection = case.inspection
    if inspection is None or inspection.producing is not False:
        raise OcopError(
            f"Lần kiểm tra gần nhất của {case.id} không ghi nhận đã ngừng sản xuất.",
            f"Lập biên bản: `ocop inspect {case.id} --stopped-on NGÀY`.",
        )
    dossier, decision = case.dossier, case.law.decision
    since = f" từ {show_long_date(inspection.stopped_on)}" if inspection.stopped_on else ""
    limit = decision.procedure.limit(_LIMIT)
    told = f" ({cited(limit.cite)})" if limit else ""
    return {
        **frame(profile, form, f"xác nhận ngừng sản xuất sản phẩm OCOP {dossier.product.name}", case.today),
        "addressee": f"Ủy ban nhân dân {province_name(profile)}",
        "grounds": grounds(form, decision),
        "opening": (
            f"Qua kiểm tra {show_long_date(inspection.on)}, {committee_name(profile)} xác nhận "
            f"{dossier.producer.name} không còn sản xuất sản phẩm {dossier.product.name}{since}."
        ),
        "certificate": certificate_words(case),
        "conclusion": as_sentence(inspection.conclusion or ""),
        "closing": (
            f"{committee_name(profile)} kính đề nghị Ủy ban nhân dân {province_name(profile)} xem xét việc thu hồi "
            f"giấy chứng nhận theo quy định{told}"
        ),
    }


def certificate_words(case: Case) -> str:
    """Return the certificate of a product in words: star, number, day of issue, day of expiry."""
    result = case.dossier.result
    if result is None or not result.recognised:
        return "chưa được công nhận"
    star = f"hạng {result.star} sao" if result.star else "đã được công nhận"
    certificate = result.certificate
    if certificate is None:
        return star
    expiry = expires_on(result, case.law.decision.procedure.certificate_months)
    ends = f", hết hạn ngày {show_date(expiry)}" if expiry else ""
    number = f"số {certificate.number} " if certificate.number else ""
    return f"{star}; giấy chứng nhận {number}cấp ngày {show_date(certificate.issued_on)}{ends}"


def _signs(inspection: Inspection, case: Case) -> Iterator[str]:
    """Yield what was seen that may lead to a withdrawal: the producer signs the minutes that the proposal rests on."""
    for sign in inspection.signs:
        ground = case.law.decision.procedure.withdrawal_ground(sign.ground)
        named = f"{lower_first(ground.name)}: " if ground else ""
        yield f"Kiến nghị xem xét dấu hiệu {named}{lower_first(sign.seen)}"


def _production(inspection: Inspection) -> str:
    if inspection.producing is None:
        return DOTTED
    if inspection.producing:
        return "còn sản xuất"
    since = f" từ {show_long_date(inspection.stopped_on)}" if inspection.stopped_on else ""
    return f"đã ngừng sản xuất{since}"


def _moment(clock: str | None, inspection: Inspection) -> str:
    if clock is None:
        return f"…… giờ ……, {show_long_date(inspection.on)}"
    hour, _, minute = clock.partition(":")
    return f"{hour} giờ {minute}, {show_long_date(inspection.on)}"


def _person(person: Person) -> str:
    return f"{person.name}, {person.title}"


def _first(people: tuple[Person, ...]) -> Person | None:
    return people[0] if people else None
