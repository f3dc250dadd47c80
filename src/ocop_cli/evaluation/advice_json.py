"""The plan to reach a star as the JSON document ``ocop/advice@1``."""

from typing import Any

from ocop_cli.evaluation.advice import Advice, Step

SCHEMA = "ocop/advice@1"


def advice_json(advice: Advice) -> dict[str, Any]:
    """Return the advice for a JSON output; points are decimal strings.

    ``effort`` is the price of one level, ``cost`` that of all ``levels`` of a step; the costs of the steps of any way
    add up to the ``cost`` above, for the ways are equally good.
    """
    return {
        "star": advice.star,
        "reachable": advice.is_reachable,
        "points": str(advice.points),
        "points_wanted": str(advice.wanted),
        "points_within_reach": str(advice.best),
        "ties": advice.ties,
        "cost": sum(step.cost for step in advice.ways[0]) if advice.ways else None,
        "ways": [[_step(step) for step in way] for way in advice.ways],
        "blocked": [{"criterion": g.criterion.id, "needed": g.needed.id} for g in advice.blocked],
        "unanswered": [line.criterion.id for line in advice.unanswered],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "criterion": step.line.criterion.id,
        "code": step.line.criterion.code,
        "from": step.line.option.id if step.line.option else None,
        "to": step.to.id,
        "gain": str(step.gain),
        "effort": step.effort,
        "levels": step.levels,
        "cost": step.cost,
        "for_minimum": step.for_minimum,
        "evidence": [{"kind": kind.id, "holder": kind.holder} for kind in step.line.wanted],
    }
