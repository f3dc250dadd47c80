"""Every finding of a workspace, or of a few of its dossiers, each with file, line and column."""

from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

from ocop_cli.checks.comparisons import takes_lessons
from ocop_cli.checks.dossier_index import DossierIndex, IndexedDossier
from ocop_cli.checks.every import compare
from ocop_cli.checks.story_runs import runs_in_a_row, runs_wanted
from ocop_cli.dossier.model import Dossier
from ocop_cli.findings import Finding
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.dossier.dossiers import (
    dossier_name,
    each_dossier,
    named_producer,
    private_findings,
    read_dossier,
)
from ocop_cli.store.dossier.producers import list_producers
from ocop_cli.store.index.index import Index
from ocop_cli.store.reading.records import Loaded
from ocop_cli.store.reading.skim import Sought, holds_any, skim_dossiers
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.checking.one import CheckRun
from ocop_cli.usecases.rows.checked import checked_dossiers
from ocop_cli.viet.ids import is_id
from ocop_cli.viet.text import consonants


def check_workspace(
    sources: Sources,
    rulebook: Rulebook,
    today: date,
    past_day: date | None = None,
    index: Index | None = None,
) -> list[Finding]:
    """Check everything: the profile, the meetings, the plans, the dossiers, and what these say of each other.

    Of a ``past_day`` the dossiers are checked as they stood then; every other file as it is now. A dossier that
    ``index`` knows unchanged, with all that it rests on, is not checked again.
    """
    # with models that a check of single dossiers does without
    from ocop_cli.usecases.checking.programme import programme_findings

    known = index or Index(sources.root, may_write=False)
    findings, dossiers = checked_dossiers(known, sources, today, past_day)
    # last: it goes through files of which dossiers have had some read and kept
    of_programme = programme_findings(sources, rulebook, today, may_write=known.may_write)
    findings += dict.fromkeys(of_programme)  # a folder may hold several kinds
    return findings + _compared(sources, dossiers, dossiers)


def check_dossiers(
    sources: Sources, ids: Iterable[str], rulebook: Rulebook, today: date, past_day: date | None = None
) -> list[Finding]:
    """Check some dossiers as a check of all would, reading of the others only those that may be compared with them."""
    run = CheckRun(sources, rulebook, today, past_day)
    asked = {dossier_id: run.look(read_dossier(sources, dossier_id)) for dossier_id in ids}
    mine = [dossier for each in asked.values() for dossier in run.indexed(each)]
    sought = [_sought(dossier) for dossier in mine]
    near = skim_dossiers(sources.root, lambda raw: holds_any(raw, sought)) if mine else ()
    read = each_dossier(sources, sorted({*asked, *near}))
    dossiers = [dossier for _, loaded in read for dossier in run.indexed(run.look(loaded))]
    findings = [finding for found in run.own_findings([*asked.values()]) for finding in found]
    findings += [*private_findings(sources, asked), *_name_findings(sources.root, asked)]
    findings += _findings_of_producers(sources, (each.loaded for each in asked.values()))
    return findings + _compared(sources, mine, dossiers)


def _findings_of_producers(sources: Sources, dossiers: Iterable[Loaded[Dossier]]) -> list[Finding]:
    """Return what is wrong with the records of producers that some dossiers name."""
    named = {name for loaded in dossiers if (name := named_producer(loaded.source))}
    if not named:
        return []
    from ocop_cli.usecases.checking.programme import producer_findings  # with models that others do without

    return list(producer_findings(sources, sorted(named & {*list_producers(sources.root)})))


def _name_findings(root: Path, ids: Collection[str]) -> list[Finding]:
    """Return what is wrong with the names of the files of some dossiers."""
    if all(map(is_id, ids)):
        return []
    from ocop_cli.store.workspace.ids import id_findings  # knows every kind of file

    names = {dossier_name(dossier_id) for dossier_id in ids}
    return [finding for finding in id_findings(root) if finding.place.file in names]


def _compared(
    sources: Sources, dossiers: Iterable[IndexedDossier], others: Iterable[IndexedDossier]
) -> list[Finding]:
    index = DossierIndex(others)
    return sources.placed(finding for dossier in dossiers for finding in compare(dossier, index))


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
