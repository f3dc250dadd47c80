"""The rule data itself: nothing in it may contradict itself, and the checks would notice if it did."""

from decimal import Decimal

import pytest

from ocop_cli.rules.consistency import check_decision, check_rulebook, part_total
from ocop_cli.rules.decision import Decision, Rulebook
from ocop_cli.rules.export import export_decision
from ocop_cli.rules.product_set import Detection
from ocop_cli.rules.provenance import Confidence
from ocop_cli.rules.verification import verification, verification_words
from ocop_cli.store.law.rulebook import load_rulebook, load_rules
from support import decisions

BOOK = load_rulebook()
NEW = BOOK.texts_of(decisions.NEW)[0]._replace(effective_to=None, files_until=None, text_to=None)
"""A decision that nothing has followed yet."""


def test_the_data_reads_without_a_fault() -> None:
    assert load_rules().findings == ()


def test_the_data_does_not_contradict_itself() -> None:
    assert check_rulebook(BOOK) == []


@pytest.mark.parametrize("text", BOOK.texts, ids=lambda t: f"{t.id} from {t.text_from}")
def test_every_decision_has_the_twenty_six_sets_in_six_groups(text: Decision) -> None:
    assert [s.number for s in text.sets] == list(range(1, 27))
    groups = {g.id: [s.number for s in text.sets if s.product_group == g] for g in text.product_groups}
    assert groups == {
        "food": list(range(1, 14)),
        "drink": [14, 15, 16, 17],
        "herbal": [18, 19, 20],
        "craft": [21, 22],
        "ornamental": [23, 24, 25],
        "tourism": [26],
    }


@pytest.mark.parametrize("text", BOOK.texts, ids=lambda t: f"{t.id} from {t.text_from}")
def test_every_criterion_is_cited_by_set_and_code(text: Decision) -> None:
    for product_set in text.sets:
        for criterion in product_set.criteria:
            assert criterion.cite.endswith(f"bộ {product_set.number}, tiêu chí {criterion.code}")
            assert criterion.cite.startswith(f"Quyết định số {text.number}, Phụ lục ")


def test_every_value_that_is_not_firm_says_so() -> None:
    """What was never read in the text of the decision is not marked as if it had been."""
    old = BOOK.texts_of("148-2023")[-1].procedure
    sources = [old.samples.source]
    sources += [limit.source for limit in old.limits]
    sources += [producer.source for producer in old.producers]
    sources += [paper.source for paper in old.papers if paper.id != "registration_slip"]  # its text was read
    assert not any(source.is_firm for source in sources)


@pytest.mark.parametrize(
    ("ground", "sets"),
    [
        ("all_imported_or_unknown", [7, 8, 9, 10, 11, 12, 13, 14, 15, 18, 19, 20]),
        ("copy_of_another", list(range(5, 15))),
        ("no_food_safety_certificate", list(range(1, 18))),
        ("no_production_licence", [15, 17]),
        ("no_declaration", [18, 19, 20]),
        ("intellectual_property", [21, 22]),
    ],
)
def test_grounds_for_disqualification_hold_for_the_printed_sets(ground: str, sets: list[int]) -> None:
    held = [s.number for s in NEW.sets if ground in {d.id for d in s.disqualifications}]
    assert held == sets


def test_the_old_decision_prints_two_grounds_for_two_sets_only() -> None:
    old = BOOK.texts_of("148-2023")[0]
    for ground in (Detection.ALL_IMPORTED_OR_UNKNOWN, Detection.COPY_OF_ANOTHER):
        assert [s.number for s in old.sets if ground in {d.detect for d in s.disqualifications}] == [5, 6]


def _with_set_one(**changes: object) -> Decision:
    broken = NEW.sets[0]._replace(**changes)  # type: ignore[arg-type]  # any field may be broken
    return NEW._replace(sets=(broken, *NEW.sets[1:]))


def _codes(decision: Decision) -> set[str]:
    return {fault.code for fault in check_decision(decision)}


def test_a_maximum_that_no_option_reaches_is_found() -> None:
    first, *rest = NEW.sets[0].criteria
    higher = first._replace(max=first.max + 1)
    assert _codes(_with_set_one(criteria=(higher, *rest))) == {"R010", "R012"}
    suspect = higher._replace(suspect="chép sai")
    assert _codes(_with_set_one(criteria=(suspect, *rest))) == {"R012"}
    assert _codes(_with_set_one(criteria=(suspect, *rest), suspect="thiếu điểm")) == set()


