"""What an evaluation says: one line per content, each with its reason and its article."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.findings import Finding
from ocop_cli.rules.criterion import Criterion, Option
from ocop_cli.rules.provenance import Source


class Status(StrEnum):
    """Whether a content has a score, or what stands instead."""

    SCORED = "scored"
    NO_POINTS = "no_points"  # the set has no criterion: the commune reports on it all the same
    NOT_APPLICABLE = "not_applicable"  # the decision leaves the content to nobody in the commune
    INSUFFICIENT = "insufficient_facts"


class Line(NamedTuple):
    """One commune content. ``facts`` is the hash of what it rests on; ``computed`` the option before an override.

    ``duty`` cites what makes the commune report on a content without criterion. ``edge`` says when a little less or more would be another level: whoever disputes the figure disputes the points.
    """

    content: CommuneContent
    status: Status
    facts: str
    criterion: Criterion | None = None
    option: Option | None = None
    computed: Option | None = None
    reason: str = ""
    evidence: tuple[str, ...] = ()
    decided_because: str = ""
    edge: str = ""
    duty: str = ""

    @property
    def overridden(self) -> bool:
        """Say whether an official decided otherwise than the computation."""
        return bool(self.decided_because)

    @property
    def points(self) -> Decimal | None:
        """The points of the option, or ``None`` without a score."""
        return self.option.points if self.option else None

    @property
    def maximum(self) -> Decimal:
        """The most that the criterion gives; zero where the set has none."""
        return self.criterion.max if self.criterion else Decimal(0)

    @property
    def cite(self) -> str:
        """The article of the criterion; where there is none, that of the commune's duty."""
        return self.criterion.cite if self.criterion else self.duty

    @property
    def is_known(self) -> bool:
        """Say whether the facts are there: for points, or for a report without points."""
        return self.status in {Status.SCORED, Status.NO_POINTS}

    @property
    def source(self) -> Source | None:
        """Where the values behind the line come from: the option's own source, else the criterion's."""
        if self.criterion is None:
            return None
        return (self.option.source if self.option else None) or self.criterion.source

    @property
    def is_firm(self) -> bool:
        """Say whether the values were read in a text of the decision and look sound."""
        return self.criterion is None or bool(
            self.source and self.source.is_firm and not self.criterion.suspect
        )

    @property
    def is_verified(self) -> bool:
        """Say whether the values were compared with the signed text."""
        return self.source is None or self.source.verified_on is not None


class Evaluation(NamedTuple):
    """The four contents of one dossier under one decision."""

    decision: str
    product_set: int
    lines: tuple[Line, ...]
    disqualified: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def points(self) -> Decimal | None:
        """The sum of the points, or ``None`` while a content lacks facts: half a sum would mislead."""
        if any(line.criterion and line.status is Status.INSUFFICIENT for line in self.lines):
            return None
        return sum((line.points or Decimal(0) for line in self.lines), Decimal(0))

    @property
    def maximum(self) -> Decimal:
        """The most that the contents of this set give together."""
        return sum((line.maximum for line in self.lines), Decimal(0))

    def line(self, content: CommuneContent) -> Line:
        """Return the line of a content."""
        return next(line for line in self.lines if line.content is content)
