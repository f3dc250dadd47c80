"""Producers, each counted once whatever the number of its products and however its name is written."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ocop_cli.reports.summary import Summary


class CountedProducer(NamedTuple):
    """A producer with the rows of its dossiers; ``record`` is the id of its own record, empty without one."""

    name: str
    record: str
    rows: tuple[Summary, ...]

    def says(self, trait: str) -> bool | None:
        """Return a yes or no about the producer, ``None`` where nobody has said it: of several answers a yes holds."""
        known = [answer for row in self.rows if (answer := getattr(row, trait)) is not None]
        return any(known) if known else None

    def workers(self, kind: str) -> int | None:
        """Return the workers of a kind (``total``, ``commune``, ``ethnic_minority``), ``None`` where nobody has said it.

        What the producer's record tells of the year holds, else the largest number of its dossiers.
        """
        told = [getattr(row.year_labour, kind) for row in self.rows if row.year_labour]
        own = map(_OF_PRODUCT[kind], self.rows)
        return _largest(told) if _largest(told) is not None else _largest(own)


_OF_PRODUCT: dict[str, Callable[[Summary], int | None]] = {
    "total": lambda row: row.labour,
    "commune": lambda row: row.local_labour,
    "ethnic_minority": lambda row: row.ethnic_minority_labour,
}


def by_producer(rows: Iterable[Summary]) -> list[CountedProducer]:
    """Return the producers of some dossiers in the order in which they come.

    A record makes a producer one; without one its name does, letter case, diacritics and spaces aside, also for a
    dossier that holds the producer itself where one record has the name.
    """
    rows = list(rows)
    records: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.record:
            records[row.producer_key].add(row.record)
    grouped: dict[tuple[str, str], list[Summary]] = {}
    for row in rows:
        named = records[row.producer_key]
        record = row.record or (next(iter(named)) if len(named) == 1 else "")
        grouped.setdefault((record, "" if record else row.producer_key), []).append(row)
    return [_counted(record, own) for (record, _), own in grouped.items()]


def _counted(record: str, rows: Sequence[Summary]) -> CountedProducer:
    name = next((row.producer for row in rows if row.record), rows[0].producer)
    return CountedProducer(name, record, tuple(rows))


def _largest(counts: Iterable[int | None]) -> int | None:
    return max((count for count in counts if count is not None), default=None)
