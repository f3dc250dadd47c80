"""Build the archetypes of criteria: what repeats between product sets is written once and named."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import takewhile

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.rules.band import Band
from ocop_cli.rules.criterion import Basis, Criterion, Kind, Option
from ocop_cli.rules.load_conditions import CONDITIONS, RETIRED, with_conditions
from ocop_cli.rules.need import Fact, Need
from ocop_cli.rules.provenance import Source
from ocop_cli.rules.reading import Node

_OPTION = frozenset(
    {"id", "label", "points", "star", "from", "above", "below", "to", "source", "note", "needs"}
)
_BOUNDS = frozenset({"from", "above", "below", "to"})
_NEED = frozenset({"from", "above", "below", "to", "one_of", "none_of", "except_producers"})
_OWN = frozenset(
    {
        "alternative",
        "basis",
        "beside",
        "content",
        "floor",
        "id",
        "kind",
        "max",
        "min_star",
        "name",
        "note",
        "options",
        "source",
        "suspect",
    }
)
_CHANGES = frozenset({"like", "points", "stars", "labels", "drop"})
_UNMET = frozenset({"id", "label", "source"})
_ALLOWED = _OWN | _CHANGES | CONDITIONS


class Archetypes(Mapping[str, Criterion]):
    """Every archetype by its name, read when it is first asked for.

    One that is ``like`` another takes all of it and changes what it names; the other stands before it.
    """

    def __init__(self, top: Node) -> None:
        self._top = top
        self._nodes = dict(top.children("criteria"))
        self._built: dict[str, Criterion] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)

    def __len__(self) -> int:
        return len(self._nodes)

    def __getitem__(self, name: str) -> Criterion:
        if name not in self._built:
            self._built[name] = self._read(name)
        return self._built[name]

    def _read(self, name: str) -> Criterion:
        node = self._nodes[name]
        node.only(_ALLOWED, RETIRED)
        parent = self._parent(name, node) if "like" in node.data else None
        made = _derived(node, parent) if parent else _archetype(node, name)
        if not made.floor and "unmet" in self._top.data:
            made = _with_unmet(self._top.child("unmet"), made)
        return with_conditions(node, made)

    def _parent(self, name: str, node: Node) -> Criterion | None:
        before = list(takewhile(name.__ne__, self._nodes))
        wanted = node.text("like")
        if wanted in before:
            return self[wanted]
        node.unknown(wanted, "mẫu tiêu chí đứng trước", before)
        return None


def read_band(node: Node) -> Band | None:
    """Read the bounds: ``from`` and ``to`` belong to the band, ``above`` and ``below`` do not."""
    if node.data.keys().isdisjoint(_BOUNDS):
        return None
    lower = node.decimal_or_none("from") if "from" in node.data else node.decimal_or_none("above")
    upper = node.decimal_or_none("to") if "to" in node.data else node.decimal_or_none("below")
    return Band(lower, upper, "above" not in node.data, "to" in node.data)


def _archetype(node: Node, name: str) -> Criterion:
    source = node.source()
    return Criterion(
        id=node.text("id", name),
        part="",
        group=0,
        code="",
        name=node.text("name"),
        max=node.decimal("max"),
        kind=_kind(node),
        options=_options(node),
        source=source,
        cite="",
        content=node.member_or_none("content", CommuneContent),
        basis=node.member_or_none("basis", Basis),
        floor=_floor(node, source),
        min_star=node.integer_or_none("min_star"),
        alternative=node.text("alternative", ""),
        note=node.text("note", ""),
        suspect=node.text("suspect", ""),
        beside=node.texts("beside"),
    )


def _kind(node: Node) -> Kind:
    """Return how a criterion is answered; ``count``, which nothing could answer, is a choice."""
    if node.data.get("kind") == "count":
        node.retired("kind", "Kiểu “count” không còn dùng, tiêu chí này do người chấm chọn mức.")
        return Kind.CHOICE
    return node.member("kind", Kind, Kind.CHOICE)


def _derived(node: Node, parent: Criterion) -> Criterion:
    options = _options(node) if "options" in node.data else _changed_options(node, parent.options)
    return parent._replace(
        id=node.text("id", parent.id),
        name=node.text("name", parent.name),
        max=node.decimal("max") if "max" in node.data else parent.max,
        options=options,
        source=node.source(parent.source),
        floor=_floor(node, parent.source) if "floor" in node.data else parent.floor,
        min_star=node.integer("min_star") if "min_star" in node.data else parent.min_star,
        note=node.text("note", parent.note),
        suspect=node.text("suspect", parent.suspect),
        beside=node.texts("beside") or parent.beside,
    )


def _with_unmet(unmet: Node, criterion: Criterion) -> Criterion:
    """Add the level below all printed options to a choice that prints none without points."""
    unmet.only(_UNMET)
    if criterion.kind is not Kind.CHOICE or not all(option.points for option in criterion.options):
        return criterion
    floor = Option(unmet.text("id"), unmet.text("label"), Decimal(0), source=unmet.source())
    return criterion._replace(floor=floor)


def _options(node: Node) -> tuple[Option, ...]:
    return tuple(_option(child, name) for name, child in node.children("options"))


def _option(node: Node, name: str) -> Option:
    node.only(_OPTION)
    return Option(
        id=name,
        label=node.text("label"),
        points=node.decimal("points"),
        min_star=node.integer_or_none("star"),
        band=read_band(node),
        source=node.source() if "source" in node.data else None,
        note=node.text("note", ""),
        needs=tuple(_need(child, fact) for fact, child in node.children("needs"))
        if "needs" in node.data
        else (),
    )


def _need(node: Node, fact: str) -> Need:
    node.only(_NEED)
    if fact not in set(Fact):
        node.unknown(fact, "số liệu", Fact)
    without = "none_of" in node.data
    return Need(
        Fact(fact) if fact in set(Fact) else Fact.AGENTS,
        read_band(node),
        frozenset(node.texts("none_of" if without else "one_of")),
        without,
        frozenset(node.texts("except_producers")),
    )


def _floor(node: Node, source: Source) -> Option | None:
    if "floor" not in node.data:
        return None
    floor = node.child("floor")
    floor.only(_OPTION)
    return Option(
        floor.text("id"), floor.text("label"), Decimal(0), band=read_band(floor), source=floor.source(source)
    )


def _changed_options(node: Node, options: tuple[Option, ...]) -> tuple[Option, ...]:
    dropped = node.texts("drop")
    kept = tuple(option for option in options if option.id not in dropped)
    for table in ("points", "stars", "labels"):
        if table in node.data:
            kept = _apply(node.child(table), table, kept)
    return kept


def _apply(changes: Node, table: str, options: tuple[Option, ...]) -> tuple[Option, ...]:
    """Change the named options; ``stars`` replaces all star minima, the others only what they name."""
    for name in changes.data.keys() - {option.id for option in options}:
        changes.unknown(name, "mức", [option.id for option in options])
    if table == "stars":
        return tuple(o._replace(min_star=changes.integer_or_none(o.id)) for o in options)
    named = {o.id for o in options if o.id in changes.data}
    if table == "points":
        return tuple(o._replace(points=changes.decimal(o.id)) if o.id in named else o for o in options)
    return tuple(o._replace(label=changes.text(o.id)) if o.id in named else o for o in options)
