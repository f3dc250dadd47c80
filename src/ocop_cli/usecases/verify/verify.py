"""Has anything changed since a document was made?"""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from ocop_cli.documents.frame import FROM_THE_PROFILE
from ocop_cli.documents.provenance import (
    changed_sources,
    places_touched,
    printed_places,
    values_to_print,
)
from ocop_cli.documents.report_sections import NOT_ALLOTTED
from ocop_cli.dossier.private import PrivateData
from ocop_cli.errors import OcopError
from ocop_cli.programme.document_record import DocumentRecord, Printed
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.dossier.dossiers import DossierFile, dossier_name, read_dossier
from ocop_cli.store.files.paths import inside
from ocop_cli.store.papers.document_records import DocumentFile, list_documents
from ocop_cli.store.papers.forms import load_form, template_hash, template_path
from ocop_cli.store.programme.plans import PLAN_FOLDER
from ocop_cli.store.programme.year_log import LOG_FOLDER
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.written_by import is_before
from ocop_cli.usecases.papers.draft import fill_template
from ocop_cli.usecases.papers.issue import file_hash, register_entry
from ocop_cli.usecases.papers.remake import Remake, Values, remade_values
from ocop_cli.usecases.papers.remake_many import Over, remade_over
from ocop_cli.usecases.papers.why import counted_file
from ocop_cli.usecases.verify.source_words import source_words
from ocop_cli.usecases.year.inspection_photos import photos_behind

_NOTHING_KNOWN = frozenset({"–", NOT_ALLOTTED})
"""What papers print where nothing is known; which of them, and whether any, was another with earlier versions."""
GONE, UNREADABLE = "gone", "unreadable"
_MOST_NAMED = 4
_ALSO_COUNTED = {PLAN_FOLDER: "0.6.0", LOG_FOLDER: "0.6.0"}
"""From which version on a report rests on files of a folder, too: its earlier papers are not compared with them."""


class PlaceChange(NamedTuple):
    """A place whose words would be others today: what it rests on, in the words of the fields, and both wordings.

    ``after`` is ``None`` where the document cannot be made again, so that the new words are not known.
    """

    name: str
    title: str
    before: str
    after: str | None


class Verification(NamedTuple):
    """What has changed since a document was made: the file, its template, parts of its dossier, words it prints.

    ``template`` speaks of the commune's own template; ``newer_form`` says that the program brings another one today,
    which is a new version's doing and no reason to look at a document that exists.

    ``private`` says that personal data on it would be others today. ``losses`` says in words what an issued document
    has lost: its file, its signed scan. ``dossier`` is ``GONE`` or ``UNREADABLE`` when it cannot be compared with,
    ``which`` the ids of those dossiers. ``photos`` says of those of an inspection which are others than recorded. ``changed`` are fields of the one dossier, or the files of a paper over several.
    """

    document: str
    edited: bool
    template: bool
    newer_form: bool
    changed: tuple[str, ...]
    differences: tuple[PlaceChange, ...]
    private: bool = False
    losses: tuple[str, ...] = ()
    dossier: str = ""
    which: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()

    @property
    def facts_differ(self) -> bool:
        """Say whether the facts would print other words today, or can no longer be had."""
        return bool(self.differences or self.private or self.dossier)

    @property
    def is_unchanged(self) -> bool:
        """Say whether everything is as it was; facts that changed no printed word do not count."""
        return not (self.edited or self.template or self.facts_differ or self.losses or self.photos)


def verify_document(
    sources: Sources, file: DocumentFile, rulebook: Rulebook, profile: Profile
) -> Verification:
    """Compare a document with its record, its template and its dossier as they are now.

    What another paper corrected is taken as corrected; of one that was replaced or recalled no words are compared.
    """
    file = file._replace(record=file.record.corrected())
    made, template = file.record.made, template_path(sources.root, file.record.form)
    other = template_hash(template) != made.template
    own, dossier = template.is_relative_to(sources.root), _dossier_of(sources, file.record)
    found = Verification(
        file.document,
        edited=file_hash(sources.root, file.document) != made.document,
        template=other and own,
        newer_form=other and not own,
        changed=tuple(_parts_changed(file.record, dossier)),
        differences=(),
        losses=register_entry(sources.root, file).losses,
        photos=tuple(photos_behind(sources, file.record.made.records)),
    )
    if file.record.lapsed:
        return found._replace(changed=())
    if made.records:
        return _over_several(sources, file, found, Over(sources, file.record, rulebook, profile))
    if made.dossier is None or dossier is None:
        return found
    if isinstance(dossier, str):
        return found._replace(dossier=dossier, which=(made.dossier,))
    values = remade_values(Remake(sources, file.record, dossier, rulebook, profile))
    if values is None:
        return found._replace(differences=_places_to_look_at(file.record, found.changed))
    return _compared(sources, file, profile, found, values)


def _over_several(sources: Sources, file: DocumentFile, found: Verification, over: Over) -> Verification:
    """Compare a paper over several records with what it would say of them today."""
    remade = remade_over(over)
    if remade is None:
        state = {i: said for i in over.dossier_ids if isinstance(said := _dossier(sources, i), str)}
        worst = GONE if GONE in state.values() else UNREADABLE
        return found._replace(dossier=worst, which=tuple(i for i, said in state.items() if said == worst))
    values, basis = remade
    changed = basis.changed_since(file.record.made.records)
    found = found._replace(changed=tuple(name for name in changed if _was_known(file.record, name)))
    return _compared(sources, file, over.profile, found, values) if found.changed else found


def _was_known(record: DocumentRecord, name: str) -> bool:
    """Say whether the version that made a paper counted files of this kind."""
    since = _ALSO_COUNTED.get(PurePosixPath(name).parent.as_posix(), "")
    return name in record.made.records or not is_before(record.made.tool, since)


