"""What each dossier needs next, kept in the index: after one file was changed only its step is worked out again."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ocop_cli.programme.calendar import WorkingDays
from ocop_cli.store.index.index import Index
from ocop_cli.store.index.view import Row, View
from ocop_cli.store.programme.inspection_files import list_inspections
from ocop_cli.workflow.kept_step import unpacked
from ocop_cli.workflow.remedy_step import with_remedies
from ocop_cli.workflow.step import NextStep, with_days_left

if TYPE_CHECKING:
    from ocop_cli.programme.remedy import OpenRemedy
    from ocop_cli.store.reading.gaps import Gap, GapTaker

STEPPED = View("stepped", ("step", "findings"), (".",), ("ocop.yaml", "programme"))
"""All steps rest on the profile and the calendar."""


def all_next_steps(
    index: Index, root: Path, working: WorkingDays, today: date, past_day: date | None, take: "GapTaker"
) -> tuple[list[NextStep], int]:
    """Return what every usable dossier needs next, and how many findings the files of all of them have.

    ``take`` is given those that cannot be read. With ``past_day`` each is looked at as it was then; one that had not
    begun has no step.
    """
    gaps: list[Gap] = []
    then = past_day is not None
    make, columns = partial(_made, root, today, then=then), ("id", *STEPPED.columns)
    rows = sorted(index.rows(STEPPED, f"as of: {then}", make, gaps.append, columns, day=today))
    for gap in gaps:
        take(gap)
    remedies = remedies_of_each(root, today)
    kept = [unpacked(str(text)) for _, text, _ in rows if text]
    steps = [step_of_today(step, remedies, today, working) for step in kept]
    return steps, sum(int(count or 0) for *_, count in rows) + sum(len(gap.findings) for gap in gaps)


def _made(root: Path, today: date, ids: Sequence[str], *, then: bool) -> "Iterator[Row | Gap]":
    from ocop_cli.usecases.rows.stepping import make_steps

    return make_steps(root, today, ids, then=then)


def remedies_of_each(root: Path, today: date) -> "Mapping[str, Sequence[OpenRemedy]]":
    """Return the open remedies of each product that was inspected."""
    if not list_inspections(root):
        return {}
    from ocop_cli.store.reading.sources import Sources
    from ocop_cli.usecases.year.remedies import open_remedies  # with the models of inspections

    found: dict[str, list[OpenRemedy]] = {}
    for one in open_remedies(Sources(root), today):
        found.setdefault(one.dossier, []).append(one.open)
    return found


def step_of_today(
    step: NextStep, remedies: "Mapping[str, Sequence[OpenRemedy]]", today: date, working: WorkingDays
) -> NextStep:
    """Return a step with the open remedies of its product and the days that are left."""
    return with_days_left(with_remedies(step, remedies.get(step.id, ())), today, working)
