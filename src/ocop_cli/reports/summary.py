"""One dossier in a summary's row: what lists and reports count."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.producer import SharedProducer, YearLabour
from ocop_cli.dossier.vocabulary import ProducerKind, RegistrationKind, Track
from ocop_cli.rules.product_set import ProductSet
from ocop_cli.viet.text import fold
from ocop_cli.workflow.certificate import expires_on


class Summary(NamedTuple):
    """A dossier as it stood on a day; what is not known is ``None``, never zero.

    ``star`` is the last one given, ``lapsed`` that its certificate had run out on that day. ``record`` is the id of
    the producer's record, empty without one, and ``year_labour`` what that tells of its workers in the year.
    """

    id: str
    product: str
    producer: str
    producer_kind: ProducerKind | None
    track: Track
    registration: RegistrationKind
    year: int
    product_set: int | None
    group: str
    stage: str
    star: int | None
    expires_on: date | None
    lapsed: bool
    women_led: bool | None
    labour: int | None
    local_labour: int | None
    ethnic_minority_labour: int | None
    revenue: dict[int, Decimal]
    moves: tuple[tuple[str, date], ...]
    decision: str
    village: str
    record: str = ""
    year_labour: YearLabour | None = None

    @property
    def producer_key(self) -> str:
        """The producer as one whatever the spelling: letter case, diacritics and spaces aside."""
        return fold(self.producer)

    def happened(self, stage: str, first: date, last: date) -> bool:
        """Say whether the dossier came to a stage within a period."""
        return any(name == stage and first <= on <= last for name, on in self.moves)


def summarise(
    dossier_id: str, dossier: Dossier, product_set: ProductSet | None, months: int, on: date
) -> Summary:
    """Return the summary of a dossier as it stood at the end of a day; ``months`` is the certificate's term."""
    moves = tuple((move.stage, move.on) for move in dossier.moves if move.on <= on)
    counted = (result for result in dossier.results if result.corrected is None)
    results = [result for result in counted if result.recognised and result.on <= on]
    result = results[-1] if results else None
    expiry = expires_on(result, months) if result else None
    labour, business = dossier.labour, dossier.business
    shared = dossier.producer if isinstance(dossier.producer, SharedProducer) else None
    return Summary(
        id=dossier_id,
        product=dossier.product.name,
        producer=dossier.producer.name,
        producer_kind=dossier.producer.kind,
        track=dossier.registration.track,
        registration=dossier.registration.kind,
        year=dossier.registration.year,
        product_set=dossier.product.set,
        group=product_set.product_group.name if product_set else "",
        stage=moves[-1][0] if moves else "",
        star=result.star if result else None,
        expires_on=expiry,
        lapsed=expiry is not None and expiry < on,
        women_led=dossier.producer.women_led,
        labour=labour.total if labour else None,
        local_labour=labour.commune if labour else None,
        ethnic_minority_labour=labour.ethnic_minority if labour else None,
        revenue={y.year: y.revenue for y in business.years if y.revenue is not None} if business else {},
        moves=moves,
        decision=(result.decision.number or "") if result and result.decision else "",
        village=dossier.producer.village or "",
        record=shared.id if shared else "",
        year_labour=shared.labour_of(on.year) if shared else None,
    )
