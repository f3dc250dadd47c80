"""What the decisions say beside points and stars acts: one condition broken on a sheet that is best in all else."""

from datetime import date
from importlib.resources import files
from typing import Any

import pytest
import yaml

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.scores import Scorer, ScoreSheet
from ocop_cli.evaluation.advice import advise
from ocop_cli.evaluation.commune import score_commune_contents
from ocop_cli.evaluation.panel import panel_of
from ocop_cli.evaluation.result import Status
from ocop_cli.evaluation.score import Answered, Score
from ocop_cli.evaluation.score_json import panel_json, score_json
from ocop_cli.evaluation.score_words import panel_table, score_table
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.findings import Severity
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.load import build_rulebook, merge
from ocop_cli.rules.pick import force
from ocop_cli.store.law.rulebook import load_rulebook
from support.dossiers import make_dossier
from support.efforts import SEASON, flat
from support.full_law import FULL_LAW

BOOK = load_rulebook()
OLD, NEW = "148-2023", "26-2026"
TODAY = date(2026, 11, 23)


def worked() -> list[tuple[str, int, dict[str, Any]]]:
    found = []
    for decision in BOOK.decision_ids:
        path = files("ocop_cli.rules") / "data" / decision / "cases" / "conditions.yaml"
        cases = yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]
        found += [(decision, number, case) for case in cases for number in case["sets"]]
    return found


def best_but(law: Ruleset, broken: dict[str, str], scorer: Scorer) -> ScoreSheet:
    best = {c.id: max(c.options, key=lambda o: o.points).id for c in law.product_set.criteria}
    choices = [{"criterion": c, "option": o} for c, o in {**best, **broken}.items()]
    return ScoreSheet.model_validate(
        {"scorer": scorer.value, "decision": law.decision.id, "choices": choices}
    )


def made_of(materials: dict[str, int]) -> Dossier:
    listed = [{"name": f"Loại {o}", "share": str(s), "origin": o} for o, s in materials.items()]
    papers = [
        {"id": k, "kind": k, "title": k}
        for k in (
            "food_safety_certificate",
            "production_licence",
            "production_conditions",
            "quality_declaration",
        )
    ]
    return make_dossier(
        materials=listed, papers=papers, labour={"total": "4", "commune": "4", "district": "4"}
    )


def scored(law: Ruleset, facts: Dossier, broken: dict[str, str]) -> Score:
    """Facts bind everyone but the council; a case about facts is scored by the commune."""
    scorer = Scorer.COMMUNE if facts.materials else Scorer.COUNCIL
    return score_dossier(facts, law, best_but(law, broken, scorer), TODAY, "dossiers/mau.yaml")


@pytest.mark.parametrize(("decision", "number", "case"), worked(), ids=lambda v: v["name"] if isinstance(v, dict) else str(v))  # fmt: skip
def test_one_broken_condition_does_what_its_words_say(
    decision: str, number: int, case: dict[str, Any]
) -> None:
    law = force(BOOK, decision, number)
    score = scored(law, made_of(case.get("materials", {})), case.get("broken", {}))
    assert score.tally.is_complete
    assert not score.grounds
    assert int(score.tally.points) == case["points"]
    assert [line.criterion.id for line in score.stops] == case.get("stops", [])
    assert score.star == case.get("star")
    for name in case.get("none", []):
        option = score.line(name).option
        assert option is not None
        assert not option.points


STORY = {"story": "none"}


@pytest.mark.parametrize("decision", [OLD, NEW])
def test_a_sheet_says_what_it_does_not_count(decision: str) -> None:
    law = force(BOOK, decision, 15)
    line = scored(law, made_of({}), STORY).line("local_identity")
    assert line.answered is Answered.CONDITION
    assert "Không có câu chuyện" in line.reason
    findings = [f for f in scored(law, made_of({}), STORY).findings if f.code == "E041"]
    assert len(findings) == 2
    assert "mức chọn không tính" in findings[0].message


def test_water_with_impurities_has_no_rank_and_says_why() -> None:
    law = force(BOOK, NEW, 16)
    score = scored(law, made_of({}), {"impurities": "present"})
    notes = "\n".join(score_table(score, "").notes)
    assert "Không xếp hạng: dừng đánh giá ở tiêu chí 6.1." in notes
    assert "Không đánh giá các bước tiếp theo: 6.1" in notes
    assert "Hạng: " not in notes
    assert [line["id"] for line in score_json(score)["stops"]] == ["impurities"]


def test_a_stop_of_one_member_is_the_panels_and_never_left_out() -> None:
    law = force(BOOK, NEW, 17)
    facts = made_of({})
    whole = scored(law, facts, {})
    sheet = ScoreSheet.model_validate(
        {
            "scorer": "council",
            "by": "A",
            "decision": NEW,
            "choices": [{"criterion": "impurities", "option": "unsafe"}],
        }
    )
    council = panel_of(law, [whole, score_dossier(facts, law, sheet, TODAY)])
    assert (len(council.scores), council.star) == (1, None)
    assert panel_json(council)["stopped"][0]["by"] == "A"
    assert any("Thành viên A: Không đánh giá" in note for note in panel_table(council, "").notes)
    assert panel_of(law, [whole]).star == 5


