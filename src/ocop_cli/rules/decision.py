"""A legal decision as it reads on a given day, the rulebook of all decisions, and a ruleset picked from it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.rules.band import Band
from ocop_cli.rules.need import Moment
from ocop_cli.rules.procedure import Procedure
from ocop_cli.rules.product_set import ProductGroup, ProductSet
from ocop_cli.rules.provenance import Source


class Part(NamedTuple):
    """A part of the criteria (A, B, C) with its maximum; it begins with group ``from_group``."""

    id: str
    name: str
    max: Decimal
    from_group: int


class StarBand(NamedTuple):
    """The stretch of total points that gives a star, and who recognises it (empty: nobody, no certificate)."""

    star: int
    band: Band
    ranked_by: str
    certificate: bool


class Transition(NamedTuple):
    """What a new decision says of dossiers filed before it: to be finished under ``under`` by ``finish_by``."""

    registrations: tuple[str, ...]
    filed_before: date
    under: str
    finish_by: date
    source: Source
    cite: str


class LegalGround(NamedTuple):
    """The line by which documents cite a decision, or what amends it, as their legal ground."""

    text: str
    source: Source


class Amendment(NamedTuple):
    """An amending decision that is worked into the text."""

    id: str
    number: str
    title: str
    issued_on: date
    effective_from: date
    source: Source


class Decision(NamedTuple):
    """The consolidated text of a decision between ``text_from`` and ``text_to``.

    ``effective_from`` and ``effective_to`` are the decision's own first and last day; a dossier filed after
    ``files_until`` falls under the next decision even while this one still lives on for older dossiers. ``ended_by``
    is what later decisions say of dossiers filed under this one. ``measured`` says at which moment a fact (or
    ``papers``) counts; what it does not name counts today.
    """

    id: str
    number: str
    title: str
    issuer: str
    signer: str
    issued_on: date
    effective_from: date
    effective_to: date | None
    files_until: date | None
    text_from: date
    text_to: date | None
    amendments: tuple[Amendment, ...]
    source: Source
    sources: tuple[Source, ...]
    parts: tuple[Part, ...]
    stars: tuple[StarBand, ...]
    product_groups: tuple[ProductGroup, ...]
    sets: Sequence[ProductSet]
    procedure: Procedure
    transitions: tuple[Transition, ...]
    grounds: tuple[LegalGround, ...] = ()
    overlays: tuple[str, ...] = ()
    ended_by: tuple[Transition, ...] = ()
    measured: tuple[tuple[str, Moment], ...] = ()

    @property
    def cite(self) -> str:
        """Name the decision with its amendments, as a citation."""
        amended = "".join(f", được sửa đổi bởi Quyết định số {a.number}" for a in self.amendments)
        return f"Quyết định số {self.number}{amended}"

    @property
    def text_source(self) -> Source:
        """Where this text was read: that of its last amendment, else the decision's own."""
        return self.amendments[-1].source if self.amendments else self.source

    def moment_of(self, what: str) -> Moment | None:
        """Return the moment at which a fact counts; ``None`` where the decision names none."""
        return next((moment for fact, moment in self.measured if fact == what), None)

    def product_set(self, number: int) -> ProductSet | None:
        """Return the product set with this number."""
        return next((s for s in self.sets if s.number == number), None)

    def star_for(self, points: Decimal) -> StarBand | None:
        """Return the band that a total falls into."""
        return next((s for s in self.stars if s.band.holds(points)), None)

    @property
    def last_filing(self) -> date | None:
        """The last day on which a dossier may be filed under this text; None while there is no end."""
        return min((d for d in (self.effective_to, self.files_until, self.text_to) if d), default=None)

    def takes_filings(self, on: date) -> bool:
        """Say whether a dossier filed on a day falls under this text."""
        last = self.last_filing
        return self.text_from <= on and (last is None or on <= last)


class Ruleset(NamedTuple):
    """The law for one product on one day: a decision's text and the product set in it."""

    decision: Decision
    product_set: ProductSet

    def is_judged(self, content: CommuneContent) -> bool:
        """Say whether the commune reports on a content: with points where the set has a criterion, else in words."""
        return content in self.decision.procedure.evaluates or self.product_set.content(content) is not None


class Rulebook(NamedTuple):
    """Every known text of every known decision, oldest first."""

    texts: tuple[Decision, ...]

    @property
    def decision_ids(self) -> tuple[str, ...]:
        """The ids of the decisions, oldest first."""
        return tuple(dict.fromkeys(text.id for text in self.texts))

    def texts_of(self, decision_id: str) -> tuple[Decision, ...]:
        """Return the texts of one decision, oldest first."""
        return tuple(text for text in self.texts if text.id == decision_id)
