"""The plan to reach a star: the least effort that brings a score to a star, exactly, minima first and then points."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from ocop_cli.evaluation.scoring import Score, ScoreLine
from ocop_cli.evaluation.star import Gate, minimum
from ocop_cli.rules.criterion import Option

MOST_PLANS = 5
"""How many of several equally good ways are told."""


class Effort(NamedTuple):
    """How hard it is to raise a criterion: 0 means that it cannot be changed this time."""

    usual: int
    criteria: Mapping[str, int]

    def of(self, criterion_id: str) -> int:
        """Return the effort of raising a criterion."""
        return self.criteria.get(criterion_id, self.usual)


class Step(NamedTuple):
    """One criterion raised. ``for_minimum`` says that the star asks for at least ``needed``."""

    line: ScoreLine
    to: Option
    effort: int
    for_minimum: bool

    @property
    def gain(self) -> Decimal:
        """The points that the step adds."""
        return self.to.points - (self.line.option.points if self.line.option else Decimal(0))


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
    last: list[tuple[Decimal, Option]] = field(default_factory=list)


def advise(score: Score, star: int, effort: Effort) -> Advice:
    """Return the least effort that brings a score to a star.

    Exact: for every criterion in turn, the cheapest way to every possible sum of points is kept (the points of a
    set are few), so no combination is left out. A criterion without an answer counts as its lowest level.
    """
    band = next(b for b in score.ruleset.decision.stars if b.star == star)
    wanted = band.band.lower or Decimal(0)
    lines = score.counted
    choices = [_choices(line, star, effort) for line in lines]
    rows = _climb(lines, choices, effort)
    reached = {points: state for points, state in rows[-1].items() if points >= wanted}
    cheapest = min((state.cost for state in reached.values()), default=None)
    ends = sorted(points for points, state in reached.items() if state.cost == cheapest)
    told = [way for end in ends for way in _plans(rows, lines, end, star, effort)]
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
    if not effort.of(line.criterion.id):
        return (now,) if now.points >= least else ()
    higher = tuple(o for o in line.criterion.levels if o.points >= least and o.points > now.points)
    return (now, *higher) if now.points >= least else higher


def _climb(
    lines: tuple[ScoreLine, ...], choices: list[tuple[Option, ...]], effort: Effort
) -> list[dict[Decimal, _State]]:
    """Return, after each criterion, the cheapest ways to every sum of points."""
    rows: list[dict[Decimal, _State]] = [{Decimal(0): _State(_Cost(), ways=1)}]
    for line, options in zip(lines, choices, strict=True):
        after: dict[Decimal, _State] = {}
        for points, state in rows[-1].items():
            for option in options:
                _offer(after, points, state, option, _cost(line, option, effort))
        rows.append(after)
    return rows


def _offer(after: dict[Decimal, _State], points: Decimal, state: _State, option: Option, cost: _Cost) -> None:
    """Keep a way if it is the cheapest to its sum of points, or as cheap as the cheapest."""
    reached, total = points + option.points, state.cost.plus(cost)
    held = after.get(reached)
    if held is None or total < held.cost:
        held = after[reached] = _State(total)
    if total == held.cost:
        held.ways += state.ways
        held.last.append((points, option))


def _plans(
    rows: list[dict[Decimal, _State]], lines: tuple[ScoreLine, ...], end: Decimal, star: int, effort: Effort
) -> Iterator[tuple[Step, ...]]:
    """Walk back from a sum of points along the cheapest ways, at most as many as are told."""
    tails: list[tuple[Decimal, tuple[Step, ...]]] = [(end, ())]
    for number in range(len(lines), 0, -1):
        line = lines[number - 1]
        tails = [
            (before, (*_step(line, option, star, effort), *steps))
            for points, steps in tails
            for before, option in rows[number][points].last
        ][:MOST_PLANS]
    yield from (steps for _, steps in tails)


def _step(line: ScoreLine, option: Option, star: int, effort: Effort) -> tuple[Step, ...]:
    now = _now(line)
    if option is now:
        return ()
    needed = minimum(line.criterion, star)
    for_minimum = needed is not None and now.points < needed.points
    return (Step(line, option, effort.of(line.criterion.id), for_minimum),)


def _cost(line: ScoreLine, option: Option, effort: Effort) -> _Cost:
    now = _now(line)
    if option is now:
        return _Cost()
    climbed = sum(now.points < o.points <= option.points for o in line.criterion.levels)
    return _Cost(effort.of(line.criterion.id) * climbed, 1, climbed)


def _now(line: ScoreLine) -> Option:
    """Return the level of today; a criterion without an answer stands on its lowest level."""
    return line.option or min(line.criterion.levels, key=lambda option: option.points)
