"""Where the option of each criterion comes from, and what a score may not claim."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ocop_cli.dossier.facts import YearFigures
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.scores import Scorer, ScoreSheet
from ocop_cli.evaluation.known_facts import growth_years, known_facts
from ocop_cli.evaluation.panel import council_sheets, day_members, last_round, panel_of
from ocop_cli.evaluation.score import Answered, Score
from ocop_cli.evaluation.score_json import panel_json
from ocop_cli.evaluation.score_words import panel_table, score_table
from ocop_cli.evaluation.scoring import member_tally, score_dossier
from ocop_cli.rules.need import Fact, Stretch, Words
from ocop_cli.rules.pick import force
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.viet.numbers import show_rounded
from support import decisions
from support.dossiers import make_dossier

RULEBOOK = load_rulebook()
NEW = force(RULEBOOK, decisions.NEW, 14)
TODAY = date(2026, 11, 23)
PAPERS = [
    {"id": "attp", "kind": "food_safety_certificate", "title": "Giấy ATTP", "expires_on": "2027-01-01"},
    {"id": "moi-truong", "kind": "environment", "title": "Hồ sơ môi trường"},
]


def dossier(**facts: Any) -> Dossier:
    return make_dossier(**{"papers": PAPERS, **facts})


def sheet(
    scorer: Scorer = Scorer.SELF, by: str | None = None, /, *, number: int = 1, **choices: Any
) -> ScoreSheet:
    chosen = tuple({"criterion": c, "option": o} for c, o in choices.items())
    return ScoreSheet.model_validate(
        {"scorer": scorer.value, "by": by, "round": number, "decision": NEW.decision.id, "choices": chosen}
    )


def complete(**choices: str) -> dict[str, Any]:
    """Everything on its highest level, but for what is named."""
    best = {c.id: max(c.levels, key=lambda o: o.points).id for c in NEW.product_set.criteria}
    return {**best, **choices}


def scored(facts: Dossier, filled: ScoreSheet | None = None) -> Score:
    return score_dossier(facts, NEW, filled or sheet(), TODAY, "dossiers/ruou.yaml")


@pytest.mark.parametrize(
    ("business", "option"),
    [
        ({"contracted_share": "0"}, "none"),
        ({"contracted_share": "49.99"}, "none"),
        ({"contracted_share": "50"}, "contracts_from_50"),
        ({"contracted_share": "74.99"}, "contracts_from_50"),
        ({"contracted_share": "75"}, "contracts_from_50"),
        ({"contracted_share": "75.01", "contracts_since": "2026-06-01"}, "contracts_over_75"),
        ({"contracted_share": "75.01", "contracts_since": "2025-11-24"}, "contracts_over_75"),
        ({"contracted_share": "75.01", "contracts_since": "2025-11-23"}, "contracts_over_75_stable"),
    ],
)
def test_figures_decide_the_linkage(business: dict[str, str], option: str) -> None:
    line = scored(dossier(business=business)).line("linkage")
    assert line.answered is Answered.FACTS
    assert line.option is not None
    assert line.option.id == option


def test_figures_that_leave_two_options_open_ask() -> None:
    line = scored(dossier(business={"contracted_share": "80"})).line("linkage")
    assert line.answered is Answered.OPEN
    assert [o.id for o in line.levels] == ["contracts_over_75", "contracts_over_75_stable"]


@pytest.mark.parametrize(
    ("kind", "left"),
    [
        ("cooperative", ["cooperative"]),
        ("household", ["household_farm_group"]),
        ("farm", ["household_farm_group"]),
        ("cooperative_group", ["household_farm_group"]),
        ("small_enterprise", ["unmet", "company", "cooperative"]),
    ],
)
def test_the_kind_of_producer_leaves_its_own_options(kind: str, left: list[str]) -> None:
    line = scored(dossier(producer={"name": "Mẫu", "kind": kind})).line("organisation")
    assert [o.id for o in line.levels] == left
    assert (line.answered is Answered.FACTS) == (len(left) == 1)


@pytest.mark.parametrize(
    ("led", "option"),
    [
        ({"women_led": "có"}, "one_of_them"),
        ({"women_led": "không", "ethnic_minority_led": "không", "disabled_led": "không"}, "none"),
        ({"women_led": "không", "disabled_led": "có"}, "one_of_them"),
        ({"women_led": "không"}, None),
        ({}, None),
    ],
)
def test_the_representative_decides_once_enough_is_known(led: dict[str, str], option: str | None) -> None:
    line = scored(dossier(producer={"name": "Mẫu", **led})).line("represented_group")
    assert (line.option.id if line.option else None) == option


def test_agents_rule_options_out() -> None:
    few = scored(dossier(business={"agents": "4"})).line("market_area").levels
    many = scored(dossier(business={"agents": "5"})).line("market_area").levels
    assert [o.id for o in few] == ["unmet", "in_commune", "beyond_commune", "modern_or_abroad"]
    assert [o.id for o in many] == ["unmet", "in_commune", "five_agents", "modern_or_abroad"]


def figures(*profits: int | None, last: int = 2025) -> tuple[YearFigures, ...]:
    years = range(last - len(profits) + 1, last + 1)
    return tuple(YearFigures(year=y, profit=None if p is None else Decimal(p)) for y, p in zip(years, profits, strict=True))  # fmt: skip


@pytest.mark.parametrize(
    ("profits", "last", "low", "high"),
    [
        ((10, 20, 30), 2025, 2, None),
        ((30, 20, 30), 2025, 1, 1),
        ((10, 20), 2025, 1, None),
        ((20, 20), 2025, 0, 0),
        ((30, 20), 2025, 0, 0),
        ((10, None, 20, 30), 2025, 1, None),
        ((10, 20, 30), 2026, 1, None),
    ],
)
def test_growth_is_counted_back_from_the_last_full_year(
    profits: tuple[int | None, ...], last: int, low: int, high: int | None
) -> None:
    wanted = Stretch(Decimal(low), None if high is None else Decimal(high))
    assert growth_years(figures(*profits, last=last), TODAY) == wanted


def test_growth_is_not_known_without_the_last_full_year() -> None:
    assert growth_years(figures(10, 20, last=2024), TODAY) is None
    assert growth_years(figures(10, last=2025), TODAY) is None
    assert growth_years((), TODAY) is None


def test_growth_does_not_decide_for_a_cooperative() -> None:
    years = [{"year": "2024", "profit": "30"}, {"year": "2025", "profit": "20"}]
    one = scored(dossier(producer={"name": "M", "kind": "household"}, business={"years": years}))
    other = scored(dossier(producer={"name": "M", "kind": "cooperative"}, business={"years": years}))
    option = one.line("growth").option
    assert option is not None
    assert (one.line("growth").answered, option.id, option.points) == (Answered.FACTS, "unmet", Decimal(0))
    assert other.line("growth").answered is Answered.OPEN


def test_what_is_not_said_is_not_known() -> None:
    assert known_facts(dossier(), NEW.decision, TODAY) == {}
    known = known_facts(
        dossier(producer={"name": "M", "kind": "farm"}, business={"contracts_since": "2027-01-01"}),
        NEW.decision,
        TODAY,
    )
    assert known == {Fact.PRODUCER_KIND: Words(frozenset({"farm"}))}


def test_a_choice_against_the_figures_is_not_counted() -> None:
    facts = dossier(business={"contracted_share": "80"}, scores=[sheet(linkage="none").model_dump()])
    score = scored(facts, facts.scores[0])
    assert score.line("linkage").answered is Answered.CONFLICT
    assert "linkage" not in score.tally.chosen
    fault = next(f for f in score.findings if f.code == "E041")
    assert fault.place.field == ("scores", 0, "choices", 0, "option")
    assert "Hợp đồng liên kết trên 75% sản lượng tiêu thụ" in fault.hint


def test_a_choice_that_the_decision_does_not_know_is_not_counted() -> None:
    score = scored(dossier(), sheet(packaging="golden"))
    assert score.line("packaging").answered is Answered.CONFLICT


def test_a_choice_beside_decided_figures_yields_to_them() -> None:
    facts = dossier(business={"contracted_share": "60"})
    assert scored(facts, sheet(linkage="contracts_over_75")).line("linkage").option == scored(facts).line("linkage").option  # fmt: skip


def test_a_share_without_figures_is_never_chosen() -> None:
    line = scored(dossier(), sheet(local_origin="from_75")).line("local_origin")
    assert line.answered is Answered.CONFLICT
    assert line.option is None


def test_the_commune_contents_are_as_the_commune_evaluates_them() -> None:
    facts = dossier(
        materials=[{"name": "Ngô", "share": "100", "origin": "commune"}],
        labour={"total": "8", "commune": "6"},
        idea={"choice": {"option": "provincial_speciality", "reason": "Có ở nhiều xã trong tỉnh."}},
    )
    score = scored(facts)
    found = {c: score.line(c).option for c in ("local_origin", "local_labour", "idea_origin")}
    assert {c: o.id if o else None for c, o in found.items()} == {
        "local_origin": "from_75",
        "local_labour": "from_75",
        "idea_origin": "provincial_speciality",
    }
    assert "6/8" in score.line("local_labour").reason


def test_a_council_member_judges_alone() -> None:
    facts = dossier(
        business={"contracted_share": "60"}, idea={"choice": {"option": "widespread", "reason": "x"}}
    )
    score = scored(facts, sheet(Scorer.COUNCIL, "A", linkage="contracts_over_75"))
    assert score.line("linkage").option is not None
    assert score.line("linkage").answered is Answered.CHOSEN
    assert score.line("idea_origin").answered is Answered.OPEN
    assert not score.findings


@pytest.mark.parametrize("choices", [{"story": "none"}, {"story": "not a level"}, {}])
def test_the_points_of_a_member_alone_are_those_of_the_whole_score(choices: dict[str, str]) -> None:
    given = sheet(Scorer.COUNCIL, "A", **complete(**choices))
    assert member_tally(NEW, given) == scored(dossier(), given).tally


def test_a_copied_choice_counts_but_says_so() -> None:
    copied = ScoreSheet.model_validate(
        {"scorer": "self", "choices": [{"criterion": "packaging", "option": "simple", "review": "có"}]}
    )
    score = scored(dossier(), copied)
    assert score.line("packaging").review
    assert [f.code for f in score.findings] == ["E042"]


def test_a_missing_or_lapsed_paper_rules_the_dossier_out_whatever_the_points() -> None:
    everything = sheet(Scorer.COUNCIL, "A", **complete())
    held, lapsed = dossier(), dossier(papers=[{**PAPERS[0], "expires_on": "2026-11-22"}])
    assert scored(held, everything).star == 5
    assert scored(lapsed, everything).star is None
    assert scored(dossier(papers=[]), everything).star is None
    assert scored(lapsed, everything).tally.star == 5
    assert "Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm" in scored(lapsed, everything).grounds[0]


def test_only_papers_in_date_prove_points() -> None:
    facts = dossier()
    score = scored(facts, sheet(environment="legal_papers", assurance="food_safety", packaging="simple"))
    assert score.line("environment").evidence == ("Hồ sơ môi trường",)
    assert score.line("assurance").is_proven
    assert not score.line("packaging").is_proven
    assert score.proven_points == 2
    assert score.tally.points == 3


def test_evidence_named_beside_a_choice_counts_for_it() -> None:
    chosen = {"criterion": "packaging", "option": "simple", "evidence": ["moi-truong", "khong-co"]}
    filled = ScoreSheet.model_validate({"scorer": "self", "choices": [chosen]})
    assert scored(dossier(), filled).line("packaging").evidence == ("Hồ sơ môi trường",)


def council(*sheets: dict[str, str], number: int = 1) -> list[dict[str, Any]]:
    return [sheet(Scorer.COUNCIL, f"Người {n}", number=number, **choices).model_dump() for n, choices in enumerate(sheets)]  # fmt: skip


def panel(facts: Dossier) -> Any:
    return panel_of(
        NEW, [scored(facts, s) for s in council_sheets(facts, last_round(facts), NEW.decision.id)]
    )


def test_the_star_of_a_panel_is_that_of_the_exact_average() -> None:
    facts = dossier(scores=council(complete(), complete(taste="smooth"), complete(taste="unusual")))
    found = panel(facts)
    assert found.average == Decimal(293) / 3
    assert found.spread == 5
    assert [d.criterion.id for d in found.differences] == ["taste"]
    assert (found.differences[0].lowest, found.differences[0].highest) == (0, 5)


def test_one_member_below_a_minimum_lowers_the_star_of_the_panel() -> None:
    facts = dossier(scores=council(complete(), complete(labelling="complete")))
    found = panel(facts)
    assert (found.average, found.star, found.star_of_average) == (99, 3, 5)
    assert [(score.sheet.by, gate.criterion.id, gate.star) for score, gate in found.deciding] == [
        ("Người 1", "labelling", 4)
    ]


def test_a_sheet_filled_under_another_decision_is_not_counted() -> None:
    other = {**council(complete(labelling="complete"), number=1)[0], "decision": "148-2023"}
    facts = dossier(scores=[*council(complete()), other])
    assert [len(panel(facts).scores), panel(facts).star] == [1, 5]


def test_a_round_of_one_of_three_members_says_so() -> None:
    """Words 19: a second round of one member is not the council's result."""
    facts = dossier(scores=[*council(complete(), complete(), complete()), *council(complete(), number=2)])
    sheets = council_sheets(facts, last_round(facts), NEW.decision.id)
    found = panel_of(NEW, [scored(facts, each) for each in sheets], day_members([facts]))
    assert (panel_table(found, "Hội đồng").total or ("",))[0] == "Trung bình (1/3 thành viên)"
    assert (panel_json(found)["scores"], panel_json(found)["members"]) == (1, 3)


