"""Which law holds on which day, and how the answer is refused."""

from datetime import date
from decimal import Decimal

import pytest

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.errors import OcopError
from ocop_cli.rules.decision import Decision, Rulebook
from ocop_cli.rules.pick import force, force_decision, pick_ruleset, transition_of
from ocop_cli.rules.procedure import MeetingRule
from ocop_cli.store.law.rulebook import load_rulebook
from support.decisions import NEW, OLD

BOOK = load_rulebook()


@pytest.mark.parametrize(
    ("on", "decision", "amended", "meeting"),
    [
        (date(2023, 2, 24), "148-2023", False, MeetingRule.NOT_ASKED),
        (date(2025, 7, 5), "148-2023", False, MeetingRule.NOT_ASKED),
        (date(2025, 7, 6), "148-2023", True, MeetingRule.REQUIRED),
        (date(2026, 5, 21), "148-2023", True, MeetingRule.REQUIRED),
        (date(2026, 5, 22), "26-2026", False, MeetingRule.WHEN_NEEDED),
        (date(2026, 11, 23), "26-2026", False, MeetingRule.WHEN_NEEDED),
    ],
)
def test_each_day_has_one_law(on: date, decision: str, amended: bool, meeting: MeetingRule) -> None:
    found = pick_ruleset(BOOK, 14, on).decision
    assert (found.id, bool(found.amendments), found.procedure.meeting) == (decision, amended, meeting)


def test_a_day_before_every_decision_names_the_next_one() -> None:
    with pytest.raises(OcopError) as refusal:
        pick_ruleset(BOOK, 14, date(2023, 2, 23))
    assert "148/QĐ-TTg (148-2023), từ ngày 24/02/2023" in refusal.value.hint
    assert "Trước đó" not in refusal.value.hint


def test_a_gap_names_both_neighbours() -> None:
    old, new = BOOK.texts_of(OLD)[0], force_decision(BOOK, NEW)
    with pytest.raises(OcopError) as refusal:
        pick_ruleset(Rulebook((old, new)), 14, date(2025, 12, 1))
    assert "Trước đó: Quyết định số 148/QĐ-TTg" in refusal.value.hint
    assert "Sau đó: Quyết định số 26/2026/QĐ-TTg" in refusal.value.hint


def test_two_laws_on_one_day_are_refused() -> None:
    new = force_decision(BOOK, "26-2026")
    with pytest.raises(OcopError, match="nhiều quyết định"):
        pick_ruleset(Rulebook((new, new)), 14, date(2026, 6, 1))


def test_a_set_that_does_not_exist_names_the_range() -> None:
    with pytest.raises(OcopError) as refusal:
        pick_ruleset(BOOK, 27, date(2026, 6, 1))
    assert "từ 1 đến 26" in refusal.value.hint


def test_forcing_takes_the_text_of_the_day() -> None:
    assert not force(BOOK, "148-2023", 14, date(2024, 1, 1)).decision.amendments
    assert force(BOOK, "148-2023", 14, date(2026, 11, 1)).decision.amendments
    assert force(BOOK, "148-2023", 14).decision.amendments
    assert force(BOOK, "148-2023", 14, date(2020, 1, 1)).decision.text_from == date(2023, 2, 24)


def test_an_unknown_decision_lists_the_known_ones() -> None:
    with pytest.raises(OcopError) as refusal:
        force(BOOK, "999-1999", 14)
    assert "148-2023, 26-2026" in refusal.value.hint


@pytest.mark.parametrize(
    ("registration", "filed_on", "limit"),
    [
        ("first", date(2026, 5, 21), date(2026, 7, 21)),
        ("upgrade", date(2026, 4, 1), date(2026, 7, 21)),
        ("re_ranking", date(2026, 5, 21), date(2026, 6, 21)),
        ("first", date(2026, 5, 22), None),
        ("unheard_of", date(2026, 5, 21), None),
    ],
)
def test_dossiers_filed_before_the_change_have_a_last_day(
    registration: str, filed_on: date, limit: date | None
) -> None:
    clause = transition_of(force_decision(BOOK, "148-2023"), registration, filed_on)
    assert (clause.finish_by if clause else None) == limit


