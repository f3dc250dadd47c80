"""Today's desk: what is overdue, due this week, waiting on others."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ocop_cli.tables import Align, Column, Table
from ocop_cli.viet.dates import show_date
from ocop_cli.workflow.deadline import deadline_words
from ocop_cli.workflow.limit import limit_json
from ocop_cli.workflow.step import NextStep

_WEEK = 7
_NAMED = 5  # more than that are not read in a table


class Agenda(NamedTuple):
    """The steps sorted by how pressing they are; every open dossier lies in exactly one bucket.

    ``this_week`` holds what comes due within the days of the setting ``warn_days``, a week unless it says otherwise.
    """

    overdue: tuple[NextStep, ...]
    this_week: tuple[NextStep, ...]
    later: tuple[NextStep, ...]
    waiting: tuple[NextStep, ...]


def sort_agenda(steps: Iterable[NextStep], today: date, warn_days: int) -> Agenda:
    """Sort the open steps by how pressing they are; the earliest day comes first."""
    buckets: dict[str, list[NextStep]] = {"overdue": [], "this_week": [], "later": [], "waiting": []}
    for step in sorted(steps, key=lambda s: (s.due or date.max, s.id)):
        if step.closed or not step.command:
            continue
        buckets[_bucket(step, today, warn_days)].append(step)
    return Agenda(**{name: tuple(bucket) for name, bucket in buckets.items()})


def bucket_titles(warn_days: int) -> dict[str, str]:
    """Return what each bucket is called on the screen, most pressing first."""
    soon = {_WEEK: "Trong tuần này", 0: "Hạn hôm nay"}.get(warn_days, f"Trong {warn_days} ngày tới")
    return {
        "overdue": "Quá hạn",
        "this_week": soon,
        "waiting": "Đang chờ nơi khác",
        "later": "Việc còn lại",
    }


def _bucket(step: NextStep, today: date, warn_days: int) -> str:
    if step.is_overdue(today):
        return "overdue"
    if _is_due_soon(step, today, warn_days):
        return "this_week"
    return "waiting" if step.waiting else "later"


def _is_due_soon(step: NextStep, today: date, warn_days: int) -> bool:
    return step.due is not None and 0 <= (step.due - today).days <= warn_days


def steps_table(title: str, steps: Sequence[NextStep], today: date, first: int | None = None) -> Table:
    """Lay steps out for people, numbered from ``first`` on where it is given."""
    columns = (
        *([Column("Số", Align.RIGHT)] if first is not None else []),
        Column("Hồ sơ", weight=2),
        Column("Trạng thái", weight=2),
        Column("Việc tiếp theo", weight=3),
        Column("Ai làm"),
        Column("Hạn"),
        Column("Còn thiếu", weight=3),
    )
    numbers = [
        (str(number),) if first is not None else () for number in range(first or 0, (first or 0) + len(steps))
    ]
    rows = tuple((*number, *_row(step, today)) for number, step in zip(numbers, steps, strict=True))
    return Table(title, columns, rows)


def _row(step: NextStep, today: date) -> tuple[str, ...]:
    return (
        step.id,
        step.stage_name,
        "; ".join(filter(None, (step.action, *step.notes))) or "–",
        step.acts or "–",
        _due_words(step, today),
        _missing_words(step),
    )


def _missing_words(step: NextStep) -> str:
    """Return what is missing; of a long list the beginning, for the verb itself tells all of it."""
    more = len(missing_beyond(step))
    named = "; ".join(step.missing[:_NAMED]) or "–"
    return f"{named}; và {more} điểm nữa" if more > 0 else named


def missing_beyond(step: NextStep) -> tuple[str, ...]:
    """Return what is missing besides what a row of the table names."""
    return tuple(step.missing[_NAMED:])


def _due_words(step: NextStep, today: date) -> str:
    """Return the day with the working days that are left, or that it lies back, and what limit has no day yet."""
    open_end = next((limit.end for limit in step.limits if limit.end.no_calendar), None)
    words = [f"{show_date(step.due)}{_days_left_words(step, today)}"] if step.due else []
    words += [deadline_words(open_end)] if open_end else []
    return "; ".join(words) or "–"


def _days_left_words(step: NextStep, today: date) -> str:
    if step.due == today:
        return " (hôm nay)"
    if step.days_left is None or (step.is_overdue(today) and not step.days_left):
        return " (đã quá)" if step.is_overdue(today) else ""
    passed = f"quá {-step.days_left} ngày làm việc"
    return f" ({passed if step.is_overdue(today) else f'còn {step.days_left} ngày làm việc'})"


def step_json(step: NextStep, today: date, warn_days: int) -> dict[str, object]:
    """Return a step for the JSON output; ``due_soon`` is whether its day comes within ``warn_days``."""
    return {
        "dossier": step.id,
        "name": step.name,
        "stage": step.stage,
        "acts": step.acts,
        "action": step.action,
        "command": step.command,
        "notes": list(step.notes),
        "missing": list(step.missing),
        "due": step.due.isoformat() if step.due else None,
        "days_left": step.days_left,
        "limits": [limit_json(limit) for limit in step.limits],
        "overdue": step.is_overdue(today),
        "due_soon": _is_due_soon(step, today, warn_days),
        "waiting": step.waiting,
        "promises_open": step.promises_open,
    }