def test_an_average_in_json_is_rounded_as_on_the_screen() -> None:
    """Words 18: 97.667 as a spreadsheet rounds it; every minimum of every member is named."""
    facts = dossier(scores=council(complete(), complete(taste="smooth"), complete(taste="unusual")))
    shown = panel_json(panel(facts))
    assert shown["average"] == "97.67"
    assert {gate["by"] for gate in shown["gates"]} == {"Người 0", "Người 1", "Người 2"}
    assert all(gate["met"] for gate in shown["gates"])


def test_half_a_sheet_is_not_averaged() -> None:
    facts = dossier(scores=council(complete(), {"packaging": "simple"}))
    assert len(panel(facts).scores) == 1
    assert panel(facts).average == 100


def test_a_ground_is_not_outvoted() -> None:
    facts = dossier(scores=council(complete(), complete()), papers=[])
    assert panel(facts).average == 100
    assert panel(facts).star is None


def test_the_second_round_stands_beside_the_first() -> None:
    facts = dossier(scores=[*council(complete(taste="unusual")), *council(complete(), number=2)])
    assert last_round(facts) == 2
    assert panel(facts).average == 100
    assert len(council_sheets(facts, 1, NEW.decision.id)) == 1


def test_nobody_has_scored() -> None:
    found = panel(dossier())
    assert (found.average, found.star, found.spread, found.differences) == (None, None, 0, ())


