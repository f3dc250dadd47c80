"""Contradictions in the facts that decide points."""

from collections.abc import Iterator
from decimal import Decimal

from ocop_cli.dossier.vocabulary import Trend
from ocop_cli.evaluation.case import Case
from ocop_cli.evaluation.shares import is_whole
from ocop_cli.findings import Finding, Severity
from ocop_cli.viet.numbers import show_number, show_percent

_WHOLE = Decimal(100)
_DECIDES = "tỷ lệ này quyết định điểm nội dung đánh giá của xã"


def check_shares(case: Case) -> Iterator[Finding]:
    """D010: the shares of the materials do not add up to a whole."""
    shares = [m.share for m in case.dossier.materials]
    total = sum((share for share in shares if share is not None), Decimal(0))
    complete = bool(shares) and None not in shares
    if not is_whole(total) and (complete or total > _WHOLE):
        last = len(shares) - 1
        yield case.find(
            "D010",
            ("materials", 0, "share"),
            f"Tỷ lệ nguyên liệu cộng lại bằng {show_percent(total)}, không bằng 100%",
            "sửa các tỷ lệ cho cộng lại đúng 100",
            why=_DECIDES,
            related=(case.place("materials", last, "share"),),
        )


def check_growth(case: Case) -> Iterator[Finding]:
    """D012: growth is claimed while revenue falls."""
    business = case.dossier.business
    if business is None or business.growth is not Trend.RISING:
        return
    years = sorted(((y.year, n, y.revenue) for n, y in enumerate(business.years) if y.revenue is not None))
    if len(years) > 1 and years[-1][2] < years[-2][2]:
        (before, _, earlier), (after, number, later) = years[-2:]
        yield case.find(
            "D012",
            ("business", "growth"),
            f"Khai tăng trưởng nhưng doanh thu năm {after} ({show_number(later)}) thấp hơn năm {before} ({show_number(earlier)})",
            "sửa phần tự khai, hoặc số doanh thu theo báo cáo tài chính",
            why="tăng trưởng là một tiêu chí chấm điểm",
            related=(case.place("business", "years", number, "revenue"),),
        )


def check_evidence_references(case: Case) -> Iterator[Finding]:
    """D014: a paper is named in evidence that the dossier does not hold."""
    known = {paper.id for paper in case.dossier.papers}
    for path, ids in _evidence(case):
        for number, paper in enumerate(ids):
            if paper not in known:
                yield case.find(
                    "D014",
                    (*path, "evidence", number),
                    f"Minh chứng “{paper}” không có trong các giấy tờ của hồ sơ",
                    "thêm giấy tờ, hoặc sửa mã",
                    related=(case.place("papers"),),
                )


def check_unknown_origin(case: Case) -> Iterator[Finding]:
    """D015: the origin of a material is not stated."""
    for number, material in enumerate(case.dossier.materials):
        if material.origin.value == "unknown":
            yield case.find(
                "D015",
                ("materials", number),
                f"Chưa rõ nguồn gốc của {material.name}",
                "hỏi chủ thể",
                severity=Severity.WARNING,
                why=_DECIDES,
                asks=(f"materials[{number + 1}].origin",),
            )


def _evidence(case: Case) -> Iterator[tuple[tuple[str | int, ...], tuple[str, ...]]]:
    dossier = case.dossier
    for number, material in enumerate(dossier.materials):
        yield ("materials", number), material.evidence
    if dossier.labour:
        yield ("labour",), dossier.labour.evidence
    for part in ("idea", "identity"):
        declared = getattr(dossier, part)
        if declared and declared.choice:
            yield (part, "choice"), declared.choice.evidence
