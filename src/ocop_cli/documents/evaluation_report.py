"""Values of the commune's evaluation report (Mẫu 03) and of the internal score sheet."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.documents.cites import cited
from ocop_cli.documents.frame import (
    as_list,
    committee_name,
    commune_kind,
    commune_name,
    dotted,
    frame,
    province_name,
)
from ocop_cli.documents.grounds import grounds
from ocop_cli.documents.printed_forms import second_hand
from ocop_cli.documents.slips import product_group_words
from ocop_cli.dossier.conclusions import Opinion, SiteCheck
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.dossier.vocabulary import word
from ocop_cli.evaluation.description_words import description_words
from ocop_cli.evaluation.record import STATUS_WORDS
from ocop_cli.evaluation.result import Evaluation, Line, Status
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.criterion import Kind
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.provenance import confidence_word
from ocop_cli.rules.verification import summary_words
from ocop_cli.viet.dates import show_date, show_long_date
from ocop_cli.viet.numbers import show_number
from ocop_cli.viet.text import as_sentence, lower_first, upper_first

_INSIDE = "trong xã"  # as the facts say it in every commune
_SUMMARY = "(tên mức ghi tóm tắt theo Bộ tiêu chí)"


def report_values(
    dossier: Dossier,
    private: PrivateData,
    evaluation: Evaluation,
    ruleset: Ruleset,
    profile: Profile,
    form: FormInfo,
    on: date,
    conclusions: dict[CommuneContent, str],
) -> dict[str, Any]:
    """Return the values of the report: a narrative for each content, points only where the decision's form has them.

    The form has no addressee and no grounds; both are still there for a template of an earlier version.

    Keys: those of ``frame``; ``addressee``, ``opening``, ``producer_name``, ``producer_kind``, ``address``,
    ``representative``, ``gender``, ``ethnicity``, ``permanent_address``, ``product_name``, ``registration_kind``,
    ``product_group``, ``opinions_title``, ``committee``, ``province_committee``, ``commune``, ``closing``,
    ``form_source`` (texts);
    ``powers``, ``grounds``, ``opinions`` (lines); ``contents`` (rows: name, description, assessment, evidence, cite).
    """
    subject = "Đánh giá một số nội dung của hồ sơ đăng ký tham gia đánh giá, phân hạng sản phẩm OCOP"
    person = dossier.producer.representative
    province = province_name(profile)
    framed, commune = frame(profile, form, subject, on), commune_name(profile).upper()
    return {
        **framed,
        "powers": [_with_commune(line, commune) for line in framed["powers"]],
        "commune": commune,
        "committee": committee_name(profile),
        "province_committee": f"Ủy ban nhân dân {province}",
        "addressee": f"Ủy ban nhân dân {province}",
        "grounds": grounds(form, ruleset.decision),
        "opening": f"{committee_name(profile)} báo cáo kết quả đánh giá một số nội dung của hồ sơ như sau:",
        "producer_name": dossier.producer.name,
        "producer_kind": word(dossier.producer.kind) if dossier.producer.kind else "",
        "address": dossier.producer.address or "",
        "representative": person.name if person else "",
        "gender": dotted(private.gender),
        "ethnicity": private.ethnicity or "",
        "permanent_address": private.permanent_address or "",
        "product_name": dossier.product.name,
        "form_source": second_hand(ruleset.decision.procedure.form(form.printed), ruleset.decision),
        "registration_kind": word(dossier.registration.kind).lower(),
        "product_group": product_group_words(ruleset),
        "contents": _contents(dossier, evaluation, ruleset, conclusions, commune_kind(profile)),
        "opinions_title": opinions_title(dossier),
        "opinions": as_list([*opinion_lines(dossier), *_hearing_lines(dossier)]),
        "closing": (
            f"{committee_name(profile)} đề nghị Ủy ban nhân dân {province} đánh giá, phân hạng "
            f"sản phẩm {dossier.product.name} của {dossier.producer.name}"
        ),
    }


def _with_commune(power: str, commune: str) -> str:
    """Name the commune beside the committee that is signed for, as the form prints it."""
    return f"{power} {commune}" if power.startswith("TM.") else power


def commune_points_values(
    dossier: Dossier, evaluation: Evaluation, ruleset: Ruleset, profile: Profile, form: FormInfo, on: date
) -> dict[str, Any]:
    """Return the values of the internal score sheet: points, arithmetic, citation, and what is not verified.

    Keys: those of ``frame``; ``product_name``, ``producer_name``, ``decision``, ``product_set``, ``total``
    (texts); ``unverified``, ``disqualified`` (lines); ``lines`` (rows: content, option, points, reason, cite).
    """
    return {
        **frame(
            profile,
            form,
            f"Các nội dung đánh giá của {commune_kind(profile)} đối với sản phẩm {dossier.product.name}",
            on,
        ),
        "product_name": dossier.product.name,
        "producer_name": dossier.producer.name,
        "decision": ruleset.decision.cite,
        "product_set": f"{ruleset.product_set.number} - {ruleset.product_set.name}",
        "lines": [_score_row(line, ruleset) for line in evaluation.lines],
        "total": _total(evaluation),
        "unverified": [as_sentence(doubt) for doubt in _doubts(evaluation)],
        "disqualified": list(evaluation.disqualified),
    }


def points_words(points: object) -> str:
    """Return points for people; a score that the data do not support is said, not printed."""
    return "chưa đủ số liệu" if points is None else show_number(points)  # type: ignore[arg-type]  # Decimal


def opinion_lines(dossier: Dossier, meeting: str | None = None, held: date | None = None) -> list[str]:
    """Return the opinions on a dossier, by unit; with ``meeting`` only those for it.

    Who spoke stands behind the unit, and the day where it tells something: in the minutes of a meeting ``held`` on a
    day, of what was sent before and of answers of the chair that came after; elsewhere, of opinions of several days.
    """
    chosen = [o for o in dossier.opinions if meeting is None or o.meeting == meeting]
    several = meeting is None and len({o.on for o in chosen if o.on}) > 1
    return [
        f"{_who_when(o, held, several=several)}: {word(o.stance) if o.stance else 'có ý kiến'}"
        + (f" về {lower_first(word(o.content))}" if o.content else "")
        + (f": {upper_first(o.text)}" if o.text else "")
        + (
            f"{'' if (o.text or '').endswith('.') else '.'} Tiếp thu, giải trình{_answered_later(o, held)}: {o.response}"
            if o.response
            else ""
        )
        for o in chosen
    ]


def _answered_later(opinion: Opinion, held: date | None) -> str:
    later = held and opinion.response_on and opinion.response_on > held
    return f" ngày {show_date(opinion.response_on)}" if later and opinion.response_on else ""


def _who_when(opinion: Opinion, held: date | None, *, several: bool) -> str:
    sent = bool(held and opinion.on and opinion.on < held)
    day = f"{'gửi ý kiến ' if sent else ''}ngày {show_date(opinion.on)}" if opinion.on else ""
    told = ", ".join(filter(None, (opinion.by, day if sent or several else "")))
    return f"{opinion.unit} ({told})" if told else opinion.unit


def _hearing_lines(dossier: Dossier) -> list[str]:
    """Return what somebody stated of the producer's presence at the meetings."""
    return [
        f"Chủ thể {dossier.producer.name} "
        + (f"dự họp {show_long_date(each.on)}" if each.present else f"vắng mặt {show_long_date(each.on)}")
        + (f", đại diện là {each.by}" if each.present and each.by else "")
        + (f" (lý do: {each.absence})" if not each.present and each.absence else "")
        for each in dossier.hearings
    ]


