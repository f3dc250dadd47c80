"""What each dossier needs next, kept in the index: after one file was changed only its step is worked out again."""

from collections.abc import Callable
from datetime import date
from functools import partial

from ocop_cli.dossier.as_of import as_of
from ocop_cli.programme.calendar import Calendar
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile, private_name, producer_files
from ocop_cli.store.dossier.evidence import rests_on
from ocop_cli.store.index.index import Index
from ocop_cli.store.index.maker import RowMaker, RowOf
from ocop_cli.store.index.view import Row, View
from ocop_cli.store.index.watched_day import WatchedDay
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.reading.gaps import Gap
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.next import remedies_of_each, step_context, step_of, step_of_today
from ocop_cli.usecases.rows.pages import with_pages
from ocop_cli.viet.personal import kinds_of_personal
from ocop_cli.workflow.kept_step import packed, unpacked
from ocop_cli.workflow.next_step import NextStep

STEPPED = View("stepped", ("step", "findings"), (".",), ("ocop.yaml", "programme"))
"""All steps rest on the profile and the calendar."""
_OF_A_PERSON = "private/"


def all_next_steps(
    index: Index, sources: Sources, calendar: Calendar, today: date, past_day: date | None
) -> tuple[list[NextStep], int]:
    """Return what every usable dossier needs next, and how many findings the files of all of them have.

    With ``past_day`` each is looked at as it was then; one that had not begun has no step.
    """
    gaps: list[Gap] = []
    then = past_day is not None
    make = RowMaker(sources, partial(_stepping, calendar, today, then=then))
    rows = sorted(
        index.rows(STEPPED, f"as of: {then}", make, gaps.append, ("id", *STEPPED.columns), day=today)
    )
    sources.leave_out(*gaps)
    context, remedies = step_context(calendar, today), remedies_of_each(sources, today)
    kept = [unpacked(str(text)) for _, text, _ in rows if text]
    steps = [step_of_today(step, remedies.get(step.id, ()), context) for step in kept]
    return steps, sum(int(count or 0) for *_, count in rows) + sum(len(gap.findings) for gap in gaps)


def _stepping(calendar: Calendar, today: date, sources: Sources, *, then: bool) -> RowOf:
    rulebook, stages = load_rulebook(sources.root), load_cycle().stages

    def step_on(day: date, file: DossierFile) -> NextStep | None:
        dossier = as_of(file.dossier, day, stages) if then else file.dossier
        return step_of(sources, file.id, dossier, rulebook, step_context(calendar, day)) if dossier else None

    return with_pages(sources, partial(_stepped, sources, step_on, today))


def _stepped(
    sources: Sources,
    step_on: Callable[[date, DossierFile], NextStep | None],
    today: date,
    file: DossierFile,
) -> Row:
    """Work out the step of one dossier. What shows personal data is told and not kept."""
    day = WatchedDay(today)
    step = step_on(day, file)
    uses = (private_name(file.id), *producer_files(file.source), *rests_on(sources.root, file.dossier))
    text = packed(step) if step else ""
    is_personal = _OF_A_PERSON in text or bool(kinds_of_personal(text))
    return Row(file.id, uses, b"", (text, len(file.findings)), is_personal, until=day.until)
