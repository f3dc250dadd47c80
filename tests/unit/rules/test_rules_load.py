"""Rule data is read without Python knowing any decision, and its faults are told with their place."""

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.errors import OcopError
from ocop_cli.evaluation.star import Tally
from ocop_cli.findings import Severity
from ocop_cli.rules.decision import Rulebook
from ocop_cli.rules.differ import diff_sets
from ocop_cli.rules.load import build_rulebook, merge
from ocop_cli.rules.pick import pick_ruleset
from ocop_cli.rules.provenance import Confidence
from ocop_cli.store.law.rulebook import load_rulebook, load_rules
from support.fictional_law import FICTION


def _build(change: Mapping[str, object] | None = None) -> tuple[Rulebook, list[str]]:
    loaded = build_rulebook({"7-2031": {"all.yaml": merge(FICTION, change or {})}})
    return loaded.rulebook, [f"{f.code} {'.'.join(map(str, f.place.field))}" for f in loaded.findings]


def test_a_new_decision_needs_no_python() -> None:
    book, faults = _build()
    assert faults == []
    decision, product_set = (r := pick_ruleset(book, 1, date(2031, 2, 1))).decision, r.product_set
    labour = product_set.content(CommuneContent.LOCAL_LABOUR)
    assert labour is not None
    below = labour.option_for(Decimal("9.99"))
    assert below is not None
    assert below.id == "below_10"
    assert labour.cite == "Quyết định số 7/2031/QĐ-VD, Phụ lục, bộ 1, tiêu chí 1"
    star = decision.star_for(Decimal(80))
    assert star is not None
    assert star.star == 1
    limit = decision.procedure.limit("commune_evaluation")
    assert limit is not None
    assert (limit.days, limit.unit) == (7, "calendar")
    assert [c.id for c in product_set.criteria] == ["local_labour", "invented"]
    assert [d.id for d in product_set.disqualifications] == ["forged"]


def test_what_earlier_versions_asked_for_is_read_with_a_hint_to_take_it_out() -> None:
    old = {
        "criteria": {"invented": {"kind": "count"}},
        "procedure": {
            "slip_number": "{serial}",
            "papers": {"note": {"row": "1", "dated": "có", "supports": ["local_labour"]}},
            "forms": {
                "report": {"number": "Mẫu 1", "name": "Báo cáo", "cite": "Điều 4", "made_by": "commune"}
            },
        },
    }
    loaded = build_rulebook({"7-2031": {"all.yaml": merge(FICTION, old)}})
    assert {(f.code, f.severity, f.place.field[-1]) for f in loaded.findings} == {
        ("R003", Severity.HINT, key) for key in ("kind", "slip_number", "row", "dated", "supports", "made_by")
    }
    assert loaded.rulebook.decision_ids == ("7-2031",)
    misplaced = {"procedure": {"papers": {"note": {"made_by": "commune"}}}}
    assert _build(misplaced)[1] == ["R003 procedure.papers.note.made_by"]


def test_a_new_decision_is_scored_with_no_python_touched() -> None:
    rulebook, faults = _build()
    law = pick_ruleset(rulebook, 1, date(2031, 5, 1))
    labour, _invented = law.product_set.criteria
    options = {c.id: {o.id: o for o in c.levels} for c in law.product_set.criteria}
    best = Tally(law, {labour.id: options[labour.id]["from_10"], "invented": options["invented"]["yes"]})
    without = Tally(law, {labour.id: options[labour.id]["from_10"], "invented": options["invented"]["no"]})
    assert faults == []
    assert (int(best.points), best.star) == (100, 2)
    assert (without.star_of_points, without.star_of_minima, without.star) == (1, 2, 1)
    assert [
        d.kind.value for d in diff_sets(law.product_set, law.product_set._replace(criteria=(labour,)))
    ] == ["removed"]
    limit = law.decision.procedure.limit("commune_evaluation")
    assert limit is not None
    assert limit.days == 7


def test_every_value_carries_or_inherits_its_source() -> None:
    book, _ = _build()
    labour, invented = book.texts[0].sets[0].criteria
    assert labour.source.confidence is Confidence.RECALLED
    assert not labour.source.is_firm
    assert invented.source.verified_on == date(2031, 3, 1)
    assert invented.source.is_firm