def asked_sets() -> list[tuple[str, int]]:
    return sorted({(d, n) for d, n, case in worked() if "unsafe" in case.get("broken", {}).values()})


@pytest.mark.parametrize(("decision", "number"), asked_sets())
def test_what_a_person_must_judge_is_asked(decision: str, number: int) -> None:
    notes = score_table(scored(force(BOOK, decision, number), made_of({}), {}), "").notes
    assert any("thì chọn mức: Có tạp chất gây mất an toàn thực phẩm" in note for note in notes)


@pytest.mark.parametrize("number", [1, 3, 4, 5, 6])
def test_148_ends_without_the_food_safety_certificate(number: int) -> None:
    law = force(BOOK, OLD, number)
    score = score_dossier(make_dossier(), law, best_but(law, {}, Scorer.COUNCIL), TODAY)
    assert score.star is None
    assert any("an toàn thực phẩm" in ground for ground in score.grounds)


@pytest.mark.parametrize("number", [2, 7, 14])
def test_148_asks_it_of_the_printed_sets_only(number: int) -> None:
    law = force(BOOK, OLD, number)
    assert score_dossier(make_dossier(), law, best_but(law, {}, Scorer.COUNCIL), TODAY).grounds == ()


def test_the_commune_counts_no_origin_that_is_not_all_in_the_province() -> None:
    law = force(BOOK, NEW, 1)
    line = score_commune_contents(made_of({"commune": 60, "import": 40}), law).line(
        CommuneContent.LOCAL_ORIGIN
    )
    assert line.option is not None
    assert (line.option.id, int(line.option.points)) == ("not_all_in_province", 0)
    assert "yêu cầu 100%" in line.reason


def test_unknown_origin_leaves_the_requirement_open() -> None:
    law = force(BOOK, NEW, 1)
    line = score_commune_contents(made_of({"commune": 90, "unknown": 10}), law).line(
        CommuneContent.LOCAL_ORIGIN
    )
    assert line.status is Status.INSUFFICIENT


def test_the_commune_gives_no_identity_to_a_product_whose_own_sheet_has_no_story() -> None:
    law = force(BOOK, OLD, 15)
    facts = make_dossier(
        identity={"choice": {"option": "own_story", "reason": "Có truyện riêng."}},
        scores=[{"scorer": "self", "decision": OLD, "choices": [{"criterion": "story", "option": "none"}]}],
    )
    line = score_commune_contents(facts, law).line(CommuneContent.LOCAL_IDENTITY)
    assert line.option is not None
    assert (line.option.id, int(line.option.points)) == ("no_story", 0)


def test_a_staple_product_is_told_to_be_out_by_the_commune() -> None:
    law = force(BOOK, NEW, 3)
    facts = make_dossier(idea={"choice": {"option": "staple", "reason": "Gạo thường."}})
    assert any("dừng đánh giá" in text for text in score_commune_contents(facts, law).disqualified)


EFFORT = flat(1, {})


def test_the_way_up_brings_the_story_before_what_hangs_on_it() -> None:
    law = force(BOOK, OLD, 15)
    advice = advise(scored(law, made_of({}), {**STORY, "packaging": "none"}), 3, EFFORT, SEASON)
    assert advice.is_reachable
    steps = {step.line.criterion.id: step.to.id for step in advice.ways[0]}
    assert steps["local_identity"] == "own_story"
    assert steps["story"] == "introduced"


def test_the_way_up_leaves_what_ends_the_assessment() -> None:
    law = force(BOOK, NEW, 16)
    advice = advise(scored(law, made_of({}), {"taste": "strange"}), 3, EFFORT, SEASON)
    assert [(s.line.criterion.id, s.to.id) for s in advice.ways[0]] == [("taste", "rather_fit")]


def test_the_way_up_never_calls_a_duty_not_binding() -> None:
    law = force(BOOK, OLD, 21)
    advice = advise(
        scored(law, made_of({}), {"periodic_test": "none", "packaging": "none"}), 5, EFFORT, SEASON
    )
    assert not any(s.to.id == "not_required" for way in advice.ways for s in way)


def test_of_a_pair_the_better_counts_and_it_is_told() -> None:
    law = force(BOOK, OLD, 26)
    group = [c for c in law.product_set.criteria if c.alternative == "comfort"]
    for worse, better in (group, group[::-1]):
        score = scored(law, made_of({}), {worse.id: worse.options[0].id})
        assert better in score.tally.counted
        assert score.tally.points == 100
        assert worse.id in score_json(score)["set_aside"]
        assert any(f"{worse.name}: không tính" in note for note in score_table(score, "").notes)


def test_the_old_word_for_a_whole_in_the_province_is_still_read() -> None:
    """Overlays of communes may hold ``province_only``, which 0.2.0 asked for: read, with a hint."""
    data = merge(FULL_LAW, {"criteria": {"origin": {"province_only": "có"}}})
    loaded = build_rulebook({"7-2031": {"all.yaml": data}})
    criteria = loaded.rulebook.texts[0].sets[0].criteria
    criterion = next(c for c in criteria if c.id == "origin")
    assert criterion.requires is not None
    assert not criterion.requires.level.points
    hint = next(f for f in loaded.findings if "province_only" in f.message)
    assert hint.severity is Severity.HINT
