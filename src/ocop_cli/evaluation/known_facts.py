"""What a dossier's facts say about the options of criteria, as far as they are known."""

from datetime import date
from decimal import Decimal
from functools import partial
from itertools import pairwise

from ocop_cli.dossier.facts import Business, YearFigures
from ocop_cli.dossier.model import Dossier
from ocop_cli.evaluation.measured import measured_on
from ocop_cli.rules.decision import Decision
from ocop_cli.rules.need import Fact, Known, Stretch, Words

_MONTHS = 12


def known_facts(dossier: Dossier, decision: Decision, today: date) -> Known:
    """Return the facts that options may ask for, each at the day that the decision measures it.

    What the dossier does not say is left out.
    """
    on = partial(measured_on, dossier=dossier, decision=decision, today=today)
    business = dossier.business or Business.model_validate({})
    known: dict[Fact, Stretch | Words | None] = {
        Fact.CONTRACTED_SHARE: _exactly(business.contracted_share),
        Fact.CONTRACT_MONTHS: _months_since(business.contracts_since, on(Fact.CONTRACT_MONTHS)),
        Fact.INPUT_CONTRACTED_SHARE: _exactly(business.input_contracted_share),
        Fact.INPUT_CONTRACT_MONTHS: _months_since(
            business.input_contracts_since, on(Fact.INPUT_CONTRACT_MONTHS)
        ),
        Fact.AGENTS: _exactly(business.agents),
        Fact.GROWTH_YEARS: growth_years(business.years, on(Fact.GROWTH_YEARS)),
        Fact.PRODUCER_KIND: Words(frozenset({dossier.producer.kind})) if dossier.producer.kind else None,
        Fact.LED_BY: _led_by(dossier),
    }
    return {fact: value for fact, value in known.items() if value is not None}


def growth_years(figures: tuple[YearFigures, ...], today: date) -> Stretch | None:
    """Return for how many years in a row the profit grew, up to the last full year.

    Where the figures begin before the row breaks, the row may be longer than is known: there is no upper bound.
    ``None`` where the profit of the last full year or of the one before is not known.
    """
    profits = {f.year: f.profit for f in figures if f.profit is not None and f.year < today.year}
    row = []
    year = today.year - 1
    while year in profits:
        row.append(profits[year])
        year -= 1
    grown = [later > earlier for later, earlier in pairwise(row)]
    if not grown:
        return None
    length = grown.index(False) if False in grown else len(grown)
    return Stretch(Decimal(length), Decimal(length) if False in grown else None)


def _exactly(value: Decimal | int | None) -> Stretch | None:
    return None if value is None else Stretch(Decimal(value), Decimal(value))


def _months_since(begun: date | None, today: date) -> Stretch | None:
    if begun is None or begun > today:
        return None
    months = (today.year - begun.year) * _MONTHS + today.month - begun.month - (today.day < begun.day)
    return _exactly(months)


def _led_by(dossier: Dossier) -> Words | None:
    producer = dossier.producer
    said = {
        "women": producer.women_led,
        "ethnic_minority": producer.ethnic_minority_led,
        "disabled": producer.disabled_led,
    }
    if all(answer is None for answer in said.values()):
        return None
    holding = frozenset(word for word, answer in said.items() if answer)
    return Words(holding, frozenset(word for word, answer in said.items() if answer is None))
