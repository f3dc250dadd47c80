"""What every paper about a single dossier is made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ocop_cli.dossier.evidence import Evidence
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.findings import Finding
from ocop_cli.programme.inspection import Inspection
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.procedure import EvidenceKind
from ocop_cli.viet.dates import show_date


@dataclass(frozen=True, slots=True)
class DocumentCase:
    """One dossier with its law, its personal data, the commune's profile, the day, and what it lacks.

    ``due`` is the day that a letter sets; ``inspection`` the latest one of the product; ``stage_names`` are those of
    the cycle.
    """

    id: str
    dossier: Dossier
    private: PrivateData
    ruleset: Ruleset
    profile: Profile
    on: date
    lacks: Sequence[Finding] = ()
    due: date | None = None
    inspection: Inspection | None = None
    stage_names: Mapping[str, str] = field(default_factory=dict)

    @property
    def asked(self) -> Iterator[tuple[EvidenceKind, bool]]:
        """Every kind of paper that concerns the dossier, with whether it must be there."""
        kind, registration = self.dossier.producer.kind, self.dossier.registration.kind.value
        who = (self.ruleset.product_set.number, kind.value if kind else None, registration)
        for paper in self.ruleset.decision.procedure.papers:
            if paper.is_asked(*who):
                yield paper, paper.is_required(*who)

    def held(self, kind: EvidenceKind) -> list[Evidence]:
        """Return the papers of a kind in the dossier."""
        return [paper for paper in self.dossier.papers if paper.kind == kind.id]

    @property
    def samples_wanted(self) -> int:
        """How many sample units the product hands in."""
        return self.ruleset.decision.procedure.samples.units_for(self.ruleset.product_set.number)


def evidence_words(paper: Evidence) -> str:
    """Return a paper with its number, its day and its issuer, as far as they are recorded."""
    day = f"ngày {show_date(paper.issued_on)}" if paper.issued_on else ""
    number = f"số {paper.number}" if paper.number else ""
    more = ", ".join(part for part in (number, day, paper.issuer or "") if part)
    return f"{paper.title} ({more})" if more else paper.title
