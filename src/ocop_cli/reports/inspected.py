"""The inspections of a period as figures of the report."""

from collections.abc import Sequence

from ocop_cli.programme.inspection import Inspection
from ocop_cli.programme.targets import Targets
from ocop_cli.reports.figure import NO_NUMBER, Figure
from ocop_cli.reports.period import Period


def inspection_figures(
    inspections: Sequence[Inspection], period: Period, targets: Targets | None
) -> list[Figure]:
    """Count the inspections that were made in a period, and the products that were inspected."""
    dossiers = tuple(sorted(each.dossier for each in inspections if period.first <= each.on <= period.last))
    products = tuple(dict.fromkeys(dossiers))
    aim = targets.inspected if targets else None
    return [
        Figure("inspections", "Lượt kiểm tra, giám sát trong kỳ", str(len(dossiers)), dossiers=products),
        Figure(
            "inspected",
            "- sản phẩm được kiểm tra",
            str(len(products)),
            NO_NUMBER if aim is None else str(aim),
            dossiers=products,
        ),
    ]
