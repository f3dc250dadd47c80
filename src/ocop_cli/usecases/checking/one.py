"""Everything that is wrong with dossiers by themselves, in their files and in what they say."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ocop_cli.checks.days import doubtful_days, doubtful_facts
from ocop_cli.checks.dossier_index import IndexedDossier, indexed
from ocop_cli.checks.every import CHECKS, in_turn
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
from ocop_cli.store.yaml.source import locate_all
from ocop_cli.usecases.case import case_of

if TYPE_CHECKING:
    from ocop_cli.usecases.checking.working_days import LimitChecks


class Looked(NamedTuple):
    """A dossier as read, and as it is looked at: ``None`` where it cannot be used, or had not begun on the past day."""

    loaded: Loaded[Dossier]
    dossier: Dossier | None

    @property
    def name(self) -> str:
        """The file of the dossier."""
        return self.loaded.source.name


@dataclass
class CheckRun:
    """What every dossier of a run is checked with."""

    sources: Sources
    rulebook: Rulebook
    today: date
    past_day: date | None

    def look(self, loaded: Loaded[Dossier]) -> Looked:
        """Look at a dossier as it is, or as it stood on the past day."""
        dossier = loaded.record
        if dossier is not None and self.past_day is not None:
            dossier = as_of(dossier, self.past_day, load_cycle().stages)
        return Looked(loaded, dossier)

    def own_findings(self, dossiers: Sequence[Looked]) -> list[list[Finding]]:
        """Return what is wrong with each dossier by itself: in its file and, where that can be used, in what it says."""
        read = in_turn((self._fact_findings, self._name_findings), dossiers)
        cases = [case for each in dossiers for case in self._case(each)]
        judged = dict(zip((case.name for case in cases), in_turn(self._judging, cases), strict=True))
        return [
            self._placed(each, found, judged.get(each.name, ()))
            for each, found in zip(dossiers, read, strict=True)
        ]

    def indexed(self, looked: Looked) -> Iterator[IndexedDossier]:
        """Index a dossier for comparison with others: as it is looked at, so that what came later teaches nobody yet."""
        if looked.dossier is not None:
            yield indexed(looked.name, looked.dossier, load_cycle().stages, self._in_file(looked.loaded))

    def _placed(self, looked: Looked, read: Iterable[Finding], judged: Iterable[Finding]) -> list[Finding]:
        """Return all that is wrong with a dossier, with what its reader found first."""
        loaded = looked.loaded
        placed = locate_all(read, loaded.source.located)
        placed += locate_all(judged, self._located(loaded))
        return [
            *loaded.findings,
            *format_findings(loaded),
            *self.sources.placed(placed),
        ]  # some stand in the record of its producer or paper

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

    def _fact_findings(self, looked: Looked) -> Iterable[Finding]:
        whole = looked.loaded.record
        return doubtful_facts(looked.name, whole) if whole is not None else ()

    def _name_findings(self, looked: Looked) -> Iterable[Finding]:
        whole = looked.loaded.record
        return unknown_names(looked.name, whole, self._known) if whole is not None else ()

    def _case(self, looked: Looked) -> Iterator[Case]:
        """Yield what a dossier is judged as, under its law; nothing before it had begun."""
        dossier, source = looked.dossier, looked.loaded.source
        if dossier is not None:
            law = law_if_known(dossier, self.rulebook, self.today)
            files = files_seen(self.sources, dossier)
            typed = source.text if source.is_plain else ""
            yield case_of(source.name, dossier, law, self.today, files, typed)

    @property
    def _judging(self) -> tuple[Callable[[Case], Iterable[Finding]], ...]:
        """What is asked of a dossier, in order."""
        return (
            self._day_findings, *CHECKS, self._council_findings, self._limit_findings, self._unit_findings,
        )  # fmt: skip

    def _day_findings(self, case: Case) -> Iterable[Finding]:
        return doubtful_days(case.name, case.dossier, self.today)

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
