"""Several people score the same product: their average, their spread, and where they differ most."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.scores import Scorer, ScoreSheet
from ocop_cli.evaluation.score import Score
from ocop_cli.evaluation.star import Gate, Tally
from ocop_cli.rules.criterion import Criterion
from ocop_cli.rules.decision import Ruleset
from ocop_cli.viet.text import fold


class Difference(NamedTuple):
    """A criterion on which people differ: the lowest and the highest points, and the average."""

    criterion: Criterion
    lowest: Decimal
    highest: Decimal
    average: Decimal

    @property
    def spread(self) -> Decimal:
        """How far apart people are, in points."""
        return self.highest - self.lowest


class Panel(NamedTuple):
    """The complete sheets of one round. The star is that of the average, never above anybody's minima.

    ``stopped`` are the sheets, complete or not, of those who found what ends the assessment; ``members`` is how many
    people of the council are known to score the product. ``abstained`` are the sheets of those who do not: they count in
    no average.
    """

    ruleset: Ruleset
    scores: tuple[Score, ...]
    stopped: tuple[Score, ...] = ()
    members: int = 0
    abstained: tuple[ScoreSheet, ...] = ()

    @property
    def average(self) -> Decimal | None:
        """The average of the totals; ``None`` without a complete sheet."""
        totals = [score.tally.points for score in self.scores]
        return sum(totals, Decimal(0)) / len(totals) if totals else None

    @property
    def spread(self) -> Decimal:
        """How far the highest total lies above the lowest, in points."""
        return spread_of(score.tally for score in self.scores)

    @property
    def star(self) -> int | None:
        """The star of the average, or the lowest star of anybody's minima where that is lower.

        The decisions give the band of the average; how minima are taken over several people they do not say, so
        the most careful reading stands.
        """
        if self.average is None or self.stopped or any(score.grounds for score in self.scores):
            return None
        band = self.ruleset.decision.star_for(self.average)
        minima = [score.tally.star_of_minima for score in self.scores]
        return min(band.star, *(star for star in minima if star is not None)) if band else None

    @property
    def star_of_average(self) -> int | None:
        """The star whose band holds the average: what the decisions say by themselves."""
        band = self.ruleset.decision.star_for(self.average) if self.average is not None else None
        return band.star if band else None

    @property
    def deciding(self) -> tuple[tuple[Score, Gate], ...]:
        """The minima, with whose sheet fails them, that hold the star below that of the average."""
        star, of_average = self.star, self.star_of_average
        if star is None or of_average is None or star >= of_average:
            return ()
        return tuple((s, g) for s in self.scores for g in s.tally.gates(star + 1) if not g.is_met)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The criteria on which people differ, the furthest apart first."""
        found = (self._difference(criterion) for criterion in self.ruleset.product_set.criteria)
        return tuple(
            sorted((d for d in found if d and d.spread), key=lambda d: (-d.spread, d.criterion.code))
        )

    def _difference(self, criterion: Criterion) -> Difference | None:
        options = [score.line(criterion.id).option for score in self.scores]
        points = [option.points for option in options if option]
        if not points:
            return None
        return Difference(criterion, min(points), max(points), sum(points, Decimal(0)) / len(points))


def spread_of(tallies: Iterable[Tally]) -> Decimal:
    """Return how far the highest total of the sheets that are complete lies above the lowest, in points."""
    totals = [tally.points for tally in tallies if tally.is_complete]
    return max(totals) - min(totals) if totals else Decimal(0)


def panel_of(
    ruleset: Ruleset, scores: Sequence[Score], members: int = 0, abstained: Sequence[ScoreSheet] = ()
) -> Panel:
    """Return the panel of the sheets that are complete: half a sheet would pull the average down."""
    complete = tuple(score for score in scores if score.tally.is_complete)
    return Panel(
        ruleset, complete, tuple(score for score in scores if score.stops), members, tuple(abstained)
    )


def council_sheets(dossier: Dossier, number: int, decision: str) -> list[ScoreSheet]:
    """Return the sheets of those who score in one round; one filled under another decision does not count."""
    return [sheet for sheet in _of_round(dossier, number, decision) if not sheet.abstains]


def council_abstentions(dossier: Dossier, number: int, decision: str) -> list[ScoreSheet]:
    """Return the sheets of the members who abstain in one round."""
    return [sheet for sheet in _of_round(dossier, number, decision) if sheet.abstains]


def _of_round(dossier: Dossier, number: int, decision: str) -> list[ScoreSheet]:
    mine = (s for s in dossier.scores if s.scorer is Scorer.COUNCIL and s.round == number)
    return [sheet for sheet in mine if sheet.decision in (None, decision)]


def day_members(dossiers: Iterable[Dossier]) -> int:
    """Return how many people of the council have a sheet of one of the products, whatever the round."""
    sheets = (sheet for dossier in dossiers for sheet in dossier.scores)
    return len({fold(sheet.by or "") for sheet in sheets if sheet.scorer is Scorer.COUNCIL})


def last_round(dossier: Dossier) -> int:
    """Return the last round in which a member of the council scored; the first where nobody has."""
    return max((s.round for s in dossier.scores if s.scorer is Scorer.COUNCIL), default=1)