def test_an_archetype_like_another_changes_only_what_it_names() -> None:
    book, faults = _build(
        {
            "criteria": {
                "half": {
                    "like": "labour",
                    "id": "half",
                    "max": "30",
                    "points": {"from_10": "30"},
                    "stars": {"below_10": "1"},
                    "labels": {"from_10": "Từ một phần mười"},
                }
            },
            "sets": {"1": {"criteria": {"3": "half"}}},
        }
    )
    assert faults == []
    labour, _, half = book.texts[0].sets[0].criteria
    assert [(str(o.points), o.min_star, o.label) for o in half.options] == [
        ("0", 1, "Dưới 10%"),
        ("30", None, "Từ một phần mười"),
    ]
    assert half.content is labour.content
    assert [o.band for o in half.options] == [o.band for o in labour.options]


def test_an_archetype_can_drop_an_option() -> None:
    book, faults = _build({"criteria": {"short": {"like": "labour", "id": "short", "drop": ["below_10"]}}})
    assert faults == []
    book, _ = _build(
        {
            "criteria": {"short": {"like": "labour", "id": "short", "drop": ["below_10"]}},
            "sets": {"1": {"criteria": {"3": "short"}}},
        }
    )
    assert [o.id for o in book.texts[0].sets[0].criteria[-1].options] == ["from_10"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"procedure": {"paper_copies": "hai"}}, "R002 procedure.paper_copies"),
        ({"procedure": {"meeting": "perhaps"}}, "R002 procedure.meeting"),
        ({"procedure": {"report_shows_points": "maybe"}}, "R002 procedure.report_shows_points"),
        ({"procedure": {"evaluates": ["taste"]}}, "R002 procedure.evaluates"),
        ({"procedure": {"samples": "ba"}}, "R002 procedure.samples"),
        ({"procedure": {"wages": "1"}}, "R003 procedure.wages"),
        ({"wages": {}}, "R003 wages"),
        ({"decision": {"effective_from": "31/02/2031"}}, "R002 decision.effective_from"),
        ({"decision": {"title": ""}}, "R002 decision.title"),
        ({"decision": {"author": "x"}}, "R003 decision.author"),
        ({"decision": {"source": "rumour"}}, "R004 decision"),
        ({"sets": {"1": {"product_group": "stone"}}}, "R004 sets.1"),
        ({"sets": {"1": {"layout": ["none"]}}}, "R004 sets.1"),
        ({"sets": {"1": {"criteria": {"1": "none"}}}}, "R004 sets.1"),
        ({"criteria": {"like_none": {"like": "none", "name": "x", "max": "1"}}}, "R004 criteria.like_none"),
        (
            {"criteria": {"bad": {"like": "labour", "points": {"none": "1"}}}},
            "R004 criteria.bad.points",
        ),
        (
            {"procedure": {"rounds": {"r": {"request_before": "soon"}}}},
            "R002 procedure.rounds.r.request_before",
        ),
        ({"transitions": ["soon"]}, "R002 transitions.0"),
        ({"transitions": "soon"}, "R002 transitions"),
        ({"disqualifications": {"forged": {"sets": ["one"]}}}, "R002 disqualifications.forged.sets"),
    ],
)
def test_faults_are_collected_with_their_place(change: dict[str, object], fault: str) -> None:
    _, faults = _build(change)
    assert fault in faults


def test_a_missing_value_is_named() -> None:
    data = deepcopy(FICTION)
    del data["decision"]["title"]
    loaded = build_rulebook({"7-2031": {"all.yaml": data}})
    assert [(f.code, f.place.field) for f in loaded.findings] == [("R001", ("decision",))]
    assert "title" in loaded.findings[0].message


def test_a_folder_without_a_decision_is_a_fault() -> None:
    loaded = build_rulebook({"empty": {"x.yaml": {}, "y.yaml": "text"}})
    assert {f.code for f in loaded.findings} == {"R005"}
    assert loaded.rulebook.texts == ()


