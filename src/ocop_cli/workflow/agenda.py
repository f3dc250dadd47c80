"""Today's desk: what is overdue, due this week, waiting on others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ocop_cli.tables import Column, Table
from ocop_cli.viet.dates import show_date
from ocop_cli.workflow.next_step import NextStep

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Agenda:
    """The steps sorted onto the desk; every open dossier lies in exactly one bucket."""

    overdue: tuple[NextStep, ...]
    this_week: tuple[NextStep, ...]
    later: tuple[NextStep, ...]
    waiting: tuple[NextStep, ...]


def sort_agenda(steps: Iterable[NextStep], today: date) -> Agenda:
    """Sort the open steps by how pressing they are; the earliest day comes first."""
    buckets: dict[str, list[NextStep]] = {"overdue": [], "this_week": [], "later": [], "waiting": []}
    for step in sorted(steps, key=lambda s: (s.due or date.max, s.id)):
        if step.closed or not step.command:
            continue
        buckets[_bucket(step, today)].append(step)
    return Agenda(**{name: tuple(bucket) for name, bucket in buckets.items()})


def _bucket(step: NextStep, today: date) -> str:
    if step.is_overdue(today):
        return "overdue"
    if step.due is not None and step.due <= today + _WEEK:
        return "this_week"
    return "waiting" if step.waiting else "later"


def steps_table(title: str, steps: Sequence[NextStep]) -> Table:
    """Lay steps out for people."""
    columns = (
        Column("Hồ sơ", weight=2),
        Column("Trạng thái", weight=2),
        Column("Việc tiếp theo", weight=3),
        Column("Ai làm"),
        Column("Hạn"),
        Column("Còn thiếu", weight=3),
    )
    return Table(title, columns, tuple(_row(step) for step in steps))


def _row(step: NextStep) -> tuple[str, ...]:
    due = show_date(step.due) if step.due else "–"
    return (
        step.id,
        step.stage_name,
        step.action or "–",
        step.acts or "–",
        due,
        "; ".join(step.missing) or "–",
    )


def step_json(step: NextStep, today: date) -> dict[str, object]:
    """Return a step for the JSON output."""
    return {
        "dossier": step.id,
        "name": step.name,
        "stage": step.stage,
        "acts": step.acts,
        "action": step.action,
        "command": step.command,
        "missing": list(step.missing),
        "due": step.due.isoformat() if step.due else None,
        "overdue": step.is_overdue(today),
        "waiting": step.waiting,
        "promises_open": step.promises_open,
    }
