"""A dossier as a verb looks at it: under its law, on a day, with the files that it names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from ocop_cli.dossier.evidence import Evidence
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.producer import SharedProducer
from ocop_cli.dossier.stage import Stage, Stages, stage_of
from ocop_cli.findings import FactsAsked, FieldPath, Finding, Place, Severity
from ocop_cli.programme.calendar import NO_CALENDAR, Calendar
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.procedure import EvidenceKind
from ocop_cli.viet.ids import id_of_file

if TYPE_CHECKING:
    from ocop_cli.dossier.private import PrivateData
    from ocop_cli.programme.inspection import Inspection


class FilesSeen(NamedTuple):
    """What is known of the files that a dossier names, by their path as it is written there.

    ``hashes``: the SHA-256, or ``None`` for one that is not there. ``pages``: how many, or ``None`` where they cannot
    be counted. ``near``: for a file that is not there, the one that may be meant, or nothing. ``refused``: for one that is
    there and that the disk does not give, why, and what to do.
    """

    hashes: Mapping[str, str | None] = MappingProxyType({})
    pages: Mapping[str, int | None] = MappingProxyType({})
    near: Mapping[str, str] = MappingProxyType({})
    refused: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Case:
    """One dossier with everything that checks, the completeness gate and documents ask about it.

    ``name`` is the file that findings point into. ``files`` maps the path of each file that the dossier names to its
    SHA-256, or to ``None`` when it is not there; ``pages``, ``near`` and ``refused`` are those of ``FilesSeen``; ``stages`` are those
    of the cycle; ``typed`` is the file itself where each of its lines is a name and a value, else empty. For
    documents: ``private`` data, what is ``missing`` for the province, the latest ``inspection`` of the product, the
    day (``due``) that a letter sets, and the ``calendar`` of working days.
    """

    name: str
    dossier: Dossier
    ruleset: Ruleset | None
    today: date
    files: Mapping[str, str | None] = field(default_factory=dict)
    stages: Stages = field(default_factory=dict)
    private: "PrivateData | None" = None
    missing: Sequence[Finding] = ()
    inspection: "Inspection | None" = None
    due: date | None = None
    calendar: Calendar = NO_CALENDAR
    pages: Mapping[str, int | None] = field(default_factory=dict)
    near: Mapping[str, str] = field(default_factory=dict)
    refused: Mapping[str, str] = field(default_factory=dict)
    typed: str = ""

    @property
    def id(self) -> str:
        """The id of the dossier: its file's name."""
        return id_of_file(self.name)

    @property
    def stage(self) -> Stage:
        """The stage of the dossier, with its flags."""
        return stage_of(self.stages, self.dossier.stage)

    @property
    def law(self) -> Ruleset:
        """The law, for what is asked only of a dossier that has one: the gate and the documents."""
        assert self.ruleset is not None, f"{self.name}: no law is known"
        return self.ruleset

    @property
    def asked(self) -> Iterator[tuple[EvidenceKind, bool]]:
        """Every kind of evidence that concerns the dossier, with whether it must be there."""
        kind, registration = self.dossier.producer.kind, self.dossier.registration.kind.value
        who = (self.law.product_set.number, kind.value if kind else None, registration)
        for evidence in self.law.decision.procedure.papers:
            if evidence.is_asked(*who):
                yield evidence, evidence.is_required(*who)

    @property
    def samples_wanted(self) -> int:
        """How many sample units the product hands in."""
        return self.law.decision.procedure.samples.units_for(self.law.product_set.number)

    def held(self, kind: EvidenceKind) -> list[Evidence]:
        """Return the evidence of a kind in the dossier."""
        return [evidence for evidence in self.dossier.papers if evidence.kind == kind.id]

    def place(self, *path: str | int) -> Place:
        """Return a place in this dossier's file, or in that of its producer's record."""
        producer = self.dossier.producer
        if isinstance(producer, SharedProducer) and path[:1] == ("producer",):
            return Place(producer.file, path[1:])
        return Place(self.name, path)

    def find(
        self,
        code: str,
        path: FieldPath,
        message: str,
        hint: str,
        *,
        severity: Severity = Severity.ERROR,
        why: str = "",
        cite: str = "",
        related: tuple[Place, ...] = (),
        asks: tuple[str, ...] = (),
    ) -> Finding:
        """Return a finding at a field of this dossier; ``asks`` are the facts that would lift it."""
        facts, place = FactsAsked(self.id, asks) if asks else None, self.place(*path)
        return Finding(code, severity, message, place, why, hint, cite, related, facts)