def test_faults_name_the_folder_they_stand_in() -> None:
    wrong = {"decision": {"author": "x"}}
    loaded = build_rulebook(
        {"7-2031": {"a.yaml": FICTION}, "6-2030": {"a.yaml": merge(FICTION, wrong)}},
        {
            "7-2031": {"b.yaml": wrong},
            "5-2029": {"a.yaml": merge(FICTION, {"decision": {"id": "5-2029"}})},
            "x": {},
        },
    )
    assert [(f.place.file, f.code) for f in loaded.findings] == [
        ("rules/6-2030", "R003"), ("rules/7-2031", "R003"), ("rules/x", "R005"),
    ]  # fmt: skip
    assert [(t.id, t.overlays) for t in loaded.rulebook.texts] == [
        ("5-2029", ()), ("7-2031", ()), ("7-2031", ("b.yaml",)),
    ]  # fmt: skip


AMENDMENT = {
    "id": "8-2032",
    "number": "8/2032/QĐ-VD",
    "title": "Sửa đổi",
    "issued_on": "2032-01-01",
    "effective_from": "2032-01-01",
}


def test_an_amendment_makes_a_second_text_from_its_day() -> None:
    amendment = {
        "amendment": AMENDMENT,
        "procedure": {"meeting": "when_needed"},
    }
    book = build_rulebook({"7-2031": {"a.yaml": FICTION, "b.yaml": amendment}}).rulebook
    first, second = book.texts
    assert (first.text_to, second.text_from) == (date(2031, 12, 31), date(2032, 1, 1))
    assert (first.procedure.meeting, second.procedure.meeting) == ("required", "when_needed")
    assert first.sets is second.sets
    assert second.cite.endswith("được sửa đổi bởi Quyết định số 8/2032/QĐ-VD")


def test_an_amendment_may_change_the_criteria() -> None:
    amendment = {
        "amendment": AMENDMENT,
        "criteria": {"invented": {"name": "Tên mới"}},
    }
    first, second = build_rulebook({"7-2031": {"a.yaml": FICTION, "b.yaml": amendment}}).rulebook.texts
    assert [t.sets[0].criteria[1].name for t in (first, second)] == ["Tiêu chí mới", "Tên mới"]


def test_a_workspace_may_lay_its_own_wording_over_a_decision(tmp_path: Path) -> None:
    folder = tmp_path / "rules" / "26-2026"
    folder.mkdir(parents=True)
    (folder / "province.yaml").write_text(
        "procedure:\n  limits:\n    commune_evaluation: {days: 10}\n", encoding="utf-8"
    )
    text = load_rulebook(tmp_path).texts_of("26-2026")[0]
    limit = text.procedure.limit("commune_evaluation")
    assert limit is not None
    assert limit.days == 10
    assert text.overlays == ("province.yaml",)
    assert load_rulebook().texts_of("26-2026")[0].overlays == ()


def test_a_workspace_with_a_broken_overlay_is_refused_with_its_faults(tmp_path: Path) -> None:
    folder = tmp_path / "rules" / "26-2026"
    folder.mkdir(parents=True)
    (folder / "wrong.yaml").write_text("procedure: {wages: 1}\n", encoding="utf-8")
    assert [f.code for f in load_rules(tmp_path).findings] == ["R003"]
    with pytest.raises(OcopError) as refusal:
        load_rulebook(tmp_path)
    assert refusal.value.findings


def test_a_workspace_file_that_is_no_yaml_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "rules" / "26-2026"
    folder.mkdir(parents=True)
    (folder / "wrong.yaml").write_text("a: [", encoding="utf-8")
    with pytest.raises(OcopError, match=r"wrong\.yaml"):
        load_rulebook(tmp_path)


@pytest.mark.parametrize(
    ("text", "code"),
    [("a: 1\na: 2\n", "Y027"), ("a: &x 1\nb: *x\n", "Y023"), ("[a]: 1\n", "Y025"), ("", "Y016")],
)
def test_yaml_that_would_be_read_wrongly_is_refused(tmp_path: Path, text: str, code: str) -> None:
    folder = tmp_path / "rules" / "26-2026"
    folder.mkdir(parents=True)
    (folder / "wrong.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(OcopError) as refusal:
        load_rulebook(tmp_path)
    assert code in [finding.code for finding in refusal.value.findings]
