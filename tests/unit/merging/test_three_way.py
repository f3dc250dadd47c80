"""Two copies of a file in one: nothing is lost, and only what both changed is asked."""

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.product import EarlierYear
from ocop_cli.merging.items import identified, kind_at, record_of, rule_of
from ocop_cli.merging.rules import LISTS, WHOLE
from ocop_cli.merging.three_way import Conflict, Side, alike, merge
from ocop_cli.store.workspace.data_places import DATA_PLACES, model_of
from ocop_cli.viet.field_titles import found_mapping
from ocop_cli.viet.fields import Record
from support.copies import Change, changed, example, fields_of, unordered
from support.runs import runs

FILES = (
    "dossiers/sam-day.yaml",
    "dossiers/ruou-ghe.yaml",
    "producers/htx-ruong-cao.yaml",
    "ocop.yaml",
    "private/sam-day.yaml",
)
KNOWN = {name: (model_of(name), example(name)) for name in FILES}
WAYS = {name: [*fields_of(model, data)] for name, (model, data) in KNOWN.items()}
TEXTS = st.one_of(st.none(), st.sampled_from(["một", "hai", "ba"]))


@st.composite
def two_people(draw: st.DrawFn, apart: bool) -> tuple[str, list[Change], list[Change]]:
    """Draw a file and what two people change in it, in other fields or in any."""
    name = draw(st.sampled_from(FILES))
    ways = draw(st.lists(st.sampled_from(WAYS[name]), unique=True, min_size=1, max_size=8))
    mine, other = ([Change(way, draw(TEXTS)) for way in ways] for _ in "12")
    cut = draw(st.integers(0, len(ways))) if apart else 0
    return (name, mine[:cut], other[cut:]) if apart else (name, mine, other)


@given(two_people(apart=True))
@settings(max_examples=runs(10, 1500), deadline=None)
def test_changes_of_other_fields_are_all_there_in_either_order(
    case: tuple[str, list[Change], list[Change]],
) -> None:
    name, mine, other = case
    model, base = KNOWN[name]
    ours, theirs = changed(model, base, mine), changed(model, base, other)
    for one, two in ((ours, theirs), (theirs, ours)):
        merged = merge(model, base, one, two)
        assert merged.conflicts == ()
        assert merged.data == changed(model, base, [*mine, *other])


@given(two_people(apart=False), st.sampled_from([*Side]))
@settings(max_examples=runs(10, 1500), deadline=None)
def test_only_what_both_changed_is_asked_and_asked_once(
    case: tuple[str, list[Change], list[Change]], side: Side
) -> None:
    name, mine, other = case
    model, base = KNOWN[name]
    ours, theirs = changed(model, base, mine), changed(model, base, other)
    merged = merge(model, base, ours, theirs)
    both = [
        one.way
        for one, two in zip(mine, other, strict=True)
        if len({str(changed(model, base, c)) for c in ([], [one], [two])}) == 3
    ]
    assert len(merged.conflicts) == len(both)
    chosen = {conflict.key: side for conflict in merged.conflicts}
    done = merge(model, base, ours, theirs, chosen)
    assert done.conflicts == ()
    again = merge(model, base, done.data, theirs, chosen)
    assert (again.data, again.conflicts) == (done.data, ())
    if side is Side.OURS:
        assert done.data == merged.data


@given(two_people(apart=False))
@settings(max_examples=runs(8, 1000), deadline=None)
def test_without_a_past_what_differs_is_asked_and_nothing_is_removed(
    case: tuple[str, list[Change], list[Change]],
) -> None:
    name, mine, other = case
    model, base = KNOWN[name]
    ours, theirs = changed(model, base, mine), changed(model, base, other)
    merged = merge(model, None, ours, theirs)
    kept = {str(way) for way in [*fields_of(model, ours), *fields_of(model, theirs)]}
    assert {str(way) for way in fields_of(model, merged.data)} == kept
    assert not merge(model, None, merged.data, merged.data).conflicts


