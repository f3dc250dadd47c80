"""A watched day: whatever is decided by it holds until the day it tells, and no longer than it must."""

import operator
import pickle
from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from ocop_cli.store.index.watched_day import WatchedDay

TODAY = date(2026, 12, 28)
TOMORROW = TODAY + timedelta(1)
COMPARISONS = (operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne)


def flips_on(ask: Callable[[date], bool]) -> date:
    """Return the first day after today on which a question has another answer."""
    ahead = (TODAY + timedelta(n) for n in range(1, 9))
    return next((on for on in ahead if ask(on) != ask(TODAY)), date.max)


@pytest.mark.parametrize("compare", COMPARISONS)
def test_a_comparison_holds_until_its_answer_changes(compare: Callable[[date, date], bool]) -> None:
    for distance, is_last in product(range(-3, 4), (False, True)):
        other = TODAY + timedelta(distance)

        def ask(day: date, other: date = other, is_last: bool = is_last) -> bool:
            return compare(other, day) if is_last else compare(day, other)

        watched = WatchedDay(TODAY)
        assert ask(watched) == ask(TODAY)
        assert watched.until == flips_on(ask), (distance, is_last)


def test_of_several_answers_the_first_to_change_counts() -> None:
    watched = WatchedDay(TODAY)
    assert max(watched, TODAY + timedelta(5)) > watched < TODAY + timedelta(3)
    assert watched.until == TODAY + timedelta(3)


def test_a_year_holds_to_its_end() -> None:
    watched = WatchedDay(TODAY)
    assert (watched.year, watched.until) == (TODAY.year, date(2027, 1, 1))
    last = WatchedDay(date.max)
    assert (last.year, last <= date.max, last.until) == (9999, True, date.max)


ASKED: list[Callable[[date], Any]] = [
    hash, str, repr, pickle.dumps, "{:%d/%m/%Y}".format, {TODAY}.__contains__,
    lambda on: on + timedelta(1), lambda on: timedelta(1) + on, lambda on: on - timedelta(1),
    lambda on: on - TODAY, lambda on: TODAY - on,
]  # fmt: skip


@pytest.mark.parametrize("ask", ASKED)
def test_whatever_else_is_asked_holds_for_today_alone(ask: Callable[[date], Any]) -> None:
    watched = WatchedDay(TODAY)
    answer = ask(watched)
    assert (answer, type(answer)) == (ask(TODAY), type(ask(TODAY)))
    assert watched.until == TOMORROW


@pytest.mark.parametrize("name", [name for name in dir(date) if not name.startswith("_") and name != "year"])
def test_every_part_of_a_day_holds_for_today_alone(name: str) -> None:
    watched = WatchedDay(TODAY)
    getattr(watched, name)
    assert watched.until == TOMORROW


def test_a_day_that_is_kept_whole_is_a_plain_one() -> None:
    assert type(pickle.loads(pickle.dumps(WatchedDay(TODAY)))) is date