def opinions_title(dossier: Dossier) -> str:
    """Head the opinions: for the meeting when all were, sent before it or given there; with the day when it is one."""
    if not dossier.opinions:
        return "Việc dự họp lấy ý kiến của chủ thể"
    days = {opinion.on for opinion in dossier.opinions}
    day = days.pop() if len(days) == 1 else None
    met = (
        " gửi đến hoặc nêu tại cuộc họp lấy ý kiến"
        if all(opinion.meeting for opinion in dossier.opinions)
        else ""
    )
    return f"Ý kiến của các đơn vị{met}{f' {show_long_date(day)}' if day else ''}"


def _contents(
    dossier: Dossier,
    evaluation: Evaluation,
    ruleset: Ruleset,
    conclusions: dict[CommuneContent, str],
    kind: str,
) -> list[dict[str, Any]]:
    """Lay the contents out; where the first level is named by our label, it is said there that it is a summary."""
    rows = [
        _content(dossier, line, ruleset, conclusions.get(line.content, ""), kind) for line in evaluation.lines
    ]
    for row, line in zip(rows, evaluation.lines, strict=True):
        option = line.option
        if option and not option.words and option.named in row["assessment"]:
            row["assessment"] = row["assessment"].replace(option.named, f"{option.named} {_SUMMARY}", 1)
            break
    return rows


