"""What people and machines read of a score: gates, impact, questions, sums."""

from datetime import date
from decimal import Decimal

from ocop_cli.dossier.scores import ScoreSheet
from ocop_cli.evaluation.commune import score_commune_contents
from ocop_cli.evaluation.impact import impact_on, impact_table, impacts_json
from ocop_cli.evaluation.level_question import level_question
from ocop_cli.evaluation.score_json import score_json
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.evaluation.sheets import Answer, all_seen, copied, filled
from ocop_cli.evaluation.side_by_side import side_by_side
from ocop_cli.rules.criterion import Option
from ocop_cli.rules.pick import force
from ocop_cli.rules.show import evidence_table
from ocop_cli.store.law.rulebook import load_rulebook
from support.decisions import NEW, OLD
from support.dossiers import make_dossier

RULEBOOK = load_rulebook()
LAW = force(RULEBOOK, NEW, 14)
TODAY = date(2026, 11, 23)
SELF = ScoreSheet.model_validate({"scorer": "self"})


def sheet(**choices: str) -> ScoreSheet:
    chosen = [{"criterion": c, "option": o} for c, o in choices.items()]
    return ScoreSheet.model_validate({"scorer": "council", "by": "A", "choices": chosen})


def test_machines_read_every_gate_with_what_it_needs() -> None:
    shown = score_json(score_dossier(make_dossier(), LAW, sheet(linkage="contracts_over_75"), TODAY))
    gates = {(g["star"], g["criterion"]): g for g in shown["gates"]}
    assert gates[4, "linkage"] == {
        "star": 4, "criterion": "linkage", "needed": "contracts_over_75", "met": True,
    }  # fmt: skip
    assert gates[5, "linkage"]["met"] is False
    assert (3, "linkage") not in gates
    assert shown["points"] is None
    assert shown["points_so_far"] == "2"


def test_a_change_of_law_is_told_in_points_and_stars() -> None:
    before, after = (force(RULEBOOK, decision, 14).decision for decision in (OLD, NEW))
    facts = make_dossier(scores=[sheet(distribution="unit").model_dump()])
    (impact,) = impact_on("mau", facts, (before, after), TODAY)
    table = impact_table([impact], "Ảnh hưởng", ("cũ", "mới"))
    assert table.rows == (
        (
            "mau",
            "Rượu ngô Mẫu",
            "Thành viên A",
            "3 điểm (chưa đủ), chưa xếp sao",
            "2 điểm (chưa đủ), chưa xếp sao",
        ),
    )
    assert impacts_json([impact])[0]["points_before"] == "3"
    assert impact_on("mau", facts, (after, after), TODAY) == []


def test_a_question_names_the_star_that_asks_for_an_option() -> None:
    line = score_dossier(make_dossier(), LAW, sheet(), TODAY).line("labelling")
    asked = level_question(line, 1, 1)
    shown = [f"{words}: {asked.beside[level]}" for level, words in asked.choices.items()]
    assert "Ghi nhãn đầy đủ, đúng quy định: 1 điểm (tối thiểu cho 3 sao)" in shown
    assert any(each.endswith("thể hiện thông điệp câu chuyện sản phẩm: 2 điểm") for each in shown)
    assert "(1/1) 2.3" in "\n".join(asked.notes)


def test_a_content_that_a_set_lacks_adds_no_points() -> None:
    facts = make_dossier(
        product={"set": "26"},
        labour={"total": "4", "commune": "4"},
        idea={"choice": {"option": "own_idea", "reason": "x"}},
    )
    evaluation = score_commune_contents(facts, force(RULEBOOK, NEW, 26))
    assert evaluation.points == Decimal(7)
    assert evaluation.maximum == Decimal(9)


def test_a_reason_shows_the_shares_that_were_added() -> None:
    facts = make_dossier(materials=[
        {"name": "Ngô", "share": "60", "origin": "commune"}, {"name": "Men", "share": "40", "origin": "import"},
    ])  # fmt: skip
    line = score_dossier(facts, LAW, SELF, TODAY).line("local_origin")
    assert line.reason == "nguyên liệu trong tỉnh gồm ngô (60%); đạt 60%"


def test_an_option_that_asks_for_nothing_proves_nothing() -> None:
    plain = Option("a", "a", Decimal(1))
    assert not plain.is_proven({})
    assert plain.is_open({})
    criterion = LAW.product_set.criterion("packaging")
    assert criterion is not None
    single = criterion._replace(options=(plain,), floor=Option("unmet", "x", Decimal(0)))
    assert [o.id for o in single.open_levels({})] == ["unmet", "a"]


def test_what_every_dossier_needs_is_told_apart_from_what_some_need() -> None:
    rows = {row[0]: row[2] for row in evidence_table(LAW.decision, LAW.product_set).rows}
    assert rows["registration_slip"] == "bắt buộc"
    assert rows["business_registration"] == "bắt buộc, tùy loại hình"
    assert rows["promotion"] == ""


def test_two_laws_show_gain_and_loss_with_their_signs() -> None:
    facts = make_dossier(labour={"total": "4", "commune": "1", "district": "2"})
    chosen = sheet(distribution="unit", promotion="abroad")
    old, new = (score_dossier(facts, force(RULEBOOK, d, 14), chosen, TODAY) for d in (OLD, NEW))
    rows = {row[0]: row[-1] for row in side_by_side(old, new, "").rows}
    assert rows["Tổ chức phân phối"] == "−1"
    assert rows["Quảng bá sản phẩm"] == "+1"
    assert rows["Kế toán"] == ""


def test_copied_answers_never_overwrite_own_ones() -> None:
    own, sister = sheet(packaging="simple"), sheet(packaging="creative", story="told", golden="xx")
    taken = copied(sister, own, LAW.product_set)
    assert {c: (a.option, a.review) for c, a in taken.items()} == {"story": ("told", True)}
    assert [(c.criterion, c.option) for c in filled(own, taken).choices] == [
        ("packaging", "simple"), ("story", "told"),
    ]  # fmt: skip


def test_seen_answers_are_no_longer_to_be_reviewed() -> None:
    answered = filled(sheet(), {"story": Answer("told", review=True)})
    assert answered.choices[0].review
    assert not all_seen(answered).choices[0].review


def test_a_share_is_proven_by_its_own_papers_and_by_the_kinds_asked_for() -> None:
    papers = [
        {
            "id": "p1",
            "kind": "origin_contracts",
            "title": "Xác nhận vùng nguyên liệu",
        },
        {"id": "p2", "kind": "story", "title": "Câu chuyện"},
        {"id": "p3", "kind": "origin_contracts", "title": "Hợp đồng thu mua"},
    ]
    materials = [{"name": "Ngô", "share": "100", "origin": "commune", "evidence": ["p2", "p1"]}]
    score = score_dossier(make_dossier(papers=papers, materials=materials), LAW, SELF, TODAY)
    assert score.line("local_origin").evidence == (
        "Xác nhận vùng nguyên liệu",
        "Câu chuyện",
        "Hợp đồng thu mua",
    )
    assert score.line("local_origin").reason == "nguyên liệu trong tỉnh gồm ngô (100%); đạt 100%"


def test_what_the_facts_decide_without_a_share_says_so() -> None:
    made = score_dossier(make_dossier(producer={"name": "Mẫu", "kind": "cooperative"}), LAW, SELF, TODAY)
    assert made.line("organisation").reason == "theo số liệu của hồ sơ"
    assert made.line("organisation").answered == "facts"
