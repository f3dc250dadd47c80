"""Every finding of a workspace that is not about a dossier: profile, meetings, plans, inspections, names of files."""

from collections.abc import Iterable, Iterator
from datetime import date

from ocop_cli.checks.producers import check_record
from ocop_cli.findings import Finding
from ocop_cli.store.dossiers import private_findings
from ocop_cli.store.ids import id_findings
from ocop_cli.store.inspections import inspection_findings
from ocop_cli.store.meetings import list_meetings, load_meeting
from ocop_cli.store.orphans import orphan_findings
from ocop_cli.store.plans import plan_findings
from ocop_cli.store.producers import list_producers, load_producer
from ocop_cli.store.profile import load_profile
from ocop_cli.store.report_words import report_words_findings
from ocop_cli.store.sources import Sources
from ocop_cli.store.yaml.source import locate_all
from ocop_cli.usecases.check_working_days import profile_day_findings
from ocop_cli.usecases.issue import lost_findings


def programme_findings(sources: Sources, today: date) -> Iterator[Finding]:
    """Yield what is wrong with the files of the programme, and with the names of all files."""
    yield from load_profile(sources).findings
    yield from profile_day_findings(sources, today)
    for meeting in list_meetings(sources.root):
        yield from load_meeting(sources, meeting).findings
    yield from plan_findings(sources)
    yield from inspection_findings(sources)
    yield from report_words_findings(sources)
    yield from producer_findings(sources, list_producers(sources.root))
    yield from lost_findings(sources)
    yield from id_findings(sources.root)
    yield from private_findings(sources)
    yield from sources.placed(orphan_findings(sources))


def producer_findings(sources: Sources, ids: Iterable[str]) -> Iterator[Finding]:
    """Yield every error of the records of some producers, and what is wrong with what they say."""
    for producer_id in ids:
        loaded = load_producer(sources, producer_id)
        yield from loaded.findings
        if loaded.record is not None:
            found = check_record(loaded.record, loaded.source.name)
            yield from locate_all(found, loaded.source.located)
