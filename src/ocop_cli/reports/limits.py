"""The limits of one dossier, and the days that each passes over."""

from collections.abc import Iterator, Sequence

from ocop_cli.tables import Column, Table
from ocop_cli.viet.dates import show_date
from ocop_cli.workflow.deadline import deadline_words
from ocop_cli.workflow.limit import Limit


def limits_table(product: str, limits: Sequence[Limit]) -> Table:
    """Lay out what must be done by when."""
    columns = (
        Column("Việc", weight=4),
        Column("Tính từ"),
        Column("Số ngày"),
        Column("Hạn", weight=2),
        Column("Căn cứ", weight=2),
    )
    return Table(f"Thời hạn của hồ sơ {product}", columns, tuple(map(_row, limits)))


def explanations(limits: Sequence[Limit]) -> Iterator[Table]:
    """Yield for each limit that was counted the days that do not count, each with the reason and its paper."""
    columns = (Column("Ngày không tính"), Column("Vì", weight=2), Column("Văn bản", weight=3))
    for limit in limits:
        if limit.start and limit.end.not_counted:
            title = f"{limit.name}: {limit.counted} kể từ sau ngày {show_date(limit.start)}"
            rows = ((show_date(day.on), day.why, day.paper or "–") for day in limit.end.not_counted)
            yield Table(title, columns, tuple(rows))


def _row(limit: Limit) -> tuple[str, ...]:
    start = show_date(limit.start) if limit.start else "–"
    return limit.name, start, limit.counted or "–", deadline_words(limit.end, show_date), limit.cite or "–"