@pytest.mark.parametrize("kind", LISTS)
def test_what_two_people_add_to_a_list_is_there_once_each(kind: type[Record]) -> None:
    rule = LISTS[kind]
    items = [{key: f"{key}-{n}" for key in rule.keys} for n in range(4)]
    annotation = tuple[kind, ...]  # type: ignore[valid-type]  # a type made for the test
    base, ours, theirs = items[:1], [*items[:2], items[3]], [items[0], items[2], items[3]]
    run = merge(annotation, base, ours, theirs)
    if rule.chain:
        assert [conflict.ours for conflict in run.conflicts] == [(ours,)]
        assert merge(annotation, base, ours, [*ours, items[2]]).data == [*ours, items[2]]
        assert merge(annotation, base, ours, base).data == ours
    else:
        assert unordered(annotation, run.data) == unordered(annotation, items)
        assert run.conflicts == ()


def test_every_list_of_a_data_file_has_a_rule() -> None:
    """A new kind of file, or of list in one, says what tells its items apart."""
    without = {
        f"{model.__name__}.{name}"
        for place in DATA_PLACES
        for model, name, annotation in lists_of(place.model)
        if (item := record_of(annotation)) and item not in LISTS
    }
    assert without == set()
    used = {record_of(a) for place in DATA_PLACES for _, _, a in lists_of(place.model)}
    assert set(LISTS) <= used
    assert all(
        key in {f.alias or n for n, f in kind.model_fields.items()}
        for kind, r in LISTS.items()
        for key in r.keys
    )


def lists_of(
    model: type[Record], seen: frozenset[type[Record]] = frozenset()
) -> list[tuple[type[Record], str, Any]]:
    """Return the lists of records in a model and in all that it holds."""
    found = []
    for name, field in model.model_fields.items():
        inner = record_of(field.annotation)
        if inner and inner not in seen and inner is not model:
            found += lists_of(inner, seen | {model})
        if inner and "tuple[" in str(field.annotation) and not found_mapping(field.annotation):
            found.append((model, name, field.annotation))
    return found


def test_what_tells_items_apart_is_their_rule_or_all_of_them() -> None:
    rule = tuple[EarlierYear, ...]
    assert [
        *identified(rule, [{"year": 1, "until": "x", "star": 3}, {"year": 1, "until": "x"}, {}, "lẻ"])
    ] == [
        ("1", "x", "0"),
        ("1", "x", "1"),
        ("", "", "0"),
        ("lẻ", "0"),
    ]
    assert [*identified(tuple[str, ...], ["a", "a", {"tên": "ă"}])] == [
        ("a", "0"),
        ("a", "1"),
        ('{"tên": "ă"}', "0"),
    ]


def test_a_conflict_in_an_item_is_named_by_what_tells_the_item_apart() -> None:
    base, ours, theirs = (
        {"materials": [{"name": "mía", "note": words}, {"name": "mía", "note": words}]}
        for words in ("x", "y", "z")
    )
    assert [conflict.key for conflict in merge(Dossier, base, ours, theirs).conflicts] == [
        "materials / mía / note",
        "materials / mía#1 / note",
    ]
    (gone,) = merge(Dossier, base, {"materials": []}, {"materials": [*ours["materials"][:1]]}).conflicts[:1]
    assert (gone.key, gone.fields) == ("materials / mía", (("materials",),))
    assert kind_at(dict[str, EarlierYear], "2025") is EarlierYear
    assert kind_at(dict[str, EarlierYear] | None, "2025") is EarlierYear


BASE = example("dossiers/sam-day.yaml")


def with_moves(*moves: dict[str, Any], **parts: Any) -> dict[str, Any]:
    data: dict[str, Any] = copy.deepcopy(BASE)
    return {**data, "history": [*data["history"], *moves], **parts}


