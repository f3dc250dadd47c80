"""Many summaries → the tables of a report."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from ocop_cli.dossier.stage import Stage, stage_of
from ocop_cli.dossier.vocabulary import word
from ocop_cli.programme.targets import Targets
from ocop_cli.reports.counted_producer import CountedProducer, by_producer
from ocop_cli.reports.figure import NO_NUMBER, Figure, ids
from ocop_cli.reports.period import Period
from ocop_cli.reports.summary import Recognition, Summary
from ocop_cli.tables import Align, Column, Table
from ocop_cli.viet.numbers import show_number
from ocop_cli.workflow.certificate import Standing

_EXPIRING = timedelta(days=180)
_COUNT = (Column("Nhóm", weight=3), Column("Số hồ sơ", Align.RIGHT))
_UNKNOWN = "chưa ghi"
_TRAITS = {
    "women_led": "- do phụ nữ đứng đầu",
    "ethnic_minority_led": "- do người dân tộc thiểu số đứng đầu",
    "disabled_led": "- do người khuyết tật đứng đầu",
    "young_founder": "- thanh niên khởi nghiệp",
}
_WORKERS = {
    "total": "Lao động (người)",
    "commune": "- thường trú trong xã",
    "ethnic_minority": "- người dân tộc thiểu số",
}


def figures(
    rows: Sequence[Summary],
    period: Period,
    targets: Targets | None,
    stages: Mapping[str, Stage],
    on: date | None = None,
) -> list[Figure]:
    """Return the indicators of a report, in the order people read them.

    ``on`` is the day as of which the rows stand, where that is before the end of the period.
    """
    ideas = [row for row in rows if row.moves and period.first <= row.moves[0][1] <= period.last]
    followed = _open(rows, stages)
    producers = by_producer(followed)
    return [
        _count("ideas", "Ý tưởng, sản phẩm đăng ký trong kỳ", ideas, targets),
        *_reached(rows, period, targets, stages),
        *_recognised(rows, period, targets),
        _count("late", "Hồ sơ có việc trễ hạn trong kỳ", [row for row in rows if _was_late(row, period)]),
        _count("followed", "Tổng số hồ sơ đang theo dõi", followed),
        *_by_stage(followed, stages, "stage", "- {}"),
        *_by_stage(_ended(rows, stages), stages, "ended", "Không còn theo dõi: {}"),
        *_certificates(followed),
        _count(
            "expiring",
            f"Giấy chứng nhận hết hạn trong {_EXPIRING.days} ngày tới",
            expiring(followed, on or period.last),
        ),
        Figure(
            "producers", "Chủ thể có hồ sơ đang theo dõi", str(len(producers)), dossiers=_rows_of(producers)
        ),
        *(_trait(producers, trait) for trait in _TRAITS),
        *(_workers(producers, kind) for kind in _WORKERS),
        *(_revenue(followed, year) for year in (period.last.year - 2, period.last.year - 1)),
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


def certified(rows: Iterable[Summary], stages: Mapping[str, Stage]) -> list[Summary]:
    """Return the products with a star that are still followed: those that were stopped are left out."""
    return [row for row in _open(rows, stages) if row.star]


def _count(code: str, name: str, rows: Sequence[Summary], targets: Targets | None = None) -> Figure:
    return Figure(code, name, str(len(rows)), _target(targets, code), dossiers=ids(rows))


def _target(targets: Targets | None, name: str) -> str:
    value = getattr(targets, name, None) if targets else None
    return NO_NUMBER if value is None else str(value)


def _reached(
    rows: Sequence[Summary], period: Period, targets: Targets | None, stages: Mapping[str, Stage]
) -> Iterator[Figure]:
    """Count the dossiers that came to each stage of which the cycle has a figure."""
    for stage in stages.values():
        if stage.counted:
            came = [row for row in rows if row.happened(stage.id, period.first, period.last)]
            figure = _count(stage.id, f"{stage.counted} trong kỳ", came)
            yield figure._replace(target=_target(targets, stage.target))


def _recognised(rows: Sequence[Summary], period: Period, targets: Targets | None) -> Iterator[Figure]:
    """Count the recognitions of the period by what they changed: first ones, more stars, ranked anew."""

    def having(kind: Callable[[Recognition], bool]) -> list[Summary]:
        return [
            row
            for row in rows
            if any(period.first <= r.on <= period.last and kind(r) for r in row.recognitions)
        ]

    yield _count("recognised", "- công nhận mới", having(lambda r: r.is_first), targets)
    yield _count("upgraded", "- nâng hạng", having(lambda r: r.is_upgrade), targets)
    again = having(lambda r: not r.is_first and not r.is_upgrade)
    yield _count("re_ranked", "- phân hạng lại", again, targets)


def _was_late(row: Summary, period: Period) -> bool:
    return any(period.first <= on <= period.last for on in row.late)


def _open(rows: Iterable[Summary], stages: Mapping[str, Stage]) -> list[Summary]:
    """Leave out the dossiers whose way has ended: not chosen, or stopped."""
    return [row for row in rows if not stage_of(stages, row.stage).closed]


def _ended(rows: Iterable[Summary], stages: Mapping[str, Stage]) -> list[Summary]:
    return [row for row in rows if stage_of(stages, row.stage).closed]


def _by_stage(rows: Sequence[Summary], stages: Mapping[str, Stage], code: str, name: str) -> Iterator[Figure]:
    for stage in _counts(rows, lambda row: row.stage):
        there = [row for row in rows if row.stage == stage]
        yield _count(f"{code}.{stage}", name.format(stage_of(stages, stage).name), there)


def _certificates(rows: Sequence[Summary]) -> Iterator[Figure]:
    """Count the products with a star by what their certificate is worth: in force by star, in grace, lapsed."""
    ranked = [row for row in rows if row.star]
    in_force = [row for row in ranked if row.standing in (Standing.IN_FORCE, None)]
    for star in sorted({row.star for row in in_force if row.star}, reverse=True):
        own = [row for row in in_force if row.star == star]
        unseen = sum(row.standing is None for row in own)
        note = f"{unseen} sản phẩm chưa ghi giấy chứng nhận" if unseen else ""
        yield _count(f"star.{star}", f"Sản phẩm đạt {star} sao", own)._replace(note=note)
    for standing, name in (
        (Standing.IN_GRACE, "Sản phẩm có giấy chứng nhận quá hạn, còn giá trị chờ phân hạng lại"),
        (Standing.LAPSED, "Sản phẩm có giấy chứng nhận đã hết hạn"),
    ):
        yield _count(standing.value, name, [row for row in ranked if row.standing is standing])


def _trait(producers: Sequence[CountedProducer], trait: str) -> Figure:
    answers = [(producer, producer.says(trait)) for producer in producers]
    yes = [producer for producer, answer in answers if answer]
    note = _not_said(sum(answer is None for _, answer in answers))
    return Figure(trait, _TRAITS[trait], str(len(yes)), note=note, dossiers=_rows_of(yes))


def _workers(producers: Sequence[CountedProducer], kind: str) -> Figure:
    told = [(producer, count) for producer in producers if (count := producer.workers(kind)) is not None]
    return Figure(
        f"labour.{kind}",
        _WORKERS[kind],
        show_number(sum(count for _, count in told)),
        note=_not_said(len(producers) - len(told)),
        dossiers=_rows_of(producer for producer, _ in told),
    )


def _not_said(unknown: int) -> str:
    return f"{unknown} chủ thể {_UNKNOWN}" if unknown else ""


def _rows_of(producers: Iterable[CountedProducer]) -> tuple[str, ...]:
    return tuple(sorted(row.id for producer in producers for row in producer.rows))


def _revenue(rows: Sequence[Summary], year: int) -> Figure:
    """A full year only: that of the period is still running."""
    known = [row for row in rows if year in row.revenue]
    total = show_number(sum((row.revenue[year] for row in known), Decimal(0))) if known else NO_NUMBER
    note = f"{len(known)}/{len(rows)} hồ sơ có số liệu"
    return Figure(f"revenue.{year}", f"Doanh thu năm {year} (đồng)", total, note=note, dossiers=ids(known))


def _counts(rows: Sequence[Summary], key: Callable[[Summary], str]) -> dict[str, int]:
    return dict(Counter(key(row) for row in rows).most_common())


def _kind_words(row: Summary) -> str:
    return word(row.producer_kind) if row.producer_kind else _UNKNOWN


def _table(title: str, counts: Mapping[str, int]) -> Table:
    rows = tuple((name, str(count)) for name, count in counts.items())
    return Table(title, _COUNT, rows, ("Cộng", str(sum(counts.values()))))
