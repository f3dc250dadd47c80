"""Lists of dossiers: filters, the rows for people, the rows for machines."""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from ocop_cli.tables import Column, Table
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.text import fold

if TYPE_CHECKING:
    from ocop_cli.reports.summary import Summary

_BETWEEN = "\x1f"  # no text that was read holds it
_encoded = json.JSONEncoder(ensure_ascii=False).encode


class Listed(NamedTuple):
    """A dossier as lists show it, ready: what it is found by, its cells for people, its item for machines.

    ``words`` and ``group_words`` are folded, ``years`` stand between spaces; ``product_set`` is text, for a file may
    hold a number that no database takes.
    """

    words: str
    group_words: str
    stage: str
    track: str
    product_set: str
    star: int | None
    years: str
    cells: str
    item: str


class Filter(NamedTuple):
    """What a list is narrowed to; empty means everything."""

    text: str = ""
    stage: str = ""
    track: str = ""
    group: str = ""
    product_set: int | None = None
    star: int | None = None
    year: int | None = None

    @property
    def equal(self) -> dict[str, str | int | None]:
        """The columns of ``Listed`` that have to be equal to a value."""
        asked = {
            "stage": self.stage,
            "track": self.track,
            "product_set": str(self.product_set or ""),
            "star": self.star,
        }
        return {name: value for name, value in asked.items() if value}

    @property
    def holding(self) -> dict[str, str]:
        """The columns of ``Listed`` that have to hold a text; words are compared without diacritics."""
        year = f" {self.year} " if self.year else ""
        asked = {"words": fold(self.text), "group_words": fold(self.group), "years": year}
        return {name: text for name, text in asked.items() if text}


def listed(row: "Summary", stage_names: Mapping[str, str]) -> Listed:
    """Return a dossier as lists show it."""
    return Listed(
        words=fold(f"{row.id} {row.product} {row.producer} {row.village}"),
        group_words=fold(row.group),
        stage=row.stage,
        track=row.track.value,
        product_set=str(row.product_set or ""),
        star=row.star,
        years=f" {' '.join(map(str, row.years))} ",
        cells=_BETWEEN.join(_row(row, stage_names)),
        item=_laid_out(item_json(row)),
    )


def _laid_out(item: Mapping[str, Any], margin: str = "\n") -> str:
    """Return an item as ``json.dumps`` lays it out with an indent of 2, which makes circles of functions for each one."""
    inner = f"{margin}  "
    rows = (
        f"{_encoded(name)}: {_laid_out(value, inner) if isinstance(value, dict) else _encoded(value)}"
        for name, value in item.items()
    )
    return f"{{{inner}{f',{inner}'.join(rows)}{margin}}}" if item else "{}"


def listing_of(cells: Iterable[str]) -> Table:
    """Lay dossiers out for people, by the ``cells`` of ``Listed``."""
    return _table(tuple(tuple(each.split(_BETWEEN)) for each in cells))


def listing(rows: "Iterable[Summary]", stage_names: Mapping[str, str]) -> Table:
    """Lay dossiers out for people."""
    return _table(tuple(_row(row, stage_names) for row in rows))


def _table(rows: tuple[tuple[str, ...], ...]) -> Table:
    columns = (
        Column("Hồ sơ"),
        Column("Sản phẩm", weight=2),
        Column("Chủ thể", weight=2),
        Column("Bộ"),
        Column("Trạng thái", weight=2),
        Column("Sao"),
        Column("Hết hạn"),
    )
    return Table("Danh sách hồ sơ", columns, rows)


def item_json(row: "Summary") -> dict[str, Any]:
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


def expiry_words(row: "Summary") -> str:
    """Return to when a certificate holds: its last day, and past that what it is worth; empty where none is known."""
    if row.expires_on is None:
        return ""
    from ocop_cli.workflow.certificate import (
        Standing,
    )  # with the models, which a list of ready lines does without

    past = ""
    if row.standing is Standing.IN_GRACE and row.grace:
        past = f" (quá hạn, còn giá trị chờ phân hạng lại, chậm nhất đến {show_date(row.grace)})"
    elif row.standing is Standing.LAPSED:
        past = " (đã hết hạn)"
    elif row.standing is Standing.REVOKED:
        past = " (đã thu hồi)"
    return f"{show_date(row.expires_on)}{past}"


def _row(row: "Summary", stage_names: Mapping[str, str]) -> tuple[str, ...]:
    return (
        row.id,
        row.product,
        row.producer,
        str(row.product_set or "–"),
        stage_names.get(row.stage, row.stage),
        "*" * row.star if row.star else "–",
        expiry_words(row) or "–",
    )
