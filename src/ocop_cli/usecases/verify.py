"""Has anything changed since a document was made, and where do its words come from?"""

from typing import Any, NamedTuple

from ocop_cli.documents.provenance import changed_sources, places_touched, short_hash
from ocop_cli.programme.document_record import DocumentRecord, Printed
from ocop_cli.store.document_records import DocumentFile, list_documents
from ocop_cli.store.dossiers import load_dossier
from ocop_cli.store.forms import load_form, template_path
from ocop_cli.store.sources import Sources
from ocop_cli.usecases.issue import file_hash, register_entry


class Verification(NamedTuple):
    """What has changed since a document was made: the file, its template, parts of its dossier, and the places touched.

    ``losses`` says in words what an issued document has lost: its file, its signed scan.
    """

    document: str
    edited: bool
    template: bool
    changed: tuple[str, ...]
    touched: tuple[str, ...]
    losses: tuple[str, ...] = ()

    @property
    def is_unchanged(self) -> bool:
        """Say whether everything is as it was."""
        return not (self.edited or self.template or self.changed or self.losses)


def verify_document(sources: Sources, file: DocumentFile) -> Verification:
    """Compare a document with its record, its template and its dossier as they are now."""
    made = file.record.made
    changed = sources_changed(sources, file.record)
    return Verification(
        file.document,
        edited=file_hash(sources.root, file.document) != made.document,
        template=short_hash(template_path(sources.root, file.record.form).read_bytes()) != made.template,
        changed=tuple(changed),
        touched=tuple(places_touched(file.record, changed)),
        losses=register_entry(sources.root, file).losses,
    )


def documents_touched(sources: Sources) -> tuple[int, dict[str, list[str]]]:
    """Return how many documents there are, and the places to look at in those that rest on changed facts."""
    files = list_documents(sources)
    touched = {f.document: places_touched(f.record, sources_changed(sources, f.record)) for f in files}
    return len(files), {document: places for document, places in touched.items() if places}


def sources_changed(sources: Sources, record: DocumentRecord) -> list[str]:
    """Return the parts of its dossier that have changed since a document was made."""
    if record.made.dossier is None:
        return []
    dossier = load_dossier(sources, record.made.dossier).dossier
    return changed_sources(record, dossier, load_form(record.form))


def verification_json(found: Verification) -> dict[str, Any]:
    """Return a verification as ``ocop/verify@1`` without its schema name."""
    return {
        "file": found.document,
        "document_changed": found.edited,
        "template_changed": found.template,
        "sources_changed": list(found.changed),
        "places_touched": list(found.touched),
        "losses": list(found.losses),
    }


def places_json(file: DocumentFile, places: dict[str, Printed]) -> dict[str, Any]:
    """Return places of a document with their origin as ``ocop/why@1`` without its schema name."""
    found = {name: place.model_dump(exclude_none=True) for name, place in places.items()}
    return {"file": file.document, "dossier": file.record.made.dossier, "places": found}
