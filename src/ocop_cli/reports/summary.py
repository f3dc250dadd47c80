"""One dossier in a summary's row: what lists and reports count."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ocop_cli.dossier.conclusions import Result
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.producer import SharedProducer, YearLabour
from ocop_cli.dossier.vocabulary import MoveKind, ProducerKind, RegistrationKind, Track
from ocop_cli.rules.decision import Decision
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.text import fold
from ocop_cli.workflow.certificate import Standing, expires_on, grace_until, standing


class Recognition(NamedTuple):
    """One recognition of a product: when, with how many stars, and how many it had before, if any."""

    on: date
    star: int | None
    before: int | None
    is_first: bool

    @property
    def is_upgrade(self) -> bool:
        """Say whether the product had fewer stars before."""
        return not self.is_first and (self.star or 0) > (self.before or 0)


class Summary(NamedTuple):
    """A dossier as it stood on a day; what is not known is ``None``, never zero.

    ``decision`` is that of recognition with its day and issuer, ``certificate`` its number;
    ``star`` is the last one given, unless that was withdrawn, ``standing`` what its certificate was worth on that day, ``grace`` to when it can
    live on past its end. ``record`` is the id of the producer's record, empty without one, and ``year_labour`` what
    that tells of its workers in the year. ``late`` are the days of the acts that came after their limit, ``returned`` those on
    which it was sent back; ``heard`` are the days on which the commune took opinions on it, where it is stated whether its
    producer was there.
    """

    id: str
    product: str
    producer: str
    producer_kind: ProducerKind | None
    track: Track
    registration: RegistrationKind
    years: tuple[int, ...]
    product_set: int | None
    group: str
    stage: str
    star: int | None
    expires_on: date | None
    women_led: bool | None
    labour: int | None
    local_labour: int | None
    ethnic_minority_labour: int | None
    revenue: dict[int, Decimal]
    moves: tuple[tuple[str, date], ...]
    decision: str
    village: str
    standing: Standing | None = None
    grace: date | None = None
    recognitions: tuple[Recognition, ...] = ()
    ethnic_minority_led: bool | None = None
    disabled_led: bool | None = None
    young_founder: bool | None = None
    record: str = ""
    year_labour: YearLabour | None = None
    certificate: str = ""
    late: tuple[date, ...] = ()
    returned: tuple[date, ...] = ()
    heard: tuple[tuple[date, bool], ...] = ()

    @property
    def producer_key(self) -> str:
        """The producer's name whatever the spelling: letter case, diacritics and spaces aside."""
        return fold(self.producer)

    @property
    def lapsed(self) -> bool:
        """Say whether the certificate is worth nothing any more."""
        return self.standing is Standing.LAPSED

    def happened(self, stage: str, first: date, last: date) -> bool:
        """Say whether the dossier came to a stage within a period."""
        return any(name == stage and first <= on <= last for name, on in self.moves)


def summarise(dossier_id: str, dossier: Dossier, decision: Decision, on: date) -> Summary:
    """Return the summary of a dossier as it stood at the end of a day (``as_of``) under the decision of that day."""
    recognised = [result for result in dossier.results if result.recognised and not result.corrected]
    product_set = decision.product_set(dossier.product.set or 0)
    labour, business, producer = dossier.labour, dossier.business, dossier.producer
    shared = producer if isinstance(producer, SharedProducer) else None
    summary = Summary(
        id=dossier_id,
        product=dossier.product.name,
        producer=producer.name,
        producer_kind=producer.kind,
        track=dossier.registration.track,
        registration=dossier.registration.kind,
        years=dossier.registration.years,
        product_set=dossier.product.set,
        group=product_set.product_group.name if product_set else "",
        stage=dossier.moves[-1].stage,
        star=None,
        expires_on=None,
        women_led=producer.women_led,
        labour=labour.total if labour else None,
        local_labour=labour.commune if labour else None,
        ethnic_minority_labour=labour.ethnic_minority if labour else None,
        revenue={y.year: y.revenue for y in business.years if y.revenue is not None} if business else {},
        late=tuple(move.on for move in dossier.moves if move.late),
        returned=tuple(move.on for move in dossier.moves if move.kind is MoveKind.RETURN),
        moves=tuple((move.stage, move.on) for move in dossier.moves),
        decision="",
        village=producer.village or "",
        recognitions=tuple(_recognitions(recognised)),
        ethnic_minority_led=producer.ethnic_minority_led,
        disabled_led=producer.disabled_led,
        young_founder=producer.young_founder,
        record=shared.id if shared else "",
        year_labour=shared.labour_of(on.year) if shared else None,
        heard=tuple((hearing.on, hearing.present) for hearing in dossier.hearings),
    )
    return _recognised(summary, recognised[-1], decision, on) if recognised else summary


def _recognised(summary: Summary, result: Result, decision: Decision, on: date) -> Summary:
    """Return a summary with the last recognition: its star, its decision, its certificate and what that is worth."""
    expiry = expires_on(result, decision.procedure.certificate_months)
    return summary._replace(
        star=None if result.revoked else result.star,
        decision=_decision_words(result),
        certificate=(result.certificate and result.certificate.number) or "",
        expires_on=expiry,
        standing=standing(result, expiry, decision, on) if expiry else None,
        grace=grace_until(expiry, decision) if expiry else None,
    )


def _recognitions(results: Sequence[Result]) -> Iterator[Recognition]:
    before: Result | None = None
    for result in results:
        yield Recognition(result.on, result.star, before.star if before else None, is_first=before is None)
        before = result


def _decision_words(result: Result) -> str:
    """Return the decision of recognition as papers cite it: number, day, issuer; the day is known in any case."""
    decision = result.decision
    day = f"ngày {show_date((decision and decision.issued_on) or result.on)}"
    number, issuer = (decision.number, decision.issuer) if decision else (None, None)
    return " ".join(filter(None, (number, day, f"của {issuer}" if issuer else "")))
