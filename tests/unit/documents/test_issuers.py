"""The People's Committee and a Phòng as issuers, every way of signing, and where tone marks stand."""

from typing import Any

import pytest

from ocop_cli.documents.frame import frame, powers
from ocop_cli.documents.naming import names_in
from ocop_cli.errors import OcopError
from ocop_cli.lint.report import report_violations
from ocop_cli.programme.choices import SigningMode
from ocop_cli.programme.profile import Profile, Signer
from ocop_cli.render.word import render
from ocop_cli.store.built_in.packaged import load_standard
from ocop_cli.store.papers.forms import load_form, packaged_template
from ocop_cli.viet.text import new_tone_marks
from support.profiles import make_profile
from support.sample_documents import NASTY, TODAY, fill, sample_values
from support.word.text import all_text

STANDARD = load_standard()
UNIT = {"name": "B Mẫu", "title": "Trưởng phòng", "mode": "HEAD", "head_title": "Trưởng phòng"}
ISSUES = {"issues": ["summary-report", "completion-letter"]}


def profile(**signer: str) -> Profile:
    return make_profile(office=ISSUES, signers={"unit": {**UNIT, **signer}})


def framed(form_id: str, own: Profile) -> dict[str, Any]:
    return frame(own, load_form(form_id), "Trích yếu", TODAY)


def test_a_unit_issues_under_the_committees_name() -> None:
    values = framed("summary-report", profile())
    assert values["superior"] == ["UBND XÃ XỐP"]
    assert values["agency"] == ["PHÒNG KINH TẾ"]
    assert values["number"].endswith("/BC-KT")
    assert values["powers"] == ["TRƯỞNG PHÒNG"]
    assert values["signer"] == "B Mẫu"


def test_a_deputy_signs_for_the_head_of_the_unit_without_tm() -> None:
    values = framed("summary-report", profile(mode="KT", title="Phó Trưởng phòng"))
    assert values["powers"] == ["KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"]


def test_what_a_unit_does_not_issue_stays_the_committees() -> None:
    values = framed("evaluation-report", profile())
    assert values["superior"] == []
    assert values["agency"] == ["ỦY BAN NHÂN DÂN", "XÃ XỐP"]
    assert values["powers"][0] == "TM. ỦY BAN NHÂN DÂN"


def test_a_unit_without_a_signer_is_refused() -> None:
    bare = make_profile(office=ISSUES)
    with pytest.raises(OcopError):
        framed("summary-report", bare)


@pytest.mark.parametrize("mode", SigningMode)
def test_every_way_of_signing_is_sound_on_paper(mode: SigningMode) -> None:
    titles = {SigningMode.DEPUTY: "Phó Chủ tịch", SigningMode.BY_ORDER: "Chánh Văn phòng",
              SigningMode.BY_ORDER_DEPUTY: "Phó Chánh Văn phòng", SigningMode.AUTHORISED: "Trưởng phòng"}  # fmt: skip
    signer = Signer(name="A Mẫu", title=titles.get(mode, "Chủ tịch"), mode=mode)
    values = {**sample_values(NASTY)["request-letter"], "powers": powers(signer)}
    violations = report_violations(fill("request-letter", values), STANDARD).violations
    assert [f for f in violations if f.rule.startswith(("KY", "TT", "NN"))] == []


def test_by_order_of_the_chairman_a_deputy_of_the_office_signs() -> None:
    signer = Signer(name="A", title="Phó Chánh Văn phòng", mode=SigningMode.BY_ORDER_DEPUTY)
    assert powers(signer) == ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"]


def test_a_document_of_a_unit_conforms() -> None:
    values = {**sample_values(NASTY)["evaluation-report"], **framed("summary-report", profile())}
    violations = report_violations(fill("evaluation-report", values), STANDARD).violations
    assert [f for f in violations if STANDARD.rules[f.rule].severity in "EW" and f.rule != "NN-05"] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ủy ban nhân dân", "Uỷ ban nhân dân"),
        ("CỘNG HÒA, ỦY BAN", "CỘNG HOÀ, UỶ BAN"),
        ("văn hóa, thủy sản, khỏe, hòe", "văn hoá, thuỷ sản, khoẻ, hoè"),
        ("của mùa quý quà hoàn toán thuyền loài", "của mùa quý quà hoàn toán thuyền loài"),
    ],
)
def test_tone_marks_move_only_where_two_ways_exist(old: str, new: str) -> None:
    assert new_tone_marks(old) == new
    assert new_tone_marks(new) == new


def test_names_keep_their_spelling() -> None:
    values = {**sample_values("Mắm Thúy Hòa")["request-letter"], "signer": "Thúy Mẫu"}
    content = render(
        packaged_template("request-letter"),
        values,
        on=TODAY,
        title="x",
        creator="x",
        names_kept=[*names_in(values), "Mắm Thúy Hòa"],
    )
    text = all_text(content)
    assert "Thúy Mẫu" in text
    assert "Mắm Thúy Hòa" in text
    assert "UỶ BAN NHÂN DÂN" in text
    assert "ỦY BAN" not in text
