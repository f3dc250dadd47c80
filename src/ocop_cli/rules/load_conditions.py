"""Read the conditions of a criterion: what stops the assessment, what it depends on, what it requires."""

from decimal import Decimal

from ocop_cli.rules.criterion import Basis, Criterion, OnlyIf, Option, Requires
from ocop_cli.rules.reading import Node

CONDITIONS = frozenset({"stops", "stop", "exempt", "only_if", "requires"})
"""The keys of a criterion that hold conditions."""
RETIRED = frozenset({"province_only"})
"""What earlier versions wrote for a condition; still read, with a hint."""
_LEVEL = frozenset({"id", "label", "source"})
_ONLY_IF = _LEVEL | {"criterion", "lost_at"}
_REQUIRES = _LEVEL | {"area"}
_NOTHING = Decimal(0)


def with_conditions(node: Node, criterion: Criterion) -> Criterion:
    """Return the criterion with the conditions of its data; one that is ``like`` another keeps those of the other."""
    return _with_stops(node, criterion)._replace(
        stop=_stop(node) if "stop" in node.data else criterion.stop,
        exempt=_exempt(node, criterion),
        only_if=_only_if(node.child("only_if")) if "only_if" in node.data else criterion.only_if,
        requires=_requires(node, criterion.requires),
    )


def _level(node: Node, points: Decimal = _NOTHING, *, stops: bool = False) -> Option:
    return Option(node.text("id"), node.text("label"), points, source=node.source(), stops=stops)


def _with_stops(node: Node, criterion: Criterion) -> Criterion:
    """Mark the levels after which nothing is assessed."""
    stops = node.texts("stops")
    for name in set(stops) - {level.id for level in criterion.levels}:
        node.unknown(name, "mức", [level.id for level in criterion.levels])
    options = tuple(o._replace(stops=True) if o.id in stops else o for o in criterion.options)
    floor = criterion.floor
    return criterion._replace(
        options=options, floor=floor._replace(stops=True) if floor and floor.id in stops else floor
    )


def _stop(node: Node) -> Option:
    child = node.child("stop")
    child.only(_LEVEL)
    return _level(child, stops=True)


def _exempt(node: Node, criterion: Criterion) -> Option | None:
    if "exempt" not in node.data:
        return criterion.exempt and criterion.exempt._replace(points=criterion.max)
    child = node.child("exempt")
    child.only(_LEVEL)
    return _level(child, criterion.max)


def _only_if(node: Node) -> OnlyIf:
    node.only(_ONLY_IF)
    return OnlyIf(node.text("criterion"), frozenset(node.texts("lost_at")), _level(node))


def _requires(node: Node, before: Requires | None) -> Requires | None:
    if "requires" in node.data:
        child = node.child("requires")
        child.only(_REQUIRES)
        return Requires(child.member("area", Basis, Basis.PROVINCE), _level(child))
    if "province_only" not in node.data:
        return before
    if not node.flag("province_only"):
        return None
    label = "Không phải toàn bộ có nguồn gốc trong tỉnh"
    return before or Requires(Basis.PROVINCE, Option("not_all_in_province", label, _NOTHING))
