"""What each dossier needs next, kept in the index: after one file was changed only its step is worked out again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from pydantic import TypeAdapter

from ocop_cli.dossier.as_of import as_of
from ocop_cli.programme.calendar import Calendar
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.dossiers import DossierFile, as_read, each_dossier, private_name, producer_files
from ocop_cli.store.evidence import rests_on
from ocop_cli.store.gaps import Gap
from ocop_cli.store.index.index import Index
from ocop_cli.store.index.stamps import look
from ocop_cli.store.index.view import Row, View
from ocop_cli.store.packaged import load_cycle
from ocop_cli.store.rulebook import load_rulebook
from ocop_cli.store.sources import Sources
from ocop_cli.usecases.next import remedies_of_each, step_context, step_of
from ocop_cli.viet.personal import kinds_of_personal
from ocop_cli.workflow.next_step import NextStep
from ocop_cli.workflow.remedy_step import with_remedies

STEPPED = View("stepped", ("step", "findings"), (".",))
_ALL_REST_ON = ("ocop.yaml", "programme")
"""The profile and the calendar."""
_OF_A_PERSON = "private/"


def all_next_steps(
    index: Index, sources: Sources, calendar: Calendar, today: date, past_day: date | None
) -> tuple[list[NextStep], int]:
    """Return what every usable dossier needs next, and how many findings the files of all of them have.

    With ``past_day`` each is looked at as it was then; one that had not begun has no step.
    """
    gaps: list[Gap] = []
    under = f"{today} {past_day} {look(sources.root, _ALL_REST_ON).seal}"
    make = Stepper(sources, calendar, today, past_day)
    rows = sorted(index.rows(STEPPED, under, make, gaps.append, ("id", *STEPPED.columns)))
    sources.leave_out(*gaps)
    context, remedies = step_context(calendar, today), remedies_of_each(sources, today)
    kept = [_steps().validate_json(str(text)) for _, text, _ in rows if text]
    steps = [with_remedies(step, remedies.get(step.id, ()), context) for step in kept]
    return steps, sum(int(count or 0) for *_, count in rows) + sum(len(gap.findings) for gap in gaps)


@dataclass
class Stepper:
    """Works out what dossiers need next, share by share, with what a process needs to know for all of them."""

    sources: Sources
    calendar: Calendar
    today: date
    past_day: date | None

    def __reduce__(self) -> "tuple[type[Stepper], tuple[Sources, Calendar, date, date | None]]":
        """Go to another process without what was loaded here."""
        return Stepper, (self.sources, self.calendar, self.today, self.past_day)

    def __call__(self, ids: Sequence[str]) -> Iterator[Row | Gap]:
        """Work out the steps of some dossiers, one after another."""
        for dossier_id, loaded in each_dossier(self.sources, ids):
            file = as_read(dossier_id, loaded)
            yield file if isinstance(file, Gap) else self._row(file)

    @cached_property
    def _rulebook(self) -> Rulebook:
        return load_rulebook(self.sources.root)

    def _row(self, file: DossierFile) -> Row:
        uses = (
            private_name(file.id), *producer_files(file.source), *rests_on(self.sources.root, file.dossier),
        )  # fmt: skip
        step = self._step(file)
        text = _steps().dump_json(step).decode() if step else ""
        is_personal = _OF_A_PERSON in text or bool(kinds_of_personal(text))
        passes = is_personal or any("\n" in name for name in uses)
        return Row(file.id, uses, b"", (text, len(file.findings)), passes)

    def _step(self, file: DossierFile) -> NextStep | None:
        stages = load_cycle().stages
        dossier = as_of(file.dossier, self.past_day, stages) if self.past_day else file.dossier
        context = step_context(self.calendar, self.today)
        return step_of(self.sources, file.id, dossier, self._rulebook, context) if dossier else None


@cache
def _steps() -> TypeAdapter[NextStep]:
    return TypeAdapter(NextStep)
