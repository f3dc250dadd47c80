"""Lists of dossiers: filters, the rows for people, the rows for machines."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from ocop_cli.reports.summary import Summary
from ocop_cli.tables import Column, Table
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.text import fold
from ocop_cli.workflow.certificate import Standing


class Filter(NamedTuple):
    """What a list is narrowed to; empty means everything."""

    text: str = ""
    stage: str = ""
    track: str = ""
    group: str = ""
    product_set: int | None = None
    star: int | None = None
    year: int | None = None

    def keeps(self, row: Summary) -> bool:
        """Say whether a row belongs in the list; words are compared without diacritics."""
        exact = ((self.stage, row.stage), (self.track, row.track.value), (self.product_set, row.product_set))
        return (
            (not self.year or self.year in row.years)
            and all(not wanted or wanted == actual for wanted, actual in (*exact, (self.star, row.star)))
            and fold(self.group) in fold(row.group)
            and fold(self.text) in fold(f"{row.id} {row.product} {row.producer} {row.village}")
        )


def listing(rows: Iterable[Summary], stage_names: dict[str, str]) -> Table:
    """Lay dossiers out for people."""
    columns = (
        Column("Hồ sơ"),
        Column("Sản phẩm", weight=2),
        Column("Chủ thể", weight=2),
        Column("Bộ"),
        Column("Trạng thái", weight=2),
        Column("Sao"),
        Column("Hết hạn"),
    )
    return Table("Danh sách hồ sơ", columns, tuple(_row(row, stage_names) for row in rows))


def item_json(row: Summary) -> dict[str, Any]:
    """Return a dossier for the JSON output: ids, codes and money as text, dates ISO."""
    return {
        "id": row.id,
        "product": row.product,
        "producer": row.producer,
        "producer_kind": row.producer_kind.value if row.producer_kind else None,
        "track": row.track.value,
        "registration": row.registration.value,
        "year": row.years[-1],
        "product_set": row.product_set,
        "product_group": row.group,
        "stage": row.stage,
        "star": row.star,
        "expires_on": row.expires_on.isoformat() if row.expires_on else None,
        "standing": row.standing.value if row.standing else None,
        "lapsed": row.lapsed,
        "labour": row.labour,
        "local_labour": row.local_labour,
        "revenue": {str(year): str(amount) for year, amount in row.revenue.items()},
    }


def expiry_words(row: Summary) -> str:
    """Return to when a certificate holds: its last day, and past that what it is worth; empty where none is known."""
    if row.expires_on is None:
        return ""
    past = ""
    if row.standing is Standing.IN_GRACE and row.grace:
        past = f" (quá hạn, còn giá trị chờ phân hạng lại, chậm nhất đến {show_date(row.grace)})"
    elif row.standing is Standing.LAPSED:
        past = " (đã hết hạn)"
    elif row.standing is Standing.REVOKED:
        past = " (đã thu hồi)"
    return f"{show_date(row.expires_on)}{past}"


def _row(row: Summary, stage_names: dict[str, str]) -> tuple[str, ...]:
    return (
        row.id,
        row.product,
        row.producer,
        str(row.product_set or "–"),
        stage_names.get(row.stage, row.stage),
        "*" * row.star if row.star else "–",
        expiry_words(row) or "–",
    )
