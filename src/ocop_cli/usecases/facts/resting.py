"""What rests on the facts that are about to change: issued papers, which keep their words, and conclusions to look at again."""

from collections.abc import Iterator, Sequence

from ocop_cli.documents.provenance import changed_sources
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.producer import Producer, ProducerRecord, SharedProducer
from ocop_cli.dossier.vocabulary import word
from ocop_cli.evaluation.facts_hash import stale_conclusions
from ocop_cli.store.dossier.dossiers import DossierFile, gather_dossiers
from ocop_cli.store.dossier.producers import PRODUCER_FOLDER, SharedProducers, shared_producer
from ocop_cli.store.files.changes import Change
from ocop_cli.store.papers.document_records import document_of, documents_of
from ocop_cli.store.papers.forms import load_form
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.source import parse
from ocop_cli.usecases.verify.source_words import source_words
from ocop_cli.viet.dates import show_date


def resting_words(sources: Sources, file: DossierFile, changes: Sequence[Change]) -> list[str]:
    """Return a line for each issued paper and each conclusion that rests on what the changes of a dossier replace.

    A record of a producer is shared: what other dossiers concluded from it is told as well.
    """
    lines: list[str] = []
    for change in changes:
        if change.after is None:
            continue
        source = parse(change.after, change.path)
        if change.path == file.source.name:
            after = read_record(source._replace(shared=SharedProducers(sources)), Dossier).record
            lines += [*_papers(sources, file, after), *_conclusions(file, after)] if after else []
        elif change.path.startswith(f"{PRODUCER_FOLDER}/"):
            record = read_record(source, ProducerRecord).record
            lines += _of_producer(sources, shared_producer(record, change.path)) if record else []
    return lines


def _of_producer(sources: Sources, new: SharedProducer) -> Iterator[str]:
    """Say what rests on the record of a producer as it was, dossier by dossier."""
    for file in gather_dossiers(sources).rest(sources.leave_out):
        dossier = file.dossier
        if not isinstance(dossier.producer, SharedProducer) or dossier.producer.id != new.id:
            continue
        after = dossier.model_copy(update={"producer": new})
        yield from _papers(sources, file, after)
        if dossier.evaluation and (titles := _changed(dossier.evaluation.producer, dossier.producer, new)):
            day = show_date(dossier.evaluation.on)
            yield f"Kết luận ngày {day} của hồ sơ {file.id} dựa trên {titles} cũ; kết luận giữ số liệu lúc đó."


def _changed(kept: Producer | None, old: SharedProducer, new: SharedProducer) -> str:
    """Name what an evaluation has kept of a producer and is about to differ from the record."""
    changed = [
        (info.title or name).lower()
        for name, info in Producer.model_fields.items()
        if kept and getattr(old, name) != getattr(new, name) != getattr(kept, name)
    ]
    return ", ".join(changed)


def _papers(sources: Sources, file: DossierFile, after: Dossier) -> Iterator[str]:
    for name, paper in documents_of(sources, file.id):
        if not paper.is_issued or paper.lapsed:
            continue
        record = paper.corrected()
        form = load_form(record.form)
        before = changed_sources(record, file.dossier, form)
        changed = [path for path in changed_sources(record, after, form) if path not in before]
        if changed:
            yield f"{document_of(name)} đã ban hành theo số liệu cũ ({'; '.join(map(source_words, changed))}); văn bản giữ nguyên, sai thì thay thế hoặc đính chính: `ocop docs revise`."


def _conclusions(file: DossierFile, after: Dossier) -> Iterator[str]:
    before = {conclusion.content for conclusion in stale_conclusions(file.dossier)}
    for conclusion in stale_conclusions(after):
        if conclusion.content not in before:
            yield f"Kết luận của xã về “{word(conclusion.content)}” dựa trên số liệu cũ, cần xem lại: `ocop evaluate {file.id}`"
