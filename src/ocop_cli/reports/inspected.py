"""The inspections of a period as a figure of the report."""

from collections.abc import Sequence

from ocop_cli.programme.inspection import Inspection
from ocop_cli.reports.figure import Figure
from ocop_cli.reports.period import Period


def inspections_figure(inspections: Sequence[Inspection], period: Period) -> Figure:
    """Count the inspections that were made in a period; the note says of how many products."""
    dossiers = tuple(sorted(each.dossier for each in inspections if period.first <= each.on <= period.last))
    products = tuple(dict.fromkeys(dossiers))
    note = f"{len(products)} sản phẩm" if products else ""
    return Figure(
        "inspections", "Lượt kiểm tra, giám sát trong kỳ", str(len(dossiers)), note=note, dossiers=products
    )
