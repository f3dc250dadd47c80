"""What a paper over several records rests on: a hash of the facts of each, and what it was asked for."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from ocop_cli.documents.provenance import facts_hash
from ocop_cli.viet.fields import Record


class Basis(NamedTuple):
    """The hashes of the records that a paper is made of, by their files, and what it takes to make it again.

    ``asked`` holds what the records do not say: the period of a report, the unit of an opinion sheet. ``due`` is the day
    that a letter sets.
    """

    records: Mapping[str, str] = MappingProxyType({})
    asked: Mapping[str, str] = MappingProxyType({})
    due: date | None = None

    def changed_since(self, before: Mapping[str, str]) -> list[str]:
        """Return the files whose facts are others than before, and those that came or went, in order."""
        names = sorted({*before, *self.records})
        return [name for name in names if before.get(name) != self.records.get(name)]


NO_BASIS = Basis()


def basis_of(records: Iterable[tuple[str, Record]], **asked: str) -> Basis:
    """Return what a paper rests on; records are given by their files."""
    return Basis({name: facts_hash(record) for name, record in records}, asked)
