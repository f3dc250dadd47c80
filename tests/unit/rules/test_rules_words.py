"""Labels and needs that once said something else than the decision: each stands here with what its text asks."""

import pytest

from ocop_cli.rules.criterion import Criterion, Option
from ocop_cli.rules.label_meaning import meaning
from ocop_cli.rules.need import Fact, Stretch, Verdict, Words
from ocop_cli.rules.pick import force
from ocop_cli.store.law.rulebook import load_rulebook

BOOK = load_rulebook()
OLD, NEW = "148-2023", "26-2026"


def criterion(decision: str, number: int, name: str) -> Criterion:
    found = force(BOOK, decision, number).product_set.criterion(name)
    assert found is not None
    return found


def option(decision: str, number: int, name: str, level: str) -> Option:
    found = criterion(decision, number, name).option(level)
    assert found is not None
    return found


@pytest.mark.parametrize("number", range(1, 26))
@pytest.mark.parametrize("decision", [OLD, NEW])
def test_nothing_local_at_all_has_no_points_and_meets_no_minimum(decision: str, number: int) -> None:
    origin = criterion(decision, number, "local_origin")
    assert origin.floor is not None
    assert origin.floor.id == "unmet"
    nothing = origin.option_for(origin.floor.points)
    assert nothing is origin.floor
    assert (int(nothing.points), nothing.min_star) == (0, None)
    assert option(decision, number, "local_origin", "below_50").label.startswith("Có ")


@pytest.mark.parametrize(
    ("decision", "numbers", "fact"),
    [
        (OLD, (*range(1, 5), *range(23, 26)), Fact.CONTRACTED_SHARE),
        (OLD, range(5, 23), Fact.INPUT_CONTRACTED_SHARE),
        (NEW, range(1, 26), Fact.CONTRACTED_SHARE),
    ],
)
def test_linkage_counts_what_the_set_says(decision: str, numbers: tuple[int, ...], fact: Fact) -> None:
    for number in numbers:
        linkage = criterion(decision, number, "linkage")
        assert {need.fact for o in linkage.options for need in o.needs if need.fact.endswith("share")} == {
            fact
        }
        of_input = "nguyên liệu đầu vào" in linkage.options[-1].label
        assert of_input == (fact is Fact.INPUT_CONTRACTED_SHARE)


@pytest.mark.parametrize("number", [24, 25])
def test_plants_and_animals_have_their_own_ladder_of_markets(number: int) -> None:
    ladder = [(o.id, int(o.points), o.needs) for o in criterion(OLD, number, "market_area").options]
    assert ladder == [("in_district", 1, ()), ("beyond_district", 2, ()), ("beyond_province", 3, ()), ("abroad", 5, ())]  # fmt: skip


def test_flowers_may_be_sold_online() -> None:
    assert "online" in option(OLD, 23, "market_area", "modern_or_abroad").label


@pytest.mark.parametrize("number", [*range(5, 16), *range(17, 22)])
def test_any_advanced_system_of_quality_counts(number: int) -> None:
    label = option(OLD, number, "assurance", "national_system").label
    assert "HACCP" in label
    assert "Việt Nam" not in label


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_fresh_goods_ask_for_a_system_of_viet_nam(number: int) -> None:
    assert "của Việt Nam (VietGAP" in option(OLD, number, "assurance", "national_system").label


@pytest.mark.parametrize(
    ("decision", "kind", "left"),
    [
        (NEW, "association", ["cooperative"]),
        (NEW, "coordination_centre", ["cooperative"]),
        (NEW, "household", ["household_farm_group"]),
        (OLD, "coordination_centre", ["cooperative"]),
    ],
)
def test_tourism_gives_associations_and_centres_the_highest_level(
    decision: str, kind: str, left: list[str]
) -> None:
    known = {Fact.PRODUCER_KIND: Words(frozenset({kind}))}
    levels = criterion(decision, 26, "organisation").open_levels(known)
    assert [o.id for o in levels] == left
    assert any(w in levels[0].label for w in ("đối tượng còn lại", "trung tâm điều hành")) == (left[0] == "cooperative")  # fmt: skip


def test_the_slip_of_labelling_in_cosmetics_is_told() -> None:
    assert "nhãn hiệu" in criterion(NEW, 19, "labelling").suspect
    assert not criterion(NEW, 18, "labelling").suspect


@pytest.mark.parametrize(("decision", "word"), [(OLD, "bắt buộc dùng"), (NEW, "có văn bản cho dùng")])
def test_a_protected_sign_brings_its_condition(decision: str, word: str) -> None:
    assert word in option(decision, 5, "intellectual_property", "trademark_and_origin_sign").label


