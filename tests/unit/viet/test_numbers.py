"""Numbers mean what an official typed, or are refused; nothing is silently another number."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_cli.viet.amounts import parse_money
from ocop_cli.viet.numbers import (
    parse_count,
    parse_decimal,
    show_number,
    show_percent,
    show_rounded,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("1500000", 1500000), ("1.500.000", 1500000), ("20.000", 20000), ("0", 0)],
)
def test_money_as_typed(typed: str, meant: int) -> None:
    assert parse_money(typed) == Decimal(meant)


@pytest.mark.parametrize(
    "typed", ["1.234,5", "12,5", "1.23", "1.2345", "-5", "", "1 000", "1_000", "１２", "1e3", "NaN"]
)
def test_money_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_money(typed)


@pytest.mark.parametrize(
    ("typed", "meant"), [("12,5", "12.5"), ("12.5", "12.5"), ("66,67", "66.67"), ("7", "7")]
)
def test_decimals_with_comma_or_point(typed: str, meant: str) -> None:
    assert parse_decimal(typed) == Decimal(meant)


@pytest.mark.parametrize("typed", ["1.234", "1,234", "12,", ",5", "1.2.3", "-1", "inf", "0x1"])
def test_decimals_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_decimal(typed)


@given(st.integers(min_value=0, max_value=10**15))
def test_whole_numbers_come_back_from_print(value: int) -> None:
    assert parse_count(show_number(value)) == value


@given(st.decimals(min_value=0, max_value=100, places=2))
def test_decimals_below_a_thousand_come_back_from_print(value: Decimal) -> None:
    assert parse_decimal(show_number(value)) == value


def test_numbers_on_paper() -> None:
    assert show_number(Decimal("1234567.50")) == "1.234.567,5"
    assert show_percent(Decimal(200) / 3) == "66,67%"
    assert show_percent(Decimal(75)) == "75%"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal(25) * 100 / 32, "78,13"),  # the spreadsheet's: half goes up
        (Decimal(1) * 100 / 32, "3,13"),
        (Decimal(5) * 100 / 32, "15,63"),
        (Decimal("59.666"), "59,67"),
        (Decimal(14_999) * 100 / 20_000, "74,995"),  # below the band that begins at 75
        (Decimal("49.9999"), "49,9999"),
        (Decimal("75.001"), "75,001"),
        (Decimal(75), "75"),
    ],
)
def test_rounding_is_a_spreadsheets_and_crosses_no_band(value: Decimal, shown: str) -> None:
    assert show_rounded(value) == shown


@given(st.decimals(min_value=0, max_value=100, places=9))
def test_a_rounded_share_stays_on_its_side_of_every_whole_number(value: Decimal) -> None:
    shown = Decimal(show_rounded(value).replace(",", "."))
    assert (shown == shown.to_integral_value()) == (value == value.to_integral_value())
    assert abs(shown - value) <= Decimal("0.005")
