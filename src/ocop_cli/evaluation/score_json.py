"""A score as the JSON document ``ocop/score@1``."""

from decimal import Decimal
from typing import Any

from ocop_cli.evaluation.panel import Panel
from ocop_cli.evaluation.score import Score, ScoreLine
from ocop_cli.evaluation.score_words import doubts
from ocop_cli.evaluation.star import Gate
from ocop_cli.viet.numbers import rounded, text_or_none

SCHEMA = "ocop/score@1"


def score_json(score: Score) -> dict[str, Any]:
    """Return a score for a JSON output; points are decimal strings, a star is null while none is due."""
    tally, ruleset = score.tally, score.ruleset
    return {
        "decision": ruleset.decision.id,
        "product_set": ruleset.product_set.number,
        "scorer": score.sheet.scorer.value,
        "by": score.sheet.by,
        "round": score.sheet.round,
        "abstains": score.sheet.abstains,
        "complete": tally.is_complete,
        "points": str(tally.points) if tally.is_complete else None,
        "points_so_far": str(tally.points),
        "points_proven": str(score.proven_points),
        "lowest": str(tally.lowest),
        "highest": str(tally.highest),
        "parts": {part.id: str(tally.part_points(part.id)) for part in ruleset.decision.parts},
        "star_of_points": tally.star_of_points,
        "star_of_minima": tally.star_of_minima,
        "star": score.star,
        "grounds": list(score.grounds),
        "stops": [_line(line) for line in score.stops],
        "set_aside": [criterion.id for criterion in score.tally.set_aside],
        "gates": [_gate(g) for band in ruleset.decision.stars for g in tally.gates(band.star)],
        "criteria": [_line(line) for line in score.counted],
        "doubts": list(doubts(ruleset)),
    }


def panel_json(panel: Panel) -> dict[str, Any]:
    """Return the sheets of several people for a JSON output."""
    return {
        "scores": len(panel.scores),
        "members": panel.members,
        "abstained": [sheet.by for sheet in panel.abstained],
        "average": _rounded(panel.average),
        "spread": str(panel.spread),
        "star": panel.star,
        "star_of_average": panel.star_of_average,
        "deciding": [{"by": score.sheet.by, **_gate(gate)} for score, gate in panel.deciding],
        "gates": [
            {"by": score.sheet.by, **_gate(gate)}
            for score in panel.scores
            for band in panel.ruleset.decision.stars
            for gate in score.tally.gates(band.star)
        ],
        "grounds": list(dict.fromkeys(ground for score in panel.scores for ground in score.grounds)),
        "stopped": [
            {"by": score.sheet.by, "stops": [_line(line) for line in score.stops]} for score in panel.stopped
        ],
        "differences": [
            {
                "criterion": d.criterion.id,
                "lowest": str(d.lowest),
                "highest": str(d.highest),
                "average": _rounded(d.average),
            }
            for d in panel.differences
        ],
    }


def _line(line: ScoreLine) -> dict[str, Any]:
    return {
        "code": line.criterion.code,
        "id": line.criterion.id,
        "option": line.option.id if line.option else None,
        "points": text_or_none(line.option.points if line.option else None),
        "max": str(line.criterion.max),
        "answered": line.answered.value,
        "review": line.review,
        "reason": line.reason,
        "evidence": list(line.evidence),
        "evidence_wanted": [kind.id for kind in line.wanted],
        "cite": line.criterion.cite,
        "confidence": line.criterion.source.confidence.value,
        "suspect": line.criterion.suspect,
    }


def _gate(gate: Gate) -> dict[str, Any]:
    return {
        "star": gate.star,
        "criterion": gate.criterion.id,
        "needed": gate.needed.id,
        "met": gate.is_met,
    }


def _rounded(points: Decimal | None) -> str | None:
    """Return an average as screens show it; the star is that of the exact one."""
    return None if points is None else str(rounded(points))