def test_the_two_shares_of_linkage_are_two_facts() -> None:
    full = Stretch(*(option(OLD, 15, "linkage", "none").points + 100,) * 2)
    needs = option(OLD, 15, "linkage", "contracts_over_75").needs
    assert needs[0].verdict({Fact.CONTRACTED_SHARE: full}) is Verdict.OPEN
    assert needs[0].verdict({Fact.INPUT_CONTRACTED_SHARE: full}) is Verdict.MET


@pytest.mark.parametrize(
    ("decision", "number", "name", "level", "word"),
    [
        *((NEW, n, "declaration", "national_standard", "có quy chuẩn thì bắt buộc") for n in (1, 8, 17, 22)),
        *((d, 18, "declaration", "registered", "còn hiệu lực") for d in (OLD, NEW)),
        *((NEW, n, "certified_area", "international", "MSC") for n in (2, 8)),
        (NEW, 18, "certified_area", "international", "GACP-WHO"),
        *((NEW, n, "assurance", "international_system", "BRC, FDA") for n in (1, 9, 20)),
        *((NEW, n, "linkage", "contracts_over_75_stable", "tính đến khi đăng ký") for n in (1, 20, 25)),
        *((OLD, n, "linkage", "contracts_over_75_stable", "sản lượng tiêu thụ") for n in (1, 4, 23)),
    ],
)
def test_a_label_keeps_the_condition_that_it_once_dropped(
    decision: str, number: int, name: str, level: str, word: str
) -> None:
    assert word in option(decision, number, name, level).label


@pytest.mark.parametrize(
    ("printed", "ours"),
    [
        ("ít nhất 01 tiếng nước ngoài", "ít nhất một ngoại ngữ"),
        ("Công ty TNHH 1 thành viên", "Công ty một thành viên"),
        ("môi trường trong xây dựng NTM", "môi trường nông thôn mới"),
        ("(ASC, Global GAP, MSC...)", "(ASC, GlobalGAP, MSC…)"),
        ("(GlobalG.A.P, MSC,...)", "(GlobalGAP, MSC…)"),
        ("theo Luật HTX 2012", "đúng luật"),
        ("đáp ứng yêu cầu (1) và tập huấn thường xuyên/định kỳ", "như trên và tập huấn thường xuyên"),
        ("dư lượng thuốc BVTV, phụ gia,...", "đầy đủ"),
    ],
)
def test_another_way_of_writing_is_no_dropped_condition(printed: str, ours: str) -> None:
    assert meaning(printed) == meaning(ours)


@pytest.mark.parametrize(
    ("printed", "lost"),
    [
        ("giữ chất lượng ổn định", "ổn định"),
        ("có chứng nhận GlobalGAP", "GLOBALGAP"),
        ("trong 24 tháng", "từ 24"),
        ("tập huấn định kỳ", "định kỳ"),
    ],
)
def test_a_dropped_condition_is_found(printed: str, lost: str) -> None:
    assert lost in meaning(printed) - meaning("Như trên")


IMPURE, STAPLE = "impurities.unsafe", "idea_origin.staple"
STOPS = {
    NEW: {
        **{n: {IMPURE} for n in (*range(5, 14), 15, 17)},
        **{n: {IMPURE, STAPLE} for n in (2, 3, 4)},
        1: {"evenness.unsafe", STAPLE},
        16: {"impurities.present", "colour.coloured", "smell.present", "taste.strange"},
        19: {"declaration.none"},
        20: {"declaration.unmet"},
    },
    OLD: {
        1: {"evenness.unsafe", STAPLE, "assurance.certificate_unfit"},
        2: {IMPURE, STAPLE},
        **{n: {IMPURE, STAPLE, "assurance.certificate_unfit"} for n in (3, 4)},
        **{n: {IMPURE, "assurance.certificate_unfit"} for n in (5, 6)},
    },
}
"""Where “không đánh giá các bước tiếp theo”, “không xem xét các chỉ tiêu khác” or “không đánh giá” is printed."""


@pytest.mark.parametrize("number", range(1, 27))
@pytest.mark.parametrize("decision", [OLD, NEW])
def test_the_assessment_ends_where_it_is_printed_and_nowhere_else(decision: str, number: int) -> None:
    stops = force(BOOK, decision, number).product_set.stops
    assert {f"{c.id}.{level.id}" for c, level in stops} == STOPS[decision].get(number, set())


@pytest.mark.parametrize("number", range(1, 27))
@pytest.mark.parametrize("decision", [OLD, NEW])
def test_structure_and_identity_hang_on_the_story(decision: str, number: int) -> None:
    criteria = force(BOOK, decision, number).product_set.criteria
    hanging = {c.id: (c.only_if.criterion, sorted(c.only_if.lost_at)) for c in criteria if c.only_if}
    wanted = {"story_structure", "local_identity"} if number != 26 else set()
    assert hanging == dict.fromkeys(wanted, ("story", ["none"]))
