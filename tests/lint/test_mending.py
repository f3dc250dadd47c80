"""A mend cures its rule, breaks no other, and never touches a word."""

import io

import golden
import pytest
from docx import Document
from test_golden_set import BROKEN, KNOWN, STANDARD

from ocop_cli.lint.fix import MENDABLE, mend
from ocop_cli.lint.report import judge


def rules(content: bytes) -> set[str]:
    return {fault.rule for fault in judge(content, STANDARD, KNOWN).faults}


def words(content: bytes) -> list[str]:
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(p.text for p in document.paragraphs), *cells]


@pytest.mark.parametrize("rule", BROKEN)
def test_a_mend_breaks_no_other_rule_and_keeps_every_word(rule: str) -> None:
    make, change = BROKEN[rule]
    broken = make().but(change).build()
    mended, done = mend(broken, STANDARD, KNOWN)
    assert rules(mended) <= rules(broken)
    assert set(done) == rules(broken) - rules(mended)
    if rule != "FT-05":  # composing letters is what this mend is for
        assert words(mended) == words(broken)


@pytest.mark.parametrize("rule", sorted(MENDABLE & set(BROKEN)))
def test_what_the_data_calls_mendable_is_mended(rule: str) -> None:
    make, change = BROKEN[rule]
    mended, done = mend(make().but(change).build(), STANDARD, KNOWN)
    assert done == [rule]
    assert rule not in rules(mended)


def test_the_data_and_the_mends_name_the_same_rules() -> None:
    assert {rule.id for rule in STANDARD.rules.values() if rule.fixable} == MENDABLE


def test_many_faults_at_once_are_mended_together() -> None:
    paper = golden.report()
    for rule in ("PG-04", "FT-01", "ND-02", "ND-03", "HD-03", "KY-01", "NN-03", "DD-06"):
        paper = paper.but(BROKEN[rule][1])
    mended, done = mend(paper.build(), STANDARD, KNOWN)
    assert rules(mended) == set()
    assert len(done) >= 8


def test_a_compliant_paper_is_left_alone() -> None:
    content = golden.letter().build()
    assert mend(content, STANDARD) == (content, [])
