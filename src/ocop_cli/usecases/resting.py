"""What rests on the facts that are about to change: issued papers, which keep their words, and conclusions to look at again."""

from collections.abc import Iterator, Sequence

from ocop_cli.documents.provenance import changed_sources
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import word
from ocop_cli.evaluation.facts_hash import stale_conclusions
from ocop_cli.store.document_records import document_of, documents_of
from ocop_cli.store.dossiers import DossierFile
from ocop_cli.store.files.changes import Change
from ocop_cli.store.forms import load_form
from ocop_cli.store.producers import SharedProducers
from ocop_cli.store.records import read_record
from ocop_cli.store.sources import Sources
from ocop_cli.store.yaml.source import parse
from ocop_cli.usecases.verify import field_words


def resting_words(sources: Sources, file: DossierFile, changes: Sequence[Change]) -> list[str]:
    """Return a line for each issued paper and each conclusion that rests on what the changes of a dossier replace."""
    raw = next((change.after for change in changes if change.path == file.source.name), None)
    if raw is None:
        return []
    source = parse(raw, file.source.name)._replace(shared=SharedProducers(sources))
    after = read_record(source, Dossier).record
    return [*_papers(sources, file, after), *_conclusions(file, after)] if after else []


def _papers(sources: Sources, file: DossierFile, after: Dossier) -> Iterator[str]:
    for name, record in documents_of(sources, file.id):
        if not record.is_issued:
            continue
        form = load_form(record.form)
        before = changed_sources(record, file.dossier, form)
        changed = [path for path in changed_sources(record, after, form) if path not in before]
        if changed:
            yield f"{document_of(name)} đã ban hành theo số liệu cũ ({'; '.join(map(field_words, changed))}); văn bản giữ nguyên."


def _conclusions(file: DossierFile, after: Dossier) -> Iterator[str]:
    before = {conclusion.content for conclusion in stale_conclusions(file.dossier)}
    for conclusion in stale_conclusions(after):
        if conclusion.content not in before:
            yield f"Kết luận của xã về “{word(conclusion.content)}” dựa trên số liệu cũ, cần xem lại: `ocop evaluate {file.id}`"
