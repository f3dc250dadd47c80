"""The steps of a plan to reach a star: criteria raised level by level, each with its work, its end and its price."""

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from ocop_cli.evaluation.effort import Effort, Work
from ocop_cli.evaluation.score import ScoreLine
from ocop_cli.evaluation.star import Gate
from ocop_cli.rules.criterion import Option


class Season(NamedTuple):
    """The day on which the work begins, and the last day on which the commune may still send to the next round.

    ``closes`` is ``None`` where the decision names no rounds: nothing is late then.
    """

    begins: date
    closes: date | None = None

    def end_of(self, days: int) -> date:
        """Return the day on which a work of so many days is done."""
        return self.begins + timedelta(days=days)

    def is_late(self, days: int) -> bool:
        """Say whether a work of so many days ends after the round's last day."""
        return self.closes is not None and self.end_of(days) > self.closes


class Plan(NamedTuple):
    """What a search goes by: the wanted star, the work of the levels, and the time there is."""

    star: int
    effort: Effort
    season: Season


class Rung(NamedTuple):
    """One level on the way up, with the work that it takes."""

    level: Option
    work: Work


class Step(NamedTuple):
    """One criterion raised over its ``rungs``. ``for_minimum``: the star asks for at least this."""

    line: ScoreLine
    to: Option
    rungs: tuple[Rung, ...]
    for_minimum: bool
    ends_on: date
    is_late: bool

    @property
    def gain(self) -> Decimal:
        """The points that the step adds."""
        return self.to.points - (self.line.option.points if self.line.option else Decimal(0))

    @property
    def cost(self) -> int:
        """The effort of all its levels: what the cheapest way adds up."""
        return sum(rung.work.effort for rung in self.rungs)

    @property
    def days(self) -> int:
        """How long its levels take, one after the other."""
        return sum(rung.work.days for rung in self.rungs)

    @property
    def money(self) -> int:
        """What its levels cost together, in đồng."""
        return sum(rung.work.money for rung in self.rungs)


class Advice(NamedTuple):
    """How to reach a star. ``ways`` are the equally good ways told, ``ties`` how many there are in all.

    ``season`` is the time that they were held against. Without a way, ``blocked`` names the minima that cannot be met and ``best`` the most points within reach.
    """

    star: int
    points: Decimal
    wanted: Decimal
    best: Decimal
    ways: tuple[tuple[Step, ...], ...]
    ties: int
    blocked: tuple[Gate, ...]
    unanswered: tuple[ScoreLine, ...]
    season: Season

    @property
    def is_reachable(self) -> bool:
        """Say whether there is a way."""
        return bool(self.ways)
