"""A change of law: until when a dossier that was filed before it may be finished under the old decision."""

from datetime import date
from typing import NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.evaluation.law import filed_on
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.pick import transition_of
from ocop_cli.viet.dates import show_date


class LastDay(NamedTuple):
    """The last day on which a dossier may be finished under its decision, and the article that says so."""

    on: date
    cite: str

    def words(self, ruleset: Ruleset) -> str:
        """Say what the day means for the dossier."""
        return f"chỉ được làm theo {ruleset.decision.cite} đến hết ngày {show_date(self.on)}"


def last_day(dossier: Dossier, ruleset: Ruleset, today: date) -> LastDay | None:
    """Return the last day to finish a dossier under its law, as the decisions that are in force ``today`` set it.

    Where a decision ends and none says what becomes of older dossiers, its own last day is the end.
    """
    decision, received = ruleset.decision, filed_on(dossier)
    clause = transition_of(decision, dossier.registration.kind.value, received) if received else None
    if clause:
        return LastDay(clause.finish_by, clause.cite) if clause.filed_before <= today else None
    ended = decision.effective_to
    lived_on = ended is not None and ended < today and (received is None or received <= ended)
    return LastDay(ended, decision.cite) if ended and lived_on else None


def left_behind(dossier: Dossier, ruleset: Ruleset, today: date) -> LastDay | None:
    """Return the last day of a dossier when it has passed."""
    last = last_day(dossier, ruleset, today)
    return last if last and last.on < today else None


def way_back(dossier_id: str) -> tuple[str, str]:
    """Return the two commands that receive a dossier anew, under the decision in force."""
    return (
        f'ocop return {dossier_id} --reason "Hết thời gian chuyển tiếp"',
        f"ocop receive {dossier_id}",
    )
