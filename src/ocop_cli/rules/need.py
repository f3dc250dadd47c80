"""What an option asks of the facts: a number within bounds, or a word out of a list."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from ocop_cli.rules.band import Band


class Fact(StrEnum):
    """The closed list of facts that an option may ask for."""

    CONTRACTED_SHARE = "contracted_share"  # per cent of the output that is sold under contracts
    CONTRACT_MONTHS = "contract_months"  # months for which these contracts have been carried out
    INPUT_CONTRACTED_SHARE = "input_contracted_share"  # per cent of the raw material bought under contracts
    INPUT_CONTRACT_MONTHS = "input_contract_months"  # months for which those contracts have been carried out
    AGENTS = "agents"  # representatives and agents who sell the product
    GROWTH_YEARS = "growth_years"  # years in a row, up to the last one, in which the profit grew
    PRODUCER_KIND = "producer_kind"  # one word of the list of producers
    LED_BY = "led_by"  # words: women, ethnic_minority, disabled


PAPERS = "papers"
"""The name under which a decision says at which moment papers must be in date."""


class Moment(StrEnum):
    """The day at which a decision measures a fact."""

    REGISTRATION = "registration"  # the commune received the dossier
    SUBMISSION = "submission"  # the commune sent it to the province


class Verdict(StrEnum):
    """Whether what is known meets a need."""

    MET = "met"
    UNMET = "unmet"
    OPEN = "open"


class Stretch(NamedTuple):
    """What is known of a number: it lies between ``low`` and ``high``; ``None`` is no bound."""

    low: Decimal
    high: Decimal | None


class Words(NamedTuple):
    """What is known of a list of words: those that hold, and those of which nothing is known."""

    holding: frozenset[str]
    unknown: frozenset[str] = frozenset()


Known = Mapping[Fact, Stretch | Words]
"""The facts that are known; one that is not among the keys is not known at all."""


class Need(NamedTuple):
    """One thing that an option asks for.

    A number must lie in ``band``; of ``words`` one must hold, or none where ``without``. The need does not
    concern producers of the kinds ``except_producers``.
    """

    fact: Fact
    band: Band | None = None
    words: frozenset[str] = frozenset()
    without: bool = False
    except_producers: frozenset[str] = frozenset()

    def verdict(self, known: Known) -> Verdict:
        """Say whether the known facts meet this need."""
        producer = known.get(Fact.PRODUCER_KIND)
        if isinstance(producer, Words) and producer.holding & self.except_producers:
            return Verdict.OPEN
        value = known.get(self.fact)
        if isinstance(value, Stretch) and self.band is not None:
            return _number_verdict(value, self.band)
        return self._words_verdict(value) if isinstance(value, Words) else Verdict.OPEN

    def _words_verdict(self, value: Words) -> Verdict:
        if value.holding & self.words:
            return Verdict.UNMET if self.without else Verdict.MET
        if value.unknown & self.words:
            return Verdict.OPEN
        return Verdict.MET if self.without else Verdict.UNMET


def _number_verdict(value: Stretch, band: Band) -> Verdict:
    inside = [band.holds(value.low), value.high is not None and band.holds(value.high)]
    if value.high is None and band.upper is None and inside[0]:
        return Verdict.MET
    if all(inside):
        return Verdict.MET
    apart = band.lies_below(value.low) or (value.high is not None and band.lies_above(value.high))
    return Verdict.UNMET if apart else Verdict.OPEN