@pytest.mark.parametrize(
    ("points", "star", "certificate"),
    [
        ("29.99", 1, False),
        ("30", 2, False),
        ("49.99", 2, False),
        ("50", 3, True),
        ("69.99", 3, True),
        ("70", 4, True),
        ("89.99", 4, True),
        ("90", 5, True),
        ("100", 5, True),
    ],
)
def test_totals_fall_into_star_bands(points: str, star: int, certificate: bool) -> None:
    for decision in ("148-2023", "26-2026"):
        band = force_decision(BOOK, decision).star_for(Decimal(points))
        assert band is not None
        assert (band.star, band.certificate) == (star, certificate)


def test_no_star_for_totals_off_the_scale() -> None:
    assert _new().star_for(Decimal("100.01")) is None
    assert _new().star_for(Decimal("-1")) is None


def test_the_commune_evaluates_four_contents_since_the_amendment() -> None:
    (before, after), new = BOOK.texts_of(OLD), force_decision(BOOK, NEW)
    assert before.procedure.evaluates == ()
    assert after.procedure.evaluates == new.procedure.evaluates == tuple(CommuneContent)


def test_day_limits_are_as_the_decisions_say_and_unknown_where_nothing_was_found() -> None:
    limits = {limit.id: (limit.days, limit.unit.value) for limit in _new().procedure.limits}
    assert limits == {
        "commune_evaluation": (15, "working"),
        "reranking_opens": (180, "calendar"),
        "reranking_closes": (120, "calendar"),
        "reranking_decision": (45, "calendar"),
        "withdrawal": (15, "calendar"),
        "late_reranking_grace": (180, "calendar"),
    }
    unknown = force_decision(BOOK, "148-2023").procedure.limit("commune_evaluation")
    assert unknown is not None
    assert unknown.days is None
    assert unknown.note


def test_rounds_are_asked_for_before_one_day_and_settled_before_another() -> None:
    rounds = [
        (r.level, r.request_before.in_year(2026), r.result_before.in_year(2026))
        for r in _new().procedure.rounds
    ]
    assert rounds == [
        ("province", date(2026, 4, 30), date(2026, 6, 30)),
        ("province", date(2026, 10, 30), date(2026, 12, 30)),
        ("ministry", date(2026, 7, 30), date(2026, 9, 30)),
        ("ministry", date(2026, 1, 30), date(2026, 3, 30)),
    ]


@pytest.mark.parametrize(
    ("number", "producer", "papers"),
    [
        (14, "cooperative", ["business_registration", "food_safety_certificate"]),
        (14, "farm", ["food_safety_certificate"]),
        (15, "farm", ["food_safety_certificate", "production_licence"]),
        (19, "farm", ["production_conditions", "quality_declaration"]),
        (21, "household", ["business_registration"]),
        (26, None, []),
    ],
)
def test_required_papers_follow_set_and_producer(
    number: int, producer: str | None, papers: list[str]
) -> None:
    required = [p.id for p in _new().procedure.required_evidence(number, producer, "first")]
    assert required == ["registration_slip", "self_assessment", *papers]


def test_tourism_hands_in_no_sample() -> None:
    samples = _new().procedure.samples
    assert (samples.units_for(14), samples.units_for(26)) == (5, 0)


def _new() -> Decision:
    return force_decision(BOOK, "26-2026")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("148/QĐ-TTg", "148-2023"),
        ("26/2026/QĐ-TTg", "26-2026"),
        ("26/2026/qđ-ttg", "26-2026"),
        ("26/2026", "26-2026"),
        ("148", "148-2023"),
    ],
)
def test_a_decision_is_named_as_papers_cite_it(typed: str, meant: str) -> None:
    assert force_decision(load_rulebook(), typed).id == meant


@pytest.mark.parametrize("typed", ["14", "2", "6/2026/QĐ-TTg", "2026", "", "/"])
def test_a_part_of_a_number_names_no_decision(typed: str) -> None:
    with pytest.raises(OcopError):
        force_decision(load_rulebook(), typed)
