"""The documents that we make have every line of the law's forms, in the order of the decision (26/2026, Phụ lục II, III)."""

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.documents.evaluation_report import report_values
from ocop_cli.documents.full_score_sheet import blank_sheet_values, filled_sheet_values
from ocop_cli.documents.self_assessment import self_assessment_values
from ocop_cli.documents.slips import registration_slip_values
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.dossier.scores import Scorer
from ocop_cli.dossier.vocabulary import IntellectualRight, RegistrationKind
from ocop_cli.evaluation.case import Case
from ocop_cli.evaluation.commune import score_commune_contents
from ocop_cli.evaluation.law import applicable_ruleset
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.evaluation.sheets import SheetKey
from ocop_cli.lint.report import report_violations
from ocop_cli.render.texts import text_lines
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.pick import pick_ruleset
from ocop_cli.rules.printed_form import PrintedForm, lost_labels
from ocop_cli.store.built_in.packaged import load_standard
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.papers.forms import load_form
from ocop_cli.store.programme.profile import load_workspace
from ocop_cli.store.reading.sources import Sources
from support.dossiers import make_dossier
from support.paths import EXAMPLES
from support.sample_documents import fill

TODAY = date(2026, 11, 27)
BOOK = load_rulebook()
PROFILE = load_workspace(Sources(EXAMPLES)).profile
FORMS = ("registration-slip", "self-assessment", "evaluation-report", "full-score-sheet")
PRIVATE = PrivateData.model_validate(
    {
        "schema": "ocop/private@1",
        "gender": "Nữ",
        "ethnicity": "Xơ Đăng",
        "permanent_address": "Thôn Mẫu",
        "phone": "0900000011",
    }
)
EXAMPLE_IDS = sorted(path.stem for path in (EXAMPLES / "dossiers").glob("*.yaml"))


def _law(dossier: Dossier) -> Ruleset:
    return applicable_ruleset(dossier, BOOK, TODAY)


@cache
def _dossiers() -> dict[str, tuple[Dossier, PrivateData]]:
    """Every example, each kind of registration, and one of which nothing is known but the name and the set."""
    sources = Sources(EXAMPLES)
    found = {name: (load_dossier(sources, name).dossier, PRIVATE) for name in EXAMPLE_IDS}
    for kind in RegistrationKind:
        found[f"kind-{kind}"] = (
            make_dossier(product={"name": "Măng khô", "set": "9"}, registration={"kind": kind}),
            PRIVATE,
        )
    found["blank"] = (make_dossier(product={"name": "Măng khô", "set": "9"}), PrivateData())
    found["blank-tourism"] = (make_dossier(product={"name": "Nhà sàn", "set": "26"}), PrivateData())
    return found


def _values(form: str, dossier: Dossier, private: PrivateData) -> dict[str, Any]:
    law, info = _law(dossier), load_form(form)
    case = Case("dossiers/x.yaml", dossier, law, TODAY, private=private)
    if form == "registration-slip":
        return registration_slip_values(dossier, private, PROFILE, law, TODAY)
    if form == "self-assessment":
        return self_assessment_values(case, PROFILE, info)
    if form == "evaluation-report":
        found = score_commune_contents(dossier, law)
        return report_values(dossier, private, found, law, PROFILE, info, TODAY, {})
    sheet = SheetKey(Scorer.SELF).sheet_in(dossier, law.decision.id)
    score = score_dossier(dossier, law, sheet, TODAY)
    return filled_sheet_values(dossier, private, score, PROFILE, info, TODAY)


def _printed(form: str, law: Ruleset) -> PrintedForm:
    printed = law.decision.procedure.form(load_form(form).printed)
    assert printed is not None
    return printed


def _lines(form: str, name: str) -> list[str]:
    dossier, private = _dossiers()[name]
    return text_lines(fill(form, _values(form, dossier, private)))


def _text(form: str, name: str) -> str:
    return "\n".join(_lines(form, name))


CASES = [(form, name) for form in FORMS for name in _dossiers()]


@pytest.mark.parametrize(("form", "name"), CASES)
def test_no_label_of_the_form_is_missing_or_out_of_order(form: str, name: str) -> None:
    law = _law(_dossiers()[name][0])
    labels = _labels(form, law)
    assert len(labels) > 15
    assert lost_labels(_text(form, name), labels) == []


def _labels(form: str, law: Ruleset) -> list[str]:
    """The labels of a form for one product: set 26 has no grounds that rule a dossier out, so no line for them."""
    grounds = law.product_set.disqualifications
    lines = [line for line in _printed(form, law).lines if grounds or line.only_with != "ruled_out"]
    return [label for line in lines for label in line.labels]


@pytest.mark.parametrize("number", range(1, 27))
def test_the_blank_sheet_of_every_set_has_every_label(number: int) -> None:
    law = pick_ruleset(BOOK, number, TODAY)
    values = blank_sheet_values(law, PROFILE, load_form("full-score-sheet"), TODAY)
    text = "\n".join(text_lines(fill("full-score-sheet", values)))
    assert lost_labels(text, _labels("full-score-sheet", law)) == []
    options = sum(len(criterion.options) for criterion in law.product_set.criteria)
    assert text.count("☐") == options
    assert "☒" not in text


