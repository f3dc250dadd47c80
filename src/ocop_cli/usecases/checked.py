"""What is wrong with each dossier by itself, kept in the index: a dossier that is as it was is not checked again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from ocop_cli.checks.comparisons import takes_lessons
from ocop_cli.checks.dossier_index import IndexedDossier, indexed_of_text, indexed_text
from ocop_cli.dossier.model import Dossier
from ocop_cli.errors import OcopError
from ocop_cli.findings import Finding, findings_of_text, findings_text
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.dossiers import DossierFile, as_read, each_dossier, producer_files
from ocop_cli.store.evidence import rests_on
from ocop_cli.store.gaps import Gap
from ocop_cli.store.index.index import Index
from ocop_cli.store.index.stamps import look
from ocop_cli.store.index.view import Row, View
from ocop_cli.store.packaged import load_cycle
from ocop_cli.store.records import Loaded
from ocop_cli.store.rulebook import load_rulebook
from ocop_cli.store.sources import Sources
from ocop_cli.store.yaml.source import Source
from ocop_cli.usecases.check_one import CheckRun

CHECKED = View("checked", ("findings", "compared"), (".",))
_ALL_REST_ON = ("ocop.yaml", "programme", "documents")
"""The profile, the meetings and the records of documents: any dossier may be judged by them."""
_OF_A_PERSON = re.compile("P02[0-9]")


def checked_dossiers(
    index: Index, sources: Sources, today: date, past_day: date | None
) -> tuple[list[Finding], list[IndexedDossier]]:
    """Return what is wrong with every dossier by itself, and the dossiers for comparison with each other."""
    gaps: list[Gap] = []
    under = f"{today} {past_day} {look(sources.root, _ALL_REST_ON).seal}"
    make = Checker(sources, today, past_day)
    rows = sorted(index.rows(CHECKED, under, make, gaps.append, ("id", *CHECKED.columns)))
    findings = [finding for gap in gaps for finding in gap.findings]
    findings += [finding for row in rows for finding in findings_of_text(str(row[1]))]
    stages = load_cycle().stages
    return findings, [indexed_of_text(str(row[2]), stages) for row in rows if row[2]]


@dataclass
class Checker:
    """Checks dossiers, share by share, with what a process needs to know for all of them."""

    sources: Sources
    today: date
    past_day: date | None

    def __reduce__(self) -> "tuple[type[Checker], tuple[Sources, date, date | None]]":
        """Go to another process without what was loaded here."""
        return Checker, (self.sources, self.today, self.past_day)

    def __call__(self, ids: Sequence[str]) -> Iterator[Row | Gap]:
        """Check some dossiers, one after another. What shows personal data is told and not kept."""
        for dossier_id, loaded in each_dossier(self.sources, ids):
            file = as_read(dossier_id, loaded)
            yield file if isinstance(file, Gap) else self._row(file, loaded)

    @cached_property
    def _run(self) -> CheckRun:
        return CheckRun(self.sources, _rulebook(self.sources.root), self.today, self.past_day)

    def _row(self, file: DossierFile, loaded: Loaded[Dossier]) -> Row:
        found = self._run.own_findings(loaded)
        compared = [_with_move_placed(each, loaded.source) for each in self._run.indexed(loaded)]
        uses = (*producer_files(loaded.source), *rests_on(self.sources.root, file.dossier))
        passes = any(_OF_A_PERSON.match(finding.code) for finding in found) or any(
            "\n" in name for name in uses
        )
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
