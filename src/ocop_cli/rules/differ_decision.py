"""What is read of a decision beside its product sets, in words, to be compared with another."""

from collections.abc import Callable

from ocop_cli.rules.decision import Decision
from ocop_cli.rules.procedure import MeetingRule
from ocop_cli.viet.numbers import show_number

_LEVELS = {"province": "cấp tỉnh", "ministry": "cấp bộ"}
_MEETINGS = {
    MeetingRule.REQUIRED: "phải họp trước khi đánh giá",
    MeetingRule.WHEN_NEEDED: "họp khi cần",
    MeetingRule.NOT_ASKED: "",
}


def _commune(decision: Decision) -> dict[str, str]:
    """What the commune judges and how: contents by the names that the criteria bear."""
    names = {c.content: c.name for s in reversed(decision.sets) for c in s.criteria if c.content}
    procedure = decision.procedure
    judged = {names.get(content, content.value): "xã đánh giá" for content in procedure.evaluates}
    return {**judged, "họp lấy ý kiến": _MEETINGS[procedure.meeting]}


def _dossier(decision: Decision) -> dict[str, str]:
    procedure = decision.procedure
    return {
        "số bộ hồ sơ": f"{procedure.paper_copies} bộ giấy, {procedure.electronic_copies} bộ điện tử",
        "sản phẩm mẫu": f"{procedure.samples.units} đơn vị",
        "báo cáo đánh giá": "ghi điểm" if procedure.report_shows_points else "không ghi điểm",
    }


def _forms(decision: Decision) -> dict[str, str]:
    return {form.id: f"{form.number}: {form.name}" for form in decision.procedure.forms}


def _stars(decision: Decision) -> dict[str, str]:
    return {
        f"{s.star} sao": f"từ {s.band.lower} đến {s.band.upper} điểm; {s.ranked_by or 'không công nhận'}"
        for s in decision.stars
    }


def _parts(decision: Decision) -> dict[str, str]:
    return {f"phần {p.id}": f"{p.name}, {show_number(p.max)} điểm" for p in decision.parts}


def _limits(decision: Decision) -> dict[str, str]:
    units = {"working": "ngày làm việc", "calendar": "ngày"}
    return {
        limit.name: "chưa rõ" if limit.days is None else f"{limit.days} {units[limit.unit]}"
        for limit in decision.procedure.limits
    }


def _rounds(decision: Decision) -> dict[str, str]:
    return {
        f"đợt {r.number} {_LEVELS.get(r.level, r.level)}": f"đề nghị trước {r.request_before.day}/{r.request_before.month}, "
        f"kết quả trước {r.result_before.day}/{r.result_before.month}"
        for r in decision.procedure.rounds
    }


def _papers(decision: Decision) -> dict[str, str]:
    return {
        paper.id: f"{paper.name}{', bắt buộc' if paper.required else ''}"
        for paper in decision.procedure.papers
    }


def _certificate(decision: Decision) -> dict[str, str]:
    return {"thời hạn": f"{decision.procedure.certificate_months} tháng"}


READINGS: tuple[tuple[str, str, Callable[[Decision], dict[str, str]]], ...] = (
    ("Hạng sao", "", _stars),
    ("Các phần", "", _parts),
    ("Việc của xã", "", _commune),
    ("Hồ sơ", "", _dossier),
    ("Thời hạn", "", _limits),
    ("Đợt đánh giá", "", _rounds),
    ("Giấy tờ", "giấy tờ", _papers),
    ("Biểu mẫu", "biểu mẫu", _forms),
    ("Giấy chứng nhận", "", _certificate),
)
"""Each with the place it is told under, and a word for keys that people do not read."""
