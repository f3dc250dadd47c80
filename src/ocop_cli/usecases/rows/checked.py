"""What is wrong with each dossier by itself, kept in the index: a dossier that is as it was is not checked again."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from ocop_cli.checks.comparisons import takes_lessons
from ocop_cli.checks.dossier_index import IndexedDossier, indexed_of_text, indexed_text
from ocop_cli.dossier.model import Dossier
from ocop_cli.errors import OcopError
from ocop_cli.findings import Finding, findings_of_text, findings_text
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile, producer_files
from ocop_cli.store.dossier.evidence import rests_on
from ocop_cli.store.index.index import Index
from ocop_cli.store.index.maker import RowMaker, RowsOf
from ocop_cli.store.index.view import Row, View
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.reading.gaps import Gap
from ocop_cli.store.reading.records import Loaded
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.source import Source
from ocop_cli.usecases.checking.one import CheckRun, Looked
from ocop_cli.usecases.rows.pages import with_pages

CHECKED = View("checked", ("findings", "compared"), (".",), ("ocop.yaml", "programme", "documents"))
"""By the profile, the meetings and the records of documents any dossier may be judged."""
_OF_A_PERSON = re.compile("P02[0-9]")


def checked_dossiers(
    index: Index, sources: Sources, today: date, past_day: date | None
) -> tuple[list[Finding], list[IndexedDossier]]:
    """Return what is wrong with every dossier by itself, and the dossiers for comparison with each other."""
    gaps: list[Gap] = []
    make = RowMaker(sources, partial(_checking, today, past_day))
    under, columns = f"{today} {past_day}", ("id", *CHECKED.columns)
    rows = sorted(index.rows(CHECKED, under, make, gaps.append, columns))
    findings = [finding for gap in gaps for finding in gap.findings]
    findings += [finding for row in rows for finding in findings_of_text(str(row[1]))]
    stages = load_cycle().stages
    return findings, [indexed_of_text(str(row[2]), stages) for row in rows if row[2]]


def _checking(today: date, past_day: date | None, sources: Sources) -> RowsOf:
    run = CheckRun(sources, _rulebook(sources.root), today, past_day)
    return with_pages(sources, partial(_checked, run))


def _checked(run: CheckRun, files: Sequence[DossierFile]) -> Iterator[Row]:
    """Check some dossiers. What shows personal data is told and not kept."""
    looked = [run.look(Loaded(file.source, file.dossier, file.findings, Dossier)) for file in files]
    for file, each, found in zip(files, looked, run.own_findings(looked), strict=True):
        yield _row(run, file, each, found)


def _row(run: CheckRun, file: DossierFile, looked: Looked, found: list[Finding]) -> Row:
    compared = [_with_move_placed(each, file.source) for each in run.indexed(looked)]
    uses = (*producer_files(file.source), *rests_on(run.sources.root, file.dossier))
    passes = any(_OF_A_PERSON.match(finding.code) for finding in found)
    values = findings_text(found), indexed_text(compared[0]) if compared else ""
    return Row(file.id, uses, b"", values, passes)


def _with_move_placed(dossier: IndexedDossier, source: Source) -> IndexedDossier:
    """Return a dossier with the line of its last move where it takes lessons: many do, and they are shown there."""
    return (
        dossier._replace(move_place=source.located(dossier.move_place)) if takes_lessons(dossier) else dossier
    )


def _rulebook(root: Path) -> Rulebook:
    try:
        return load_rulebook(root)
    except OcopError:  # told beside
        return load_rulebook()
