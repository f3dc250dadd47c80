"""The producers of a workspace that have a record of their own, and how dossiers come by them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from ocop_cli.dossier.producer import ProducerRecord, SharedProducer
from ocop_cli.store.reading.gaps import Gathered
from ocop_cli.store.reading.records import Loaded, gather_records, load_record, read_record
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_files import data_stems, has_data
from ocop_cli.store.yaml.source import parse
from ocop_cli.viet.text import fold

PRODUCER_FOLDER = "producers"


def producer_name(producer_id: str) -> str:
    """Return the file of a producer, relative to the workspace."""
    return f"{PRODUCER_FOLDER}/{producer_id}.yaml"


def list_producers(root: Path) -> list[str]:
    """Return the ids of all producers with a record, in order."""
    return data_stems(root / PRODUCER_FOLDER)


def has_producer(root: Path, producer_id: str) -> bool:
    """Say whether a producer has a record of this id."""
    return has_data(root / PRODUCER_FOLDER, producer_id)


def load_producer(sources: Sources, producer_id: str) -> Loaded[ProducerRecord]:
    """Read one record of a producer with every error as a finding."""
    return load_record(sources, producer_name(producer_id), ProducerRecord)


def gather_producers(sources: Sources) -> Gathered[SharedProducer]:
    """Return every producer with a record, as the dossiers that name it see it."""
    names = map(producer_name, list_producers(sources.root))
    return gather_records(sources, names, ProducerRecord).each(
        lambda file: shared_producer(file.record, file.source.name)
    )


class SharedProducers(Mapping[str, SharedProducer | None]):
    """The records of a workspace by id, each read when it is first named; ``None`` for one that cannot be used.

    ``planned`` are contents that files of the same run are about to have, by their names: they count already.
    """

    def __init__(self, sources: Sources, planned: Mapping[str, bytes] = MappingProxyType({})) -> None:
        self._sources, self._planned = sources, planned
        self._read: dict[str, SharedProducer | None] = {}

    def __getitem__(self, producer_id: str) -> SharedProducer | None:
        if producer_id not in self._read:
            if producer_id not in self:
                raise KeyError(producer_id)
            record = self._loaded(producer_id).record
            self._read[producer_id] = shared_producer(record, producer_name(producer_id)) if record else None
        return self._read[producer_id]

    def __contains__(self, producer_id: object) -> bool:
        if producer_id in self._read or producer_name(str(producer_id)) in self._planned:
            return True
        return has_producer(self._sources.root, str(producer_id))

    def _loaded(self, producer_id: str) -> Loaded[ProducerRecord]:
        name = producer_name(producer_id)
        planned = self._planned.get(name)
        if planned is None:
            return load_producer(self._sources, producer_id)
        return read_record(parse(planned, name), ProducerRecord)

    def __iter__(self) -> Iterator[str]:
        return iter(list_producers(self._sources.root))

    def __len__(self) -> int:
        return len(list_producers(self._sources.root))


def record_of_producer(sources: Sources, named: str) -> SharedProducer | None:
    """Return the record meant by its id or by the name of its producer; ``None`` for none, and for several of a name."""
    known = list(gather_producers(sources).rest(sources.leave_out))
    found = [r for r in known if named == r.id] or [r for r in known if fold(named) == fold(r.name)]
    return found[0] if len(found) == 1 else None


def shared_producer(record: ProducerRecord, file: str) -> SharedProducer:
    """Return a record as the dossiers that name it see it."""
    return SharedProducer.model_construct(record.model_fields_set, **dict(record), file=file)
