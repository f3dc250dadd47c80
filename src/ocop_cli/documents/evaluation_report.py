"""Values of the commune's evaluation report (Mẫu 03)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.documents.cites import cited
from ocop_cli.documents.commune_points import points_words
from ocop_cli.documents.frame import (
    as_list,
    committee_name,
    commune_kind,
    commune_name,
    dotted,
    frame,
    inside,
    province_name,
)
from ocop_cli.documents.grounds import grounds
from ocop_cli.documents.opinion_words import hearing_lines, opinion_lines, opinions_title
from ocop_cli.documents.printed_forms import second_hand
from ocop_cli.documents.slips import product_group_words
from ocop_cli.dossier.conclusions import SiteCheck
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.dossier.vocabulary import word
from ocop_cli.evaluation.description_words import description_words
from ocop_cli.evaluation.result import Evaluation, Line, Status
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.criterion import Kind
from ocop_cli.rules.decision import Ruleset
from ocop_cli.viet.dates import show_long_date
from ocop_cli.viet.text import as_sentence, upper_first

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
        "opinions": as_list([*opinion_lines(dossier), *hearing_lines(dossier)]),
        "closing": (
            f"{committee_name(profile)} đề nghị Ủy ban nhân dân {province} đánh giá, phân hạng "
            f"sản phẩm {dossier.product.name} của {dossier.producer.name}"
        ),
    }


def _with_commune(power: str, commune: str) -> str:
    """Name the commune beside the committee that is signed for, as the form prints it."""
    return f"{power} {commune}" if power.startswith("TM.") else power


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
        return f"{checked}, {inside(line.reason, kind)}, {level}."
    return (
        f"{checked}, {kind} xác định {level}. {upper_first(line.decided_because or line.reason).rstrip('.')}."
    )


def _checked(content: CommuneContent, site_checks: Sequence[SiteCheck]) -> str:
    days = [check.on for check in site_checks if content in check.contents]
    if not days:
        return "Qua kiểm tra hồ sơ"
    return f"Qua kiểm tra hồ sơ và kiểm tra thực tế {show_long_date(max(days))}"


def _titles(dossier: Dossier, evidence: tuple[str, ...]) -> list[str]:
    titles = {paper.id: paper.title for paper in dossier.papers}
    return [titles.get(paper, paper) for paper in evidence]
