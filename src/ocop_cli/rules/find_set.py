"""Which product set is meant by a number or by words: of its name in the decision, or of everyday speech."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.rules.decision import Decision
from ocop_cli.viet.numbers import is_whole
from ocop_cli.viet.text import fold, spelling

EverydayWords = Mapping[str, Sequence[str]]
"""Words that people say, by how the name of their set begins. Ours, not the law's."""
_NEIGHBOURS = 3
_WORD = r"[\w']+"
_SAME, _CALLED, _BEGINS, _INSIDE, _SCATTERED, _NEAR = range(6)


class FoundSet(NamedTuple):
    """A product set that words may mean, and why; of two the one of lower ``rank`` is nearer."""

    number: int
    name: str
    why: str
    rank: int

    @property
    def words(self) -> str:
        """Number, name and reason in one phrase."""
        return f"{self.number} ({self.name}: {self.why})"


class MeantSet(NamedTuple):
    """The one set that is meant, with those that are near."""

    found: FoundSet
    neighbours: tuple[FoundSet, ...]


def meant_set(decision: Decision, wanted: str, everyday: EverydayWords) -> MeantSet:
    """Return the product set that a number or words mean.

    Raises ``OcopError`` (misuse) naming the sets that come near, each with why, when the words mean none or several.
    """
    if is_whole(wanted):
        name = next((each.name for each in decision.sets if each.number == int(wanted)), "")
        return MeantSet(FoundSet(int(wanted), name, "số của bộ", 0), ())
    ranked = sorted(find_sets(decision, wanted, everyday), key=lambda found: (found.rank, found.number))
    nearest = [found for found in ranked if found.rank == ranked[0].rank]
    if len(nearest) == 1 and nearest[0].rank < _NEAR:
        return MeantSet(ranked[0], tuple(ranked[1 : _NEIGHBOURS + 1]))
    listed = "; ".join(found.words for found in ranked)
    several = len(nearest) > 1 and nearest[0].rank < _NEAR
    raise OcopError(
        f"{'Nhiều bộ' if several else 'Không có bộ'} sản phẩm có tên như “{wanted}”.",
        f"Gần nhất: {listed}. Ghi số của bộ." if ranked else f"Xem tên các bộ: ocop rules show {decision.id}",
        exit_code=MISUSE,
    )


def find_sets(decision: Decision, wanted: str, everyday: EverydayWords) -> list[FoundSet]:
    """Return every set that words may mean, with why; marks count where they are typed and lead anywhere."""
    typed = list(_by(spelling, decision, wanted, everyday)) if spelling(wanted) != fold(wanted) else []
    clear = any(found.rank < _NEAR for found in typed)
    return typed if clear else list(_by(fold, decision, wanted, everyday))


def _by(
    compare: Callable[[str], str], decision: Decision, wanted: str, everyday: EverydayWords
) -> Iterator[FoundSet]:
    """Yield the sets that words may mean, as ``compare`` makes texts alike."""

    def phrase(text: str) -> str:
        return f" {' '.join(re.findall(_WORD, compare(text)))} "

    said = phrase(wanted)
    for each in decision.sets:
        name = phrase(each.name)
        own = next((words for begin, words in everyday.items() if name.startswith(phrase(begin))), ())
        called = [word for word in own if phrase(word).startswith(said)]
        inside = sorted((word for word in own if phrase(word) in said), key=len)
        for holds, rank, why in (
            (name == said, _SAME, "đúng tên bộ"),
            (said in map(phrase, own), _CALLED, f"“{wanted}” thường thuộc bộ này"),
            (name.startswith(said), _BEGINS, f"tên bộ bắt đầu bằng “{wanted}”"),
            (bool(called), _BEGINS, f"“{next(iter(called), '')}” thường thuộc bộ này"),
            (said in name, _INSIDE, f"tên bộ có “{wanted}”"),
            ({*said.split()} <= {*name.split()}, _SCATTERED, f"tên bộ có đủ các chữ “{wanted}”"),
            (bool(inside), _NEAR, f"“{next(reversed(inside), '')}” thường thuộc bộ này"),
            (bool({*said.split()} & {*name.split()}), _NEAR, "tên bộ có chữ giống"),
        ):
            if holds:
                yield FoundSet(each.number, each.name, why, rank)
                break
