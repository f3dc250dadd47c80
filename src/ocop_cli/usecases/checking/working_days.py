"""Every finding about the working days that limits rest on: in the profile, and of a dossier whose limit runs."""

from collections.abc import Iterator
from datetime import date

from ocop_cli.checks.working_days import check_limits, check_own_days, check_year
from ocop_cli.evaluation.case import Case
from ocop_cli.findings import Finding
from ocop_cli.store.built_in.packaged import load_calendar
from ocop_cli.store.papers.document_records import documents_of, record_names
from ocop_cli.store.programme.profile import load_profile
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.workspace import PROFILE_FILE
from ocop_cli.workflow.limits import counted_limit
from ocop_cli.workflow.transition import left_behind


def profile_day_findings(sources: Sources, today: date) -> Iterator[Finding]:
    """Yield what is wrong with the days that the profile names, and whether this year's are known."""
    profile = load_profile(sources).record
    if profile:
        usual = load_calendar(profile.own_days._replace(holidays={}, make_up_days=frozenset()))
        found = [
            *check_year(PROFILE_FILE, today.year, usual),
            *check_own_days(PROFILE_FILE, profile.calendar, usual),
        ]
        yield from sources.placed(found)


class LimitChecks:
    """What the limits of all dossiers of a run are checked with: the calendar, and the records of documents by name."""

    def __init__(self, sources: Sources) -> None:
        profile = load_profile(sources).record
        self._sources = sources
        self._calendar = load_calendar(profile.own_days) if profile else None
        self._records = record_names(sources.root)

    def findings(self, case: Case) -> list[Finding]:
        """Return what is wrong with the days of a dossier's limits; nothing while the profile cannot be used."""
        law = case.ruleset
        if self._calendar is None or law is None or left_behind(case.dossier, law, case.today):
            return []
        limits = list(counted_limit(case.dossier, law, case.stage, self._calendar))
        return list(check_limits(case.name, limits, documents_of(self._sources, case.id, self._records)))
