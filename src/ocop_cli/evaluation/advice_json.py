"""The plan to reach a star as the JSON document ``ocop/advice@1``."""

from typing import Any

from ocop_cli.evaluation.advice_steps import Advice, Rung, Step

SCHEMA = "ocop/advice@1"


def advice_json(advice: Advice) -> dict[str, Any]:
    """Return the advice for a JSON output; points are decimal strings.

    ``works`` are the levels of a step, each with its ``effort``, ``days`` and ``money`` (đồng); their efforts add up to
    the ``cost`` of the step, and the costs of the steps of any way to the ``cost`` above, for the ways are equally
    good. ``days`` above is the longest step, ``money`` the sum of the first way, ``closes`` the round's last day.
    """
    return {
        "star": advice.star,
        "reachable": advice.is_reachable,
        "points": str(advice.points),
        "points_wanted": str(advice.wanted),
        "points_within_reach": str(advice.best),
        "ties": advice.ties,
        "cost": sum(step.cost for step in advice.ways[0]) if advice.ways else None,
        "days": max((step.days for step in advice.ways[0]), default=0) if advice.ways else None,
        "money": sum(step.money for step in advice.ways[0]) if advice.ways else None,
        "begins": advice.season.begins.isoformat(),
        "closes": advice.season.closes.isoformat() if advice.season.closes else None,
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
        "levels": len(step.rungs),
        "cost": step.cost,
        "days": step.days,
        "money": step.money,
        "ends_on": step.ends_on.isoformat(),
        "late": step.is_late,
        "works": [_work(rung) for rung in step.rungs],
        "for_minimum": step.for_minimum,
        "evidence": [{"kind": kind.id, "holder": kind.holder} for kind in step.line.wanted],
    }


def _work(rung: Rung) -> dict[str, Any]:
    return {"level": rung.level.id, **rung.work._asdict()}
