"""The plan to reach a star: the least effort that brings a score to a star, exactly, minima first and then points."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from ocop_cli.evaluation.scoring import Score, ScoreLine
from ocop_cli.evaluation.star import Gate, minimum
from ocop_cli.rules.criterion import Option

MOST_PLANS = 5
"""How many of several equally good ways are told."""


Block = tuple[ScoreLine, ...]
"""The criteria whose levels depend on one another; most stand alone."""
Combo = tuple[Option, ...]
"""One level for each criterion of a block."""


class Effort(NamedTuple):
    """How hard it is to raise a criterion: 0 means that it cannot be changed this time."""

    usual: int
    criteria: Mapping[str, int]

    def of(self, criterion_id: str) -> int:
        """Return the effort of raising a criterion."""
        return self.criteria.get(criterion_id, self.usual)


class Step(NamedTuple):
    """One criterion raised by ``levels``, each at an ``effort``. ``for_minimum``: the star asks for at least this."""

    line: ScoreLine
    to: Option
    effort: int
    levels: int
    for_minimum: bool

    @property
    def gain(self) -> Decimal:
        """The points that the step adds."""
        return self.to.points - (self.line.option.points if self.line.option else Decimal(0))

    @property
    def cost(self) -> int:
        """The effort of all its levels: what the cheapest way adds up."""
        return self.effort * self.levels


class Advice(NamedTuple):
    """How to reach a star. ``ways`` are the equally good ways told, ``ties`` how many there are in all.

    Without a way, ``blocked`` names the minima that cannot be met and ``best`` the most points within reach.
    """

    star: int
    points: Decimal
    wanted: Decimal
    best: Decimal
    ways: tuple[tuple[Step, ...], ...]
    ties: int
    blocked: tuple[Gate, ...]
    unanswered: tuple[ScoreLine, ...]

    @property
    def is_reachable(self) -> bool:
        """Say whether there is a way."""
        return bool(self.ways)


class _Cost(NamedTuple):
    """What a way costs: effort first, then the number of criteria touched, then the levels climbed."""

    effort: int = 0
    criteria: int = 0
    levels: int = 0

    def plus(self, other: "_Cost") -> "_Cost":
        return _Cost(self.effort + other.effort, self.criteria + other.criteria, self.levels + other.levels)


@dataclass(slots=True)
class _State:
    """The cheapest ways to one sum of points: their cost, their number, and the last options taken."""

    cost: _Cost
    ways: int = 0
    last: list[tuple[Decimal, Combo]] = field(default_factory=list)


def advise(score: Score, star: int, effort: Effort) -> Advice:
    """Return the least effort that brings a score to a star.

    Exact: for every criterion in turn, the cheapest way to every possible sum of points is kept (the points of a
    set are few), so no combination is left out. A criterion without an answer counts as its lowest level; criteria
    that count only beside another are chosen together with it.
    """
    band = next(b for b in score.ruleset.decision.stars if b.star == star)
    wanted = band.band.lower or Decimal(0)
    lines = score.counted
    blocks = _blocks(lines)
    rows = _climb(blocks, star, effort)
    reached = {points: state for points, state in rows[-1].items() if points >= wanted}
    cheapest = min((state.cost for state in reached.values()), default=None)
    ends = sorted(points for points, state in reached.items() if state.cost == cheapest)
    told = [way for end in ends for way in _plans(rows, blocks, end, star, effort)]
    return Advice(
        star=star,
        points=score.tally.points,
        wanted=wanted,
        best=max(rows[-1], default=Decimal(0)),
        ways=tuple(told[:MOST_PLANS]),
        ties=sum(reached[end].ways for end in ends),
        blocked=tuple(g for g in score.tally.gates(star) if not g.is_met and not effort.of(g.criterion.id)),
        unanswered=tuple(line for line in lines if line.option is None),
    )


def _choices(line: ScoreLine, star: int, effort: Effort) -> tuple[Option, ...]:
    """Return the levels that a criterion may end on: no lower than now, no lower than the star's minimum."""
    now = _now(line)
    needed = minimum(line.criterion, star)
    least = max(now.points, needed.points if needed else now.points)
    stays = (now,) if now.points >= least and not now.stops else ()
    if not effort.of(line.criterion.id):
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


def _combos(block: Block, star: int, effort: Effort) -> list[Combo]:
    """Return the levels that the criteria of a block may end on together."""
    return [combo for combo in product(*(_choices(x, star, effort) for x in block)) if _fit(block, combo)]


def _fit(block: Block, combo: Combo) -> bool:
    """Say whether no criterion has points that counts only beside one which is not there."""
    answered = {x.criterion.id: o for x, o in zip(block, combo, strict=True) if x.option or o is not _now(x)}
    return not any(
        only_if and o.points and (other := answered.get(only_if.criterion)) and other.id in only_if.lost_at
        for only_if, o in ((x.criterion.only_if, o) for x, o in zip(block, combo, strict=True))
    )


def _climb(blocks: list[Block], star: int, effort: Effort) -> list[dict[Decimal, _State]]:
    """Return, after each block of criteria, the cheapest ways to every sum of points."""
    rows: list[dict[Decimal, _State]] = [{Decimal(0): _State(_Cost(), ways=1)}]
    for block in blocks:
        after: dict[Decimal, _State] = {}
        priced = [(combo, _cost_of(block, combo, effort)) for combo in _combos(block, star, effort)]
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
    rows: list[dict[Decimal, _State]], blocks: list[Block], end: Decimal, star: int, effort: Effort
) -> Iterator[tuple[Step, ...]]:
    """Walk back from a sum of points along the cheapest ways, at most as many as are told."""
    tails: list[tuple[Decimal, tuple[Step, ...]]] = [(end, ())]
    for number in range(len(blocks), 0, -1):
        tails = [
            (before, (*_steps(blocks[number - 1], combo, star, effort), *steps))
            for points, steps in tails
            for before, combo in rows[number][points].last
        ][:MOST_PLANS]
    yield from (steps for _, steps in tails)


def _steps(block: Block, combo: Combo, star: int, effort: Effort) -> Iterator[Step]:
    for line, option in zip(block, combo, strict=True):
        now = _now(line)
        if option is not now:
            needed = minimum(line.criterion, star)
            for_minimum = needed is not None and now.points < needed.points
            yield Step(line, option, effort.of(line.criterion.id), _climbed(line, option), for_minimum)


def _cost_of(block: Block, combo: Combo, effort: Effort) -> _Cost:
    total = _Cost()
    for line, option in zip(block, combo, strict=True):
        if option is not _now(line):
            climbed = _climbed(line, option)
            total = total.plus(_Cost(effort.of(line.criterion.id) * climbed, 1, climbed))
    return total


def _climbed(line: ScoreLine, option: Option) -> int:
    """Count the levels from today's up to a level; leaving what ends the assessment is one at least."""
    now = _now(line)
    return max(1, sum(now.points < o.points <= option.points for o in _climbable(line)))


def _now(line: ScoreLine) -> Option:
    """Return the level of today; a criterion without an answer stands on its lowest level."""
    return line.option or min(_climbable(line), key=lambda option: option.points)
