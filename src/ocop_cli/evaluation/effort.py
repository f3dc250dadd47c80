"""What it takes to raise a criterion by one level: who, how many days, how much money, and by what source we say so."""

from collections.abc import Mapping
from math import ceil
from typing import Any, NamedTuple


class Work(NamedTuple):
    """The work behind one level, from the level below it on: ``days``, ``money`` in đồng, ``effort`` made of both."""

    name: str
    who: str
    days: int
    money: int
    source: str
    effort: int


class Effort(NamedTuple):
    """The work of every level of every criterion.

    ``levels`` is keyed by criterion and option, ``criteria`` holds for all options of a criterion, ``usual`` for what
    neither names. ``fixed`` are criteria that no work changes; ``own`` are the commune's own efforts of one level.
    """

    usual: Work
    criteria: Mapping[str, Work]
    levels: Mapping[tuple[str, str], Work]
    fixed: frozenset[str]
    own: Mapping[str, int]

    def can_raise(self, criterion_id: str) -> bool:
        """Say whether a criterion can be raised this time."""
        return self.own.get(criterion_id, int(criterion_id not in self.fixed)) != 0

    def work(self, criterion_id: str, option_id: str) -> Work:
        """Return the work of the level that an option is."""
        found = self.levels.get((criterion_id, option_id)) or self.criteria.get(criterion_id, self.usual)
        own = self.own.get(criterion_id)
        return found._replace(effort=own) if own else found


def build_effort(data: Mapping[str, Any], own: Mapping[str, int]) -> Effort:
    """Read the works of the program's data, with the commune's own efforts on top."""
    works = {name: _work(work, data) for name, work in data["works"].items()}
    named = data["criteria"].items()
    return Effort(
        usual=works[data["usual"]],
        criteria={criterion: works[name] for criterion, name in named if isinstance(name, str)},
        levels={
            (criterion, option): works[name]
            for criterion, levels in named
            if isinstance(levels, Mapping)
            for option, name in levels.items()
        },
        fixed=frozenset(data["fixed"]),
        own=own,
    )


def _work(work: Mapping[str, Any], data: Mapping[str, Any]) -> Work:
    """Effort counts begun stretches of days and of money, each as one."""
    days, money, unit = int(work["days"]), int(work["money"]), data["effort"]
    return Work(
        name=work["name"],
        who=work["who"],
        days=days,
        money=money,
        source=data["sources"][work.get("source", "estimate")],
        effort=ceil(days / unit["days"]) + ceil(money / unit["money"]),
    )
