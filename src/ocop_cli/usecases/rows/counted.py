"""What a report counts of each dossier, kept in the index: of those that changed it is worked out again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import NamedTuple

from ocop_cli.documents.provenance import facts_hash
from ocop_cli.dossier.as_of import as_of
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.stage import stage_of
from ocop_cli.evaluation.law import law_if_known
from ocop_cli.programme.calendar import Calendar
from ocop_cli.programme.profile import Profile
from ocop_cli.reports.kept_summary import packed, unpacked
from ocop_cli.reports.summary import Summary, summarise
from ocop_cli.rules.decision import Rulebook
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.built_in.packaged import load_calendar, load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile, dossier_name, producer_files
from ocop_cli.store.index.index import Index
from ocop_cli.store.index.maker import RowMaker, RowsOf
from ocop_cli.store.index.view import Row, View
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.reading.gaps import GapTaker
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.rows.summaries import by_product
from ocop_cli.viet.personal import kinds_of_personal
from ocop_cli.workflow.limits import counted_limit

COUNTED = View("counted", ("facts", "seen", "overdue"), ("dossiers", "producers"))
"""The hash of the facts on the first day; a summary for each day, one a line, empty where there was no dossier yet;
the days on which an act was overdue."""


@dataclass(frozen=True, slots=True)
class Commune:
    """The files of a commune, what is known of them without reading, the law that it works by, and its profile."""

    sources: Sources
    index: Index
    rulebook: Rulebook
    profile: Profile


class CountedDay(NamedTuple):
    """The dossiers as they stood at the end of a day, by name of product.

    ``past_limit`` are the ids of those whose limit had run out while the act was not done, in order.
    """

    rows: list[Summary]
    past_limit: tuple[str, ...]


class CountedDossiers(NamedTuple):
    """The dossiers on some days, and the hashes of their facts on the first of these, by file."""

    days: dict[date, CountedDay]
    hashes: dict[str, str]


def count_dossiers(commune: Commune, days: Iterable[date], take: GapTaker) -> CountedDossiers:
    """Count the dossiers as they stood at the end of each day; ``take`` is given those that cannot be read.

    Raises ``OcopError`` for a day on which no single decision holds.
    """
    days = tuple(dict.fromkeys(days))
    for day in days:
        pick_decision(commune.rulebook, day)
    profile = commune.profile
    under = f"{' '.join(map(str, days))} {facts_hash(profile)}"
    make = RowMaker(commune.sources, partial(_counting, days, load_calendar(profile.own_days)))
    found = sorted(commune.index.rows(COUNTED, under, make, take, ("id", *COUNTED.columns)))
    rows = [(str(id_), str(facts), str(seen).split("\n"), str(past)) for id_, facts, seen, past in found]
    counted = {
        day: CountedDay(
            by_product(unpacked(seen[place]) for _, _, seen, _ in rows if seen[place]),
            tuple(id_ for id_, _, _, past in rows if day.isoformat() in past),
        )
        for place, day in enumerate(days)
    }
    return CountedDossiers(counted, {dossier_name(id_): facts for id_, facts, *_ in rows if facts})


def _counting(days: Sequence[date], calendar: Calendar, sources: Sources) -> RowsOf:
    return partial(map, _Counting(days, calendar, load_rulebook(sources.root)).row)


class _Counting:
    """Counts one dossier after another."""

    def __init__(self, days: Sequence[date], calendar: Calendar, rulebook: Rulebook) -> None:
        self._calendar, self._rulebook, self._stages = calendar, rulebook, load_cycle().stages
        self._decisions = {day: pick_decision(rulebook, day) for day in days}

    def row(self, file: DossierFile) -> Row:
        """Count a dossier. What shows personal data is told and not kept."""
        then = [(day, as_of(file.dossier, day, self._stages)) for day in self._decisions]
        past = [day.isoformat() for day, dossier in then if dossier and self._is_past(dossier, day)]
        seen = [self._summary(file.id, dossier, day) if dossier else None for day, dossier in then]
        first, uses = then[0][1], producer_files(file.source)
        texts = "\n".join(packed(row) if row else "" for row in seen)
        passes = any(map(_is_personal, filter(None, seen)))
        values = facts_hash(first) if first else "", texts, " ".join(past)
        return Row(file.id, uses, b"", values, passes)

    def _summary(self, dossier_id: str, dossier: Dossier, day: date) -> Summary:
        return summarise(dossier_id, dossier, self._decisions[day], day)

    def _is_past(self, dossier: Dossier, day: date) -> bool:
        """Say whether a limit had run out on a day while the act was not done."""
        law = law_if_known(dossier, self._rulebook, day)
        stage = stage_of(self._stages, dossier.stage)
        limits = counted_limit(dossier, law, stage, self._calendar) if law else ()
        return any(limit.end.on and limit.end.on < day for limit in limits)


def _is_personal(row: Summary) -> bool:
    texts = row.product, row.producer, row.village, row.decision, row.certificate
    return any(map(kinds_of_personal, texts))
