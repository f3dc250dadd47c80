"""Everything that is wrong with one dossier by itself, in its file and in what it says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from ocop_cli.checks.days import doubtful_days, doubtful_facts
from ocop_cli.checks.dossier_index import IndexedDossier, indexed
from ocop_cli.checks.every import run_checks
from ocop_cli.checks.names import Known, unknown_names
from ocop_cli.dossier.as_of import as_of, field_in_file
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.scores import Scorer
from ocop_cli.evaluation.case import Case
from ocop_cli.evaluation.law import law_if_known
from ocop_cli.findings import Finding, Place
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.evidence import files_seen
from ocop_cli.store.reading.records import Loaded, format_findings
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.source import Source, locate_all
from ocop_cli.usecases.case import case_of

if TYPE_CHECKING:
    from ocop_cli.usecases.checking.working_days import LimitChecks


@dataclass
class CheckRun:
    """What every dossier of a run is checked with."""

    sources: Sources
    rulebook: Rulebook
    today: date
    past_day: date | None
    _last: tuple[Dossier, Dossier | None] | None = field(default=None, init=False)
    """The dossier that was looked at last, and as it stood on the past day."""

    def own_findings(self, loaded: Loaded[Dossier]) -> list[Finding]:
        """Return what is wrong with a dossier by itself: in its file and, where that can be used, in what it says."""
        if loaded.record is None:
            return list(loaded.findings)
        whole, source = loaded.record, loaded.source
        read = [*doubtful_facts(source.name, whole), *unknown_names(source.name, whole, self._known)]
        placed = locate_all(read, source.located)
        placed += locate_all(self._judged(source, whole), self._located(loaded))
        return [
            *loaded.findings,
            *format_findings(loaded),
            *self.sources.placed(placed),
        ]  # some stand in the record of its producer or paper

    def indexed(self, loaded: Loaded[Dossier]) -> Iterator[IndexedDossier]:
        """Index a dossier for comparison with others: as it is looked at, so that what came later teaches nobody yet."""
        dossier = self._seen(loaded.record) if loaded.record is not None else None
        if dossier is not None:
            yield indexed(loaded.source.name, dossier, load_cycle().stages, self._in_file(loaded))

    def _located(self, loaded: Loaded[Dossier]) -> Callable[[Place], Place]:
        """Return what adds line and column to places in a dossier as it is looked at."""
        in_file = self._in_file(loaded)
        return lambda place: loaded.source.located(in_file(place))

    def _in_file(self, loaded: Loaded[Dossier]) -> Callable[[Place], Place]:
        """Return what turns places in a dossier as it is looked at into those in its file."""
        whole, day, name = loaded.record, self.past_day, loaded.source.name
        if whole is None or day is None:
            return lambda place: place

        def in_file(place: Place) -> Place:
            field = field_in_file(place.field, whole, day) if place.file == name else place.field
            return place if field is place.field else place._replace(field=field)

        return in_file

    def _seen(self, dossier: Dossier) -> Dossier | None:
        if self.past_day is None:
            return dossier
        if self._last is None or self._last[0] is not dossier:
            self._last = dossier, as_of(dossier, self.past_day, load_cycle().stages)
        return self._last[1]

    def _judged(self, source: Source, whole: Dossier) -> Iterator[Finding]:
        """Yield what is wrong with what a dossier says, as it is looked at; nothing before it had begun."""
        dossier = self._seen(whole)
        if dossier is None:
            return
        yield from doubtful_days(source.name, dossier, self.today)
        law = law_if_known(dossier, self.rulebook, self.today)
        files = files_seen(self.sources, dossier)
        typed = source.text if source.is_plain else ""
        case = case_of(source.name, dossier, law, self.today, files, typed)
        yield from run_checks(case)
        yield from self._council_findings(case)
        yield from self._limit_findings(case)
        yield from self._unit_findings(case)

    def _limit_findings(self, case: Case) -> list[Finding]:
        """Return what is wrong with the days of limits; only a dossier whose limit runs asks for calendar and papers."""
        stage = case.stages.get(case.dossier.stage)
        if not stage or not stage.limit:
            return []
        return self._limits.findings(case)

    def _unit_findings(self, case: Case) -> list[Finding]:
        """Return what is wrong with the names of units; only opinions ask for the profile and the meetings."""
        if not case.dossier.opinions:
            return []
        from ocop_cli.usecases.checking.unit_names import opinion_findings

        return list(opinion_findings(self.sources, case.name, case.dossier))

    def _council_findings(self, case: Case) -> list[Finding]:
        """Return what is wrong between the members of a council; only then is the profile's limit asked for."""
        if not any(sheet.scorer is Scorer.COUNCIL for sheet in case.dossier.scores):
            return []
        from ocop_cli.checks.council import check_council

        return list(check_council(case, self._score_spread))

    @cached_property
    def _limits(self) -> "LimitChecks":
        from ocop_cli.usecases.checking.working_days import LimitChecks

        return LimitChecks(self.sources)

    @cached_property
    def _known(self) -> Known:
        from ocop_cli.usecases.checking.known_names import known_names

        return known_names(self.sources, self.rulebook, self.today)

    @cached_property
    def _score_spread(self) -> Decimal:
        from ocop_cli.programme.profile import Settings
        from ocop_cli.store.programme.profile import load_profile

        profile = load_profile(self.sources).record
        return (profile.settings if profile else Settings()).score_spread
