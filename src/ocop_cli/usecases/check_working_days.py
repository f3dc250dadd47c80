"""Every finding about the working days that limits rest on: in the profile, and of a dossier whose limit runs."""

from collections.abc import Iterator
from datetime import date

from ocop_cli.checks.working_days import check_limits, check_own_days, check_year
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.stage import stage_of
from ocop_cli.evaluation.law import law_if_known
from ocop_cli.findings import Finding
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.document_records import documents_of
from ocop_cli.store.packaged import load_calendar, load_cycle
from ocop_cli.store.profile import load_profile
from ocop_cli.store.sources import Sources
from ocop_cli.store.workspace import PROFILE_FILE
from ocop_cli.store.yaml.source import Source
from ocop_cli.viet.ids import id_of_file
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


def limit_findings(
    sources: Sources, source: Source, dossier: Dossier, rulebook: Rulebook, today: date
) -> list[Finding]:
    """Return what is wrong with the days of a dossier's limits; nothing while the profile cannot be used."""
    profile, law = load_profile(sources).record, law_if_known(dossier, rulebook, today)
    if profile is None or law is None or left_behind(dossier, law, today):
        return []
    stage, calendar = stage_of(load_cycle().stages, dossier.stage), load_calendar(profile.own_days)
    limits = list(counted_limit(dossier, law, stage, calendar))
    dossier_id = id_of_file(source.name)
    return list(check_limits(source.name, limits, documents_of(sources, dossier_id)))
