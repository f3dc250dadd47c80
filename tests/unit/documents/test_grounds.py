"""Legal grounds have their time in force."""

import re
from datetime import date, timedelta

import pytest

from ocop_cli.documents.grounds import ground_findings, grounds
from ocop_cli.findings import Severity
from ocop_cli.rules.acts import Act, acts_of, programme_of
from ocop_cli.rules.decision import LegalGround
from ocop_cli.rules.pick import pick_decision
from ocop_cli.rules.provenance import Confidence, Source
from ocop_cli.store.built_in.packaged import load_acts
from ocop_cli.store.built_in.resources import resource_root
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.papers.forms import form_ids, load_form

ACT = Act("9/2031/QĐ-VD", date(2031, 2, 1), date(2032, 1, 31))
SOURCE = Source("invented", "Bịa để thử", Confidence.RECALLED)
CITED = ["Căn cứ Quyết định số 9/2031/QĐ-VD ngày 01 tháng 02 năm 2031 của Cơ quan ví dụ;"]


@pytest.mark.parametrize(
    ("on", "told"),
    [
        (date(2031, 1, 31), True),
        (date(2031, 2, 1), False),
        (date(2032, 1, 31), False),
        (date(2032, 2, 1), True),
    ],
)
def test_a_ground_out_of_force_is_told(on: date, told: bool) -> None:
    found = ground_findings(CITED, [ACT], on, "vb.docx")
    assert [finding.code for finding in found] == (["F307"] if told else [])


def test_what_is_not_cited_is_not_told() -> None:
    assert ground_findings(["Căn cứ Luật Ví dụ;"], [ACT], date(2040, 1, 1), "vb.docx") == []


def test_an_act_without_an_end_never_lapses() -> None:
    assert ground_findings(CITED, [Act(ACT.number, ACT.first, None)], date(2090, 1, 1), "vb.docx") == []


def test_the_decisions_on_criteria_bring_their_own_days() -> None:
    acts = {act.number: act for act in acts_of(load_rulebook())}
    assert acts["148/QĐ-TTg"].last is not None
    assert acts["1489/QĐ-TTg"].first == date(2025, 7, 6)
    assert acts[load_rulebook().texts[-1].number].last is None
    assert {act.number for act in load_acts()} & set(acts) == set()


LETTERS = [form for form in form_ids() if load_form(form).grounds]
THIRD = (
    load_rulebook()
    .texts[-1]
    ._replace(
        id="9-2031",
        number=ACT.number,
        effective_from=ACT.first,
        grounds=(LegalGround("Căn cứ Quyết định số 9/2031/QĐ-VD ngày 01 tháng 02 năm 2031", SOURCE),),
    )
)


def test_every_letter_of_a_new_decision_has_its_grounds_and_no_form_is_edited() -> None:
    assert len(LETTERS) == 13
    for form in LETTERS:
        lines = grounds(load_form(form), THIRD, load_acts(), year=2041)
        assert lines == [f"{THIRD.grounds[0].text}."]


def test_a_decision_without_grounds_is_told_and_leaves_no_empty_block() -> None:
    lines = grounds(load_form("request-letter"), THIRD._replace(grounds=()))
    assert lines == ["Căn cứ Quyết định số 9/2031/QĐ-VD."]
    (finding,) = ground_findings(lines, [ACT], ACT.first, "vb.docx")
    assert (finding.code, finding.severity) == ("F308", Severity.ERROR)


def test_an_act_that_lapsed_before_the_decision_is_not_cited_with_it() -> None:
    acts = [act._replace(last=last) for act, last in zip(load_acts()[:2], (None, ACT.first), strict=True)]
    assert len(grounds(load_form("year-plan"), THIRD, acts)) == 3
    lapsed = [act._replace(last=ACT.first - timedelta(days=1)) for act in acts]
    assert len(grounds(load_form("year-plan"), THIRD, lapsed)) == 1


