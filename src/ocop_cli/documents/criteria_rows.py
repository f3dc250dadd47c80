"""The criteria of a product set as rows: on the sheet that the decision prints, and with what explains the points."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from typing import Any

from ocop_cli.documents.frame import inside
from ocop_cli.documents.printed_forms import tick
from ocop_cli.evaluation.score import Score, ScoreLine
from ocop_cli.rules.criterion import Criterion, Option
from ocop_cli.rules.decision import Part, Ruleset
from ocop_cli.viet.numbers import show_rounded
from ocop_cli.viet.text import as_sentence

OPEN_POINTS = "……"  # what a narrow column of points holds for the pen


def sheet_rows(ruleset: Ruleset, lines: Mapping[str, ScoreLine]) -> Iterator[dict[str, Any]]:
    """Lay parts, groups, criteria and the printed options out in the order of the decision.

    A level that the decision does not print has no box; what explains the points names it.

    Rows: strong, label (as printed), code, text, points, star, chosen, proof.
    """
    product_set = ruleset.product_set
    names = {group.number: group.name for group in product_set.groups}
    for part in ruleset.decision.parts:
        yield _part(part)
        own = [criterion for criterion in product_set.criteria if criterion.part == part.id]
        for number, criteria in groupby(own, key=lambda criterion: criterion.group):
            yield from _group(number, names.get(number, ""), list(criteria), lines)


def explained_rows(score: Score, kind: str) -> Iterator[dict[str, Any]]:
    """Lay the criteria out with the points that were given and what explains them; an open one is left to the pen. ``kind`` is what the commune is.

    Rows: strong, code, text, most, points, proof.
    """
    lines = {line.criterion.id: line for line in score.counted}
    for part in score.ruleset.decision.parts:
        points = show_rounded(score.tally.part_points(part.id)) if score.tally.is_complete else OPEN_POINTS
        yield _explained(part.id, part.name, part.max, points, "", strong=True)
        for criterion in (each for each in score.tally.counted if each.part == part.id):
            line = lines[criterion.id]
            given = show_rounded(line.option.points) if line.option else OPEN_POINTS
            yield _explained(criterion.code, criterion.name, criterion.max, given, _told(line, kind))


def _explained(
    code: str, text: str, most: Decimal, points: str, proof: str, *, strong: bool = False
) -> dict[str, Any]:
    return {
        "strong": strong,
        "code": code,
        "text": text,
        "most": show_rounded(most),
        "points": points,
        "proof": proof,
    }


def _told(line: ScoreLine, kind: str) -> str:
    """Say the level, the reason and the papers of a criterion; of an open one there is nothing to say."""
    if line.option is None:
        return ""
    level = as_sentence(line.option.named) if line.option.named else ""
    return f"{level} {_proof(line, kind)}".strip()


def _proof(line: ScoreLine | None, kind: str = "xã") -> str:
    if line is None or line.option is None:
        return ""
    return " ".join(
        as_sentence(told) for told in (inside(line.reason, kind), "; ".join(line.evidence)) if told
    )


def _part(part: Part) -> dict[str, Any]:
    most = show_rounded(part.max)
    label = f"Phần {part.id}:\n{part.name.upper()} ({most} Điểm)"
    return _bold(label, part.id, part.name.upper(), most)


def _group(
    number: int, name: str, criteria: list[Criterion], lines: Mapping[str, ScoreLine]
) -> Iterator[dict[str, Any]]:
    """A group of one criterion needs no heading of its own: the criterion is the heading."""
    if len(criteria) > 1:
        yield _bold(f"{number}. {name.upper()}", str(number), name, show_rounded(_most(criteria)))
    for criterion in criteria:
        line = lines.get(criterion.id)
        yield _criterion(criterion, line, alone=len(criteria) == 1)
        for option in criterion.options:
            yield _option(option, line)


def _most(criteria: Iterable[Criterion]) -> Decimal:
    """Add up the maxima; of alternatives only one counts."""
    most = {criterion.alternative or criterion.id: criterion.max for criterion in criteria}
    return sum(most.values(), Decimal(0))


def _bold(label: str, code: str, text: str, points: str) -> dict[str, Any]:
    return {
        "strong": True, "label": label, "code": code, "text": text, "points": points, "star": "", "chosen": "",
        "proof": "",
    }  # fmt: skip


def _criterion(criterion: Criterion, line: ScoreLine | None, *, alone: bool) -> dict[str, Any]:
    star = _stars(criterion)
    name = criterion.name.upper() if alone else criterion.name
    row = _bold(
        f"{criterion.code}. {name}{star}", criterion.code, criterion.name, show_rounded(criterion.max)
    )
    return {**row, "star": star, "proof": _proof(line)}


def _option(option: Option, line: ScoreLine | None) -> dict[str, Any]:
    taken = line is not None and line.option is not None and line.option.id == option.id
    chosen, star = tick(holds=taken), _stars(option)
    return {
        "strong": False,
        "label": f"{chosen} {option.words or option.label}{star}",
        "code": "",
        "text": option.named,
        "points": show_rounded(option.points),
        "star": star,
        "chosen": chosen,
        "proof": "",
    }


def _stars(marked: Criterion | Option) -> str:
    return "*" * marked.min_star if marked.min_star else ""
