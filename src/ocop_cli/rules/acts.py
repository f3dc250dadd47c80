"""The acts that documents cite, each with its time in force."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from ocop_cli.rules.decision import Rulebook


class Act(NamedTuple):
    """An act that documents cite, with its first and last day in force; ``None``: no end is known.

    ``ground`` is the line by which documents cite it; the decisions on the criteria keep theirs themselves.
    """

    number: str
    first: date
    last: date | None
    ground: str = ""


def build_acts(data: Mapping[str, Any]) -> tuple[Act, ...]:
    """Build the acts of the data file ``acts.yaml`` (list ``acts``: ``number``, ``from``, ``to``, ``ground``; days as
    ISO text).

    Raises ``KeyError`` or ``ValueError`` when our own data are wrong.
    """
    return tuple(
        Act(act["number"], _day(act["from"]), act["to"] and _day(act["to"]), act["ground"])
        for act in data["acts"]
    )


_day = date.fromisoformat


def acts_of(rulebook: Rulebook) -> Sequence[Act]:
    """Return the decisions on the criteria, and what amends them, as acts."""
    found = {}
    for text in rulebook.texts:
        found[text.number] = Act(text.number, text.effective_from, text.effective_to)
        for amendment in text.amendments:
            found[amendment.number] = Act(amendment.number, amendment.effective_from, text.effective_to)
    return tuple(found.values())
