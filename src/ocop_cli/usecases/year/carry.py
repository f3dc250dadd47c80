"""Unfinished dossiers go into the programme of the next year: which ones, and why each of the others does not."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.stage import stage_of
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.yaml.edit import Append, Edit, Set
from ocop_cli.tables import Column, Table
from ocop_cli.viet.collation import collation_key
from ocop_cli.viet.dates import show_date


class Outcome(StrEnum):
    """What becomes of a dossier when the year turns."""

    CARRIED = "carried"
    THERE = "there"
    LEFT = "left"


class CarryRow(NamedTuple):
    """A dossier with what becomes of it, and the reason in words."""

    file: DossierFile
    outcome: Outcome
    reason: str

    @property
    def from_year(self) -> int:
        """The year in which it takes part now."""
        return self.file.dossier.registration.year


def carry_rows(files: Iterable[DossierFile], year: int, on: date) -> list[CarryRow]:
    """Say of each dossier whether it goes into a year on a day, by name of product."""
    rows = [CarryRow(file, *_outcome(file.dossier, year, on)) for file in files]
    return sorted(rows, key=lambda row: (collation_key(row.file.dossier.product.name), row.file.id))


def _outcome(dossier: Dossier, year: int, on: date) -> tuple[Outcome, str]:
    stage, registration = stage_of(load_cycle().stages, dossier.stage), dossier.registration
    if not stage.under_way:
        said = "đã được công nhận; tới hạn thì `ocop renew`" if stage.renewal else "đã kết thúc"
        return Outcome.LEFT, said
    if registration.year >= year:
        return Outcome.THERE, f"đã ở chương trình năm {registration.year}"
    last = max([dossier.moves[0].on, *(each.until for each in registration.earlier)])
    if on < last:
        return Outcome.LEFT, f"ngày chuyển sớm hơn ngày {show_date(last)} của hồ sơ"
    return Outcome.CARRIED, f"chuyển từ năm {registration.year}"


def carry_edits(row: CarryRow, year: int, on: date) -> list[Edit]:
    """Return the edits that put a dossier into a year; the year before is kept, with the day until which it held."""
    return [
        Append(("registration", "earlier"), {"year": row.from_year, "until": on}),
        Set(("registration", "year"), year),
    ]


def carry_table(rows: Iterable[CarryRow], year: int) -> Table:
    """Lay out for people what becomes of each dossier."""
    names = load_cycle()
    columns = (
        Column("Hồ sơ"),
        Column("Sản phẩm", weight=2),
        Column("Trạng thái", weight=2),
        Column(f"Sang năm {year}"),
        Column("Lý do", weight=2),
    )
    cells = tuple(
        (
            row.file.id,
            row.file.dossier.product.name,
            names.name(row.file.dossier.stage),
            "có" if row.outcome is Outcome.CARRIED else "không",
            row.reason,
        )
        for row in rows
    )
    return Table(f"Chuyển hồ sơ sang chương trình năm {year}", columns, cells)


def carry_json(rows: Iterable[CarryRow], year: int, on: date) -> dict[str, Any]:
    """Return what becomes of each dossier for machines: ``outcome`` is carried, there (already) or left."""
    items = [
        {
            "id": row.file.id,
            "product": row.file.dossier.product.name,
            "stage": row.file.dossier.stage,
            "from_year": row.from_year,
            "outcome": row.outcome.value,
            "reason": row.reason,
        }
        for row in rows
    ]
    return {"year": year, "on": on.isoformat(), "items": items}
