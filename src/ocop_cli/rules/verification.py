"""How far the data of a decision can be trusted, counted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ocop_cli.rules.criterion import Criterion
from ocop_cli.rules.decision import Decision
from ocop_cli.rules.provenance import Confidence, Source, confidence_word


class Verification(NamedTuple):
    """How many values stand on which kind of source; how many were compared with the signed text; how many slips."""

    by_confidence: dict[Confidence, int]
    verified: int
    suspect: int


def verification(decision: Decision) -> Verification:
    """Count the criteria, papers, limits, rounds, forms and grounds of a decision by their sources."""
    sources = list(_sources(decision))
    counted = Counter(source.confidence for source in sources)
    return Verification(
        by_confidence={confidence: counted[confidence] for confidence in Confidence if counted[confidence]},
        verified=sum(source.verified_on is not None for source in sources),
        suspect=sum(bool(c.suspect) for s in decision.sets for c in s.criteria)
        + sum(bool(s.suspect) for s in decision.sets),
    )


def verification_words(decision: Decision) -> str:
    """Return the same as one sentence for officials."""
    found = verification(decision)
    counts = "; ".join(f"{number} {confidence_word(kind)}" for kind, number in found.by_confidence.items())
    return f"Giá trị: {counts}. Đã đối chiếu bản ký: {found.verified}. Dấu hiệu chép sai: {found.suspect}."


UNQUOTED = "Tên mức không đặt trong ngoặc kép là diễn đạt tóm tắt, không phải nguyên văn quyết định."
"""What is said where some levels stand in the decision's own words and others do not."""


def summary_words(criteria: Iterable[Criterion]) -> Iterator[str]:
    """Say that our labels are summaries, once for all levels of the criteria shown; nothing where all are quoted."""
    quoted = {bool(option.words) for criterion in criteria for option in criterion.options}
    if quoted == {False}:
        yield "Tên các mức là diễn đạt tóm tắt, không phải nguyên văn quyết định."
    elif False in quoted:
        yield UNQUOTED


def _sources(decision: Decision) -> Iterator[Source]:
    for product_set in decision.sets:
        yield from (criterion.source for criterion in product_set.criteria)
        yield from (ground.source for ground in product_set.disqualifications)
    yield from (ground.source for ground in decision.grounds)
    procedure = decision.procedure
    for values in (
        procedure.papers,
        procedure.limits,
        procedure.rounds,
        procedure.forms,
        procedure.producers,
    ):
        yield from (value.source for value in values)
