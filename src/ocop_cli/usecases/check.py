"""Every finding of a workspace, or of a few of its dossiers, each with file, line and column."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from ocop_cli.checks import compare, run_checks
from ocop_cli.checks.comparisons import takes_lessons
from ocop_cli.checks.days import doubtful_days, doubtful_facts
from ocop_cli.checks.dossier_index import DossierIndex, IndexedDossier, indexed
from ocop_cli.checks.names import Known, unknown_names
from ocop_cli.checks.story_runs import runs_in_a_row, runs_wanted
from ocop_cli.dossier.as_of import as_of, field_in_file
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.scores import Scorer
from ocop_cli.evaluation.case import Case
from ocop_cli.evaluation.law import law_if_known
from ocop_cli.findings import Finding, Place
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.dossiers import (
    dossier_name,
    each_dossier,
    list_ids,
    named_producer,
    private_findings,
    read_dossier,
)
from ocop_cli.store.evidence import files_seen
from ocop_cli.store.packaged import load_cycle
from ocop_cli.store.producers import list_producers
from ocop_cli.store.records import Loaded
from ocop_cli.store.skim import Sought, holds_any, skim_dossiers
from ocop_cli.store.sources import Sources
from ocop_cli.store.yaml.source import Source, locate_all
from ocop_cli.usecases.case import case_of
from ocop_cli.viet.ids import is_id
from ocop_cli.viet.text import consonants


def check_workspace(
    sources: Sources, rulebook: Rulebook, today: date, past_day: date | None = None
) -> list[Finding]:
    """Check everything: the profile, the meetings, the plans, the dossiers, and what these say of each other.

    Of a ``past_day`` the dossiers are checked as they stood then; every other file as it is now.
    """
    # with models that a check of single dossiers does without
    from ocop_cli.usecases.check_programme import programme_findings

    run, findings = _Run(sources, rulebook, today, past_day), list[Finding]()
    dossiers: list[IndexedDossier] = []
    for _, loaded in each_dossier(sources, list_ids(sources.root)):
        findings += run.own_findings(loaded)
        dossiers += run.indexed(loaded)
    # last: it goes through files of which dossiers have had some read and kept
    findings += programme_findings(sources, rulebook, today)
    return findings + _compared(dossiers, dossiers)


def check_dossiers(
    sources: Sources, ids: Iterable[str], rulebook: Rulebook, today: date, past_day: date | None = None
) -> list[Finding]:
    """Check some dossiers as a check of all would, reading of the others only those that may be compared with them."""
    run = _Run(sources, rulebook, today, past_day)
    asked = {dossier_id: read_dossier(sources, dossier_id) for dossier_id in ids}
    mine = [dossier for loaded in asked.values() for dossier in run.indexed(loaded)]
    sought = [_sought(dossier) for dossier in mine]
    near = skim_dossiers(sources.root, lambda raw: holds_any(raw, sought)) if mine else ()
    read = each_dossier(sources, sorted({*asked, *near}))
    dossiers = [dossier for _, loaded in read for dossier in run.indexed(loaded)]
    findings = [finding for loaded in asked.values() for finding in run.own_findings(loaded)]
    findings += [*private_findings(sources, asked), *_name_findings(sources.root, asked)]
    findings += _findings_of_producers(sources, asked.values())
    return findings + _compared(mine, dossiers)


def _findings_of_producers(sources: Sources, dossiers: Iterable[Loaded[Dossier]]) -> list[Finding]:
    """Return what is wrong with the records of producers that some dossiers name."""
    named = {name for loaded in dossiers if (name := named_producer(loaded.source))}
    if not named:
        return []
    from ocop_cli.usecases.check_programme import producer_findings  # with models that others do without

    return list(producer_findings(sources, sorted(named & {*list_producers(sources.root)})))


def _name_findings(root: Path, ids: Collection[str]) -> list[Finding]:
    """Return what is wrong with the names of the files of some dossiers."""
    if all(map(is_id, ids)):
        return []
    from ocop_cli.store.ids import id_findings  # knows every kind of file

    names = {dossier_name(dossier_id) for dossier_id in ids}
    return [finding for finding in id_findings(root) if finding.place.file in names]


@dataclass
class _Run:
    """What every dossier of a run is checked with."""

    sources: Sources
    rulebook: Rulebook
    today: date
    past_day: date | None

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
            *self.sources.placed(placed),
        ]  # some stand in the record of its producer or paper

    def indexed(self, loaded: Loaded[Dossier]) -> Iterator[IndexedDossier]:
        """Index a dossier for comparison with others: as it is looked at, so that what came later teaches nobody yet."""
        dossier = self._seen(loaded.record) if loaded.record is not None else None
        if dossier is not None:
            yield indexed(loaded.source.name, dossier, load_cycle().stages, self._located(loaded))

    def _located(self, loaded: Loaded[Dossier]) -> Callable[[Place], Place]:
        """Return what adds line and column to places in a dossier as it is looked at."""
        whole, day, source = loaded.record, self.past_day, loaded.source
        if whole is None or day is None:
            return source.located

        def located(place: Place) -> Place:
            if place.file != source.name:
                return place
            return source.located(place._replace(field=field_in_file(place.field, whole, day)))

        return located

    def _seen(self, dossier: Dossier) -> Dossier | None:
        return as_of(dossier, self.past_day, load_cycle().stages) if self.past_day else dossier

    def _judged(self, source: Source, whole: Dossier) -> Iterator[Finding]:
        """Yield what is wrong with what a dossier says, as it is looked at; nothing before it had begun."""
        dossier = self._seen(whole)
        if dossier is None:
            return
        yield from doubtful_days(source.name, dossier, self.today)
        law = law_if_known(dossier, self.rulebook, self.today)
        files = files_seen(self.sources, dossier)
        case = case_of(source.name, dossier, law, self.today, files)
        yield from run_checks(case)
        yield from self._council_findings(case)
        yield from self._limit_findings(source, dossier)
        yield from self._unit_findings(case)

    def _limit_findings(self, source: Source, dossier: Dossier) -> list[Finding]:
        """Return what is wrong with the days of limits; only a dossier whose limit runs asks for calendar and papers."""
        stage = load_cycle().stages.get(dossier.stage)
        if not stage or not stage.limit:
            return []
        from ocop_cli.usecases.check_working_days import limit_findings

        return limit_findings(self.sources, source, dossier, self.rulebook, self.today)

    def _unit_findings(self, case: Case) -> list[Finding]:
        """Return what is wrong with the names of units; only opinions ask for the profile and the meetings."""
        if not case.dossier.opinions:
            return []
        from ocop_cli.usecases.check_unit_names import opinion_findings

        return list(opinion_findings(self.sources, case.name, case.dossier))

    def _council_findings(self, case: Case) -> list[Finding]:
        """Return what is wrong between the members of a council; only then is the profile's limit asked for."""
        if not any(sheet.scorer is Scorer.COUNCIL for sheet in case.dossier.scores):
            return []
        from ocop_cli.checks.council import check_council

        return list(check_council(case, self._score_spread))

    @cached_property
    def _known(self) -> Known:
        from ocop_cli.usecases.known_names import known_names

        return known_names(self.sources, self.rulebook, self.today)

    @cached_property
    def _score_spread(self) -> Decimal:
        from ocop_cli.programme.profile import Settings
        from ocop_cli.store.profile import load_profile

        profile = load_profile(self.sources).record
        return (profile.settings if profile else Settings()).score_spread


def _compared(dossiers: Iterable[IndexedDossier], others: Iterable[IndexedDossier]) -> list[Finding]:
    index = DossierIndex(others)
    return [finding for dossier in dossiers for finding in compare(dossier, index)]


def _sought(dossier: IndexedDossier) -> Sought:
    """Return by what the files of other dossiers are picked out that a dossier must be compared with."""
    runs = runs_in_a_row(dossier.story) if dossier.story else set()
    return Sought(
        names=(consonants(dossier.product.encode()), consonants(dossier.producer.encode())),
        idea=consonants(dossier.idea.encode()),
        runs=frozenset(runs),
        wanted=runs_wanted(runs),
        code=dossier.code.encode(),
        returned=dossier.product_set if takes_lessons(dossier) else None,
    )
