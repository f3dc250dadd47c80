"""The golden set: compliant papers of every kind, and for every rule one that breaks it and nothing else."""

import pytest

from ocop_cli.lint.report import CHECKS, report_violations
from ocop_cli.lint.violations import Known
from ocop_cli.ooxml.package import open_package
from ocop_cli.ooxml.zip import zip_parts
from support.word import kinds
from support.word.broken import BROKEN, KNOWN, OLD_TEXT, PLACED, STANDARD, TABLE, alter, alter_at, put
from support.word.kinds import KINDS
from support.word.paragraph import BODY, HEAD


def found(content: bytes, known: Known = Known()) -> dict[str, str]:  # noqa: B008 - frozen
    return {
        violation.rule: f"{violation.place}: {violation.found}"
        for violation in report_violations(content, STANDARD, known).violations
    }


@pytest.mark.parametrize("kind", KINDS)
def test_a_compliant_paper_of_each_kind_has_no_fault(kind: str) -> None:
    report = report_violations(KINDS[kind]().build(), STANDARD, KNOWN if kind != "công văn" else Known())
    assert report.violations == ()
    assert report.kind == kind


def test_an_annex_in_a_file_of_its_own_has_no_fault() -> None:
    assert found(kinds.annex_file().build()) == {}
    assert found(kinds.annex_file().but(put("corner", None)).build()) == {}


@pytest.mark.parametrize(
    "change", [{"size": 12}, {"bold": True}, {"align": "left"}, {"text": "5/KH-UBND; 2026-10-15T09:30:00"}]
)
def test_the_line_of_a_signature_has_its_look_and_its_time(change: dict[str, object]) -> None:
    assert set(found(kinds.annex_file().but(alter("corner", **change)).build())) == {"PL-04"}


def test_an_annex_in_a_file_of_its_own_is_held_to_the_form_of_one() -> None:
    paper = kinds.annex_file().but(put("corner", None)).but(alter_at("body", 0, bold=False))
    assert set(found(paper.build())) == {"PL-01"}


def test_a_compliant_paper_of_an_office_has_no_fault() -> None:
    assert found(kinds.office_notice().build()) == {}


@pytest.mark.parametrize("rule", BROKEN)
def test_one_broken_place_breaks_one_rule(rule: str) -> None:
    make, change = BROKEN[rule]
    violations = found(make().but(change).build(), KNOWN if rule in PLACED else Known())
    assert set(violations) == {rule}, violations


def test_a_paper_behind_the_foot_is_said_not_to_be_judged() -> None:
    """Regulations in the file of the decision that issues them."""
    attached = [
        HEAD.but(text="QUY CHẾ"),
        HEAD.but(text="Hoạt động của Tổ công tác"),
        BODY.but(text="Điều 9."),
    ]
    content = kinds.decision().build()
    package = open_package(content)
    text, section = package.parts["word/document.xml"].decode().rsplit("<w:sectPr>", 1)
    changed = f"{text}{''.join(p.xml() for p in attached)}<w:sectPr>{section}".encode()
    report = report_violations(zip_parts({**package.parts, "word/document.xml": changed}), STANDARD)
    assert report.violations == ()
    assert report.why == "quy chế đứng sau phần ký"
    assert report.left_out == sum(rule.startswith("ND") for rule in CHECKS)
    assert report_violations(content, STANDARD).left_out == 0


@pytest.mark.parametrize(
    ("caption", "told"), [("Bảng 1. Kết quả đánh giá", False), ("Điều 1. Kết quả", True)]
)
def test_numbers_go_on_after_a_table_with_its_title(caption: str, told: bool) -> None:
    paper = kinds.report()
    paper.body[1:] = [
        BODY.but(text="1. Xã đã tổ chức họp thôn."),
        BODY.but(text="2. Kết quả như bảng sau:"),
        HEAD.but(text=caption),
        BODY.but(text="3. Trên đây là báo cáo của Ủy ban nhân dân xã Mẫu./.", keep=True),
    ]
    paper.tables = TABLE
    assert ("ND-10" in found(paper.build())) is told


def test_every_rule_of_decree_and_practice_has_a_broken_paper() -> None:
    weighty = {rule.id for rule in STANDARD.rules.values() if rule.severity in "EW"}
    assert weighty <= set(BROKEN)
    assert set(STANDARD.rules) == set(CHECKS)


def test_an_annex_names_the_paper_it_belongs_to() -> None:
    note = "(Kèm theo Kế hoạch của Ủy ban nhân dân xã Mẫu)"
    paper = kinds.plan()
    paper.annexes[0][2] = paper.annexes[0][2].but(text=note)
    assert set(found(paper.build())) == {"PL-02"}


@pytest.mark.parametrize(
    "text",
    [
        "Xã thực hiện Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ về Bộ tiêu chí.",
        "Theo Công văn số 8/BVHTTDL-DL ngày 02/3/2026 của Bộ Văn hóa, Thể thao và Du lịch về việc rà soát.",
    ],
)
def test_a_citation_in_full_may_be_short_afterwards(text: str) -> None:
    sign = text.partition("số ")[2].partition(" ")[0]
    paper = kinds.report()
    paper.body[1] = paper.body[1].but(text=f"{text} Các bước theo Quyết định số {sign}.")
    assert "ND-16" not in found(paper.build())


@pytest.mark.parametrize(
    "text",
    [
        "Xã thực hiện Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ.",
        "Theo hướng dẫn tại Công văn số 8/BNN ngày 02/3/2026 của Bộ Nông nghiệp, Phụ lục I về mẫu biểu.",
        "Theo Kế hoạch 12/KH-UBND của Ủy ban nhân dân tỉnh về phát triển sản phẩm.",
    ],
)
def test_a_first_citation_without_day_or_subject_is_told(text: str) -> None:
    paper = kinds.report()
    paper.body[1] = paper.body[1].but(text=text)
    assert set(found(paper.build())) == {"ND-16"}


@pytest.mark.parametrize("rule", STANDARD.rules)
def test_every_rule_says_what_must_hold_why_and_what_to_do(rule: str) -> None:
    told = STANDARD.rules[rule]
    assert told.title
    assert told.cite
    assert told.hint
    assert told.severity in "EWI"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (OLD_TEXT, "FT-04"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam.", "FT-04"),
        ("Звіт про виконання.", "FT-04"),
        ("Nhà máy đường Quảng Ngãi ® và “thương hiệu” » 100 % – đúng.", ""),
        ("Tăng 5 % so với năm 2025; diện tích 10 m² × 2; nhiệt độ 25 °C ± 1.", ""),
    ],
)
def test_old_encodings_are_told_from_plain_signs(text: str, rule: str) -> None:
    assert set(found(kinds.report().but(alter_at("body", 1, text=text)).build())) == (
        {rule} if rule else set()
    )
