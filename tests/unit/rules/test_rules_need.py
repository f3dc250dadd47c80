"""Needs of options against what is known: met, not met, or open."""

from decimal import Decimal

import pytest

from ocop_cli.rules.band import Band
from ocop_cli.rules.need import Fact, Known, Need, Stretch, Verdict, Words


def known(low: str, high: str | None) -> Known:
    return {Fact.AGENTS: Stretch(Decimal(low), None if high is None else Decimal(high))}


FROM_3_BELOW_5 = Need(Fact.AGENTS, Band(Decimal(3), Decimal(5)))
FROM_5 = Need(Fact.AGENTS, Band(Decimal(5), None))
ABOVE_5 = Need(Fact.AGENTS, Band(Decimal(5), None, lower_included=False))
UP_TO_5 = Need(Fact.AGENTS, Band(None, Decimal(5), upper_included=True))


@pytest.mark.parametrize(
    ("need", "low", "high", "verdict"),
    [
        (FROM_3_BELOW_5, "3", "3", Verdict.MET),
        (FROM_3_BELOW_5, "3", "4.99", Verdict.MET),
        (FROM_3_BELOW_5, "4", "5", Verdict.OPEN),
        (FROM_3_BELOW_5, "2", "3", Verdict.OPEN),
        (FROM_3_BELOW_5, "2", "6", Verdict.OPEN),
        (FROM_3_BELOW_5, "5", "5", Verdict.UNMET),
        (FROM_3_BELOW_5, "2.99", "2.99", Verdict.UNMET),
        (FROM_3_BELOW_5, "5", None, Verdict.UNMET),
        (FROM_3_BELOW_5, "4", None, Verdict.OPEN),
        (FROM_3_BELOW_5, "0", None, Verdict.OPEN),
        (FROM_5, "5", None, Verdict.MET),
        (FROM_5, "4", None, Verdict.OPEN),
        (FROM_5, "4", "4.5", Verdict.UNMET),
        (ABOVE_5, "5", "5", Verdict.UNMET),
        (ABOVE_5, "5", None, Verdict.OPEN),
        (ABOVE_5, "5.01", None, Verdict.MET),
        (UP_TO_5, "5", "5", Verdict.MET),
        (UP_TO_5, "5", None, Verdict.OPEN),
        (UP_TO_5, "5.01", "6", Verdict.UNMET),
    ],
)
def test_a_number_within_bounds(need: Need, low: str, high: str | None, verdict: Verdict) -> None:
    assert need.verdict(known(low, high)) is verdict


def words(holding: str, unknown: str = "") -> Known:
    return {Fact.LED_BY: Words(frozenset(holding.split()), frozenset(unknown.split()))}


ONE_OF = Need(Fact.LED_BY, words=frozenset({"women", "disabled"}))
NONE_OF = Need(Fact.LED_BY, words=frozenset({"women", "disabled"}), without=True)


@pytest.mark.parametrize(
    ("holding", "unknown", "one_of", "none_of"),
    [
        ("women", "", Verdict.MET, Verdict.UNMET),
        ("women", "disabled", Verdict.MET, Verdict.UNMET),
        ("", "disabled", Verdict.OPEN, Verdict.OPEN),
        ("", "", Verdict.UNMET, Verdict.MET),
        ("young", "", Verdict.UNMET, Verdict.MET),
        ("", "young", Verdict.UNMET, Verdict.MET),
    ],
)
def test_a_word_out_of_a_list(holding: str, unknown: str, one_of: Verdict, none_of: Verdict) -> None:
    assert ONE_OF.verdict(words(holding, unknown)) is one_of
    assert NONE_OF.verdict(words(holding, unknown)) is none_of


def test_what_is_not_known_leaves_everything_open() -> None:
    assert all(need.verdict({}) is Verdict.OPEN for need in (FROM_5, ONE_OF, NONE_OF))


def test_some_producers_are_not_bound_by_a_need() -> None:
    need = Need(Fact.AGENTS, Band(Decimal(5), None), except_producers=frozenset({"cooperative"}))
    cooperative = {Fact.PRODUCER_KIND: Words(frozenset({"cooperative"})), **known("1", "1")}
    household = {Fact.PRODUCER_KIND: Words(frozenset({"household"})), **known("1", "1")}
    assert need.verdict(cooperative) is Verdict.OPEN
    assert need.verdict(household) is Verdict.UNMET


@pytest.mark.parametrize(
    ("band", "value", "below", "above"),
    [
        (Band(Decimal(25), Decimal(50)), "25", False, False),
        (Band(Decimal(25), Decimal(50)), "50", True, False),
        (Band(Decimal(25), Decimal(50), lower_included=False), "25", False, True),
        (Band(Decimal(25), Decimal(50), upper_included=True), "50", False, False),
        (Band(None, Decimal(50)), "-1", False, False),
        (Band(Decimal(25), None), "1000", False, False),
    ],
)
def test_a_number_lies_beside_a_band(band: Band, value: str, below: bool, above: bool) -> None:
    number = Decimal(value)
    assert (band.lies_below(number), band.lies_above(number)) == (below, above)
    assert band.holds(number) == (not below and not above)