@pytest.mark.parametrize(("points", "shown"), [("89.999", "89,999"), ("90", "90"), ("66.5", "66,5")])
def test_points_are_never_rounded_up_into_a_star(points: str, shown: str) -> None:
    assert show_rounded(Decimal(points)) == shown


def test_the_table_names_what_the_result_rests_on() -> None:
    text = "\n".join(score_table(scored(dossier(), sheet(Scorer.COUNCIL, "A", **complete())), "").notes)
    assert "Tổng 100 điểm" in text
    assert "Hạng: 5 sao." in text
    assert "chưa được đối chiếu với bản ký" in text
    assert "Giả mạo hồ sơ" in text


def test_the_table_says_what_the_next_star_asks_for() -> None:
    everything = complete(linkage="none", story="told")
    text = "\n".join(score_table(scored(dossier(), sheet(Scorer.COUNCIL, "A", **everything)), "").notes)
    assert "Theo điểm: 5 sao. Theo yêu cầu tối thiểu: 3 sao. Hạng: 3 sao." in text
    assert "Yêu cầu tối thiểu của 4 sao chưa đạt:\n  1.4 " in text
    assert "5.1" in text


FILED = {"track": "new", "slip": {"received_on": "2026-06-01"}}


@pytest.mark.parametrize("today", [date(2026, 6, 10), date(2026, 6, 16), date(2027, 3, 1)])
def test_contracts_count_at_registration_whatever_the_day(today: date) -> None:
    """26/2026, criterion 1.4: “tính đến thời điểm đăng ký”."""
    business = {"contracted_share": "80", "contracts_since": "2025-06-15"}
    filed = dossier(business=business, registration=FILED)
    line = score_dossier(filed, NEW, sheet(), today).line("linkage")
    option = line.option
    assert line.reason == "theo số liệu của hồ sơ, tính đến ngày 01/6/2026"
    assert (option.id if option else "") == "contracts_over_75"
    draft = score_dossier(dossier(business=business), NEW, sheet(), today).line("linkage").option
    assert (draft.id if draft else "") == ("contracts_over_75" if today == date(2026, 6, 10) else "contracts_over_75_stable")  # fmt: skip


@pytest.mark.parametrize("today", [date(2026, 6, 10), date(2027, 3, 1)])
def test_growth_counts_at_registration_whatever_the_year(today: date) -> None:
    years = [
        {"year": "2024", "profit": "10"},
        {"year": "2025", "profit": "20"},
        {"year": "2026", "profit": "5"},
    ]
    facts = dossier(
        producer={"name": "M", "kind": "household"}, business={"years": years}, registration=FILED
    )
    known = known_facts(facts, NEW.decision, today)
    assert known[Fact.GROWTH_YEARS] == Stretch(Decimal(1), None)


def test_papers_must_be_in_date_when_the_dossier_is_sent() -> None:
    """The certificate lapses on 01/01/2027: told before the sending, no ground after one in time."""
    late = date(2027, 2, 1)
    sent = {
        "decision": NEW.decision.id,
        "on": "2026-07-01",
        "serial": "1",
        "product_code": "51-23356-01-2026",
    }
    assert score_dossier(dossier(registration=FILED), NEW, sheet(), late).grounds
    assert not score_dossier(dossier(registration=FILED, submission=sent), NEW, sheet(), late).grounds
    assert not score_dossier(dossier(registration=FILED), NEW, sheet(), date(2026, 12, 31)).grounds
