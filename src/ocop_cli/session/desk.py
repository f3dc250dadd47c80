"""The desk: what every dossier needs, numbered as it is shown, and what is told beside it."""

from collections.abc import Sequence
from typing import NamedTuple

from ocop_cli.session import Session
from ocop_cli.usecases.rows.desk_days import DeskDays, desk_days
from ocop_cli.usecases.rows.stepped import all_next_steps
from ocop_cli.workflow.agenda import Agenda, bucket_titles, sort_agenda
from ocop_cli.workflow.limit import year_without_calendar
from ocop_cli.workflow.step import NextStep


class Desk(NamedTuple):
    """Every step, how many findings the files have, and the open steps sorted, under the titles of their buckets."""

    steps: list[NextStep]
    findings: int
    agenda: Agenda
    titles: dict[str, str]

    @property
    def buckets(self) -> dict[str, tuple[NextStep, ...]]:
        """The open steps by bucket, in the order of the screen."""
        return {name: getattr(self.agenda, name) for name in self.titles}

    @property
    def numbered(self) -> list[NextStep]:
        """The open steps in the order of the screen: the first is number 1."""
        return [step for bucket in self.buckets.values() for step in bucket]


def desk_of(session: Session) -> Desk:
    """Return the desk of today."""
    steps, findings = all_steps(session)
    warn_days = days_of(session).warn_days
    return Desk(steps, findings, sort_agenda(steps, session.today, warn_days), bucket_titles(warn_days))


def all_steps(session: Session) -> tuple[list[NextStep], int]:
    """Return what every dossier needs next, and how many findings their files have."""
    working, days = days_of(session).working, (session.today, session.past_day)
    return all_next_steps(session.index, session.root, working, *days, session.leave_out)


def days_of(session: Session) -> DeskDays:
    """Return by which days the desk counts. Raises ``OcopError`` when the profile has errors."""
    return desk_days(session.root, lambda: session.workspace, may_write=not session.options.dry_run)


def tell_missing_calendar(session: Session, steps: Sequence[NextStep]) -> None:
    """Say that a limit runs into a year whose days off nobody has given."""
    year = year_without_calendar([limit for step in steps if not step.closed for limit in step.limits])
    if year:
        session.say(f"Năm {year} chưa có lịch nghỉ lễ, tết: `ocop calendar {year}`")


def begin(session: Session, step: NextStep) -> None:
    """Say what is begun and hand its command line over: it runs when this run is over."""
    session.say(f"{step.id}: {step.action}. Lệnh: `{step.command}`")
    session.follow = step.command
