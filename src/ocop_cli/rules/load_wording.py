"""Read the decision's own words, which a commune has taken out of its text, into the levels."""

from collections.abc import Sequence

from ocop_cli.rules.criterion import Criterion
from ocop_cli.rules.reading import Node

_WORDING = frozenset({"text", "sets"})


def with_words(top: Node, number: int, criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """Return the criteria of a product set, their printed levels with the words that are known of them."""
    words = _words_of(top, str(number))
    if words is None:
        return tuple(criteria)
    known = {criterion.id for criterion in criteria}
    for name in words.data.keys() - known:
        words.unknown(name, "tiêu chí", sorted(known))
    return tuple(_worded(c, words.child(c.id)) if c.id in words.data else c for c in criteria)


def _words_of(top: Node, number: str) -> Node | None:
    if "wording" not in top.data:
        return None
    wording = top.child("wording")
    wording.only(_WORDING)
    sets = wording.child("sets") if "sets" in wording.data else wording
    return sets.child(number) if number in sets.data else None


def _worded(criterion: Criterion, words: Node) -> Criterion:
    printed = {option.id for option in criterion.options}
    for name in words.data.keys() - printed:
        words.unknown(name, "mức", sorted(printed))
    options = (o._replace(words=words.text(o.id, "")) for o in criterion.options)
    return criterion._replace(options=tuple(options))
