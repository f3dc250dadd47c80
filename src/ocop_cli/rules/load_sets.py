"""Build the product sets: blocks of criteria laid together, with what is a set's own on top."""

import re
from collections.abc import Sequence
from functools import cache, partial
from typing import NamedTuple

from ocop_cli.rules.criterion import Criterion
from ocop_cli.rules.decision import Part
from ocop_cli.rules.load_criteria import Archetypes
from ocop_cli.rules.load_wording import with_words
from ocop_cli.rules.product_set import (
    CriteriaGroup,
    Detection,
    Disqualification,
    ProductGroup,
    ProductSet,
)
from ocop_cli.rules.reading import Node
from ocop_cli.viet.numbers import is_whole

SET_KEYS = frozenset({"criteria", "disqualifications", "groups", "layouts", "sets", "unmet", "wording"})
"""The top keys that decide what the product sets hold."""

_SET = frozenset(
    {
        "name",
        "product_group",
        "group",
        "subgroup",
        "ministry",
        "layout",
        "criteria",
        "groups",
        "source",
        "suspect",
    }
)
_GROUND = frozenset({"text", "sets", "detect", "criterion", "papers", "source"})
_STEPS = re.compile(r"[0-9]+|[^0-9.#]")
_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"


class _Shared(NamedTuple):
    """What every product set of a decision draws on."""

    top: Node
    archetypes: Archetypes
    parts: tuple[Part, ...]
    product_groups: dict[str, ProductGroup]
    grounds: tuple[Disqualification, ...]
    spots: dict[str, tuple[str, int]]

    def spot(self, code: str) -> tuple[str, int]:
        """Return the part and the group that a code belongs to; every set asks for the same few dozen codes."""
        if code not in self.spots:
            group = next(iter(_order(code)), 0)
            self.spots[code] = (_part_of(group, self.parts), group)
        return self.spots[code]


def read_sets(top: Node, parts: tuple[Part, ...], groups: tuple[ProductGroup, ...]) -> Sequence[ProductSet]:
    """Return every product set with its criteria resolved and cited; what is not asked for is not read.

    A careful reading reads everything at once, so that every error is found.
    """
    return top.when_asked(partial(_read_sets, top, parts, groups))


def _read_sets(
    top: Node, parts: tuple[Part, ...], groups: tuple[ProductGroup, ...]
) -> tuple[ProductSet, ...]:
    by_id = {group.id: group for group in groups}
    archetypes = Archetypes(top)
    if top.context.careful:
        list(archetypes.values())  # also those that no product set uses
    shared = _Shared(top, archetypes, parts, by_id, _grounds(top), spots={})
    return tuple(_read_set(shared, node, number) for number, node in top.numbered("sets"))


def _read_set(shared: _Shared, node: Node, number: int) -> ProductSet:
    node.only(_SET)
    head = shared.top.child("decision")
    cite = node.context.cite(head.text("cite_set")).replace("{set}", str(number))
    cite_criterion = node.context.cite(head.text("cite_criterion")).replace("{set}", str(number))
    return ProductSet(
        number=number,
        name=node.text("name"),
        product_group=_product_group(node, shared.product_groups),
        group=node.text("group"),
        subgroup=node.text("subgroup", ""),
        ministry=node.text("ministry", ""),
        source=node.source(),
        cite=cite,
        groups=_groups(shared, node),
        criteria=node.when_asked(partial(_criteria, shared, node, number, cite_criterion)),
        disqualifications=tuple(g._replace(cite=cite) for g in shared.grounds if number in g.sets),
        suspect=node.text("suspect", ""),
    )


def _product_group(node: Node, known: dict[str, ProductGroup]) -> ProductGroup:
    name = node.text("product_group")
    if name not in known:
        node.unknown(name, "ngành hàng", known)
    return known.get(name, ProductGroup(name, name))


def _criteria(shared: _Shared, node: Node, number: int, cite: str) -> tuple[Criterion, ...]:
    placed = [
        _placed(archetype, code, shared.spot(code), cite)
        for code, archetype in _archetypes_by_code(shared, node)
    ]
    return with_words(shared.top, number, placed)


def _placed(archetype: Criterion, code: str, spot: tuple[str, int], cite: str) -> Criterion:
    """Return a criterion as one product set carries it."""
    part, group = spot
    return archetype._replace(part=part, group=group, code=code, cite=cite.replace("{code}", code))


def _archetypes_by_code(shared: _Shared, node: Node) -> list[tuple[str, Criterion]]:
    """Lay the blocks and the set's own criteria together, in the order of the groups."""
    codes: dict[str, str] = {}
    for block in _layouts(shared.top, node):
        codes.update({code: block.text(code) for code in block.data})
    if "criteria" in node.data:
        own = node.child("criteria")
        codes.update({code: own.text(code) for code in own.data})
    for name in codes.values():
        if name not in shared.archetypes:
            node.unknown(name, "mẫu tiêu chí", shared.archetypes)
    placed = [(code, shared.archetypes[name]) for code, name in codes.items() if name in shared.archetypes]
    return sorted(placed, key=lambda pair: _order(pair[0]))


def _layouts(top: Node, node: Node) -> list[Node]:
    if not node.texts("layout"):
        return []
    known = top.child("layouts")
    for name in node.texts("layout"):
        if name not in known.data:
            node.unknown(name, "khối tiêu chí", known.data)
    return [known.child(name) for name in node.texts("layout") if name in known.data]


@cache
def _order(code: str) -> tuple[int, ...]:
    """Return the key by which codes stand in the decision: numbers count, letters follow the alphabet."""
    return tuple(int(step) if is_whole(step) else _LETTERS.find(step) for step in _STEPS.findall(code))


def _part_of(group: int, parts: tuple[Part, ...]) -> str:
    return next((part.id for part in reversed(parts) if part.from_group <= group), "")


def _groups(shared: _Shared, node: Node) -> tuple[CriteriaGroup, ...]:
    """Name the groups of criteria: the decision's names, with the set's own on top."""
    names: dict[int, str] = {}
    for holder in (shared.top, node):
        if "groups" in holder.data:
            child = holder.child("groups")
            names.update({number: child.text(key) for number, key in child.whole_keys()})
    return tuple(CriteriaGroup(n, name) for n, name in sorted(names.items()))


def _grounds(top: Node) -> tuple[Disqualification, ...]:
    return tuple(_ground(name, node) for name, node in top.children("disqualifications"))


def _ground(name: str, node: Node) -> Disqualification:
    node.only(_GROUND)
    return Disqualification(
        id=name,
        text=node.text("text"),
        sets=node.integers("sets"),
        detect=node.member("detect", Detection, Detection.MANUAL),
        source=node.source(),
        cite="",
        criterion=node.text("criterion", ""),
        papers=node.texts("papers"),
    )
