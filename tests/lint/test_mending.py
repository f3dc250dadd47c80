"""A mend cures its rule, breaks no other, and never touches a word."""

import pytest

from ocop_cli.lint.fix import fix
from ocop_cli.lint.fixes import FIXABLE
from ocop_cli.lint.report import report_violations
from ocop_cli.ooxml.package import unzip
from ocop_cli.ooxml.zip import zip_parts
from support.word import kinds
from support.word.broken import BROKEN, KNOWN, STANDARD, put
from support.word.paragraph import BODY
from support.word.text import all_text


def rules(content: bytes) -> set[str]:
    return {violation.rule for violation in report_violations(content, STANDARD, KNOWN).violations}


@pytest.mark.parametrize("rule", BROKEN)
def test_a_mend_breaks_no_other_rule_and_keeps_every_word(rule: str) -> None:
    make, change = BROKEN[rule]
    broken = make().but(change).build()
    fixed, done = fix(broken, STANDARD, KNOWN)
    assert rules(fixed) <= rules(broken)
    assert set(done) == rules(broken) - rules(fixed)
    if rule not in {
        "FT-05",
        "FT-08",
    }:  # composing letters, and letters for what looks like them, is their purpose
        assert all_text(fixed) == all_text(broken)


@pytest.mark.parametrize("rule", sorted(FIXABLE & set(BROKEN)))
def test_what_the_data_calls_mendable_is_mended(rule: str) -> None:
    make, change = BROKEN[rule]
    fixed, done = fix(make().but(change).build(), STANDARD, KNOWN)
    assert done == [rule]
    assert rule not in rules(fixed)


def test_the_data_and_the_mends_name_the_same_rules() -> None:
    assert {rule.id for rule in STANDARD.rules.values() if rule.fixable} == FIXABLE


def test_many_faults_at_once_are_mended_together() -> None:
    paper = kinds.report()
    for rule in ("PG-04", "FT-01", "ND-02", "ND-03", "HD-03", "KY-01", "NN-03", "DD-06"):
        paper = paper.but(BROKEN[rule][1])
    fixed, done = fix(paper.build(), STANDARD, KNOWN)
    assert rules(fixed) == set()
    assert len(done) >= 8


def test_a_compliant_paper_is_left_alone() -> None:
    content = kinds.letter().build()
    assert fix(content, STANDARD) == (content, [])


def test_the_signature_takes_the_end_of_the_text_and_its_heading_along() -> None:
    """Also over empty lines: what stands between must not part them."""
    paper = kinds.report().but(put("foot_split", True))
    heading = BODY.but(text="II. Tổ chức thực hiện", bold=True)
    paper.body[-1:] = [heading, paper.body[-1].but(keep=False), BODY.but(text="")]
    fixed, done = fix(paper.build(), STANDARD, KNOWN)
    assert "KY-07" in done
    body = unzip(fixed)["word/document.xml"].decode().split("<w:tbl>")[-2]
    kept = ["<w:keepNext/>" in paragraph for paragraph in body.split("<w:p>")]
    assert kept[-4:] == [False, True, True, True]


def test_a_red_number_in_the_header_is_told_and_mended() -> None:
    paper = kinds.report()
    paper.body[1:1] = [paper.body[0].but(text="Nội dung báo cáo. " * 40)] * 12
    parts = unzip(paper.build())
    header = parts["word/header1.xml"].replace(b"<w:sz ", b'<w:color w:val="FF0000"/><w:sz ')
    fixed, done = fix(zip_parts({**parts, "word/header1.xml": header}), STANDARD)
    assert done == ["FT-03"]
    assert rules(fixed) == set()
