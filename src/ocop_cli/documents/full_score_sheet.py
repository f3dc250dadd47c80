"""Values of the score sheet of a product set: every criterion with its options, blank or filled."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from ocop_cli.documents.frame import frame
from ocop_cli.dossier.model import Dossier
from ocop_cli.evaluation.score_words import doubts, sheet_words, show_points, star_words
from ocop_cli.evaluation.scoring import Score, ScoreLine
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.condition_words import condition_words
from ocop_cli.rules.criterion import Criterion, Option
from ocop_cli.rules.decision import Ruleset
from ocop_cli.viet.text import upper_first

FORM = "full-score-sheet"
_CHOSEN, _FREE = "☒", "☐"
_DOTS = "……………………"
_PRACTICE = " (CHẤM THỬ, không dùng làm phiếu chấm)"


def blank_sheet_values(ruleset: Ruleset, profile: Profile, form: FormInfo, on: date) -> dict[str, Any]:
    """Return the values of the blank sheet of a product set.

    Keys: those of ``frame``; ``decision``, ``product_name``, ``product_code``, ``producer_name``, ``scorer``,
    ``officer`` (texts); ``grounds_out``, ``conditions``, ``unverified``, ``result`` (lines); ``criteria`` (rows: strong, code,
    text, points, star, chosen, proof).
    """
    return {
        **_head(ruleset, profile, form, on),
        "officer": "",
        "product_name": _DOTS,
        "product_code": _DOTS,
        "producer_name": _DOTS,
        "scorer": _DOTS,
        "criteria": list(_rows(ruleset, {})),
        "result": [],
    }


def filled_sheet_values(
    dossier: Dossier, score: Score, profile: Profile, form: FormInfo, on: date, *, practice: bool = False
) -> dict[str, Any]:
    """Return the values of the sheet as somebody filled it: the options ticked, points by part, total and star.

    Keys: those of the blank sheet. What this one fills in: ``subject``, ``officer``, ``product_name``,
    ``product_code``, ``producer_name``, ``scorer``, ``criteria``, ``result``.

    A ``practice`` sheet says so on its face: it is nobody's score.
    """
    lines = {line.criterion.id: line for line in score.lines}
    head = _head(score.ruleset, profile, form, on)
    return {
        **head,
        "subject": f"{head['subject']}{_PRACTICE if practice else ''}",
        "officer": score.sheet.by or "",
        "product_name": dossier.product.name,
        "product_code": dossier.product_code or _DOTS,
        "producer_name": dossier.producer.name,
        "scorer": f"{sheet_words(score.sheet)}{_PRACTICE if practice else ''}",
        "criteria": list(_rows(score.ruleset, lines)),
        "result": list(star_words(score)),
    }


def _head(ruleset: Ruleset, profile: Profile, form: FormInfo, on: date) -> dict[str, Any]:
    product_set = ruleset.product_set
    return {
        **frame(profile, form, f"Bộ {product_set.number}: {product_set.name}", on),
        "decision": ruleset.decision.cite,
        "grounds_out": [ground.text for ground in product_set.disqualifications],
        "conditions": list(condition_words(product_set)),
        "unverified": list(doubts(ruleset)),
    }


def _rows(ruleset: Ruleset, lines: dict[str, ScoreLine]) -> Iterator[dict[str, Any]]:
    """Lay parts, groups, criteria and options out in the order of the decision."""
    product_set = ruleset.product_set
    names = {group.number: group.name for group in product_set.groups}
    for part in ruleset.decision.parts:
        yield _bold(part.id, part.name.upper(), show_points(part.max))
        own = [criterion for criterion in product_set.criteria if criterion.part == part.id]
        for number, criteria in groupby(own, key=lambda criterion: criterion.group):
            yield from _group(number, names.get(number, ""), list(criteria), lines)


def _group(
    number: int, name: str, criteria: list[Criterion], lines: dict[str, ScoreLine]
) -> Iterator[dict[str, Any]]:
    """A group of one criterion needs no heading of its own: the criterion is the heading."""
    if len(criteria) > 1:
        yield _bold(str(number), name, "")
    for criterion in criteria:
        line = lines.get(criterion.id)
        yield _criterion(criterion, line)
        for option in criterion.levels:
            yield _option(option, line)


def _bold(code: str, text: str, points: str) -> dict[str, Any]:
    return {
        "strong": True, "code": code, "text": text, "points": points, "star": "", "chosen": "", "proof": "",
    }  # fmt: skip


def _criterion(criterion: Criterion, line: ScoreLine | None) -> dict[str, Any]:
    star = "*" * criterion.min_star if criterion.min_star else ""
    row = _bold(criterion.code, criterion.name, show_points(criterion.max))
    proof = (
        upper_first("; ".join(filter(None, (line.reason, *line.evidence)))) if line and line.option else ""
    )
    return {**row, "star": star, "proof": proof}


def _option(option: Option, line: ScoreLine | None) -> dict[str, Any]:
    taken = line is not None and line.option is not None and line.option.id == option.id
    return {
        "strong": False,
        "code": "",
        "text": option.named,
        "points": show_points(option.points),
        "star": "*" * option.min_star if option.min_star else "",
        "chosen": _CHOSEN if taken else _FREE,
        "proof": "",
    }
