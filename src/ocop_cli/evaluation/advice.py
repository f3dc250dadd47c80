"""The plan to reach a star: the least effort that brings a score to a star, exactly, minima first and then points."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from ocop_cli.evaluation.advice_steps import Advice, Plan, Rung, Season, Step
from ocop_cli.evaluation.effort import Effort
from ocop_cli.evaluation.score import Score, ScoreLine
from ocop_cli.evaluation.star import minimum
from ocop_cli.rules.criterion import Option

MOST_PLANS = 5
"""How many of several equally good ways are told."""


Block = tuple[ScoreLine, ...]
"""The criteria whose levels depend on one another; most stand alone."""
Combo = tuple[Option, ...]
"""One level for each criterion of a block."""


class _Cost(NamedTuple):
    """What a way costs: what is not done in time first, then effort, criteria touched, levels climbed."""

    late: int = 0
    effort: int = 0
    criteria: int = 0
    levels: int = 0

    def plus(self, other: "_Cost") -> "_Cost":
        return _Cost(*(own + more for own, more in zip(self, other, strict=True)))


@dataclass(slots=True)
class _State:
    """The cheapest ways to one sum of points: their cost, their number, and the last options taken."""

    cost: _Cost
    ways: int = 0
    last: list[tuple[Decimal, Combo]] = field(default_factory=list)


def advise(score: Score, star: int, effort: Effort, season: Season) -> Advice:
    """Return the least effort that brings a score to a star, what is done in time before what is not.

    Exact: for every criterion in turn, the cheapest way to every possible sum of points is kept (the points of a
    set are few), so no combination is left out. A criterion without an answer counts as its lowest level; criteria
    that count only beside another are chosen together with it.
    """
    band = next(b for b in score.ruleset.decision.stars if b.star == star)
    wanted = band.band.lower or Decimal(0)
    lines = score.counted
    blocks, plan = _blocks(lines), Plan(star, effort, season)
    rows = _climb(blocks, plan)
    reached = {points: state for points, state in rows[-1].items() if points >= wanted}
    cheapest = min((state.cost for state in reached.values()), default=None)
    ends = sorted(points for points, state in reached.items() if state.cost == cheapest)
    told = [way for end in ends for way in _plans(rows, blocks, end, plan)]
    return Advice(
        star=star,
        points=score.tally.points,
        wanted=wanted,
        best=max(rows[-1], default=Decimal(0)),
        ways=tuple(told[:MOST_PLANS]),
        ties=sum(reached[end].ways for end in ends),
        blocked=tuple(
            g for g in score.tally.gates(star) if not g.is_met and not effort.can_raise(g.criterion.id)
        ),
        unanswered=tuple(line for line in lines if line.option is None),
        season=season,
    )


def _choices(line: ScoreLine, plan: Plan) -> tuple[Option, ...]:
    """Return the levels that a criterion may end on: no lower than now, no lower than the star's minimum."""
    now = _now(line)
    needed = minimum(line.criterion, plan.star)
    least = max(now.points, needed.points if needed else now.points)
    stays = (now,) if now.points >= least and not now.stops else ()
    if not plan.effort.can_raise(line.criterion.id):
        return stays
    return (*stays, *(o for o in _climbable(line) if o.points >= least and _is_above(o, now)))


def _climbable(line: ScoreLine) -> tuple[Option, ...]:
    """Return the levels that work can reach: not those that end the assessment or free a product from a criterion."""
    return tuple(o for o in line.criterion.levels if not o.stops and o is not line.criterion.exempt)


def _is_above(option: Option, now: Option) -> bool:
    """Say whether a level is a step up: more points, or out of what ends the assessment."""
    return option.points > now.points or (now.stops and option.points == now.points)


def _blocks(lines: tuple[ScoreLine, ...]) -> list[Block]:
    """Lay every criterion that counts only beside another to that one."""
    blocks: dict[str, Block] = {}
    for line in lines:
        only_if = line.criterion.only_if
        head = only_if.criterion if only_if else line.criterion.id
        blocks[head] = (*blocks.get(head, ()), line)
    return list(blocks.values())


