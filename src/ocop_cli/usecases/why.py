"""Which dossiers stand behind a number or a row of a document."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.store.dossiers import gather_dossiers
from ocop_cli.store.sources import Sources
from ocop_cli.viet.text import fold


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
            return [self._by_id.get(one, NamedDossier(one, "", "")) for one in counted.split()]
        row = place.rpartition(".")[0]
        product, producer = self._printed(f"{row}.product"), self._printed(f"{row}.producer")
        return [d for d in self._by_id.values() if product and _same(d, product, producer)]

    def _printed(self, place: str) -> str:
        found = self._record.printed.get(place)
        return found.text if found else ""

    @cached_property
    def _by_id(self) -> dict[str, NamedDossier]:
        return {
            file.id: NamedDossier(file.id, file.dossier.product.name, file.dossier.producer.name)
            for file in gather_dossiers(self._sources).rest(self._sources.leave_out)
        }


def dossier_words(dossiers: Iterable[NamedDossier]) -> str:
    """Name dossiers in words: ``gao-do (Gạo đỏ Xốp)``."""
    return "; ".join(f"{d.id} ({d.product or 'nay không còn tệp'})" for d in dossiers)


def _same(dossier: NamedDossier, product: str, producer: str) -> bool:
    return fold(dossier.product) == fold(product) and fold(dossier.producer) == fold(producer)
