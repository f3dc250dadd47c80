"""A day that notes until when what was decided by it holds: rows of the index need not be made anew each morning."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

T = TypeVar("T")


def _for_today(plain: Callable[..., T]) -> Callable[..., T]:
    """Return a method of days whose answer is another tomorrow."""

    def asked(day: "WatchedDay", *args: Any) -> T:
        day.note(_after(day))
        return plain(date.fromordinal(date.toordinal(day)), *args)

    return asked


class WatchedDay(date):
    """Today, to work out with it what may be looked up on later days as well.

    Comparing it with another day notes the day on which the answer changes, asking for its year the next year. Whatever
    else is asked of it (its words, a difference, a hash) is another tomorrow.
    """

    _until: date

    def __new__(cls, on: date) -> "WatchedDay":
        """Watch over a day."""
        watched = super().__new__(cls, on.year, on.month, on.day)
        watched._until = date.max
        return watched

    @property
    def until(self) -> date:
        """The first day on which something that was decided would come out otherwise."""
        return self._until

    def note(self, on: date) -> None:
        """Note that something comes out otherwise on a day; one that has come already is none."""
        if date.__lt__(self, on):
            self._until = min(self._until, on)

    @property
    def year(self) -> int:
        """The year: it ends."""
        year = int(date.year.__get__(self))
        self.note(date(min(year + 1, date.max.year), 1, 1))
        return year

    def __lt__(self, other: date) -> bool:
        """Hold until the other day comes."""
        is_before = date.__lt__(self, other)
        if is_before is True:
            self.note(other)
        return is_before

    def __ge__(self, other: date) -> bool:
        """Hold until the other day comes."""
        has_come = date.__ge__(self, other)
        if has_come is False:
            self.note(other)
        return has_come

    def __le__(self, other: date) -> bool:
        """Hold until the other day is over."""
        is_not_over = date.__le__(self, other)
        if is_not_over is True:
            self.note(_after(other))
        return is_not_over

    def __gt__(self, other: date) -> bool:
        """Hold until the other day is over."""
        is_over = date.__gt__(self, other)
        if is_over is False:
            self.note(_after(other))
        return is_over

    def __eq__(self, other: object) -> bool:
        """Hold until the other day comes, or for today."""
        is_same = date.__eq__(self, other)
        if isinstance(other, date):
            self.note(_after(other) if is_same is True else other)
        return is_same

    def __ne__(self, other: object) -> bool:
        """Hold as long as the opposite does."""
        WatchedDay.__eq__(self, other)
        return date.__ne__(self, other)

    def __getattribute__(self, name: str) -> Any:
        """Give what is asked for; all that is not watched over is another tomorrow."""
        if name not in _WATCHED:
            self.note(_after(self))
        return super().__getattribute__(name)

    __hash__ = _for_today(date.__hash__)
    __str__ = _for_today(date.__str__)
    __repr__ = _for_today(date.__repr__)
    __format__ = _for_today(date.__format__)
    __add__ = __radd__ = _for_today(date.__add__)
    __sub__ = _for_today(date.__sub__)
    __rsub__ = _for_today(date.__rsub__)  # type: ignore[attr-defined]  # typeshed lacks it
    __reduce__ = _for_today(date.__reduce__)


_WATCHED = frozenset({"__class__", "_until", "note", "until", "year"})


def _after(on: date) -> date:
    """Return the next day, or the last of the calendar."""
    return date.fromordinal(min(date.toordinal(on) + 1, date.max.toordinal()))
