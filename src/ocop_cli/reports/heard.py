"""The producers who were there when the commune took opinions, as figures of the report."""

from collections.abc import Iterable

from ocop_cli.reports.figure import Figure
from ocop_cli.reports.period import Period
from ocop_cli.reports.summary import Summary


def heard_figures(rows: Iterable[Summary], period: Period) -> list[Figure]:
    """Count the dossiers whose producer was at a meeting of the period, and those whose producer never was.

    None where nobody has stated it of any dossier.
    """
    told = {
        row.id: [present for on, present in row.heard if period.first <= on <= period.last] for row in rows
    }
    there = tuple(sorted(name for name, said in told.items() if any(said)))
    away = tuple(sorted(name for name, said in told.items() if said and not any(said)))
    if not there and not away:
        return []
    return [
        Figure(
            "heard.present", "Hồ sơ có chủ thể dự họp lấy ý kiến trong kỳ", str(len(there)), dossiers=there
        ),
        Figure("heard.absent", "- hồ sơ có chủ thể vắng họp", str(len(away)), dossiers=away),
    ]
