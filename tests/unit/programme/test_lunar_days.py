"""The lunar days of ``calendar.yaml`` against the sky: new moons and the sun's longitude, reckoned here (Meeus)."""

import math
from datetime import date, timedelta

import pytest

from ocop_cli.store.built_in.compiled import compiled
from ocop_cli.store.built_in.packaged import load_proposed_days

PROPOSAL = compiled("calendar")["proposal"]
YEARS = [date.fromisoformat(on).year for on in PROPOSAL["new_year"]]
HANOI = 7 / 24


def _sin(degrees: float) -> float:
    return math.sin(math.radians(degrees))


def _new_moon(k: int) -> date:
    """The day in Vietnam of the k-th new moon after 6 January 2000."""
    t = k / 1236.85
    moment = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t
    sun, moon = 2.5534 + 29.1053567 * k, 201.5643 + 385.81693528 * k
    node = 160.7108 + 390.67050284 * k
    moment += -0.4072 * _sin(moon) + 0.17241 * _sin(sun) + 0.01608 * _sin(2 * moon) + 0.01039 * _sin(2 * node)
    moment += 0.00739 * _sin(moon - sun) - 0.00514 * _sin(moon + sun) + 0.00208 * _sin(2 * sun)
    moment += (
        -0.00111 * _sin(moon - 2 * node) - 0.00057 * _sin(moon + 2 * node) + 0.00056 * _sin(2 * moon + sun)
    )
    delta_t = 75 / 86400  # dynamical time runs ahead of the clock
    return _day(moment - delta_t)


def _day(julian: float) -> date:
    return date(2000, 1, 1) + timedelta(days=math.floor(julian - 2451544.5 + HANOI))


def _sun_longitude(on: date) -> float:
    """The sun's longitude at midnight in Vietnam."""
    t = ((on - date(2000, 1, 1)).days - 0.5 - HANOI) / 36525
    anomaly = 357.52911 + 35999.05029 * t
    centre = 1.914602 * _sin(anomaly) + 0.019993 * _sin(2 * anomaly) + 0.000289 * _sin(3 * anomaly)
    return (280.46646 + 36000.76983 * t + centre - 0.00569 - 0.00478 * _sin(125.04 - 1934.136 * t)) % 360


def _months(year: int) -> list[tuple[date, bool]]:
    """The first days of the months from the one with the winter solstice of the year before, with what is a leap month."""
    k = round((year - 1 - 2000 + 0.83) * 12.3685)
    firsts = [_new_moon(k + n) for n in range(18)]

    def has_term(n: int, sign: int | None = None) -> bool:
        before, after = int(_sun_longitude(firsts[n]) // 30), int(_sun_longitude(firsts[n + 1]) // 30)
        return before != after and (sign is None or after == sign)

    start = next(n for n in range(6) if has_term(n, 9))  # 270 degrees
    end = next(n for n in range(start + 11, 17) if has_term(n, 9))
    leap = next((n for n in range(start + 1, end) if not has_term(n)), None) if end - start == 13 else None
    return [(firsts[n], n == leap) for n in range(start, end + 1)]


def _lunar_month(year: int, month: int) -> date:
    """The first day of a lunar month; month 11 of the year before comes first."""
    ordinary = [on for on, leap in _months(year) if not leap]
    return ordinary[month + 1]


@pytest.mark.parametrize(
    ("year", "new_year"),
    [(2007, "2007-02-17"), (2020, "2020-01-25"), (2023, "2023-01-22"), (2025, "2025-01-29"), (2026, "2026-02-17"), (2027, "2027-02-06")],
)  # fmt: skip
def test_the_reckoning_gives_the_years_that_were(year: int, new_year: str) -> None:
    """2007 and 2030 are years in which Vietnam and China keep Tết on two days."""
    assert _lunar_month(year, 1).isoformat() == new_year


@pytest.mark.parametrize("year", YEARS)
def test_the_table_is_what_the_sky_says(year: int) -> None:
    assert _lunar_month(year, 1).isoformat() in PROPOSAL["new_year"]
    assert (_lunar_month(year, 3) + timedelta(9)).isoformat() in PROPOSAL["hung_kings"]


def test_both_tables_hold_the_same_years() -> None:
    assert [on[:4] for on in PROPOSAL["hung_kings"]] == [str(year) for year in YEARS]


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2028, "3/1 25/1 26/1 27/1 28/1 31/1 4/4 1/5 2/5 1/9 4/9 24/11"),
        (2029, "1/1 12/2 13/2 14/2 15/2 16/2 23/4 30/4 1/5 3/9 4/9 26/11"),
    ],
)
def test_a_year_without_a_notice_gets_a_proposal(year: int, days: str) -> None:
    assert " ".join(f"{on.day}/{on.month}" for on in load_proposed_days(year)) == days


def test_a_year_beyond_the_table_has_the_fixed_days_only() -> None:
    names = {day.name for day in load_proposed_days(2050).values()}
    assert "Quốc khánh" in names
    assert not names & {"Tết Nguyên đán", "Giỗ Tổ Hùng Vương"}
