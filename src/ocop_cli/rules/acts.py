"""The acts that documents cite, each with its time in force."""

from collections.abc import Mapping, Sequence
from datetime import MAXYEAR, MINYEAR, date
from typing import Any, NamedTuple

from ocop_cli.rules.decision import Rulebook
from ocop_cli.viet.dates import day_or_none, show_long_date
from ocop_cli.viet.text import lower_first


class Act(NamedTuple):
    """An act that documents cite, with its first and last day in force; ``None``: no end is known.

    ``ground`` is the line by which documents cite it, empty while its title is not known; the decisions on the
    criteria keep theirs themselves.
    ``years`` are the first and the last year that it speaks of, ``programme`` what it approves.
    """

    number: str
    first: date
    last: date | None
    ground: str = ""
    years: tuple[int, int] = (MINYEAR, MAXYEAR)
    programme: str = ""

    def speaks_of(self, year: int) -> bool:
        """Say whether a year lies among those that the act speaks of."""
        return self.years[0] <= year <= self.years[1]


def ground_words(kind: str, number: str, issued_on: date, issuer: str, title: str) -> str:
    """Return the line by which a document cites an act (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.b)."""
    return f"Căn cứ {kind} số {number} {show_long_date(issued_on)} của {issuer} {lower_first(title)}"


def build_acts(data: Mapping[str, Any]) -> tuple[Act, ...]:
    """Build the acts of the data file ``acts.yaml`` (its keys are explained there; days as ISO text).

    Raises ``KeyError`` or ``ValueError`` when our own data are wrong.
    """
    return tuple(_act(act) for act in data["acts"])


def _act(act: Mapping[str, Any]) -> Act:
    issued_on, years = date.fromisoformat(act["issued_on"]), act["years"]
    title = act["title"]
    return Act(
        act["number"],
        date.fromisoformat(act["from"]),
        day_or_none(act["to"]),
        ground_words(act["kind"], act["number"], issued_on, act["issuer"], title) if title else "",
        (int(years["from"]), int(years.get("to", MAXYEAR))),
        act.get("programme", ""),
    )


def programme_of(year: int, acts: Sequence[Act]) -> str:
    """Return the name of the national target programme of a year; empty where no known act approves one."""
    return next((act.programme for act in acts if act.programme and act.speaks_of(year)), "")


def acts_of(rulebook: Rulebook) -> Sequence[Act]:
    """Return the decisions on the criteria, and what amends them, as acts."""
    found = {}
    for text in rulebook.texts:
        found[text.number] = Act(text.number, text.effective_from, text.effective_to)
        for amendment in text.amendments:
            found[amendment.number] = Act(amendment.number, amendment.effective_from, text.effective_to)
    return tuple(found.values())
