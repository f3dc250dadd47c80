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


class ProducerFigures(NamedTuple):
    """What is counted of a producer, whatever the number of its products; ``None`` is not known."""

    women_led: bool | None
    labour: int | None
    local_labour: int | None
    ethnic_minority_labour: int | None


def figures(
    rows: Sequence[Summary], period: Period, targets: Targets | None, stages: Mapping[str, Stage]
) -> list[Figure]:
    """Return the indicators of a report, in the order people read them."""
    ideas = [row for row in rows if row.moves and period.first <= row.moves[0][1] <= period.last]
    followed = _open(rows, stages)
    producers = by_producer(followed)
    return [
        Figure("Ý tưởng, sản phẩm đăng ký trong kỳ", str(len(ideas)), _target(targets, "ideas")),
        *(_reached(rows, period, targets, stage) for stage in stages.values() if stage.counted),
        Figure("Tổng số hồ sơ đang theo dõi", str(len(followed))),
        *(
            Figure(f"- {_name(stage, stages)}", str(n))
            for stage, n in _counts(followed, lambda r: r.stage).items()
        ),
        *_ended(rows, stages),
        *_stars(followed),
        Figure("Chủ thể có hồ sơ đang theo dõi", str(len(producers))),
        Figure("- do phụ nữ đứng đầu", _known(producers, lambda p: p.women_led)),
        Figure("Lao động (người)", _sum(producers, lambda p: p.labour)),
        Figure("- thường trú trong xã", _sum(producers, lambda p: p.local_labour)),
        Figure("- người dân tộc thiểu số", _sum(producers, lambda p: p.ethnic_minority_labour)),
        *_revenue(followed, period.last.year),
        Figure("Giấy chứng nhận hết hạn trong 180 ngày tới", str(len(expiring(followed, period.last)))),
    ]


def by_producer(rows: Iterable[Summary]) -> list[ProducerFigures]:
    """Return what dossiers say of each producer, counted once: of several numbers of workers the largest holds."""
    grouped: dict[str, list[Summary]] = {}
    for row in rows:
        grouped.setdefault(row.producer_key, []).append(row)
    return [
        ProducerFigures(
            women_led=_either(row.women_led for row in own),
            labour=_workers(own, "total", lambda row: row.labour),
            local_labour=_workers(own, "commune", lambda row: row.local_labour),
            ethnic_minority_labour=_workers(own, "ethnic_minority", lambda row: row.ethnic_minority_labour),
        )
        for own in grouped.values()
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
    return [row for row in _open(rows, stages) if row.star]


def _open(rows: Iterable[Summary], stages: Mapping[str, Stage]) -> list[Summary]:
    """Leave out the dossiers whose way has ended: not chosen, or stopped."""
    return [row for row in rows if row.stage not in stages or not stages[row.stage].closed]


def _ended(rows: Sequence[Summary], stages: Mapping[str, Stage]) -> list[Figure]:
    counts = Counter(row.stage for row in rows if row.stage in stages and stages[row.stage].closed)
    return [Figure(f"Không còn theo dõi: {stages[stage].name}", str(n)) for stage, n in counts.items()]


def _name(stage: str, stages: Mapping[str, Stage]) -> str:
    return stages[stage].name if stage in stages else stage


def _stars(rows: Sequence[Summary]) -> list[Figure]:
    """Count the products with a certificate in force by star, and those whose certificate has lapsed apart."""
    ranked = [row for row in rows if row.star]
    counts = Counter(row.star or 0 for row in ranked if not row.lapsed)
    lapsed = sum(row.lapsed for row in ranked)
    in_force = [
        Figure(f"Sản phẩm đạt {star} sao", str(counts[star])) for star in sorted(counts, reverse=True)
    ]
    return [*in_force, *([Figure("Sản phẩm có giấy chứng nhận đã hết hạn", str(lapsed))] if lapsed else [])]


def _either(answers: Iterable[bool | None]) -> bool | None:
    """Join what several dossiers say of one producer: a yes holds, then a no, then the unknown."""
    known = [answer for answer in answers if answer is not None]
    return any(known) if known else None


def _workers(own: Sequence[Summary], kind: str, of_product: Callable[[Summary], int | None]) -> int | None:
    """Return the workers of a producer as its record tells them, else the largest number that its dossiers tell."""
    told = _largest(getattr(row.year_labour, kind) for row in own if row.year_labour)
    return _largest(map(of_product, own)) if told is None else told


def _largest(counts: Iterable[int | None]) -> int | None:
    return max((count for count in counts if count is not None), default=None)


def _revenue(rows: Sequence[Summary], year: int) -> list[Figure]:
    """The two latest full years: the year of the period is still running."""
    told = []
    for wanted in (year - 2, year - 1):
        known = [row.revenue[wanted] for row in rows if wanted in row.revenue]
        total = show_number(sum(known, Decimal(0))) if known else "–"
        told.append(
            Figure(f"Doanh thu năm {wanted} (đồng), {len(known)}/{len(rows)} hồ sơ có số liệu", total)
        )
    return told


def _known(producers: Sequence[ProducerFigures], question: Callable[[ProducerFigures], bool | None]) -> str:
    answers = [question(producer) for producer in producers]
    unknown = answers.count(None)
    return f"{answers.count(True)}" + (f" ({unknown} chủ thể chưa ghi)" if unknown else "")


def _sum(producers: Sequence[ProducerFigures], number: Callable[[ProducerFigures], int | None]) -> str:
    values = [number(producer) for producer in producers]
    unknown = values.count(None)
    return show_number(sum(v for v in values if v is not None)) + (
        f" ({unknown} chủ thể chưa ghi)" if unknown else ""
    )


def _counts(rows: Sequence[Summary], key: Callable[[Summary], str]) -> dict[str, int]:
    return dict(Counter(key(row) for row in rows).most_common())


def _kind_words(row: Summary) -> str:
    return word(row.producer_kind) if row.producer_kind else _UNKNOWN


def _table(title: str, counts: Mapping[str, int]) -> Table:
    rows = tuple((name, str(count)) for name, count in counts.items())
    return Table(title, _COUNT, rows, ("Cộng", str(sum(counts.values()))))