def test_a_gap_between_two_bands_is_found() -> None:
    first, *rest = NEW.sets[0].criteria
    holed = first._replace(options=(first.options[0], first.options[2]), max=first.max)
    assert _codes(_with_set_one(criteria=(holed, *rest))) == {"R011"}


def test_a_criterion_that_stands_twice_is_found() -> None:
    first, *rest = NEW.sets[0].criteria
    assert "R013" in _codes(_with_set_one(criteria=(first, first, *rest)))


def test_a_ground_that_names_nothing_is_found() -> None:
    ground = NEW.sets[0].disqualifications[0]._replace(papers=("lost",), criterion="lost")
    faults = check_decision(_with_set_one(disqualifications=(ground,)))
    assert [fault.code for fault in faults] == ["R014", "R014"]


def test_a_label_that_does_not_fit_the_form_is_found() -> None:
    first, *rest = NEW.sets[0].criteria
    long = first.options[0]._replace(label="x" * 91)
    assert _codes(_with_set_one(criteria=(first._replace(options=(long, *first.options[1:])), *rest))) == {
        "R015"
    }


def test_a_gap_between_stars_is_found() -> None:
    assert _codes(NEW._replace(stars=NEW.stars[1:])) == {"R016"}


def test_two_laws_on_one_day_and_a_lost_transition_are_found() -> None:
    later = NEW._replace(text_from=NEW.text_from.replace(month=12))
    clause = NEW.transitions[0]._replace(under="lost")
    book = Rulebook((*BOOK.texts_of(decisions.OLD), NEW, later._replace(transitions=(clause,))))
    assert [fault.code for fault in check_rulebook(book)] == ["R017", "R014"]


def test_the_export_carries_what_machines_compare() -> None:
    exported = export_decision(NEW)
    assert (exported["decision"], exported["filed_from"], exported["filed_to"]) == (
        "26-2026",
        "2026-05-22",
        None,
    )
    sets = exported["sets"]
    assert isinstance(sets, list)
    origin = next(c for c in sets[13]["criteria"] if c["content"] == "local_origin")
    assert (origin["code"], origin["max"], origin["min_star"]) == ("1.1", "4", None)
    assert [(o["points"], o["min_star"]) for o in origin["options"]] == [("1", 3), ("2", None), ("4", None)]
    assert "suspect" not in origin


@pytest.mark.parametrize("text", BOOK.texts, ids=lambda t: f"{t.id} from {t.text_from}")
def test_every_group_of_several_criteria_has_a_name(text: Decision) -> None:
    for product_set in text.sets:
        numbers = [c.group for c in product_set.criteria]
        shared = {number for number in numbers if numbers.count(number) > 1}
        assert shared <= {group.number for group in product_set.groups}


@pytest.mark.parametrize(
    ("decision", "number", "doubts"),
    [
        ("26-2026", 3, ["story"]),
        ("26-2026", 7, ["organisation"]),
        ("26-2026", 10, ["intellectual_property"]),
        ("26-2026", 23, ["colour"]),
        ("26-2026", 24, ["labelling", "market_area"]),
        ("26-2026", 25, ["market_area"]),
        ("26-2026", 14, []),
        ("148-2023", 7, ["smell"]),
        ("148-2023", 24, ["labelling"]),
        ("148-2023", 14, []),
    ],
)
def test_the_known_slips_of_the_sources_are_marked(decision: str, number: int, doubts: list[str]) -> None:
    product_set = BOOK.texts_of(decision)[-1].product_set(number)
    assert product_set is not None
    assert sorted(c.id for c in product_set.criteria if c.suspect) == doubts
    assert all(not c.source.is_firm for c in product_set.criteria if c.suspect)


def test_lost_points_of_the_old_decision_are_marked_on_the_set() -> None:
    doubted = [s.number for s in BOOK.texts_of("148-2023")[0].sets if s.suspect]
    assert doubted == [11, 12, 13]


def test_only_one_of_two_alternatives_counts() -> None:
    tourism = BOOK.texts_of("148-2023")[0].sets[25]
    assert len([c for c in tourism.criteria if c.choose_one]) == 6
    assert part_total(tourism, "C") == Decimal(35)


def test_verification_counts_what_stands_on_weak_sources() -> None:
    new, old = verification(NEW), verification(BOOK.texts_of("148-2023")[-1])
    assert new.verified == old.verified == 0  # nobody has compared anything with the signed texts yet
    assert (new.suspect, old.suspect) == (8, 6)
    assert new.by_confidence[Confidence.VERBATIM] > new.by_confidence[Confidence.UNCERTAIN] > 0
    assert old.by_confidence[Confidence.RECALLED] > 0
    assert "Đã đối chiếu bản ký: 0" in verification_words(NEW)
