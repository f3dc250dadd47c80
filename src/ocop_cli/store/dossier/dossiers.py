"""The dossiers of a workspace: list them, read them."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ocop_cli.dossier.kept_producer import as_concluded
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData, doubtful_phone, needless_data
from ocop_cli.findings import Finding
from ocop_cli.store.at_work import going_through
from ocop_cli.store.dossier.producers import SharedProducers, has_producer, load_producer, producer_name
from ocop_cli.store.reading.gaps import Gap, Gathered
from ocop_cli.store.reading.records import Loaded, format_findings, load_record, read_record, usable
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_files import data_stems, has_data
from ocop_cli.store.yaml.source import Source, locate_all
from ocop_cli.viet.doubts import doubtful_values

DOSSIER_FOLDER = "dossiers"
PRIVATE_FOLDER = "private"
FORMS_FOLDER = f"{PRIVATE_FOLDER}/forms"
"""Where forms that go out are put: they may have personal data printed."""

_TOGETHER = 25
"""Dossiers that are read step by step for all of them, and judged so by who goes through many: the program of one step
stays in the processor's cache meanwhile. One after another takes a third longer, more of them more memory."""


class DossierFile(NamedTuple):
    """A dossier with the file it stands in, and what its reader found there."""

    id: str
    dossier: Dossier
    source: Source
    findings: tuple[Finding, ...] = ()


def dossier_name(dossier_id: str) -> str:
    """Return the file of a dossier, relative to the workspace."""
    return f"{DOSSIER_FOLDER}/{dossier_id}.yaml"


def private_name(dossier_id: str) -> str:
    """Return the file of the personal data that go with a dossier."""
    return f"{PRIVATE_FOLDER}/{dossier_id}.yaml"


def list_ids(root: Path) -> list[str]:
    """Return the ids of all dossiers, in order."""
    return data_stems(root / DOSSIER_FOLDER)


def has_dossier(root: Path, dossier_id: str) -> bool:
    """Say whether a workspace has a dossier of this id."""
    return has_data(root / DOSSIER_FOLDER, dossier_id)


def read_dossier(sources: Sources, dossier_id: str) -> Loaded[Dossier]:
    """Read one dossier with every error as a finding."""
    return _read(sources.load(dossier_name(dossier_id)), SharedProducers(sources))


def load_dossier(sources: Sources, dossier_id: str) -> DossierFile:
    """Read one dossier. Raises ``OcopError`` carrying every error when it cannot be used."""
    loaded = read_dossier(sources, dossier_id)
    if loaded.record is None:  # the cause may lie in the record of its producer
        loaded = loaded._replace(findings=(*_producer_findings(sources, loaded.source), *loaded.findings))
    dossier = usable(loaded, f"Hồ sơ {dossier_id}", "nên chưa thể làm tiếp", code="D001")
    return DossierFile(dossier_id, dossier, loaded.source)


def each_dossier(sources: Sources, ids: Iterable[str]) -> Iterator[tuple[str, Loaded[Dossier]]]:
    """Read the dossiers of some ids with their errors, in order; what is read is not kept."""
    wanted = list(ids)
    read = ((loaded_id, loaded) for few in dossiers_together(sources, wanted) for loaded_id, loaded in few)
    yield from going_through("Đang đọc hồ sơ", read, len(wanted))


def dossiers_together(sources: Sources, ids: Sequence[str]) -> Iterator[list[tuple[str, Loaded[Dossier]]]]:
    """Read the dossiers of some ids with their errors, in order, a few at a time; what is read is not kept."""
    producers = SharedProducers(sources)
    for start in range(0, len(ids), _TOGETHER):
        few = ids[start : start + _TOGETHER]
        files = [sources.read(dossier_name(dossier_id)) for dossier_id in few]
        yield [(dossier_id, _read(file, producers)) for dossier_id, file in zip(few, files, strict=True)]


def gather_dossiers(sources: Sources, ids: Iterable[str] | None = None) -> Gathered[DossierFile]:
    """Return the dossiers of some ids, or all."""
    wanted = list_ids(sources.root) if ids is None else ids
    return Gathered(as_read(dossier_id, loaded) for dossier_id, loaded in each_dossier(sources, wanted))


def as_read(dossier_id: str, loaded: Loaded[Dossier]) -> DossierFile | Gap:
    """Return a dossier with its file, or the gap where it cannot be used."""
    if loaded.record is None:
        name = loaded.source.name  # that of a folder which the disk does not give
        return Gap(dossier_id if name == dossier_name(dossier_id) else name, name, loaded.findings)
    return DossierFile(dossier_id, loaded.record, loaded.source, loaded.findings)


def named_producer(source: Source) -> str:
    """Return the id by which a dossier names the record of its producer; empty where it holds the producer itself."""
    named = (source.data or {}).get("producer")
    return named if isinstance(named, str) else ""


def producer_files(source: Source) -> tuple[str, ...]:
    """Return the file of the producer's record that a dossier names; none where it holds the producer itself."""
    named = named_producer(source)
    return (producer_name(named),) if named else ()


def load_private(sources: Sources, dossier_id: str) -> PrivateData:
    """Read the personal data of a dossier; empty when none were recorded. Raises ``OcopError`` on errors."""
    name = private_name(dossier_id)
    if not sources.may_have(name):
        return PrivateData()
    return usable(load_record(sources, name, PrivateData), name)


def private_findings(sources: Sources, ids: Iterable[str] | None = None) -> Iterator[Finding]:
    """Yield every error of the files of personal data of some ids, or of all, and what such a file need not hold."""
    everyone = data_stems(sources.root / PRIVATE_FOLDER)
    for dossier_id in everyone if ids is None else (i for i in ids if i in everyone):
        loaded = read_record(sources.read(private_name(dossier_id)), PrivateData)
        yield from loaded.findings
        yield from format_findings(loaded)
        if loaded.record is not None:
            name, private = loaded.source.name, loaded.record
            found = [
                *needless_data(private, name),
                *doubtful_phone(private, name),
                *doubtful_values(name, private),
            ]
            yield from locate_all(found, loaded.source.located)


def _read(source: Source, producers: SharedProducers) -> Loaded[Dossier]:
    """Read a dossier with the record of its producer where it names one, as it was when the dossier was concluded."""
    loaded = read_record(source._replace(shared=producers), Dossier)
    if loaded.record is None or not named_producer(source):
        return loaded
    from ocop_cli.store.built_in.packaged import load_cycle  # with what few dossiers need

    return loaded._replace(record=as_concluded(loaded.record, load_cycle().stages))


def _producer_findings(sources: Sources, source: Source) -> tuple[Finding, ...]:
    """Return the errors of the record that a dossier names as its producer."""
    named = named_producer(source)
    is_there = named and has_producer(sources.root, named)
    return load_producer(sources, named).findings if is_there else ()
