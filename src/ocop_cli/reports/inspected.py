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
    """Count the inspections made in a period, the products inspected, those that keep their criteria, and what was asked."""
    made = [each for each in inspections if period.first <= each.on <= period.last]
    dossiers = tuple(sorted(each.dossier for each in made))
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
        *_outcomes(made),
    ]


def _outcomes(made: Sequence[Inspection]) -> Iterator[Figure]:
    """Yield how many products keep to what they were ranked on, by the last look at each, and the remedies not done yet."""
    last = {each.dossier: each for each in sorted(made, key=lambda one: one.on)}
    seen = {dossier: {look.kept for look in each.observations} for dossier, each in last.items()}
    kept = tuple(sorted(dossier for dossier, said in seen.items() if True in said and False not in said))
    failed = tuple(sorted(dossier for dossier, said in seen.items() if False in said))
    asked = tuple(sorted({each.dossier for each in made if each.requests}))
    waiting = tuple(sorted({each.dossier for each in made if each.open_remedies}))
    count, left = sum(len(each.requests) for each in made), sum(len(each.open_remedies) for each in made)
    yield Figure("inspected_kept", "- sản phẩm còn duy trì tiêu chí", str(len(kept)), dossiers=kept)
    yield Figure("inspected_failed", "- sản phẩm có nội dung chưa duy trì", str(len(failed)), dossiers=failed)
    yield Figure("remedies", "Yêu cầu khắc phục sau kiểm tra trong kỳ", str(count), dossiers=asked)
    yield Figure("remedies_open", "- chưa khắc phục xong", str(left), dossiers=waiting)


def inspection_rows(inspections: Sequence[Inspection]) -> Iterator[tuple[str, str]]:
    """Yield the inspections of a product, and how far each thing that was asked for has come."""
    for each in sorted(inspections, key=lambda one: one.on):
        yield f"Kiểm tra, giám sát {show_date(each.on)}", each.conclusion or "(chưa ghi kết luận)"
        closed = {closing.request: closing for closing in each.closings}
        for number, remedy in enumerate(each.requests, 1):
            done = closed.get(number)
            state = f"đã xong {show_date(done.on)}, bằng chứng: {done.proof}" if done else "chưa xong"
            yield f"- yêu cầu thứ {number}", f"{remedy.words} ({state})"
