"""Which recognised product to inspect first, and why: reasons that the data give, each with its weight, added up."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.programme.inspection import Inspection
from ocop_cli.rules.decision import Ruleset
from ocop_cli.viet.dates import shifted, show_date
from ocop_cli.workflow.certificate import expires_on

_SOON = 365  # days before the end of a certificate in which a visit helps to keep it
_YEAR = 365
_FOOD_SAFETY = "food_safety_certificate"
_BASE_STAR = 3  # every recognised product has as many


class Reason(NamedTuple):
    """A kind of reason: how much it weighs, its words, and whether it weighs for every case."""

    points: int
    says: str
    each: bool


class Visited(NamedTuple):
    """A recognised product with what is known of it: inspections as known on the day, open complaints of people."""

    id: str
    dossier: Dossier
    law: Ruleset | None
    inspections: Sequence[Inspection]
    complaints: int = 0


class Visit(NamedTuple):
    """A product in the order of visits: points and the reasons that gave them, the heaviest first."""

    id: str
    dossier: Dossier
    points: int
    reasons: tuple[str, ...]


def read_reasons(data: Sequence[Mapping[str, Any]]) -> dict[str, Reason]:
    """Build the reasons from their data file, by id."""
    return {row["id"]: Reason(row["points"], row["says"], bool(row.get("each"))) for row in data}


def order_of_visits(products: Sequence[Visited], known: Mapping[str, Reason], today: date) -> list[Visit]:
    """Return the products in the order in which they are to be inspected; equals stay by their names."""
    visits = [_visit(product, known, today) for product in products]
    return sorted(visits, key=lambda visit: (-visit.points, visit.dossier.product.name))


def _visit(product: Visited, known: Mapping[str, Reason], today: date) -> Visit:
    weighed = []
    for name, count, day in _facts(product, today):
        reason = known[name]
        points = reason.points * (count if reason.each else 1)
        weighed.append((points, reason.says.format(count=count, day=show_date(day) if day else "")))
    weighed.sort(key=lambda pair: -pair[0])
    return Visit(product.id, product.dossier, sum(p for p, _ in weighed), tuple(says for _, says in weighed))


def _facts(product: Visited, today: date) -> Iterator[tuple[str, int, date | None]]:
    """Yield each reason that holds, with its count and its day."""
    if product.complaints:
        yield "complaint", product.complaints, None
    yield from _of_inspections(product.inspections, today)
    yield from _of_certificate(product, today)
    lapsed = [p for p in product.dossier.papers if p.expires_on and p.expires_on < today]
    if lapsed:
        yield "paper_lapsed", len(lapsed), None
    kind = product.law.decision.procedure.paper(_FOOD_SAFETY) if product.law else None
    if kind and product.law and product.law.product_set.number in kind.sets:
        yield "food", 1, None


def _of_inspections(inspections: Sequence[Inspection], today: date) -> Iterator[tuple[str, int, date | None]]:
    if not inspections:
        yield "never", 1, None
        return
    last = max(inspections, key=lambda one: one.on)
    remedies = [one for inspection in inspections for one in inspection.open_remedies]
    late = [one for one in remedies if one.is_late(today)]
    failed = [seen for seen in last.observations if seen.kept is False]
    counts = {
        "late_remedy": len(late),
        "open_remedy": len(remedies) - len(late),
        "failed": len(failed),
        "sign": len(last.signs),
        "long_ago": (today - last.on).days // _YEAR,
    }
    yield from ((name, count, None) for name, count in counts.items() if count)


def _of_certificate(product: Visited, today: date) -> Iterator[tuple[str, int, date | None]]:
    held, law = product.dossier.recognition, product.law
    expiry = expires_on(held, law.decision.procedure.certificate_months) if held and law else None
    if expiry and expiry < today:
        yield "lapsed", 1, expiry
    elif expiry and expiry <= shifted(today, _SOON):
        yield "ends_soon", 1, expiry
    if held and held.star and held.star > _BASE_STAR:
        yield "stars", held.star, None
