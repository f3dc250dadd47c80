"""Which dossiers stand behind a number or a row of a document."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from ocop_cli.programme.document_record import DocumentRecord, Printed
from ocop_cli.store.built_in.packaged import load_log_kinds
from ocop_cli.store.dossier.dossiers import dossier_name, gather_dossiers
from ocop_cli.store.papers.document_records import DocumentFile
from ocop_cli.store.programme.year_log import gather_log, log_name
from ocop_cli.store.reading.sources import Sources
from ocop_cli.viet.text import fold, upper_first


class NamedDossier(NamedTuple):
    """A dossier as people speak of it; ``product`` is empty where it is there no more."""

    id: str
    product: str
    producer: str


def place_words(record: DocumentRecord, place: str) -> str:
    """Return what a place says, after the name of the figure where it is a number of one."""
    row, _, part = place.rpartition(".")
    name = record.printed.get(f"{row}.name") if part == "actual" else None
    text = record.printed[place].text
    return f"{name.text.removeprefix('- ')}: {text}" if name else text


class DossiersBehind:
    """Looks up the dossiers behind places of a document; the workspace is read when the first is asked for."""

    def __init__(self, sources: Sources, record: DocumentRecord) -> None:
        self._sources = sources
        self._record = record

    def of(self, place: str) -> list[NamedDossier]:
        """Return the dossiers that a place was counted from, or that its row of product and producer is about."""
        counted = self._record.printed[place].counted
        if counted:
            return [self._named(one) for one in counted.split()]
        row = place.rpartition(".")[0]
        product, producer = self._printed(f"{row}.product"), self._printed(f"{row}.producer")
        return [d for d in self._by_id.values() if product and _same(d, product, producer)]

    def _named(self, one: str) -> NamedDossier:
        """Return what a name stands for: a dossier, or an act of the year's log."""
        if is_act(one):
            return self._acts.get(one, NamedDossier(one, "", ""))
        return self._by_id.get(one, NamedDossier(one, "", ""))

    @cached_property
    def _acts(self) -> dict[str, NamedDossier]:
        kinds = load_log_kinds().kinds
        return {
            item.ref: NamedDossier(item.ref, f"{kinds[item.entry.kind].name} {item.entry.in_words('on')}", "")
            for item in gather_log(self._sources).rest(self._sources.leave_out)
        }

    def _printed(self, place: str) -> str:
        found = self._record.printed.get(place)
        return found.text if found else ""

    @cached_property
    def _by_id(self) -> dict[str, NamedDossier]:
        return {
            file.id: NamedDossier(file.id, file.dossier.product.name, file.dossier.producer.name)
            for file in gather_dossiers(self._sources).rest(self._sources.leave_out)
        }


def behind_words(behind: Sequence[NamedDossier]) -> str:
    """Name what a number was counted from: ``Từ 1 hồ sơ: gao-do (Gạo đỏ Xốp)``, and acts of the year's log."""
    acts = [one for one in behind if is_act(one.id)]
    dossiers = [one for one in behind if not is_act(one.id)]
    parts = ((dossiers, "hồ sơ"), (acts, "việc đã ghi"))
    said = "; ".join(f"từ {len(ones)} {what}: {_listed(ones)}" for ones, what in parts if ones)
    return upper_first(said)


def places_json(file: DocumentFile, places: dict[str, Printed], dossiers: DossiersBehind) -> dict[str, Any]:
    """Return places of a document with their origin as ``ocop/why@1`` without its schema name.

    ``dossiers`` of a place are the ids of those behind it.
    """
    found = {
        name: {
            **place.model_dump(exclude_none=True, exclude={"counted"}),
            "dossiers": [dossier.id for dossier in dossiers.of(name)],
        }
        for name, place in places.items()
    }
    return {"file": file.document, "dossier": file.record.made.dossier, "places": found}


def is_act(name: str) -> bool:
    """Say whether a name behind a number is that of an act of the year's log: ``2026/3``."""
    return "/" in name


def counted_file(name: str) -> str:
    """Return the file of what a number was counted from."""
    return log_name(int(name.partition("/")[0])) if is_act(name) else dossier_name(name)


def _listed(behind: Iterable[NamedDossier]) -> str:
    return "; ".join(f"{d.id} ({d.product or 'nay không còn tệp'})" for d in behind)


def _same(dossier: NamedDossier, product: str, producer: str) -> bool:
    return fold(dossier.product) == fold(product) and fold(dossier.producer) == fold(producer)
