"""What one text of the law changes against another, value by value."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from ocop_cli.rules.condition_words import conditions_of
from ocop_cli.rules.criterion import Criterion, Option
from ocop_cli.rules.decision import Decision
from ocop_cli.rules.differ_decision import READINGS
from ocop_cli.rules.product_set import ProductSet
from ocop_cli.viet.numbers import show_number

_AREAS = {"commune": "xã", "district": "huyện", "province": "tỉnh"}


LEVEL = "mức"
"""What a difference of a level is called."""


class Kind(StrEnum):
    """What happened to a value."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Difference(NamedTuple):
    """One value that differs: where it stands, what it is, both readings as plain words, and its id for machines."""

    kind: Kind
    product_set: int | None
    place: str
    what: str
    before: str = ""
    after: str = ""
    key: str = ""


def diff_decisions(before: Decision, after: Decision) -> list[Difference]:
    """Return what differs beside the product sets, reading by reading."""
    return [
        difference
        for place, word, read in READINGS
        for difference in _differences(None, place, read(before), read(after), word)
    ]


def diff_sets(before: ProductSet | None, after: ProductSet | None) -> list[Difference]:
    """Return what differs in a product set: criteria, options, points, star marks, grounds."""
    number = (after or before).number if after or before else None  # type: ignore[union-attr]  # one of them is there
    if before is None or after is None:
        kind = Kind.ADDED if before is None else Kind.REMOVED
        return [Difference(kind, number, f"bộ {number}", "cả bộ sản phẩm")]
    old = {criterion.id: criterion for criterion in before.criteria}
    new = {criterion.id: criterion for criterion in after.criteria}
    ids = [*old, *(c for c in new if c not in old)]
    found = [d for c in ids for d in _diff_criterion(after.number, old.get(c), new.get(c))]
    shared = [c for c in ids if c in old and c in new]
    return [
        *found,
        *(d for c in shared for d in _diff_conditions(after.number, (old[c], before), (new[c], after))),
        *_differences(after.number, "Trường hợp bị loại", _grounds(before), _grounds(after), "bị loại"),
    ]


def _diff_conditions(
    number: int, old: tuple[Criterion, ProductSet], new: tuple[Criterion, ProductSet]
) -> Iterator[Difference]:
    yield from _differences(number, _name(new[0]), conditions_of(*old), conditions_of(*new))


def _grounds(product_set: ProductSet) -> dict[str, str]:
    return {ground.id: ground.text for ground in product_set.disqualifications}


def _diff_criterion(number: int, old: Criterion | None, new: Criterion | None) -> Iterator[Difference]:
    if new is None:
        if old:
            yield Difference(
                Kind.REMOVED, number, _name(old), "tiêu chí", f"tối đa {show_number(old.max)} điểm"
            )
        return
    if old is None:
        yield Difference(
            Kind.ADDED, number, _name(new), "tiêu chí", after=f"tối đa {show_number(new.max)} điểm"
        )
        return
    yield from _differences(number, _name(new), _facts(old), _facts(new))
    yield from _differences(number, _name(new), _options(old), _options(new), LEVEL)


def _differences(
    number: int | None, place: str, old: Mapping[str, str], new: Mapping[str, str], word: str = ""
) -> Iterator[Difference]:
    """Compare two tables key by key; ``word`` names the keys where they are ids that people do not read."""
    for key in [*old, *(key for key in new if key not in old)]:
        before, after = old.get(key, ""), new.get(key, "")
        if before != after:
            kind = Kind.CHANGED if before and after else Kind.REMOVED if before else Kind.ADDED
            yield Difference(kind, number, place, word or key, before, after, key)


def _facts(criterion: Criterion) -> dict[str, str]:
    star = f"từ {criterion.min_star} sao" if criterion.min_star else ""
    return {
        "điểm tối đa": show_number(criterion.max),
        "yêu cầu tối thiểu của tiêu chí": star,
        "tính theo địa bàn": _AREAS[criterion.basis] if criterion.basis else "",
        "tên tiêu chí": criterion.name,
    }


def _options(criterion: Criterion) -> dict[str, str]:
    return {option.id: _option(option) for option in criterion.options}


def _option(option: Option) -> str:
    star = f", tối thiểu cho {option.min_star} sao" if option.min_star else ""
    return f"{option.named}: {show_number(option.points)} điểm{star}"


def _name(criterion: Criterion) -> str:
    return f"{criterion.code} {criterion.name}"
