"""Grounds that rule a dossier out whatever its points, as far as its papers show them."""

from collections.abc import Iterator
from datetime import date

from ocop_cli.dossier.evidence import in_date
from ocop_cli.dossier.model import Dossier
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.product_set import Detection


def evidence_disqualifications(dossier: Dossier, ruleset: Ruleset, today: date) -> Iterator[str]:
    """Name the grounds that lie in a missing or lapsed paper, each with what is missing and its article."""
    held = {paper.kind for paper in dossier.papers if in_date(paper, today)}
    for ground in ruleset.product_set.disqualifications:
        if ground.detect is Detection.MISSING_PAPER and not held.issuperset(ground.papers):
            kinds = [ruleset.decision.procedure.paper(kind) for kind in ground.papers if kind not in held]
            missing = "; ".join(kind.name for kind in kinds if kind)
            yield f"{ground.text}: hồ sơ chưa có {missing} còn hạn ({ground.cite})"


def disqualifications_for_people(ruleset: Ruleset) -> tuple[str, ...]:
    """Return the grounds that no program can find: a person has to look."""
    grounds = ruleset.product_set.disqualifications
    return tuple(
        ground.text for ground in grounds if ground.detect in (Detection.MANUAL, Detection.COPY_OF_ANOTHER)
    )
