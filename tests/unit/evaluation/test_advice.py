"""The way up is the cheapest: compared with every combination on small sets."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_cli.dossier.scores import ScoreSheet
from ocop_cli.evaluation.advice import MOST_PLANS, advise
from ocop_cli.evaluation.advice_json import advice_json
from ocop_cli.evaluation.advice_steps import Advice, Season, Step
from ocop_cli.evaluation.advice_words import advice_table
from ocop_cli.evaluation.effort import Effort, Work
from ocop_cli.evaluation.score import Score, ScoreLine
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.evaluation.star import Tally, minimum
from ocop_cli.rules.band import Band
from ocop_cli.rules.criterion import Criterion, OnlyIf, Option
from ocop_cli.rules.decision import Ruleset, StarBand
from ocop_cli.rules.pick import force
from ocop_cli.store.built_in.packaged import load_effort
from ocop_cli.store.law.rulebook import load_rulebook
from support.decisions import NEW
from support.dossiers import make_dossier
from support.efforts import DAYS_LEFT, SEASON, flat
from support.runs import runs

RULEBOOK = load_rulebook()
WINE = force(RULEBOOK, NEW, 14)
TODAY = date(2026, 11, 23)
Cost = tuple[int, int, int, int]
VOID = Option("void", "không áp dụng", Decimal(0))
LIKE = WINE.product_set.criterion("packaging")


def criterion(number: int, options: list[tuple[int, int | None]]) -> Criterion:
    """A criterion with options of the given points and star marks."""
    assert LIKE is not None
    made = tuple(Option(f"o{n}", f"mức {n}", Decimal(p), star) for n, (p, star) in enumerate(options))
    return LIKE._replace(
        id=f"c{number}", code=str(number), options=made, floor=None, max=max(o.points for o in made)
    )


def law(criteria: list[Criterion], bounds: list[int]) -> Ruleset:
    """A small law: these criteria, and the stars 1, 2, 3 … from the given points."""
    ends = [*bounds[1:], 1000]
    stars = tuple(
        StarBand(n, Band(Decimal(low), Decimal(high)), "", certificate=True)
        for n, (low, high) in enumerate(zip(bounds, ends, strict=True), 1)
    )
    return Ruleset(
        WINE.decision._replace(stars=stars),
        WINE.product_set._replace(criteria=tuple(criteria), disqualifications=()),
    )


def score(rules: Ruleset, now: dict[str, str]) -> Score:
    choices = [{"criterion": c, "option": o} for c, o in now.items()]
    return score_dossier(
        make_dossier(), rules, ScoreSheet.model_validate({"scorer": "council", "choices": choices}), TODAY
    )


def every_way(found: Score, star: int, effort: Effort) -> tuple[Cost | None, int]:
    """The cheapest cost and the number of combinations that have it, by trying all."""
    rules, best, ways = found.ruleset, None, 0
    wanted = next(b.band.lower for b in rules.decision.stars if b.star == star)
    for options in product(*(c.levels for c in rules.product_set.criteria)):
        chosen = {c.id: o for c, o in zip(rules.product_set.criteria, options, strict=True)}
        if any(_hangs_in_the_air(line, chosen, found) for line in found.lines):
            continue
        cost = _cost(found, chosen, effort)
        tally = Tally(rules, chosen)
        gates_met = all(g.is_met for g in tally.gates(star))
        if cost is None or tally.points < (wanted or 0) or not gates_met:
            continue
        if best is None or cost < best:
            best, ways = cost, 0
        ways += cost == best
    return best, ways


def _hangs_in_the_air(line: ScoreLine, chosen: dict[str, Option], found: Score) -> bool:
    """Whether a criterion has points that counts only beside one which is answered, or left, as not there."""
    only_if = line.criterion.only_if
    if only_if is None or not chosen[line.criterion.id].points:
        return False
    other = found.line(only_if.criterion)
    then = chosen[only_if.criterion]
    known = other.option is not None or then is not min(other.criterion.levels, key=lambda o: o.points)
    return known and then.id in only_if.lost_at


def _cost(found: Score, chosen: dict[str, Option], effort: Effort) -> Cost | None:
    """What a combination costs; ``None`` when it lowers something or changes what cannot be changed."""
    total = [0, 0, 0, 0]
    for line in found.lines:
        levels = line.criterion.levels
        now = line.option or min(levels, key=lambda o: o.points)
        then = chosen[line.criterion.id]
        if then is now or (now is VOID and not then.points):
            continue
        if then.points <= now.points or not effort.can_raise(line.criterion.id):
            return None
        climbed = [
            effort.work(line.criterion.id, o.id) for o in levels if now.points < o.points <= then.points
        ]
        late = sum(work.days for work in climbed) > DAYS_LEFT
        more = (int(late), sum(work.effort for work in climbed), 1, len(climbed))
        total = [own + added for own, added in zip(total, more, strict=True)]
    return total[0], total[1], total[2], total[3]


def cost_of(way: tuple[Step, ...]) -> Cost:
    works = [[rung.work for rung in step.rungs] for step in way]
    late = sum(sum(work.days for work in step) > DAYS_LEFT for step in works)
    return late, sum(work.effort for step in works for work in step), len(way), sum(map(len, works))


@st.composite
def small_laws(draw: st.DrawFn) -> tuple[Score, Effort]:
    points = st.lists(st.integers(0, 5), min_size=1, max_size=4, unique=True)
    criteria = []
    for number in range(draw(st.integers(1, 5))):
        marks = [(p, draw(st.sampled_from([None, None, None, 2, 3]))) for p in sorted({0, *draw(points)})]
        criteria.append(criterion(number, marks))
    if len(criteria) > 1 and draw(st.booleans()):
        only_if = OnlyIf("c0", frozenset({"o0"}), VOID)
        criteria[1:3] = [c._replace(only_if=only_if) for c in criteria[1:3]]
    second = draw(st.integers(1, 8))
    rules = law(criteria, [0, second, second + draw(st.integers(1, 8))])
    now = {c.id: draw(st.sampled_from(c.options)).id for c in criteria if draw(st.booleans())}
    own = {c.id: draw(st.integers(0, 3)) for c in criteria if draw(st.booleans())}
    days, efforts = st.sampled_from([1, 60, DAYS_LEFT + 1]), st.integers(1, 3)
    works = st.builds(Work, st.just("Việc"), st.just("chủ thể"), days, st.just(0), st.just("x"), efforts)
    levels = {(c.id, o.id): draw(works) for c in criteria for o in c.options if draw(st.booleans())}
    return score(rules, now), Effort(draw(works), {}, levels, frozenset(), own)


@settings(max_examples=runs(50, 400), deadline=None)
@given(small_laws(), st.sampled_from([2, 3]))
def test_no_combination_is_cheaper(case: tuple[Score, Effort], star: int) -> None:
    found, effort = case
    advice = advise(found, star, effort, SEASON)
    best, ways = every_way(found, star, effort)
    assert advice.is_reachable == (best is not None)
    assert advice.ties == ways
    assert len(advice.ways) == min(ways, MOST_PLANS)
    assert len(set(map(tuple, advice.ways))) == len(advice.ways)
    for way in advice.ways:
        assert cost_of(way) == best
        chosen = {x.criterion.id: x.option or x.criterion.levels[0] for x in found.lines}
        after = Tally(found.ruleset, {**chosen, **{s.line.criterion.id: s.to for s in way}})
        assert after.star is not None
        assert after.star >= star


def real(star_choices: dict[str, str] | None = None) -> Score:
    lowest = {c.id: min(c.levels, key=lambda o: o.points).id for c in WINE.product_set.criteria}
    return score(WINE, {**lowest, **(star_choices or {})})


def told(advice: Advice, found: Score) -> str:
    return "\n".join(advice_table(advice, found, "").notes)


@pytest.mark.parametrize("star", [3, 4, 5])
def test_a_way_from_the_bottom_of_a_real_set_leads_to_the_star(star: int) -> None:
    found = real()
    advice = advise(found, star, flat(1, {}), SEASON)
    chosen = {x.criterion.id: x.option for x in found.lines if x.option}
    after = Tally(WINE, {**chosen, **{s.line.criterion.id: s.to for s in advice.ways[0]}})
    assert after.star is not None
    assert after.star >= star
    assert after.points >= advice.wanted
    for step in advice.ways[0]:
        needed = minimum(step.line.criterion, star)
        now = step.to.points - step.gain
        assert step.for_minimum == (needed is not None and now < needed.points)


def test_what_cannot_be_changed_blocks_and_is_named() -> None:
    found = real()
    advice = advise(found, 4, flat(1, {"idea_origin": 0}), SEASON)
    assert not advice.is_reachable
    assert [g.criterion.id for g in advice.blocked] == ["idea_origin"]
    assert advice.best == Decimal(0)
    assert "không đổi được: 2.1" in told(advice, found)


def test_too_few_points_within_reach_are_told() -> None:
    frozen = {c.id: 0 for c in WINE.product_set.criteria}
    found = real()
    advice = advise(found, 2, flat(1, frozen), SEASON)
    assert not advice.is_reachable
    assert not advice.blocked
    assert advice.best == found.tally.points
    assert f"cũng chỉ được {advice.best} điểm" in told(advice, found)


def test_a_star_already_held_needs_nothing() -> None:
    best = {c.id: max(c.levels, key=lambda o: o.points).id for c in WINE.product_set.criteria}
    found = score(WINE, best)
    advice = advise(found, 5, flat(1, {}), SEASON)
    assert advice.ways == ((),)
    assert advice.ties == 1
    assert "Đã đạt mức 5 sao" in told(advice, found)


def test_the_commune_may_weigh_effort_itself() -> None:
    found = real()
    usual = advise(found, 3, load_effort({}), SEASON)
    dear = advise(found, 3, load_effort({"labelling": 50}), SEASON)
    raised = {s.line.criterion.id: s.to.id for s in usual.ways[0]}
    assert raised["labelling"] == "with_traceability"
    assert {s.line.criterion.id: s.to.id for s in dear.ways[0]}["labelling"] == "complete"


def test_the_advice_is_told_with_evidence_and_holder() -> None:
    found = real()
    advice = advise(found, 3, load_effort({}), SEASON)
    rows = advice_table(advice, found, "").rows
    declaration = next(row for row in rows if row[0].startswith("8 "))
    assert declaration[9] == "tối thiểu"
    assert "(chủ thể)" in declaration[10]
    assert [row[9] for row in rows] == sorted((row[9] for row in rows), key=lambda why: why != "tối thiểu")
    machine = advice_json(advice)
    assert machine["reachable"]
    assert len(machine["ways"][0]) == len(rows)


def test_efforts_days_and_money_of_the_levels_add_up() -> None:
    found = real()
    advice = advise(found, 4, load_effort({}), SEASON)
    machine = advice_json(advice)
    for way in machine["ways"]:
        assert sum(step["cost"] for step in way) == machine["cost"]
        for step in way:
            assert len(step["works"]) == step["levels"]
            for of_level, of_step in (("effort", "cost"), ("days", "days"), ("money", "money")):
                assert sum(work[of_level] for work in step["works"]) == step[of_step]
    assert max(step["levels"] for step in machine["ways"][0]) > 1
    assert sum(step["money"] for step in machine["ways"][0]) == machine["money"]
    assert max(step["days"] for step in machine["ways"][0]) == machine["days"]
    assert f"công sức {machine['cost']}" in told(advice, found)


def test_unanswered_criteria_are_told() -> None:
    found = score(WINE, {})
    advice = advise(found, 3, load_effort({}), SEASON)
    assert len(advice.unanswered) == len(WINE.product_set.criteria)
    assert advice.points == 0
    assert sum(step.gain for step in advice.ways[0]) >= advice.wanted
    assert "tạm tính mức thấp nhất" in told(advice, found)


def test_of_equal_effort_fewer_criteria_and_then_fewer_levels_win() -> None:
    """Three ways of effort 2: two criteria, one criterion by two levels, one by a single level."""
    steps: list[tuple[int, int | None]] = [(0, None), (1, None), (2, None)]
    criteria = [
        criterion(1, steps),
        criterion(2, [(0, None), (2, None)]),
        criterion(3, [(0, None), (1, None)]),
    ]
    found = score(law(criteria, [0, 2, 9]), {"c1": "o0", "c2": "o0", "c3": "o0"})
    advice = advise(found, 2, flat(1, {"c2": 2, "c3": 1}), SEASON)
    assert [[s.line.criterion.id for s in way] for way in advice.ways] == [["c2"]]
    assert advice.ties == 1


def test_the_most_within_reach_is_told() -> None:
    criteria = [criterion(1, [(0, None), (3, None)]), criterion(2, [(0, None), (4, None)])]
    found = score(law(criteria, [0, 9]), {"c1": "o0", "c2": "o0"})
    advice = advise(found, 2, flat(1, {}), SEASON)
    assert (int(advice.best), advice.ways, advice.ties) == (7, (), 0)
    assert advise(found, 2, flat(1, {"c2": 0}), SEASON).best == 3


def test_no_more_ways_are_told_than_fit() -> None:
    criteria = [criterion(n, [(0, None), (1, None)]) for n in range(8)]
    found = score(law(criteria, [0, 1]), {c.id: "o0" for c in criteria})
    advice = advise(found, 2, flat(1, {}), SEASON)
    assert advice.ties == 8
    assert len(advice.ways) == MOST_PLANS


def test_what_is_done_in_time_goes_before_what_is_cheaper() -> None:
    criteria = [criterion(1, [(0, None), (1, None)]), criterion(2, [(0, None), (1, None)])]
    found = score(law(criteria, [0, 1]), {"c1": "o0", "c2": "o0"})
    cheap = Work("Việc", "chủ thể", DAYS_LEFT + 1, 0, "x", 1)
    levels = {("c1", "o1"): cheap, ("c2", "o1"): cheap._replace(days=DAYS_LEFT, effort=9)}
    effort = Effort(cheap, {}, levels, frozenset(), {})
    advice = advise(found, 2, effort, SEASON)
    assert [[s.line.criterion.id for s in way] for way in advice.ways] == [["c2"]]
    assert "Mọi việc xong trước hạn" in told(advice, found)
    without = advise(found, 2, effort, Season(TODAY))
    assert [[s.line.criterion.id for s in way] for way in without.ways] == [["c1"]]
    assert "không ghi đợt" in told(without, found)


def test_what_is_not_done_in_time_is_told_in_its_row_and_below() -> None:
    found = score(law([criterion(1, [(0, None), (1, None)])], [0, 1]), {"c1": "o0"})
    slow = Work("Việc", "chủ thể", DAYS_LEFT + 1, 0, "x", 1)
    advice = advise(found, 2, Effort(slow, {}, {}, frozenset(), {}), SEASON)
    assert advice.ways[0][0].is_late
    (row,) = advice_table(advice, found, "").rows
    assert "sau hạn đề nghị của đợt" in row[5]
    assert "Không kịp hạn đề nghị của đợt gần nhất" in told(advice, found)
    assert advice_json(advice)["ways"][0][0]["late"]