@pytest.mark.parametrize(
    ("year", "on", "cited"),
    [
        (2025, date(2025, 10, 1), ["263/QĐ-TTg", "919/QĐ-TTg", "148/QĐ-TTg", "1489/QĐ-TTg"]),
        (
            2026,
            date(2026, 6, 1),
            ["257/2025/QH15", "424/NQ-CP", "51/2025/QĐ-TTg", "26/2026/QĐ-TTg", "417/QĐ-BNNMT"],
        ),
        (
            2027,
            date(2026, 12, 1),
            ["257/2025/QH15", "424/NQ-CP", "51/2025/QĐ-TTg", "26/2026/QĐ-TTg", "417/QĐ-BNNMT"],
        ),
        (2031, date(2030, 12, 1), ["257/2025/QH15", "424/NQ-CP", "26/2026/QĐ-TTg"]),
    ],
)
def test_a_plan_cites_the_acts_that_speak_of_its_year(year: int, on: date, cited: list[str]) -> None:
    decision = pick_decision(load_rulebook(), on)
    lines = grounds(load_form("year-plan"), decision, load_acts(), year)
    assert [line.split(" số ")[1].split(" ")[0] for line in lines] == cited


def test_every_act_that_a_form_names_is_known() -> None:
    named = {name for form in LETTERS for name in load_form(form).grounds}
    assert named - {"decision"} <= {act.number for act in load_acts()}


def test_the_decisions_are_cited_by_their_own_title() -> None:
    texts = load_rulebook().texts
    lines = {ground.text for text in texts for ground in text.grounds}
    assert lines == {
        "Căn cứ Quyết định số 148/QĐ-TTg ngày 24 tháng 02 năm 2023 của Thủ tướng Chính phủ về việc ban hành Bộ tiêu chí "
        "và quy trình đánh giá, phân hạng sản phẩm Chương trình mỗi xã một sản phẩm",
        "Căn cứ Quyết định số 1489/QĐ-TTg ngày 06 tháng 7 năm 2025 của Thủ tướng Chính phủ về việc sửa đổi, bổ sung một "
        "số nội dung của Quyết định số 148/QĐ-TTg",
        "Căn cứ Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ ban hành Bộ tiêu chí và "
        "quy trình đánh giá, phân hạng sản phẩm mỗi xã một sản phẩm",
    }
    assert len(texts[0].grounds) == 1  # before its amendment, 148 is cited alone


@pytest.mark.parametrize(
    ("year", "name"),
    [
        (2025, "Chương trình mục tiêu quốc gia xây dựng nông thôn mới"),
        (2027, "Chương trình mục tiêu quốc gia xây dựng nông thôn mới, giảm nghèo bền vững"),
        (2050, ""),
    ],
)
def test_the_programme_of_a_year_is_never_the_last_ones(year: int, name: str) -> None:
    found = programme_of(year, load_acts())
    assert found.startswith(name)
    assert (found == name) == (year != 2027)


def test_an_act_whose_title_is_not_known_is_not_cited() -> None:
    untitled = [act._replace(ground="") for act in load_acts()]
    assert len(grounds(load_form("year-plan"), load_rulebook().texts[-1], untitled, 2027)) == 1
    assert [act.number for act in load_acts() if not act.ground] == ["28/2026/QH16"]


def test_a_legal_title_stands_once() -> None:
    """Templates, code and the other data take titles from rules/data and acts.yaml."""
    root = resource_root()
    heads = [text.title for text in load_rulebook().texts]
    heads += [amendment.title for text in load_rulebook().texts for amendment in text.amendments]
    titles = {*heads, *(act.ground.split(" của ", 1)[1] for act in load_acts() if act.ground)}
    words = {re.sub("^(về việc |ban hành )+", "", title.lower()) for title in titles}
    files = [*root.glob("templates/*/form.yaml"), *root.glob("src/**/*.py"), *root.glob("tools/**/*.py")]
    files += [f for f in root.glob("src/**/data/**/*.yaml") if "rules" not in f.parts]
    assert len(files) > 100
    copies = [
        (f.name, w)
        for f in files
        for w in words
        if w in " ".join(f.read_text(encoding="utf-8").lower().split())
    ]
    assert not copies


def test_the_words_of_a_ground_stand_once() -> None:
    forms = [path.read_text(encoding="utf-8") for path in (resource_root() / "templates").glob("*/form.yaml")]
    assert not any("Căn cứ Quyết định" in form for form in forms)
