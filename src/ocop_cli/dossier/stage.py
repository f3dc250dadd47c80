"""A stage of a dossier: the flags that code asks for instead of ids, from the data of the cycle."""

from collections.abc import Mapping
from typing import NamedTuple


class Stage(NamedTuple):
    """Where a dossier stands: the step it belongs to, who acts next, what they do and by which command.

    ``limit`` names the day limit of the decision that runs here; ``waiting`` on others; ``closed`` for good;
    ``before_filing``: the commune has not received the dossier yet; ``filing``: entering it is the receipt;
    ``at_commune``: the commune works on it; ``sendable``: it may go to the province; ``decided``: the province has answered. ``counted`` is the report's figure of the dossiers that came here in a
    period, ``target`` the year's target beside it.
    """

    id: str
    name: str
    step: int
    acts: str = ""
    action: str = ""
    command: str = ""
    limit: str = ""
    round: bool = False
    waiting: bool = False
    renewal: bool = False
    closed: bool = False
    before_filing: bool = False
    filing: bool = False
    at_commune: bool = False
    sendable: bool = False
    decided: bool = False
    counted: str = ""
    target: str = ""

    @property
    def under_way(self) -> bool:
        """Say whether the round is not finished: it has neither ended nor led to a recognition."""
        return not self.closed and not self.renewal

    @property
    def past_sending(self) -> bool:
        """Say whether there is nothing left to send from here: it is with the province, was answered or has ended."""
        return self.waiting or self.decided or self.closed


Stages = Mapping[str, Stage]
"""The stages of the cycle by id."""


def stage_of(stages: Stages, stage_id: str) -> Stage:
    """Return a stage of the cycle; one that the cycle does not have has no flag, and its id for a name."""
    return stages.get(stage_id) or Stage(stage_id, stage_id, 0)
