"""The fields in which a person stands: those that acts rest on are kept, the rest can be taken out of their files."""

from collections.abc import Collection, Iterable, Iterator

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.producer import ProducerRecord
from ocop_cli.findings import FieldPath, value_at
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.programme.profile import Profile
from ocop_cli.programme.seal import Seal
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.dossier.producers import SharedProducers
from ocop_cli.store.files.changes import Change
from ocop_cli.store.papers.seals import ACTS, wants_seal
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Edit, Remove, Set, edit
from ocop_cli.store.yaml.source import Source
from ocop_cli.viet.fields import Record
from ocop_cli.viet.ids import id_of_file
from ocop_cli.viet.leaves import leaves
from ocop_cli.viet.personal import kinds_of_personal, without_personal
from ocop_cli.viet.text import fold, without_words

GONE = "(đã xóa)"
"""What stands in a sentence where a person stood."""
_JUDGED = ACTS | {"scores", "opinions", "hearings", "site_checks", "promises"}
_PATHS = {"file", "package"}


class Wanted:
    """The person who is looked for: the names, and whose dossiers are the person's own."""

    def __init__(
        self, names: Iterable[str], files: Collection[DossierFile], all_files: Collection[DossierFile]
    ) -> None:
        self.names = frozenset(names)
        self._folded = [fold(name) for name in self.names]
        self.own = {file.source.name for file in files}
        self.dossiers = {file.source.name: file.dossier for file in all_files}
        self._producers = {one for file in files if (one := _producer(file))}
        self._concluded = {_producer(file) for file in all_files if is_concluded(file.dossier)}

    def fields(self, source: Source, record: Record) -> list[FieldPath]:
        """Return the fields of a file in which the person stands; in own files also where a number or an address does."""
        name = source.name
        is_own = name in self.own or (
            isinstance(record, ProducerRecord) and id_of_file(name) in self._producers
        )
        return [
            leaf.field
            for leaf in leaves(record)
            if isinstance(leaf.value, str) and not leaf.on_key and isinstance(value_at(source.data, leaf.field), str)
            and (self.is_named(leaf.value) or (is_own and kinds_of_personal(leaf.value)))
        ]  # fmt: skip

    def is_named(self, value: str) -> bool:
        """Say whether a text holds a name of the person, letter case and marks aside."""
        folded = fold(value)
        return any(one in folded for one in self._folded)

    def is_kept(self, name: str, record: Record, field: FieldPath) -> bool:
        """Say whether an act rests on a field: it was issued, sent or concluded with it."""
        match record:
            case Dossier():
                return is_concluded(record) or field[0] in _JUDGED
            case ProducerRecord():
                return id_of_file(name) in self._concluded
            case DocumentRecord():
                return record.is_issued
            case _:
                return isinstance(record, Seal) or wants_seal(record)

    def may_stand_in(self, source: Source) -> bool:
        """Say whether a file has to be looked at."""
        text = fold(source.text)
        return source.name in self.own or bool(self._producers) or any(one in text for one in self._folded)

    @staticmethod
    def by_hand(record: Record, field: FieldPath) -> str:
        """Say why only people can say what is to stand in a field; empty where it can go."""
        if isinstance(record, Profile):
            return "người đang giữ việc của xã: ghi người khác bằng `ocop set xã`"
        return "tên tệp có tên người này: đổi tên tệp rồi sửa mục này" if field[-1] in _PATHS else ""


def is_concluded(dossier: Dossier) -> bool:
    """Say whether the commune has concluded something of a dossier, or sent it."""
    return bool(dossier.evaluation or dossier.evaluations or dossier.submissions or dossier.results)


def _producer(file: DossierFile) -> str:
    """Return the id of the producer's record that a dossier names; empty for a producer of its own."""
    named = file.source.data.get("producer") if isinstance(file.source.data, dict) else None
    return named if isinstance(named, str) else ""


def without_person(
    sources: Sources, source: Source, model: type[Record], wanted: Wanted, fields: list[FieldPath]
) -> Change | None:
    """Return the change that takes a person out of some fields; ``None`` where the file would not be read any more."""
    after = source
    for field in reversed(fields):  # what comes later goes first: the places of the others stay
        found = next(
            (made for way in _ways(after, field, wanted) if (made := _edited(sources, after, model, way))),
            None,
        )
        if found is None:
            return None
        after = found
    return Change(source.name, source.raw, after.raw)


def _ways(source: Source, field: FieldPath, wanted: Wanted) -> Iterator[Edit]:
    """Yield what can be done with a field, the least first: a sentence loses its words, else the field or its part goes."""
    value = value_at(source.data, field)
    if not isinstance(value, str):
        return
    text = without_personal(value, GONE)
    for name in wanted.names:
        text = without_words(text, name, GONE)
    rest = text.replace(GONE, "")
    if rest.strip(" ,.;:()-") and rest != value and not wanted.is_named(rest):
        yield Set(field, text)
    yield from (Remove(field[:length]) for length in range(len(field), 0, -1))


def _edited(sources: Sources, source: Source, model: type[Record], way: Edit) -> Source | None:
    made = edit(source, [way])
    shared = SharedProducers(sources)
    return made if read_record(made._replace(shared=shared), model).record is not None else None
