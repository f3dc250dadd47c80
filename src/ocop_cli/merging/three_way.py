"""Two copies of a record merged by what both were before: one copy's change stands, what both changed is asked."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from ocop_cli.findings import FieldPath
from ocop_cli.merging.items import Identity, identified, kind_at, record_of, rule_of
from ocop_cli.merging.rules import ACTS, TOGETHER, WHOLE

_HISTORY = "history"


class Side(StrEnum):
    """One of the two copies."""

    OURS = "ours"
    THEIRS = "theirs"


class Conflict(NamedTuple):
    """What both copies changed, differently: the fields with the values before and in each copy; ``None`` for absent.

    ``key`` names it in every run: items of lists by what tells them apart. ``fields`` are places in the merged data,
    which hold our values where nothing was chosen; of an item that is not there the place of its list.
    """

    key: str
    fields: tuple[FieldPath, ...]
    base: tuple[Any, ...]
    ours: tuple[Any, ...]
    theirs: tuple[Any, ...]


class Merged(NamedTuple):
    """The data of both copies in one, and what nobody has chosen yet."""

    data: Any
    conflicts: tuple[Conflict, ...]


def merge(model: Any, base: Any, ours: Any, theirs: Any, chosen: Mapping[str, Side] | None = None) -> Merged:
    """Merge two copies of plain data, as read without empty boxes, by what both were before.

    ``model`` is the model of the file, ``None`` where there is none; ``base`` is ``None`` where the copies have no
    known past: then only what is alike in both counts as known, nothing is taken for removed. ``chosen`` answers
    conflicts by their keys.
    """
    run = _Run(chosen or {})
    before = alike(model, ours, theirs) if base is None else base
    return Merged(run.value(_At((), (), model), before, ours, theirs), tuple(run.conflicts.values()))


def alike(kind: Any, ours: Any, theirs: Any) -> Any:
    """Return what two copies have in common; ``None`` for nothing."""
    if ours == theirs:
        return ours
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping) and not _is_whole(kind):
        both = {key: alike(kind_at(kind, key), ours[key], theirs[key]) for key in ours if key in theirs}
        return {key: value for key, value in both.items() if value is not None}
    if isinstance(ours, list) and isinstance(theirs, list):
        mine, other = identified(kind, ours), identified(kind, theirs)
        shared = [item for item in mine if item in other]
        rule = rule_of(kind)
        if rule and rule.chain:
            shared = _common_beginning([*mine], [*other])
        return [alike(record_of(kind), mine[one], other[one]) for one in shared]
    return None


class _At(NamedTuple):
    """A place in a file: its name in every run, its field in the merged data, and the annotation of what stands there."""

    key: tuple[str, ...]
    field: FieldPath
    kind: Any
    is_item: bool = False

    def under(self, name: str) -> "_At":
        return _At((*self.key, name), (*self.field, name), kind_at(self.kind, name))

    def at_item(self, number: int, identity: Identity) -> "_At":
        named = "|".join(identity[:-1]) + (f"#{identity[-1]}" if identity[-1] != "0" else "")
        return _At((*self.key, named), (*self.field, number), record_of(self.kind), is_item=True)

    @property
    def shown(self) -> FieldPath:
        """The field to show for what our copy does not have: of an item its list."""
        return self.field[:-1] if self.is_item else self.field


class _Run:
    """One merge: what was chosen, and the conflicts that are found on the way."""

    def __init__(self, chosen: Mapping[str, Side]) -> None:
        self._chosen = chosen
        self.conflicts: dict[str, Conflict] = {}

    def value(self, at: _At, base: Any, ours: Any, theirs: Any) -> Any:
        if theirs in (ours, base):
            return ours
        if ours == base:
            return theirs
        if isinstance(ours, Mapping) and isinstance(theirs, Mapping) and not _is_whole(at.kind):
            return self._record(at, base if isinstance(base, Mapping) else {}, ours, theirs)
        if isinstance(ours, list) and isinstance(theirs, list) and _is_known(at.kind, [*ours, *theirs]):
            return self._list(at, base if isinstance(base, list) else [], ours, theirs)
        return self._one_of(at, (at.shown if ours is None else at.field,), (base,), (ours,), (theirs,))[0]

    def _record(
        self, at: _At, base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]
    ) -> dict[str, Any]:
        model = record_of(at.kind)
        groups = TOGETHER.get(model, ()) if model else ()
        together = {name: group for group in groups for name in group}
        acts = _acts_apart(at, base, ours, theirs)
        if acts:
            together |= dict.fromkeys(acts, acts)
        found: dict[str, Any] = {}
        for name in dict.fromkeys([*ours, *theirs]):
            if name not in together:
                found[name] = self.value(at.under(name), base.get(name), ours.get(name), theirs.get(name))
            elif name not in found:
                group = together[name]
                found |= dict(zip(group, self._group(at, group, base, ours, theirs), strict=True))
        return {name: value for name, value in found.items() if value is not None}

    def _group(
        self,
        at: _At,
        group: Sequence[str],
        base: Mapping[str, Any],
        ours: Mapping[str, Any],
        theirs: Mapping[str, Any],
    ) -> tuple[Any, ...]:
        """Return the values of fields that say one thing, all of one copy."""
        before, mine, other = (tuple(data.get(name) for name in group) for data in (base, ours, theirs))
        if other in (mine, before):
            return mine
        if mine == before:
            return other
        at = at._replace(key=(*at.key, group[0]))
        return self._one_of(at, tuple((*at.field, name) for name in group), before, mine, other)

    def _list(self, at: _At, base: list[Any], ours: list[Any], theirs: list[Any]) -> Any:
        before, mine, other = (identified(at.kind, items) for items in (base, ours, theirs))
        order: list[Identity] | None = _in_order([*before], [*mine], [*other])
        rule = rule_of(at.kind)
        if rule and rule.chain:
            order = _one_chain([*before], [*mine], [*other])
        if order is None:
            return self._one_of(at, (at.field,), (base,), (ours,), (theirs,))[0]
        found: list[Any] = []
        for one in order:
            place = at.at_item(len(found), one)
            merged = self.value(place, before.get(one), mine.get(one), other.get(one))
            found += [] if merged is None else [merged]
        return found

    def _one_of(
        self,
        at: _At,
        fields: tuple[FieldPath, ...],
        base: tuple[Any, ...],
        ours: tuple[Any, ...],
        theirs: tuple[Any, ...],
    ) -> tuple[Any, ...]:
        key = " / ".join(at.key)
        side = self._chosen.get(key)
        if side is None:
            self.conflicts[key] = Conflict(key, fields, base, ours, theirs)
        return theirs if side is Side.THEIRS else ours


def _in_order(base: list[Identity], ours: list[Identity], theirs: list[Identity]) -> list[Identity]:
    """Return the items of both copies in our order; in the other's where only that one has put them into another."""
    shared = {*base} & {*ours} & {*theirs}
    was, mine, other = ([item for item in items if item in shared] for items in (base, ours, theirs))
    first, then = (theirs, ours) if mine == was != other else (ours, theirs)
    return list(dict.fromkeys([*first, *then]))