def _content(dossier: Dossier, line: Line, ruleset: Ruleset, conclusion: str, kind: str) -> dict[str, Any]:
    if line.status is Status.NOT_APPLICABLE:
        reason = "Quyết định áp dụng không giao cấp xã đánh giá nội dung này."
        return {"name": word(line.content), "description": "", "assessment": reason, "evidence": ""}
    shown = [as_sentence(conclusion) if conclusion else assessment_words(line, dossier.site_checks, kind)]
    if ruleset.decision.procedure.report_shows_points:
        shown += _points(line, ruleset)
    return {
        "name": word(line.content),
        "description": description_words(dossier, line.content, kind),
        "assessment": " ".join(shown),
        "evidence": "; ".join(_titles(dossier, line.evidence)),
        "cite": line.cite,
    }


def _points(line: Line, ruleset: Ruleset) -> list[str]:
    if line.criterion is None:
        return [f"Nội dung này không có điểm trong bộ “{ruleset.product_set.name}”."]
    if line.points is None:
        return []
    return [f"Điểm: {points_words(line.points)}/{points_words(line.maximum)}."]


def assessment_words(line: Line, site_checks: Sequence[SiteCheck] = (), kind: str = "xã") -> str:
    """The narrative that the facts themselves give, when the official wrote none.

    A check on the spot is spoken of only where one is recorded that looked at this content, with its day. ``kind`` is
    what the commune is: a phường says of itself that it is none of a xã.
    """
    if line.status is Status.NO_POINTS:
        return f"{_checked(line.content, site_checks)}: {line.reason.rstrip('.')}."
    if line.option is None:
        return f"Chưa đủ căn cứ để đánh giá: {line.reason.rstrip('.')}."
    cite = f" ({cited(line.criterion.cite)})" if line.criterion and line.option.words else ""
    checked, level = _checked(line.content, site_checks), f"thuộc mức: {line.option.named}{cite}"
    if line.criterion and line.criterion.kind is Kind.SHARE and not line.overridden:
        return f"{checked}, {line.reason.replace(_INSIDE, f'trong {kind}')}, {level}."
    return (
        f"{checked}, {kind} xác định {level}. {upper_first(line.decided_because or line.reason).rstrip('.')}."
    )


def _checked(content: CommuneContent, site_checks: Sequence[SiteCheck]) -> str:
    days = [check.on for check in site_checks if content in check.contents]
    if not days:
        return "Qua kiểm tra hồ sơ"
    return f"Qua kiểm tra hồ sơ và kiểm tra thực tế {show_long_date(max(days))}"


def _total(evaluation: Evaluation) -> str:
    most = points_words(evaluation.maximum)
    if evaluation.points is None:
        return f"chưa tính được vì còn nội dung chưa đủ số liệu (tối đa {most} điểm)"
    return f"{points_words(evaluation.points)} trên {most} điểm"


def _score_row(line: Line, ruleset: Ruleset) -> dict[str, str]:
    return {
        "content": word(line.content) + (f" ({line.criterion.code})" if line.criterion else ""),
        "option": line.option.named if line.option else STATUS_WORDS[line.status],
        "points": f"{points_words(line.points)}/{points_words(line.maximum)}" if line.option else "–",
        "reason": " ".join(as_sentence(text) for text in (line.reason, line.edge) if text) or "–",
        "cite": upper_first(cited(_short(line.cite, ruleset))) or "–",
    }


def _short(cite: str, ruleset: Ruleset) -> str:
    """Leave out the decision, which the sheet names once above the table."""
    return cite.removeprefix(f"{ruleset.decision.cite}, ").removeprefix(
        f"Quyết định số {ruleset.decision.number}, "
    )


def _doubts(evaluation: Evaluation) -> list[str]:
    """Say what of the law behind the sheet was not compared with the signed text, the doubtful values first."""
    doubtful = [_unverified(line) for line in evaluation.lines if not line.is_firm]
    unverified = any(not line.is_verified for line in evaluation.lines)
    criteria = [line.criterion for line in evaluation.lines if line.criterion]
    copied = ["điểm của các mức chép từ toàn văn công khai của quyết định"] if unverified else []
    return [*doubtful, *copied, *summary_words(criteria)]


def _unverified(line: Line) -> str:
    criterion = line.criterion
    if criterion is None:
        return word(line.content)
    source = (line.option.source if line.option else None) or criterion.source
    return f"{word(line.content)}: {confidence_word(source.confidence)}. {criterion.suspect or criterion.note}".strip()


def _titles(dossier: Dossier, evidence: tuple[str, ...]) -> list[str]:
    titles = {paper.id: paper.title for paper in dossier.papers}
    return [titles.get(paper, paper) for paper in evidence]
