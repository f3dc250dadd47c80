"""What a score is: every criterion of one dossier, each with its level and where that comes from."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from ocop_cli.dossier.scores import ScoreSheet
from ocop_cli.evaluation.star import Tally
from ocop_cli.findings import Finding
from ocop_cli.rules.criterion import Criterion, Option
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.procedure import EvidenceKind


class Answered(StrEnum):
    """Where the option of a criterion comes from."""

    FACTS = "facts"  # the dossier's figures leave no other
    CHOSEN = "chosen"  # a person chose it
    CONFLICT = "conflict"  # the choice contradicts the figures: not counted
    CONDITION = "condition"  # the decision counts this criterion only beside another, which is not there
    OPEN = "open"  # nobody chose yet


class ScoreLine(NamedTuple):
    """One criterion of a score. ``levels`` are the options that the facts leave open.

    ``evidence`` names the dossier's papers in date that prove it, ``wanted`` the kinds that the decision names.
    """

    criterion: Criterion
    answered: Answered
    levels: tuple[Option, ...]
    option: Option | None = None
    reason: str = ""
    evidence: tuple[str, ...] = ()
    wanted: tuple[EvidenceKind, ...] = ()
    review: bool = False

    @property
    def is_proven(self) -> bool:
        """Say whether a paper stands behind the points, or the decision names none, or there are no points."""
        return bool(self.evidence) or not self.wanted or not (self.option and self.option.points)


class Score(NamedTuple):
    """Every criterion of one dossier as one person scores it. ``grounds`` rule the dossier out whatever its points."""

    tally: Tally
    lines: tuple[ScoreLine, ...]
    sheet: ScoreSheet
    grounds: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def ruleset(self) -> Ruleset:
        """The law of this score."""
        return self.tally.ruleset

    @property
    def star(self) -> int | None:
        """The star; ``None`` while the sheet is not complete, or where a ground or a stop keeps it from one."""
        return None if self.grounds or self.stops else self.tally.star

    @property
    def stops(self) -> tuple[ScoreLine, ...]:
        """The lines after which the decision lets nothing be assessed."""
        return tuple(line for line in self.counted if line.option and line.option.stops)

    @property
    def proven_points(self) -> Decimal:
        """The points behind which a paper stands."""
        proven = (x for x in self.counted if x.is_proven and x.option)
        return sum((x.option.points for x in proven if x.option), Decimal(0))

    @property
    def counted(self) -> tuple[ScoreLine, ...]:
        """The lines of the criteria that count."""
        ids = {criterion.id for criterion in self.tally.counted}
        return tuple(line for line in self.lines if line.criterion.id in ids)

    def line(self, criterion_id: str) -> ScoreLine:
        """Return the line of a criterion."""
        return next(line for line in self.lines if line.criterion.id == criterion_id)
