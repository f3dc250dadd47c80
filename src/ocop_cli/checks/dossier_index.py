"""An index over dossiers: what one dossier asks of all others is looked up, never compared one by one."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from ocop_cli.checks.story_runs import all_runs, runs_in_a_row, runs_wanted
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.stage import Stage, Stages, stage_of
from ocop_cli.dossier.vocabulary import MoveKind
from ocop_cli.findings import Place, place_of_data
from ocop_cli.viet.text import consonants, fold

_Identity = tuple[str, str, bytes, int]
_folded = cache(fold)  # names are asked for when they are put in and when they are looked up


class IndexedDossier(NamedTuple):
    """What a dossier is compared by, with the places of its product's name, its story and its last move.

    ``name`` is its file; ``idea`` is told without marks; ``product_set`` may be unknown; ``returns`` are the reasons of all its returns; without a request to the province ``code`` is empty.
    """

    name: str
    product: str
    producer: str
    year: int
    product_set: int | None
    stage: Stage
    story: str
    returns: tuple[str, ...]
    idea: str
    code: str
    product_place: Place
    producer_place: Place
    idea_place: Place
    story_place: Place
    move_place: Place
    code_place: Place

    @property
    def has_ended(self) -> bool:
        """Say whether the dossier has left the cycle without a result."""
        return self.stage.closed


def indexed(name: str, dossier: Dossier, stages: Stages, in_file: Callable[[Place], Place]) -> IndexedDossier:
    """Return what a dossier in the file ``name`` is compared by; ``in_file`` turns its places into those in the file."""
    identity, sent = dossier.identity, dossier.submissions
    code_field = (*dossier.field_of(sent[-1]), "product_code") if sent else ("submissions",)
    return IndexedDossier(
        name=name,
        product=dossier.product.name,
        producer=dossier.producer.name,
        year=dossier.registration.year,
        product_set=dossier.product.set,
        stage=stage_of(stages, dossier.stage),
        story=(identity.story or "") if identity else "",
        returns=tuple(r for move in dossier.history if move.kind is MoveKind.RETURN for r in move.reasons),
        idea=fold((dossier.idea.narrative or "") if dossier.idea else ""),
        code=dossier.product_code or "",
        producer_place=in_file(Place(name, ("producer", "name"))),
        idea_place=in_file(Place(name, ("idea", "narrative"))),
        product_place=in_file(Place(name, ("product", "name"))),
        story_place=in_file(Place(name, ("identity", "story"))),
        move_place=in_file(Place(name, ("history", len(dossier.history) - 1))),
        code_place=in_file(Place(name, code_field)),
    )


def indexed_text(dossier: IndexedDossier) -> str:
    """Return an indexed dossier as text that ``indexed_of_text`` makes the same of."""
    return json.dumps(dossier._replace(stage=dossier.stage.id), ensure_ascii=False)  # type: ignore[arg-type]  # by its id, for text only


def indexed_of_text(text: str, stages: Stages) -> IndexedDossier:
    """Return the indexed dossier that ``indexed_text`` was given."""
    data = dict(zip(IndexedDossier._fields, json.loads(text), strict=True))
    places = {name: place_of_data(value) for name, value in data.items() if name.endswith("_place")}
    stage = stage_of(stages, data["stage"])
    return IndexedDossier(**{**data, **places, "stage": stage, "returns": tuple(data["returns"])})


class DossierIndex:
    """Dossiers in the order of their files, found by product, by story and by the reasons of their returns."""

    def __init__(self, dossiers: Iterable[IndexedDossier]) -> None:
        self._all = list(dossiers)
        self._by_identity: dict[_Identity, list[IndexedDossier]] = defaultdict(list)
        self._by_run: dict[bytes, list[int]] = defaultdict(list)
        self._by_idea: dict[str, list[IndexedDossier]] = defaultdict(list)
        self._by_producer: dict[str, list[IndexedDossier]] = defaultdict(list)
        self._by_code: dict[str, list[IndexedDossier]] = defaultdict(list)
        self._returned: dict[int | None, dict[str, list[IndexedDossier]]] = defaultdict(dict)
        for number, dossier in enumerate(self._all):
            self._add(number, dossier)

    def _add(self, number: int, dossier: IndexedDossier) -> None:
        self._by_identity[_identity(dossier)].append(dossier)
        self._by_producer[_folded(dossier.producer)].append(dossier)
        if dossier.idea:
            self._by_idea[dossier.idea].append(dossier)
        if dossier.code:
            self._by_code[dossier.code].append(dossier)
        for run in all_runs(dossier.story) if dossier.story else ():
            self._by_run[run].append(number)
        for reason in dict.fromkeys(dossier.returns):
            self._returned[dossier.product_set].setdefault(reason, []).append(dossier)

    def same_product(self, dossier: IndexedDossier) -> list[IndexedDossier]:
        """Return the other dossiers of the year, still on their way, of the same product and producer, marks aside."""
        same = self._by_identity[_identity(dossier)]
        return [other for other in same if other.name != dossier.name and not other.has_ended]

    def same_idea(self, dossier: IndexedDossier) -> Iterator[IndexedDossier]:
        """Yield the other dossiers whose idea is told in the same words, marks aside."""
        return (other for other in self._by_idea.get(dossier.idea, ()) if other.name != dossier.name)

    def same_code(self, dossier: IndexedDossier) -> list[IndexedDossier]:
        """Return the other dossiers that have the same product code."""
        return [other for other in self._by_code.get(dossier.code, ()) if other.name != dossier.name]

    def same_producer(self, dossier: IndexedDossier) -> list[IndexedDossier]:
        """Return the other dossiers of the same producer, marks aside."""
        return [other for other in self._by_producer[_folded(dossier.producer)] if other.name != dossier.name]

    def similar_stories(self, dossier: IndexedDossier) -> Iterator[IndexedDossier]:
        """Yield the other dossiers whose stories share enough runs of words to be worth comparing."""
        runs = runs_in_a_row(dossier.story)
        shared = Counter(number for run in runs for number in self._by_run.get(run, ()))
        wanted = runs_wanted(runs)
        candidates = (self._all[number] for number in sorted(shared) if shared[number] >= wanted)
        return (other for other in candidates if other.name != dossier.name)

    def returns_of_set(self, dossier: IndexedDossier) -> Iterator[tuple[str, IndexedDossier]]:
        """Yield each reason for which another dossier of the product set was returned, with the first such dossier."""
        for reason, returned in self._returned[dossier.product_set].items():
            other = next((other for other in returned if other.name != dossier.name), None)
            if other is not None:
                yield reason, other


def _identity(dossier: IndexedDossier) -> _Identity:
    """Return product, producer and year without case and Vietnamese marks: ``ñ`` is another letter than ``n``."""
    letters = consonants(f"{dossier.product}{dossier.producer}".encode())
    return _folded(dossier.product), _folded(dossier.producer), letters, dossier.year
