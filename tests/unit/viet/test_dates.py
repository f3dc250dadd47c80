"""Dates: both ways of typing, and the leading zeros of official documents."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_cli.viet.dates import parse_date, show_date, show_long_date, weekday_word


@pytest.mark.parametrize("typed", ["2026-11-05", "05/11/2026", "5/11/2026", "5-11-2026", "05.11.2026"])
def test_dates_as_typed(typed: str) -> None:
    assert parse_date(typed) == date(2026, 11, 5)


@pytest.mark.parametrize(
    "typed", ["2026-02-30", "30/02/2026", "11/2026", "2026", "5/11/26", "hôm nay", "", "2026-1-5"]
)
def test_dates_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_date(typed)


@pytest.mark.parametrize(
    ("on", "printed"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 6, 29), "ngày 29 tháng 6 năm 2026"),
        (date(2026, 3, 5), "ngày 05 tháng 3 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_zeros_as_the_decree_prints_them(on: date, printed: str) -> None:
    assert show_long_date(on) == printed


@pytest.mark.parametrize(
    ("day", "named"), [(23, "thứ Hai"), (27, "thứ Sáu"), (28, "thứ Bảy"), (29, "Chủ nhật")]
)
def test_the_day_of_the_week_is_named(day: int, named: str) -> None:
    assert weekday_word(date(2026, 11, day)) == named


@given(st.dates(min_value=date(1999, 1, 1)))
def test_dates_come_back_from_print(on: date) -> None:
    assert parse_date(show_date(on)) == on
