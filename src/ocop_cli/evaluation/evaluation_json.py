"""The evaluation as the JSON document ``ocop/evaluation@1``."""

from typing import Any

from ocop_cli.evaluation.result import Evaluation, Line
from ocop_cli.viet.numbers import text_or_none

SCHEMA = "ocop/evaluation@1"
MANY = "ocop/evaluations@1"
"""The document of several evaluations: ``items`` are such documents, ``refused`` says which dossiers have none and why."""


def evaluation_json(
    dossier_id: str, evaluation: Evaluation, findings: list[dict[str, Any]]
) -> dict[str, Any]:
    """Return the document without its schema name; points are decimal strings."""
    return {
        "dossier": dossier_id,
        "decision": evaluation.decision,
        "product_set": evaluation.product_set,
        "contents": [_line(line) for line in evaluation.lines],
        "points": text_or_none(evaluation.points),
        "max": text_or_none(evaluation.maximum),
        "disqualified": list(evaluation.disqualified),
        "findings": findings,
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "content": line.content.value,
        "status": line.status.value,
        "criterion": line.criterion.code if line.criterion else None,
        "points": text_or_none(line.points),
        "max": text_or_none(line.maximum) if line.criterion else None,
        "option": line.option.id if line.option else None,
        "min_star": line.option.min_star if line.option else None,
        "reason": line.reason,
        "evidence": list(line.evidence),
        "cite": line.cite,
        "overridden": line.overridden,
        "confidence": line.source.confidence.value if line.source else None,
        "verified": line.is_verified,
    }
