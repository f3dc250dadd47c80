"""Every finding of a workspace that is not about a dossier: each data file, the names in it, and the names of files."""

from collections.abc import Iterable, Iterator
from datetime import date

from ocop_cli.checks.alone import names_with_words
from ocop_cli.checks.days import doubtful_days
from ocop_cli.checks.names import Known, unknown_names
from ocop_cli.checks.order import paper_order
from ocop_cli.checks.producers import check_record
from ocop_cli.findings import Finding
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.programme.inspection import Inspection
from ocop_cli.programme.meeting import Meeting
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.dossier.dossiers import DOSSIER_FOLDER, PRIVATE_FOLDER, private_findings
from ocop_cli.store.dossier.producers import PRODUCER_FOLDER, list_producers, load_producer
from ocop_cli.store.programme.plans import PLAN_FOLDER, plan_findings
from ocop_cli.store.programme.year_log import log_findings
from ocop_cli.store.reading.records import format_findings, read_record
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_places import DATA_PLACES, DataPlace
from ocop_cli.store.workspace.ids import id_findings
from ocop_cli.store.workspace.orphans import orphan_findings
from ocop_cli.store.workspace.strays import stray_findings
from ocop_cli.store.yaml.source import locate_all
from ocop_cli.usecases.checking.commune import commune_findings
from ocop_cli.usecases.checking.git import merging_findings
from ocop_cli.usecases.checking.issued import lost_findings
from ocop_cli.usecases.checking.known_names import and_criteria, known_names
from ocop_cli.usecases.checking.numbers import number_findings
from ocop_cli.usecases.checking.unit_names import guest_findings
from ocop_cli.usecases.checking.working_days import profile_day_findings
from ocop_cli.usecases.year.inspection_photos import photo_findings
from ocop_cli.viet.doubts import doubtful_values
from ocop_cli.viet.fields import Record

_READ_ELSEWHERE = frozenset({DOSSIER_FOLDER, PRODUCER_FOLDER, PRIVATE_FOLDER, PLAN_FOLDER})
"""Places whose files have checks of their own."""


def programme_findings(
    sources: Sources, rulebook: Rulebook, today: date, *, may_write: bool
) -> Iterator[Finding]:
    """Yield what is wrong with the files of the programme, and with the names of all files.

    ``may_write`` lets the index keep what was worked out of large files.
    """
    known = known_names(sources, rulebook, today)
    for place in DATA_PLACES:
        if place.path not in _READ_ELSEWHERE:
            yield from _place_findings(sources, place, known, rulebook, today)
    yield from profile_day_findings(sources, today)
    yield from commune_findings(sources, today)
    yield from plan_findings(sources)
    yield from log_findings(sources)
    yield from producer_findings(sources, list_producers(sources.root))
    yield from lost_findings(sources, may_write=may_write)
    yield from number_findings(sources)
    yield from id_findings(sources.root)
    yield from stray_findings(sources.root)
    yield from private_findings(sources)
    yield from sources.placed(orphan_findings(sources))
    yield from merging_findings(sources.root)


def producer_findings(sources: Sources, ids: Iterable[str]) -> Iterator[Finding]:
    """Yield every error of the records of some producers, and what is wrong with what they say."""
    for producer_id in ids:
        loaded = load_producer(sources, producer_id)
        yield from loaded.findings
        yield from format_findings(loaded)
        if loaded.record is not None:
            name = loaded.source.name
            found = [*check_record(loaded.record, name), *names_with_words(name, loaded.record)]
            found += doubtful_values(name, loaded.record)
            yield from locate_all(found, loaded.source.located)


def _place_findings(
    sources: Sources, place: DataPlace, known: Known, rulebook: Rulebook, today: date
) -> Iterator[Finding]:
    for name in place.files(sources.root):
        source = sources.load(name) if place.schema else sources.read(name)  # records are many: asked once
        loaded = read_record(source, place.model)
        yield from loaded.findings
        yield from format_findings(loaded)
        if loaded.record is not None:
            wanted = and_criteria(known, rulebook) if _names_criteria(loaded.record) else known
            found = [*unknown_names(name, loaded.record, wanted), *doubtful_days(name, loaded.record, today)]
            found += [*names_with_words(name, loaded.record), *doubtful_values(name, loaded.record)]
            if isinstance(loaded.record, Meeting):
                found += guest_findings(sources, name, loaded.record)
            if isinstance(loaded.record, Inspection):
                found += photo_findings(sources, name, loaded.record)
            if isinstance(loaded.record, DocumentRecord):
                found += paper_order(name, loaded.record)
            yield from locate_all(found, loaded.source.located)


def _names_criteria(record: Record) -> bool:
    return isinstance(record, Profile) and bool(record.settings.effort)
