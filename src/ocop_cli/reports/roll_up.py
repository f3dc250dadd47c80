"""Many summaries → the tables of a report."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from ocop_cli.dossier.stage import Stage
from ocop_cli.dossier.vocabulary import word
from ocop_cli.programme.targets import Targets
from ocop_cli.reports.period import Period
from ocop_cli.reports.summary import Summary
from ocop_cli.tables import Align, Column, Table
from ocop_cli.viet.numbers import show_number

_EXPIRING = timedelta(days=180)
_COUNT = (Column("Nhóm", weight=3), Column("Số hồ sơ", Align.RIGHT))
_UNKNOWN = "chưa ghi"


class Figure(NamedTuple):
    """One indicator of the period, against the year's target where the plan sets one."""

    name: str
    actual: str
    target: str = "–"


def figures(
    rows: Sequence[Summary], period: Period, targets: Targets | None, stages: Mapping[str, Stage]
) -> list[Figure]:
    """Return the indicators of a report, in the order people read them."""
    ideas = [row for row in rows if row.moves and period.first <= row.moves[0][1] <= period.last]
    return [
        Figure("Ý tưởng, sản phẩm đăng ký trong kỳ", str(len(ideas)), _target(targets, "ideas")),
        *(_reached(rows, period, targets, stage) for stage in stages.values() if stage.counted),
        Figure("Tổng số hồ sơ đang theo dõi", str(len(rows))),
        *(
            Figure(f"- {stages[stage].name if stage in stages else stage}", str(n))
            for stage, n in _counts(rows, lambda r: r.stage).items()
        ),
        *_stars(rows, stages),
        Figure("Chủ thể do phụ nữ đứng đầu", _known(rows, lambda r: r.women_led)),
        Figure("Lao động (người)", _sum(rows, lambda r: r.labour)),
        Figure("- thường trú trong xã", _sum(rows, lambda r: r.local_labour)),
        Figure("- người dân tộc thiểu số", _sum(rows, lambda r: r.ethnic_minority_labour)),
        *_revenue(rows, period.last.year),
        Figure("Giấy chứng nhận hết hạn trong 180 ngày tới", str(len(expiring(rows, period.last)))),
    ]


def breakdowns(rows: Sequence[Summary], stage_names: Mapping[str, str]) -> list[Table]:
    """Return how the dossiers divide by stage, track, product group and kind of producer."""
    return [
        _table("Theo trạng thái", _counts(rows, lambda r: stage_names.get(r.stage, r.stage))),
        _table("Theo diện tham gia", _counts(rows, lambda r: word(r.track))),
        _table("Theo ngành hàng", _counts(rows, lambda r: r.group or _UNKNOWN)),
        _table("Theo loại hình chủ thể", _counts(rows, _kind_words)),
    ]


def expiring(rows: Iterable[Summary], on: date) -> list[Summary]:
    """Return the certificates that run out within the half-year after a day."""
    return [row for row in rows if row.expires_on and on <= row.expires_on <= on + _EXPIRING]


def figures_table(items: Sequence[Figure], title: str) -> Table:
    """Lay the indicators out."""
    columns = (
        Column("Chỉ tiêu", weight=4),
        Column("Kết quả", Align.RIGHT),
        Column("Kế hoạch năm", Align.RIGHT),
    )
    return Table(title, columns, tuple((f.name, f.actual, f.target) for f in items))


def _reached(rows: Sequence[Summary], period: Period, targets: Targets | None, stage: Stage) -> Figure:
    count = sum(row.happened(stage.id, period.first, period.last) for row in rows)
    return Figure(f"{stage.counted} trong kỳ", str(count), _target(targets, stage.target))


def _target(targets: Targets | None, name: str) -> str:
    value = getattr(targets, name) if targets else None
    return "–" if value is None else str(value)


def certified(rows: Iterable[Summary], stages: Mapping[str, Stage]) -> list[Summary]:
    """Return the products with a star that are still followed: those that were stopped are left out."""
    closed = {stage.id for stage in stages.values() if stage.closed}
    return [row for row in rows if row.star and row.stage not in closed]


def _stars(rows: Sequence[Summary], stages: Mapping[str, Stage]) -> list[Figure]:
    counts = Counter(row.star or 0 for row in certified(rows, stages))
    return [Figure(f"Sản phẩm đạt {star} sao", str(counts[star])) for star in sorted(counts, reverse=True)]


def _revenue(rows: Sequence[Summary], year: int) -> list[Figure]:
    """The two latest full years: the year of the period is still running."""
    told = []
    for wanted in (year - 2, year - 1):
        known = [row.revenue[wanted] for row in rows if wanted in row.revenue]
        total = show_number(sum(known, Decimal(0))) if known else _UNKNOWN
        told.append(
            Figure(f"Doanh thu năm {wanted} (đồng), {len(known)}/{len(rows)} hồ sơ có số liệu", total)
        )
    return told


def _known(rows: Sequence[Summary], question: Callable[[Summary], bool | None]) -> str:
    answers = [question(row) for row in rows]
    unknown = answers.count(None)
    return f"{answers.count(True)}" + (f" ({unknown} chưa ghi)" if unknown else "")


def _sum(rows: Sequence[Summary], number: Callable[[Summary], int | None]) -> str:
    values = [number(row) for row in rows]
    unknown = values.count(None)
    return show_number(sum(v for v in values if v is not None)) + (
        f" ({unknown} hồ sơ chưa ghi)" if unknown else ""
    )


def _counts(rows: Sequence[Summary], key: Callable[[Summary], str]) -> dict[str, int]:
    return dict(Counter(key(row) for row in rows).most_common())


def _kind_words(row: Summary) -> str:
    return word(row.producer_kind) if row.producer_kind else _UNKNOWN


def _table(title: str, counts: Mapping[str, int]) -> Table:
    rows = tuple((name, str(count)) for name, count in counts.items())
    return Table(title, _COUNT, rows, ("Cộng", str(sum(counts.values()))))