def _combos(block: Block, plan: Plan) -> list[Combo]:
    """Return the levels that the criteria of a block may end on together."""
    return [combo for combo in product(*(_choices(x, plan) for x in block)) if _fit(block, combo)]


def _fit(block: Block, combo: Combo) -> bool:
    """Say whether no criterion has points that counts only beside one which is not there."""
    answered = {x.criterion.id: o for x, o in zip(block, combo, strict=True) if x.option or o is not _now(x)}
    return not any(
        only_if and o.points and (other := answered.get(only_if.criterion)) and other.id in only_if.lost_at
        for only_if, o in ((x.criterion.only_if, o) for x, o in zip(block, combo, strict=True))
    )


def _climb(blocks: list[Block], plan: Plan) -> list[dict[Decimal, _State]]:
    """Return, after each block of criteria, the cheapest ways to every sum of points."""
    rows: list[dict[Decimal, _State]] = [{Decimal(0): _State(_Cost(), ways=1)}]
    for block in blocks:
        after: dict[Decimal, _State] = {}
        priced = [(combo, _cost_of(block, combo, plan)) for combo in _combos(block, plan)]
        for points, state in rows[-1].items():
            for combo, cost in priced:
                _offer(after, points, state, combo, cost)
        rows.append(after)
    return rows


def _offer(after: dict[Decimal, _State], points: Decimal, state: _State, combo: Combo, cost: _Cost) -> None:
    """Keep a way if it is the cheapest to its sum of points, or as cheap as the cheapest."""
    reached, total = sum((o.points for o in combo), points), state.cost.plus(cost)
    held = after.get(reached)
    if held is None or total < held.cost:
        held = after[reached] = _State(total)
    if total == held.cost:
        held.ways += state.ways
        held.last.append((points, combo))


def _plans(
    rows: list[dict[Decimal, _State]], blocks: list[Block], end: Decimal, plan: Plan
) -> Iterator[tuple[Step, ...]]:
    """Walk back from a sum of points along the cheapest ways, at most as many as are told."""
    tails: list[tuple[Decimal, tuple[Step, ...]]] = [(end, ())]
    for number in range(len(blocks), 0, -1):
        tails = [
            (before, (*_steps(blocks[number - 1], combo, plan), *steps))
            for points, steps in tails
            for before, combo in rows[number][points].last
        ][:MOST_PLANS]
    yield from (steps for _, steps in tails)


def _steps(block: Block, combo: Combo, plan: Plan) -> Iterator[Step]:
    for line, option in zip(block, combo, strict=True):
        if option is not _now(line):
            yield _step(line, option, plan)


def _step(line: ScoreLine, option: Option, plan: Plan) -> Step:
    needed, rungs = minimum(line.criterion, plan.star), _rungs(line, option, plan.effort)
    days = sum(rung.work.days for rung in rungs)
    return Step(
        line=line,
        to=option,
        rungs=rungs,
        for_minimum=needed is not None and _now(line).points < needed.points,
        ends_on=plan.season.end_of(days),
        is_late=plan.season.is_late(days),
    )


def _cost_of(block: Block, combo: Combo, plan: Plan) -> _Cost:
    total = _Cost()
    for step in _steps(block, combo, plan):
        total = total.plus(_Cost(int(step.is_late), step.cost, 1, len(step.rungs)))
    return total


def _rungs(line: ScoreLine, option: Option, effort: Effort) -> tuple[Rung, ...]:
    """Return the levels from today's up to a level; leaving what ends the assessment is one at least.

    Where several levels stand side by side with the same points, the lightest of them is climbed.
    """
    now = _now(line)
    between = [o for o in _climbable(line) if now.points < o.points < option.points]
    priced = [Rung(o, effort.work(line.criterion.id, o.id)) for o in (*between, option)]
    lightest: dict[Decimal, Rung] = {}
    for rung in priced:
        held = lightest.get(rung.level.points)
        if held is None or rung.work.effort < held.work.effort:
            lightest[rung.level.points] = rung
    return tuple(lightest[points] for points in sorted(lightest))


def _now(line: ScoreLine) -> Option:
    """Return the level of today; a criterion without an answer stands on its lowest level."""
    return line.option or min(_climbable(line), key=lambda option: option.points)