def verify_all(sources: Sources, rulebook: Rulebook, profile: Profile) -> list[Verification]:
    """Compare every document of the workspace."""
    return [
        verify_document(sources, file, rulebook, profile)
        for file in list_documents(sources, sources.leave_out)
    ]


def sources_changed(sources: Sources, record: DocumentRecord) -> list[str]:
    """Return the parts of its dossier that have changed since a document was made; none when it cannot be read."""
    return _parts_changed(record, _dossier_of(sources, record))


def _parts_changed(record: DocumentRecord, dossier: DossierFile | str | None) -> list[str]:
    if not isinstance(dossier, DossierFile):
        return []
    return changed_sources(record, dossier.dossier, load_form(record.form))


def _dossier_of(sources: Sources, record: DocumentRecord) -> DossierFile | str | None:
    """Read the dossier that a document was made of; ``None`` where it was made of none."""
    return None if record.made.dossier is None else _dossier(sources, record.made.dossier)


def _dossier(sources: Sources, dossier_id: str) -> DossierFile | str:
    if not sources.may_have(dossier_name(dossier_id)):
        return GONE
    loaded = read_dossier(sources, dossier_id)
    return DossierFile(dossier_id, loaded.record, loaded.source) if loaded.record else UNREADABLE


def _places_to_look_at(record: DocumentRecord, changed: tuple[str, ...]) -> tuple[PlaceChange, ...]:
    touched = {name: record.printed[name] for name in places_touched(record, changed)}
    return tuple(
        _change(name, place, _behind(record, name, place, changed), None) for name, place in touched.items()
    )


def _compared(
    sources: Sources, file: DocumentFile, profile: Profile, found: Verification, values: Values
) -> Verification:
    """Add the places whose words differ, if the document would read otherwise at all."""
    values = values_to_print(values, load_form(file.record.form))
    differences = tuple(_differences(file.record, values, found.changed))
    personal = [str(value) for name, value in values.items() if name in PrivateData.model_fields and value]
    if not (differences or personal):
        return found
    text, anew = _texts(sources, file, profile, values)
    if text == anew:
        return found
    return found._replace(differences=differences, private=bool(anew) and _other_words(personal, text, anew))


def _other_words(personal: Sequence[str], text: str, anew: str) -> bool:
    """Say whether a document made anew would print personal data that does not stand on it."""
    return any(word in anew and word not in text for word in personal)


def _texts(sources: Sources, file: DocumentFile, profile: Profile, values: Values) -> tuple[str, str]:
    """Return the words of the document on the disk, and of the document made anew; empty where there is none."""
    from ocop_cli.render.texts import text_lines

    template, path = template_path(sources.root, file.record.form), inside(sources.root, file.document)
    try:
        anew = fill_template(template, profile, values, file.record.made.on, file.document)
    except OcopError:  # an own template that is broken: `ocop templates check` tells it
        anew = b""
    kept = path.read_bytes() if path.is_file() else b""
    return "\n".join(text_lines(kept)), "\n".join(text_lines(anew))


def _differences(record: DocumentRecord, values: Values, changed: tuple[str, ...]) -> Iterator[PlaceChange]:
    """Yield the places that rest on changed facts and whose words are others now.

    Words that only another version of the program, or another profile, would set otherwise are not told.
    """
    before, now = record.printed, printed_places(values, load_form(record.form))
    for name in [*before, *(name for name in now if name not in before)]:
        was, text = before[name].text if name in before else "", now[name].text if name in now else ""
        place = before.get(name) or now[name]
        behind = _behind(record, name, place, changed)
        if behind and _squeezed(was) != _squeezed(text):
            told = _change(name, place, behind, text)
            yield told._replace(before=was, title=told.title + _figure_words(record, name))


def _behind(record: DocumentRecord, name: str, place: Printed, changed: tuple[str, ...]) -> list[str]:
    """Return the changed parts that a place rests on; over several records those it may rest on."""
    if record.made.records:
        if name.partition(".")[0] in FROM_THE_PROFILE:
            return []
        counted = {counted_file(one) for one in (place.counted or "").split()}
        return [name for name in changed if name in counted] or list(changed)
    return [path for path in place.sources if path in changed]


def _change(name: str, place: Printed, parts: Sequence[str], after: str | None) -> PlaceChange:
    """Name a place by the changed parts that it rests on."""
    more = f" và {len(parts) - _MOST_NAMED} hồ sơ khác" if len(parts) > _MOST_NAMED else ""
    return PlaceChange(name, "; ".join(map(source_words, parts[:_MOST_NAMED])) + more, place.text, after)


def _figure_words(record: DocumentRecord, place: str) -> str:
    """Name the figure whose number stands at a place; empty for other places."""
    row = place.rpartition(".")[0]
    named = record.printed.get(f"{row}.name") if record.made.records else None
    return f" ({named.text.removeprefix('- ')})" if named and place != f"{row}.name" else ""


def _squeezed(text: str) -> str:
    """Return the words of a place; what stands where nothing is known says as little as an empty cell."""
    squeezed = " ".join(text.split())
    return "" if squeezed in _NOTHING_KNOWN else squeezed


def verification_json(found: Verification) -> dict[str, Any]:
    """Return a verification as ``ocop/verify@1`` without its schema name."""
    return {
        "file": found.document,
        "document_changed": found.edited,
        "template_changed": found.template,
        "newer_form": found.newer_form,
        "sources_changed": list(found.changed),
        "places_touched": [change.name for change in found.differences],
        "differences": [change._asdict() for change in found.differences],
        "private_changed": found.private,
        "dossier": found.dossier or None,
        "losses": list(found.losses),
        "photos": list(found.photos),
    }
