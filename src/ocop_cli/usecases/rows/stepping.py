"""Working out what each dossier needs next, for the index: all that reads and judges them is loaded here alone."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from ocop_cli.dossier.as_of import as_of
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile, private_name, producer_files
from ocop_cli.store.dossier.evidence import rests_on
from ocop_cli.store.index.maker import RowMaker, RowsOf
from ocop_cli.store.index.view import Row
from ocop_cli.store.index.watched_day import WatchedDay
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.programme.profile import load_workspace
from ocop_cli.store.reading.gaps import Gap
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.next import step_context, step_of
from ocop_cli.usecases.rows.pages import with_pages
from ocop_cli.viet.personal import kinds_of_personal
from ocop_cli.workflow.kept_step import packed
from ocop_cli.workflow.step import NextStep

_OF_A_PERSON = "private/"


def make_steps(root: Path, today: date, ids: Sequence[str], *, then: bool) -> Iterator[Row | Gap]:
    """Work out the steps of some dossiers, one after another; what is read is not kept.

    With ``then`` each is looked at as it was at the end of the day; one that had not begun has no step.
    """
    return RowMaker(Sources(root), partial(_stepping, today, then=then))(ids)


def _stepping(today: date, sources: Sources, *, then: bool) -> RowsOf:
    rulebook, stages = load_rulebook(sources.root), load_cycle().stages
    calendar = load_workspace(sources).calendar

    def step_on(day: date, file: DossierFile) -> NextStep | None:
        dossier = as_of(file.dossier, day, stages) if then else file.dossier
        return (
            step_of(sources, file.id, dossier, rulebook, step_context(calendar, day, rulebook))
            if dossier
            else None
        )

    return with_pages(sources, partial(map, partial(_stepped, sources, step_on, today)))


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
