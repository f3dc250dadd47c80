"""What a decision asks of the people: limits in days, rounds, papers, forms and copies."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.rules.printed_form import PrintedForm
from ocop_cli.rules.provenance import Source


class DayUnit(StrEnum):
    """How the days of a limit are counted."""

    WORKING = "working"
    CALENDAR = "calendar"


class MeetingRule(StrEnum):
    """Whether the commune must meet before it evaluates."""

    REQUIRED = "required"
    WHEN_NEEDED = "when_needed"
    NOT_ASKED = "not_asked"


class DayLimit(NamedTuple):
    """A named time limit. ``days`` is None where no source gives one."""

    id: str
    name: str
    days: int | None
    unit: DayUnit
    source: Source
    cite: str
    note: str = ""


class MonthDay(NamedTuple):
    """A day of every year."""

    month: int
    day: int

    def in_year(self, year: int) -> date:
        """Return the day in a year."""
        return date(year, self.month, self.day)


class Round(NamedTuple):
    """A yearly round of ranking (đợt): requests before one day of the year, results before another."""

    number: int
    level: str
    request_before: MonthDay
    result_before: MonthDay
    source: Source
    cite: str


class EvidenceKind(NamedTuple):
    """A kind of paper that a dossier holds.

    Required when ``required`` and the dossier is of one of ``sets``, ``producers`` and ``registrations`` (empty
    means all). ``holder`` is who brings it. ``criteria``: criteria it is evidence for.
    """

    id: str
    name: str
    required: bool
    source: Source
    cite: str
    sets: tuple[int, ...] = ()
    producers: tuple[str, ...] = ()
    registrations: tuple[str, ...] = ()
    holder: str = "producer"
    criteria: tuple[str, ...] = ()
    note: str = ""

    def is_required(self, product_set: int, producer: str | None, registration: str) -> bool:
        """Say whether a dossier of this set, producer kind and registration kind must hold the paper."""
        return self.required and self.is_asked(product_set, producer, registration)

    def is_asked(self, product_set: int, producer: str | None, registration: str) -> bool:
        """Say whether the paper concerns such a dossier at all."""
        return (
            (not self.sets or product_set in self.sets)
            and (not self.producers or producer in self.producers)
            and (not self.registrations or registration in self.registrations)
        )


class ProducerRule(NamedTuple):
    """A kind of producer that may take part; ``sets`` empty means with any product set."""

    kind: str
    name: str
    source: Source
    sets: tuple[int, ...] = ()


class Samples(NamedTuple):
    """Sample units handed in with a dossier, and the sets that hand in none."""

    units: int
    except_sets: tuple[int, ...]
    source: Source
    cite: str

    def units_for(self, product_set: int) -> int:
        """Return how many sample units a set hands in."""
        return 0 if product_set in self.except_sets else self.units


class WithdrawalGround(NamedTuple):
    """A ground on which a recognition is withdrawn."""

    id: str
    name: str
    source: Source
    cite: str


class WithdrawalBy(NamedTuple):
    """Who withdraws the recognition of some stars."""

    id: str
    name: str
    stars: tuple[int, ...]
    source: Source
    cite: str


class Procedure(NamedTuple):
    """The way from the producer to the certificate, as far as the commune sees it.

    ``commune_checks`` is what the commune looks at in a dossier that it takes in, in the law's words.
    ``evaluates`` are the contents on which the commune reports, with criterion or without; ``evaluates_cite`` is the
    article that says so. ``product_code`` is a pattern with ``{province}``, ``{commune}``, ``{serial}``, ``{year}``.
    """

    commune_checks: str
    evaluates: tuple[CommuneContent, ...]
    evaluates_cite: str
    meeting: MeetingRule
    report_shows_points: bool
    paper_copies: int
    electronic_copies: int
    samples: Samples
    product_code: str
    certificate_months: int
    limits: tuple[DayLimit, ...]
    rounds: tuple[Round, ...]
    papers: tuple[EvidenceKind, ...]
    forms: tuple[PrintedForm, ...]
    producers: tuple[ProducerRule, ...]
    withdrawal_grounds: tuple[WithdrawalGround, ...] = ()
    withdrawn_by: tuple[WithdrawalBy, ...] = ()

    @property
    def province_rounds(self) -> tuple[Round, ...]:
        """The rounds in which the province takes in the requests of communes."""
        return tuple(r for r in self.rounds if r.level == "province")

    def limit(self, limit_id: str) -> DayLimit | None:
        """Return the named limit, or None where the decision has none."""
        return next((x for x in self.limits if x.id == limit_id), None)

    def withdrawal_ground(self, ground_id: str) -> WithdrawalGround | None:
        """Return the ground of withdrawal with this id."""
        return next((x for x in self.withdrawal_grounds if x.id == ground_id), None)

    def withdraws(self, star: int | None) -> WithdrawalBy | None:
        """Return who withdraws a recognition of a star, or None where no text says so."""
        return next((x for x in self.withdrawn_by if star in x.stars), None)

    def paper(self, paper_id: str) -> EvidenceKind | None:
        """Return the kind of paper with this id."""
        return next((x for x in self.papers if x.id == paper_id), None)

    def paper_name(self, paper_id: str) -> str:
        """Return the name of a kind of paper, or its id where the decision has no such kind."""
        paper = self.paper(paper_id)
        return paper.name if paper else paper_id

    def form(self, form_id: str) -> PrintedForm | None:
        """Return the form with this id."""
        return next((x for x in self.forms if x.id == form_id), None)

    def evidence_for(self, criterion_id: str) -> tuple[EvidenceKind, ...]:
        """Return the kinds of paper that the decision names as evidence for a criterion."""
        return tuple(p for p in self.papers if criterion_id in p.criteria)

    def required_evidence(
        self, product_set: int, producer: str | None, registration: str
    ) -> tuple[EvidenceKind, ...]:
        """Return the papers without which such a dossier is not complete."""
        return tuple(p for p in self.papers if p.is_required(product_set, producer, registration))
