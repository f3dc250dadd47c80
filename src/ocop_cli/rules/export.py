"""The rules as plain data for machines: the payload of ``ocop rules export``."""

from decimal import Decimal

from ocop_cli.rules.criterion import Criterion, Option
from ocop_cli.rules.decision import Decision, Rulebook
from ocop_cli.rules.product_set import ProductSet

SCHEMA = "ocop/rules@1"


def export_heads(rulebook: Rulebook) -> list[dict[str, object]]:
    """Return the head of every text of every decision."""
    return [_head(text) for text in rulebook.texts]


def export_decision(decision: Decision) -> dict[str, object]:
    """Return the legal grounds and every product set with criteria and printed options; points are decimal strings."""
    grounds = [ground.text for ground in decision.grounds]
    return {
        **_head(decision),
        "grounds": grounds,
        "measured": dict(decision.measured),
        "sets": [export_set(product_set) for product_set in decision.sets],
    }


def export_set(product_set: ProductSet) -> dict[str, object]:
    """Return one product set with its criteria and printed options."""
    return {
        "set": product_set.number,
        "name": product_set.name,
        "product_group": product_set.product_group.name,
        "ministry": product_set.ministry or None,
        "criteria": [_export_criterion(criterion) for criterion in product_set.criteria],
    }


def _head(decision: Decision) -> dict[str, object]:
    last = decision.last_filing
    return {
        "decision": decision.id,
        "number": decision.number,
        "title": decision.title,
        "amendments": [amendment.number for amendment in decision.amendments],
        "filed_from": decision.text_from.isoformat(),
        "filed_to": last.isoformat() if last else None,
        "source": decision.text_source.confidence,
        "overlays": list(decision.overlays),
    }


def _export_criterion(criterion: Criterion) -> dict[str, object]:
    exported: dict[str, object] = {
        "part": criterion.part,
        "group": criterion.group,
        "code": criterion.code,
        "id": criterion.id,
        "name": criterion.name,
        "max": _points(criterion.max),
        "content": criterion.content,
        "min_star": criterion.min_star,
        "choose_one": criterion.choose_one,
        "options": [_export_option(option) for option in criterion.options],
        "conditions": _conditions(criterion),
        "cite": criterion.cite,
        "source": criterion.source.confidence,
    }
    return exported | ({"suspect": criterion.suspect} if criterion.suspect else {})


def _conditions(criterion: Criterion) -> dict[str, object]:
    """Return what ends the assessment, what the criterion hangs on, what heads it, and what frees from it."""
    only_if, requires = criterion.only_if, criterion.requires
    return {
        "stops": [level.id for level in criterion.levels if level.stops],
        "only_if": {"criterion": only_if.criterion, "lost_at": sorted(only_if.lost_at)} if only_if else None,
        "requires": {"share": 100, "area": requires.area} if requires else None,
        "exempt": criterion.exempt.id if criterion.exempt else None,
    }


def _export_option(option: Option) -> dict[str, object]:
    return {
        "id": option.id,
        "points": _points(option.points),
        "min_star": option.min_star,
        "label": option.label,
    }


def _points(value: Decimal) -> str:
    return f"{value:f}"