def _is_whole(kind: Any) -> bool:
    return record_of(kind) in WHOLE


def _is_known(kind: Any, items: Sequence[Any]) -> bool:
    """Say whether the items of a list can be told apart: by a rule, or because each is a single value."""
    return rule_of(kind) is not None or not any(isinstance(item, Mapping | list) for item in items)


def _acts_apart(
    at: _At, base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> tuple[str, ...]:
    """Return the history and what follows it, where the two copies of a dossier contradict each other in it."""
    rule = rule_of(kind_at(at.kind, _HISTORY))
    if not (rule and rule.chain):
        return ()
    kind = kind_at(at.kind, _HISTORY)
    chains = ([*identified(kind, data.get(_HISTORY) or ())] for data in (base, ours, theirs))
    if _one_chain(*chains) is not None:
        return ()
    return (_HISTORY, *(name for name in ACTS if name in ours or name in theirs))


def _one_chain(base: list[Identity], ours: list[Identity], theirs: list[Identity]) -> list[Identity] | None:
    """Return the items of two chains as one; ``None`` where both have gone on, or back, and not in the same way."""
    if theirs in (base, ours):
        return ours
    if base == ours:
        return theirs
    longer, shorter = sorted((ours, theirs), key=len, reverse=True)
    both_went_on = shorter[: len(base)] == base
    return longer if both_went_on and longer[: len(shorter)] == shorter else None


def _common_beginning(ours: list[Identity], theirs: list[Identity]) -> list[Identity]:
    length = next((n for n, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]), None)
    return ours[: min(len(ours), len(theirs)) if length is None else length]