@pytest.mark.parametrize("form", FORMS)
def test_a_label_that_is_gone_or_moved_would_be_found(form: str) -> None:
    lines = _lines(form, "sam-day")
    labels = _labels(form, _law(_dossiers()["sam-day"][0]))
    title = labels[0]
    assert lost_labels("\n".join(line for line in lines if line != title), labels)[0] == title
    assert lost_labels("\n".join(reversed(lines)), labels)


@pytest.mark.parametrize(("form", "name"), CASES)
def test_nothing_known_leaves_a_line_to_write_on(form: str, name: str) -> None:
    empty = [line for line in _lines(form, name) if re.search(r":\s+[(;,.]", line)]
    assert empty == []


@pytest.mark.parametrize(("form", "name"), CASES)
def test_what_is_laid_together_reads_as_sentences(form: str, name: str) -> None:
    assert re.findall(r".{0,20}[.!?] ?[;,:.](?!\.).{0,9}", _text(form, name).replace("...", "…")) == []


@pytest.mark.parametrize(("form", "name"), CASES)
def test_no_form_is_addressed_to_anybody(form: str, name: str) -> None:
    assert "Kính gửi" not in _text(form, name)


@pytest.mark.parametrize(("form", "name"), CASES)
def test_every_form_is_without_fault_of_the_decree(form: str, name: str) -> None:
    dossier, private = _dossiers()[name]
    violations = report_violations(fill(form, _values(form, dossier, private)), load_standard()).violations
    assert [v for v in violations if load_standard().rules[v.rule].severity == "E"] == []


@pytest.mark.parametrize("kind", RegistrationKind)
def test_the_slip_ticks_the_box_of_its_registration(kind: RegistrationKind) -> None:
    (line,) = [line for line in _lines("registration-slip", f"kind-{kind}") if "Lần đăng ký" in line]
    boxes = [part.strip()[-1] for part in line.replace("☒", "☒|").replace("☐", "☐|").split("|")[:-1]]
    assert boxes == ["☒" if kind is each else "☐" for each in RegistrationKind]


@pytest.mark.parametrize("right", IntellectualRight)
def test_a_paper_ticks_the_box_of_the_right_that_it_records(right: IntellectualRight) -> None:
    paper = {"id": "shtt", "kind": "trademark", "title": "Văn bằng Mẫu", "right": right}
    dossier = make_dossier(product={"name": "Măng khô", "set": "9"}, papers=[paper])
    values = _values("self-assessment", dossier, PrivateData())
    ticked = {box for box, tick in values["ticks"].items() if tick == "☒"}
    assert ticked == {"intellectual_property", f"right_{right}"}
    assert values["other_right"] == ("Văn bằng Mẫu" if right is IntellectualRight.OTHER else "")


def test_a_paper_that_does_not_say_which_right_ticks_none_of_the_six() -> None:
    paper = {"id": "shtt", "kind": "trademark", "title": "Văn bằng Mẫu"}
    dossier = make_dossier(product={"name": "Măng khô", "set": "9"}, papers=[paper])
    ticks = _values("self-assessment", dossier, PrivateData())["ticks"]
    assert {box for box, tick in ticks.items() if tick == "☒"} == {"intellectual_property"}


def test_the_part_for_a_ranking_anew_has_what_was_reached_since_the_recognition() -> None:
    told = "Đổi bao bì giấy, thêm hai tỉnh bán hàng."
    dossier = make_dossier(
        product={"name": "Măng khô", "set": "9"},
        registration={"kind": "re_ranking"},
        business={"since_recognition": told},
    )
    text = "\n".join(text_lines(fill("self-assessment", _values("self-assessment", dossier, PrivateData()))))
    assert text.index("phân hạng lại") < text.index(told) < text.index("Phần IV")
    assert "Không áp dụng (lần đầu)" in _text("self-assessment", "blank")


def test_the_self_assessment_claims_points_in_the_order_of_the_set() -> None:
    dossier, private = _dossiers()["sam-day"]
    rows = _values("self-assessment", dossier, private)["criteria"]
    codes = [row["code"] for row in rows if not row["strong"]]
    assert codes == [criterion.code for criterion in _law(dossier).product_set.criteria]
    assert all(row["points"] != "……" and row["proof"] for row in rows if not row["strong"])
    blank = _values("self-assessment", *_dossiers()["blank"])
    assert {row["points"] for row in blank["criteria"]} == {"……"}
    assert blank["total"] == "……"


def test_the_forms_of_the_former_decision_say_that_their_words_are_second_hand() -> None:
    old = _law(_dossiers()["ruou-ghe"][0]).decision
    assert old.id != BOOK.texts[-1].id
    for form in FORMS:
        assert _printed(form, _law(_dossiers()["ruou-ghe"][0])).like_note in _text(form, "ruou-ghe")
        assert "quyết định thay thế" not in _text(form, "sam-day")


def test_a_template_of_a_former_version_still_finds_its_values(tmp_path: Path) -> None:
    """What 0.3.0 filled is filled still: communes may have that template in their folder."""
    former = {
        "registration-slip": "registration_kind samples offices slip_note producer_kind",
        "self-assessment": "addressee boxes materials technology evidence years registration_kind",
        "evaluation-report": "addressee grounds opening registration_kind product_group closing",
        "full-score-sheet": "decision product_code scorer officer criteria grounds_out",
    }
    dossier, private = _dossiers()["sam-day"]
    for form, names in former.items():
        assert set(names.split()) <= set(_values(form, dossier, private))
