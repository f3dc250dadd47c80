"""Figures of a business against each other: a year twice, amounts a thousandfold apart, growth that they contradict."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ocop_cli.dossier.facts import YearFigures
from ocop_cli.evaluation.case import Case
from ocop_cli.findings import Finding, Severity
from ocop_cli.viet.numbers import show_number, show_rounded

_JUMP = 200  # times: nobody's takings grow so in a year, but đồng and nghìn đồng are a thousand apart
_ROUNDED = Decimal(1)  # percent: growth is declared in rounded numbers
_WHY = "doanh thu và tăng trưởng là tiêu chí chấm điểm"


def check_years(case: Case) -> Iterator[Finding]:
    """D033: the figures of one year are written twice."""
    seen: dict[int, int] = {}
    for number, figures in enumerate(_years(case)):
        if figures.year in seen:
            yield case.find(
                "D033",
                ("business", "years", number, "year"),
                f"Năm {figures.year} ghi hai lần",
                "giữ một dòng cho mỗi năm",
                severity=Severity.WARNING,
                why="không biết dùng số liệu nào",
                related=(case.place("business", "years", seen[figures.year], "year"),),
            )
        seen.setdefault(figures.year, number)


def check_amounts(case: Case) -> Iterator[Finding]:
    """D032: amounts of two years are so far apart that one was typed in thousands, or growth is not what they say."""
    years = sorted((y.year, n, y.revenue) for n, y in enumerate(_years(case)) if y.revenue)
    for (before, at, earlier), (after, number, later) in pairwise(years):
        if max(earlier, later) >= _JUMP * min(earlier, later):
            yield _contradiction(
                case,
                number,
                f"Doanh thu năm {after} ({show_number(later)} đồng) gấp hoặc kém trên {_JUMP} lần năm {before} ({show_number(earlier)} đồng)",
                "ghi cả hai năm bằng đồng, không ghi nghìn đồng hay triệu đồng",
                at,
            )
            return
    yield from _growth(case, years)


def _growth(case: Case, years: list[tuple[int, int, Decimal]]) -> Iterator[Finding]:
    declared = case.dossier.business.growth_percent if case.dossier.business else None
    if declared is None or len(years) < 2 or years[-1][0] != years[-2][0] + 1:  # noqa: PLR2004 - two years make a growth
        return
    (before, at, earlier), (after, number, later) = years[-2:]
    actual = (later - earlier) * 100 / earlier
    if abs(actual - declared) > _ROUNDED:
        sign = "giảm" if actual < 0 else "tăng"
        yield _contradiction(
            case,
            number,
            f"Khai tăng {show_number(declared)}% nhưng doanh thu năm {after} {sign} {show_rounded(abs(actual))}% so với năm {before}",
            "sửa mức tăng trưởng tự khai, hoặc số doanh thu theo báo cáo tài chính",
            at,
        )


def _contradiction(case: Case, number: int, message: str, hint: str, other: int) -> Finding:
    place = ("business", "years", number, "revenue")
    related = case.place("business", "years", other, "revenue")
    return case.find("D032", place, message, hint, severity=Severity.WARNING, why=_WHY, related=(related,))


def _years(case: Case) -> tuple[YearFigures, ...]:
    return case.dossier.business.years if case.dossier.business else ()
