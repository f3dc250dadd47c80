"""One dossier as a row of open data: flat, typed, without anything about a person."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ocop_cli.reports.open_columns import OPEN_COLUMNS, SCHEMA, OpenRow, OpenValue
from ocop_cli.reports.public import is_person
from ocop_cli.reports.summary import Summary
from ocop_cli.viet.personal import masked


class CommunePlace(NamedTuple):
    """Whose rows they are: the codes of province and commune as text, the name of the commune, and the day."""

    province: str
    commune: str
    name: str
    as_of: date


def open_row(place: CommunePlace, row: Summary) -> dict[str, OpenValue]:
    """Return a dossier as open data, without the counts of the file."""
    last = row.recognitions[-1] if row.recognitions else None
    year = max(row.revenue, default=None)
    return {
        "schema": SCHEMA,
        "province": place.province,
        "commune": place.commune,
        "commune_name": place.name,
        "as_of": place.as_of.isoformat(),
        "id": row.id,
        "product": masked(row.product),
        "product_set": row.product_set,
        "product_group": row.group or None,
        "producer_kind": row.producer_kind.value if row.producer_kind else None,
        "producer": None if is_person(row.producer_kind) else masked(row.producer),
        "track": row.track.value,
        "year": row.years[-1],
        "stage": row.stage,
        "late": len(row.late),
        "star": row.star,
        "standing": row.standing.value if row.standing else None,
        "recognised_on": last.on.isoformat() if last else None,
        "expires_on": row.expires_on.isoformat() if row.expires_on else None,
        "labour": row.labour,
        "local_labour": row.local_labour,
        "revenue_year": year,
        "revenue_vnd": int(row.revenue[year]) if year is not None else None,
    }


def with_counts(rows: Iterable[OpenRow], unread: int) -> list[OpenRow]:
    """Return the rows of a commune with how many there are and how many dossiers could not be read."""
    found = list(rows)
    counts: dict[str, OpenValue] = {"rows": len(found), "unread": unread}
    return [{column.name: {**row, **counts}[column.name] for column in OPEN_COLUMNS} for row in found]
