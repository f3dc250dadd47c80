"""What a dossier needs next, as it is shown: what works it out is ``next_step``."""

from datetime import date
from typing import NamedTuple

from ocop_cli.programme.calendar import WorkingDays
from ocop_cli.workflow.deadline import working_days_until
from ocop_cli.workflow.limit import Limit, earliest


class NextStep(NamedTuple):
    """One dossier on the desk. Without ``limits`` no rule sets a day; ``missing`` are words for people.

    ``days_left`` counts working days to ``due``, below zero once it has passed; ``None`` where nobody knows the days
    off of a year on the way. ``asks`` are the facts, by the paths of the field map, that would lift what is missing.
    ``notes`` are what must be kept in
    mind besides: the certificate, the time to file, the province's round.
    """

    id: str
    name: str
    stage: str
    stage_name: str
    acts: str
    action: str
    command: str
    missing: tuple[str, ...]
    limits: tuple[Limit, ...]
    waiting: bool
    closed: bool
    promises_open: int = 0
    days_left: int | None = None
    notes: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()

    @property
    def due(self) -> date | None:
        """The first day on which one of its limits ends."""
        return earliest(self.limits)

    def is_overdue(self, today: date) -> bool:
        """Say whether its day has passed."""
        return self.due is not None and self.due < today


def with_days_left(step: NextStep, today: date, days: WorkingDays) -> NextStep:
    """Return a step with the working days that are left of it today."""
    due = step.due
    return step._replace(days_left=working_days_until(due, today, days) if due else None)
