"""How dossiers went on in a period: carried over, sent back, days at each stage, and people to whom the plan looks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from ocop_cli.dossier.stage import Stage, stage_of
from ocop_cli.reports.figure import NO_NUMBER, Figure, ids
from ocop_cli.reports.period import Period
from ocop_cli.reports.summary import Summary

_REVENUE = "revenue."
_PEOPLE = {
    "young_founder": "thanh niên khởi nghiệp",
    "ethnic_minority_led": "người dân tộc thiểu số",
    "women_led": "phụ nữ",
}
"""The people whom the plan wants among the producers, by the trait that says so."""


def progress_figures(rows: Sequence[Summary], period: Period, stages: Mapping[str, Stage]) -> list[Figure]:
    """Return what came over from before the period, what was sent back in it, and the days at each stage."""
    before = period.first - timedelta(days=1)
    carried = [
        row for row in rows if (stage := _stage_on(row, before)) and not stage_of(stages, stage).closed
    ]
    returned = [row for row in rows if any(period.first <= on <= period.last for on in row.returned)]
    return [
        _count("carried", "Hồ sơ chuyển từ kỳ trước", carried),
        _count("returned", "Hồ sơ bị trả lại trong kỳ", returned),
        *_days(rows, period, stages),
    ]


def people_figures(rows: Sequence[Summary], period: Period) -> Iterator[Figure]:
    """Count the ideas, the recognitions of the period and the products with a star of those whom the plan looks to."""
    for trait, words in _PEOPLE.items():
        own = [row for row in rows if getattr(row, trait)]
        ideas = [row for row in own if row.moves and period.first <= row.moves[0][1] <= period.last]
        won = [row for row in own if any(period.first <= r.on <= period.last for r in row.recognitions)]
        yield _count(f"{trait}.ideas", f"Ý tưởng của {words} trong kỳ", ideas)
        yield _count(f"{trait}.recognised", "- sản phẩm được công nhận trong kỳ", won)
        yield _count(f"{trait}.star", "- sản phẩm đang có hạng sao", [row for row in own if row.star])


def with_before(figures: Sequence[Figure], before: Sequence[Figure], *, is_known: bool) -> list[Figure]:
    """Return figures beside those of the same period a year before."""
    then = _beside(figures, before, is_known=is_known)
    return [figure._replace(before=then[figure.code]) for figure in figures]


def with_previous(figures: Sequence[Figure], previous: Sequence[Figure], *, is_known: bool) -> list[Figure]:
    """Return figures beside those of the period just before; the revenue of a calendar year is the same in both."""
    then = _beside(figures, previous, is_known=is_known)
    return [
        figure if figure.code.startswith(_REVENUE) else figure._replace(previous=then[figure.code])
        for figure in figures
    ]


def _beside(figures: Sequence[Figure], then: Sequence[Figure], *, is_known: bool) -> dict[str, str]:
    """Return what an earlier period has of each figure.

    What it did not count was nought then, where anything is known of it; a mean and the revenue of a calendar year are
    compared with nothing that has not their name.
    """
    known = {figure.code: figure.actual for figure in then}
    none = "0" if is_known else NO_NUMBER
    return {
        figure.code: known.get(figure.code, NO_NUMBER if _stands_alone(figure) else none)
        for figure in figures
    }


def _stands_alone(figure: Figure) -> bool:
    return figure.code.startswith(("days.", _REVENUE, "heard."))


def _stage_on(row: Summary, day: date) -> str:
    """Return the stage of a dossier at the end of a day; empty before it began."""
    return next((stage for stage, on in reversed(row.moves) if on <= day), "")


def _days(rows: Sequence[Summary], period: Period, stages: Mapping[str, Stage]) -> Iterator[Figure]:
    """Yield the mean number of days that dossiers were at a stage, of those that left it in the period."""
    stays: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in rows:
        for (stage, since), (_, left) in pairwise(row.moves):
            if period.first <= left <= period.last and left >= since:
                stays[stage].append((row.id, (left - since).days))
    for stage in (stage for stage in stages if stage in stays):
        days = [count for _, count in stays[stage]]
        mean = (2 * sum(days) + len(days)) // (2 * len(days))  # to the nearest day, half up
        dossiers = tuple(dict.fromkeys(dossier for dossier, _ in stays[stage]))
        name = f"Số ngày trung bình ở bước “{stage_of(stages, stage).name}”"
        yield Figure(f"days.{stage}", name, str(mean), note=f"{len(days)} lượt", dossiers=dossiers)


def _count(code: str, name: str, rows: Sequence[Summary]) -> Figure:
    return Figure(code, name, str(len(rows)), dossiers=ids(rows))
