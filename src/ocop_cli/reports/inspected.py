"""The inspections of a period as figures of the report, and those of one product as lines."""

from collections.abc import Iterator, Sequence

from ocop_cli.programme.inspection import Inspection
from ocop_cli.programme.targets import Targets
from ocop_cli.reports.figure import NO_NUMBER, Figure
from ocop_cli.reports.period import Period
from ocop_cli.viet.dates import show_date


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


def inspection_rows(inspections: Sequence[Inspection]) -> Iterator[tuple[str, str]]:
    """Yield the inspections of a product, and how far each thing that was asked for has come."""
    for each in sorted(inspections, key=lambda one: one.on):
        yield f"Kiểm tra, giám sát {show_date(each.on)}", each.conclusion or "(chưa ghi kết luận)"
        closed = {closing.request: closing for closing in each.closings}
        for number, remedy in enumerate(each.requests, 1):
            done = closed.get(number)
            state = f"đã xong {show_date(done.on)}, bằng chứng: {done.proof}" if done else "chưa xong"
            yield f"- yêu cầu thứ {number}", f"{remedy.words} ({state})"
