"""Add a score sheet up: points by part, the star of the total, the star of the minima, and the lower of both."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from ocop_cli.rules.criterion import Criterion, Option
from ocop_cli.rules.decision import Ruleset


class Gate(NamedTuple):
    """A star minimum: the star asks for at least the option ``needed`` of a criterion."""

    star: int
    criterion: Criterion
    needed: Option
    chosen: Option | None

    @property
    def is_met(self) -> bool:
        """Say whether the chosen option reaches the minimum."""
        return self.chosen is not None and self.chosen.points >= self.needed.points


class Tally(NamedTuple):
    """The sums of one score sheet under one law. ``chosen`` maps criteria to their options."""

    ruleset: Ruleset
    chosen: Mapping[str, Option]

    @property
    def counted(self) -> tuple[Criterion, ...]:
        """The criteria that count: of alternatives the chosen one, or the first while none is chosen."""
        criteria = self.ruleset.product_set.criteria
        return tuple(c for c in criteria if not c.alternative or c is self._spoken_for(c.alternative))

    @property
    def set_aside(self) -> tuple[Criterion, ...]:
        """The criteria that were answered and do not count, because a better alternative does."""
        counted = self.counted
        return tuple(c for c in self.ruleset.product_set.criteria if c.id in self.chosen and c not in counted)

    @property
    def open(self) -> tuple[Criterion, ...]:
        """The criteria that count and have no option yet."""
        return tuple(c for c in self.counted if c.id not in self.chosen)

    @property
    def is_complete(self) -> bool:
        """Say whether every criterion that counts has an option."""
        return not self.open

    @property
    def points(self) -> Decimal:
        """The points so far; a total only when the sheet is complete."""
        return _sum(self._points(c) for c in self.counted)

    @property
    def highest(self) -> Decimal:
        """The most that the sheet can still come to."""
        return self.points + _sum(max(o.points for o in c.levels) for c in self.open)

    @property
    def lowest(self) -> Decimal:
        """The least that the sheet can still come to."""
        return self.points + _sum(min(o.points for o in c.levels) for c in self.open)

    def part_points(self, part: str) -> Decimal:
        """Return the points of one part."""
        return _sum(self._points(c) for c in self.counted if c.part == part)

    def gates(self, star: int) -> tuple[Gate, ...]:
        """Return every minimum that must be met for a star, one per criterion."""
        return tuple(
            Gate(star, criterion, needed, self.chosen.get(criterion.id))
            for criterion in self.counted
            if (needed := minimum(criterion, star))
        )

    @property
    def star_of_points(self) -> int | None:
        """The star whose band holds the total; ``None`` while the sheet is not complete."""
        band = self.ruleset.decision.star_for(self.points) if self.is_complete else None
        return band.star if band else None

    @property
    def star_of_minima(self) -> int | None:
        """The highest star all of whose minima are met; ``None`` while the sheet is not complete."""
        if not self.is_complete:
            return None
        reached = 0
        for star in sorted(band.star for band in self.ruleset.decision.stars):
            if not all(gate.is_met for gate in self.gates(star)):
                break
            reached = star
        return reached

    @property
    def star(self) -> int | None:
        """The lower of both stars; ``None`` while the sheet is not complete."""
        by_points, by_minima = self.star_of_points, self.star_of_minima
        return None if by_points is None or by_minima is None else min(by_points, by_minima)

    def _spoken_for(self, alternative: str) -> Criterion:
        """Return the criterion that counts of a group: the better of those answered, else the first."""
        group = [c for c in self.ruleset.product_set.criteria if c.alternative == alternative]
        answered = [c for c in group if c.id in self.chosen]
        return max(answered, key=self._points) if answered else group[0]

    def _points(self, criterion: Criterion) -> Decimal:
        option = self.chosen.get(criterion.id)
        return option.points if option else Decimal(0)


def minimum(criterion: Criterion, star: int) -> Option | None:
    """Return the option that a star asks for at least, or ``None`` where it asks for nothing.

    A star asks for the best of the options marked with it or with a lower star. A mark on the criterion as a
    whole asks for its lowest option with points. This reading of the marks is ours: the decisions only say that
    they are minimum requirements.
    """
    marked = [o for o in criterion.options if o.min_star is not None and o.min_star <= star]
    if criterion.min_star is not None and criterion.min_star <= star:
        marked += sorted((o for o in criterion.options if o.points), key=lambda o: o.points)[:1]
    return max(marked, key=lambda o: o.points, default=None)


def _sum(values: Iterable[Decimal]) -> Decimal:
    return sum(values, Decimal(0))
