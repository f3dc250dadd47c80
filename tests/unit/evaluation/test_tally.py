"""Sums, minima and stars over both decisions and every product set."""

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_cli.evaluation.star import Tally, minimum
from ocop_cli.rules.criterion import Criterion, Option
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.pick import force
from ocop_cli.store.law.rulebook import load_rulebook
from support.decisions import NEW, OLD
from support.runs import runs

RULEBOOK = load_rulebook()
LAWS = [
    Ruleset(text, product_set) for text in RULEBOOK.texts if not text.amendments for product_set in text.sets
]
WINE = force(RULEBOOK, NEW, 14)


def counted_once(law: Ruleset) -> list[Criterion]:
    """One criterion of each group of alternatives, and all others."""
    kept: dict[str, Criterion] = {}
    for criterion in law.product_set.criteria:
        kept.setdefault(criterion.alternative or criterion.id, criterion)
    return list(kept.values())


def best(criterion: Criterion) -> Option:
    return max(criterion.levels, key=lambda o: o.points)


def everything_best(law: Ruleset) -> dict[str, Option]:
    return {criterion.id: best(criterion) for criterion in counted_once(law)}


@st.composite
def answered(draw: st.DrawFn) -> tuple[Ruleset, dict[str, Option]]:
    law = draw(st.sampled_from(LAWS))
    return law, {c.id: draw(st.sampled_from(c.levels)) for c in counted_once(law)}


@pytest.mark.parametrize("law", LAWS, ids=lambda law: f"{law.decision.id}-{law.product_set.number}")
def test_the_best_of_everything_is_the_highest_star(law: Ruleset) -> None:
    tally = Tally(law, everything_best(law))
    assert tally.is_complete
    if not law.product_set.suspect and not any(c.suspect for c in law.product_set.criteria):
        assert tally.points == sum(part.max for part in law.decision.parts)
    assert tally.star == tally.star_of_minima == max(band.star for band in law.decision.stars)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: f"{law.decision.id}-{law.product_set.number}")
def test_one_minimum_missed_costs_its_star(law: Ruleset) -> None:
    everything = everything_best(law)
    for criterion in counted_once(law):
        for star in {o.min_star for o in criterion.options if o.min_star}:
            needed = minimum(criterion, star)
            assert needed is not None
            lower = [o for o in criterion.levels if o.points < needed.points]
            if lower:
                below = Tally(law, {**everything, criterion.id: max(lower, key=lambda o: o.points)})
                assert below.star is not None
                assert below.star < star


@settings(max_examples=runs(40, 300), deadline=None)
@given(answered(), st.data())
def test_more_points_never_fewer_stars(case: tuple[Ruleset, dict[str, Option]], data: Any) -> None:
    law, chosen = case
    criterion = data.draw(st.sampled_from(counted_once(law)))
    higher = [o for o in criterion.levels if o.points >= chosen[criterion.id].points]
    raised = {**chosen, criterion.id: data.draw(st.sampled_from(higher))}
    before, after = Tally(law, chosen).star, Tally(law, raised).star
    assert before is not None
    assert after is not None
    assert after >= before


@settings(max_examples=runs(25, 100), deadline=None)
@given(answered(), st.randoms())
def test_the_order_of_answers_is_irrelevant(case: tuple[Ruleset, dict[str, Option]], random: Any) -> None:
    law, chosen = case
    shuffled = list(chosen.items())
    random.shuffle(shuffled)
    one, two = Tally(law, chosen), Tally(law, dict(shuffled))
    assert (one.points, one.star, one.gates(5)) == (two.points, two.star, two.gates(5))


@settings(max_examples=runs(25, 200), deadline=None)
@given(answered())
def test_the_star_exceeds_neither_bound(case: tuple[Ruleset, dict[str, Option]]) -> None:
    tally = Tally(*case)
    assert tally.star_of_points is not None
    assert tally.star_of_minima is not None
    assert tally.star == min(tally.star_of_points, tally.star_of_minima)
    assert sum(tally.part_points(part.id) for part in case[0].decision.parts) == tally.points


@settings(max_examples=runs(25, 200), deadline=None)
@given(answered(), st.data())
def test_what_is_open_bounds_the_total(case: tuple[Ruleset, dict[str, Option]], data: Any) -> None:
    law, chosen = case
    kept = data.draw(st.sets(st.sampled_from(sorted(chosen))))
    part = Tally(law, {c: o for c, o in chosen.items() if c in kept})
    whole = Tally(law, chosen)
    if whole.counted == part.counted:
        assert part.lowest <= whole.points <= part.highest
    assert part.is_complete == (not part.open)
    assert part.star is None or part.is_complete


@pytest.mark.parametrize(
    ("points", "star"),
    [("89.99", 4), ("90", 5), ("69.99", 3), ("70", 4), ("49.99", 2), ("50", 3), ("29.99", 1), ("30", 2)],
)
def test_a_band_begins_exactly_at_its_bound(points: str, star: int) -> None:
    for law in LAWS:
        band = law.decision.star_for(Decimal(points))
        assert band is not None
        assert band.star == star


def test_nothing_chosen_has_no_star_and_no_total() -> None:
    tally = Tally(WINE, {})
    assert (tally.star, tally.star_of_points, tally.star_of_minima) == (None, None, None)
    assert [int(n) for n in (tally.points, tally.lowest, tally.highest)] == [0, 0, 100]
    assert len(tally.open) == len(WINE.product_set.criteria)


def test_a_minimum_asks_for_the_best_option_marked_up_to_its_star() -> None:
    linkage = WINE.product_set.criterion("linkage")
    assert linkage is not None
    assert [(star, found.id if (found := minimum(linkage, star)) else None) for star in (3, 4, 5)] == [
        (3, None), (4, "contracts_over_75"), (5, "contracts_over_75_stable"),
    ]  # fmt: skip


def test_a_mark_on_a_criterion_asks_for_its_lowest_option_with_points() -> None:
    law = force(RULEBOOK, OLD, 14)
    property_right = law.product_set.criterion("intellectual_property")
    assert property_right is not None
    assert property_right.min_star is not None
    assert minimum(property_right, property_right.min_star - 1) is None
    needed = minimum(property_right, property_right.min_star)
    assert needed is not None
    assert needed.points == min(o.points for o in property_right.options if o.points)


def test_of_alternatives_only_the_chosen_one_counts() -> None:
    law = force(RULEBOOK, OLD, 26)
    first, second = (c for c in law.product_set.criteria if c.alternative == "security")
    assert first in Tally(law, {}).counted
    assert second not in Tally(law, {}).counted
    tally = Tally(law, {second.id: best(second)})
    assert second in tally.counted
    assert first not in tally.counted
    assert tally.points == second.max
    assert first not in tally.open


def test_minima_only_grow_with_the_star() -> None:
    for law in LAWS:
        for criterion in law.product_set.criteria:
            asked = [minimum(criterion, band.star) for band in law.decision.stars]
            points = [needed.points if needed else Decimal(0) for needed in asked]
            assert all(low <= high for low, high in pairwise(points))