ADVANCE = {"stage": "evaluated", "from": "received", "on": "2026-11-20"}
RETURN = {"stage": "preparing", "from": "received", "on": "2026-11-20", "kind": "return"}
SENT = {"stage": "requested", "from": "evaluated", "on": "2026-11-22"}
EVALUATION = {"decision": "26-2026", "on": "2026-11-20", "by": "Y Mẫu"}


def conflicts(base: Any, ours: Any, theirs: Any) -> list[Conflict]:
    return [*merge(Dossier, base, ours, theirs).conflicts]


def test_two_moves_from_one_stage_are_a_conflict_with_what_follows_them() -> None:
    ours, theirs = with_moves(ADVANCE, evaluations=[EVALUATION]), with_moves(RETURN)
    (found,) = conflicts(BASE, ours, theirs)
    assert found.fields == (("history",), ("evaluations",))
    returned = merge(Dossier, BASE, ours, theirs, {found.key: Side.THEIRS})
    assert returned.data == theirs


def test_the_same_move_is_there_once_and_a_longer_way_is_gone() -> None:
    both = merge(Dossier, BASE, with_moves(ADVANCE), with_moves(ADVANCE, SENT))
    assert both == (with_moves(ADVANCE, SENT), ())


def test_what_was_taken_back_stays_taken_back() -> None:
    moved = with_moves(ADVANCE)
    labour = {**BASE["labour"], "total": "30"}
    assert merge(Dossier, moved, BASE, {**moved, "labour": labour}).data == {**BASE, "labour": labour}
    assert conflicts(moved, BASE, with_moves(ADVANCE, SENT))


def test_two_copies_without_a_past_do_not_lengthen_a_history_by_both_ways() -> None:
    assert conflicts(None, with_moves(ADVANCE), with_moves(RETURN))
    assert merge(Dossier, None, with_moves(ADVANCE), BASE).data == with_moves(ADVANCE)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ({"papers": []}, {"papers": [{**BASE["papers"][0], "title": "Phiếu mới"}, *BASE["papers"][1:]]}),
        ({"labour": {**BASE["labour"], "total": "25"}}, {"labour": {**BASE["labour"], "total": "26"}}),
        ({"producer": "htx-mau"}, {"producer": {**BASE["producer"], "village": "thôn Ví Dụ Hai"}}),
    ],
)
def test_what_one_took_away_and_the_other_changed_is_asked(ours: Any, theirs: Any) -> None:
    assert len(conflicts(BASE, {**BASE, **ours}, {**BASE, **theirs})) == 1


def test_a_number_and_its_day_are_never_of_two_copies() -> None:
    record = {"schema": "ocop/paper@1", "issue": {"number": "12", "on": "2026-11-20"}}
    other = {**record, "issue": {"number": "13", "on": "2026-11-21"}}
    model = model_of("documents/2026/x.yaml")
    (found,) = merge(model, {"schema": "ocop/paper@1"}, record, other).conflicts
    assert (found.ours, found.theirs) == ((record["issue"],), (other["issue"],))


def test_identities_tell_alike_items_apart_by_their_order() -> None:
    kind = kind_at(Dossier, "opinions")
    assert rule_of(kind)
    assert len(identified(kind, [{"unit": "Đơn vị Mẫu"}] * 3)) == 3
    assert all(whole not in LISTS or LISTS[whole] for whole in WHOLE)


@pytest.mark.parametrize("kind", LISTS)
def test_without_a_past_a_history_was_one_up_to_where_it_parts_any_other_list_in_what_both_have(
    kind: type[Record],
) -> None:
    first, second, third = ({key: f"{key}-{n}" for key in LISTS[kind].keys} for n in range(3))
    known = alike(tuple[kind, ...], [first, second, third], [first, third, second])  # type: ignore[valid-type]  # a type made for the test
    assert known == ([first] if LISTS[kind].chain else [first, second, third])
