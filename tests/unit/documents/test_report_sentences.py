"""What the evaluation report says of opinions and of levels: only what was so."""

from datetime import date
from typing import Any

import pytest
from docx import Document

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.documents.evaluation_report import assessment_words
from ocop_cli.documents.opinion_words import opinion_lines, opinions_title
from ocop_cli.dossier.conclusions import SiteCheck
from ocop_cli.dossier.model import Dossier
from ocop_cli.evaluation.result import Line, Status
from ocop_cli.rules.pick import pick_ruleset
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.papers.forms import packaged_template
from support.dossiers import make_dossier

LAW = pick_ruleset(load_rulebook(), 9, date(2026, 9, 21))
CHECKED = "Qua kiểm tra hồ sơ"


def _opinions(*given: dict[str, Any]) -> Dossier:
    return make_dossier(
        product={"set": "9"},
        opinions=[{"unit": f"Thôn Mẫu {n}", **opinion} for n, opinion in enumerate(given, 1)],
    )


@pytest.mark.parametrize(
    ("given", "title"),
    [
        (({"meeting": "hop-1"},), "Ý kiến của các đơn vị gửi đến hoặc nêu tại cuộc họp lấy ý kiến"),
        (({"meeting": "hop-1"}, {}), "Ý kiến của các đơn vị"),  # one came in writing
        (({"on": "2026-10-05"}, {"on": "2026-10-05"}), "Ý kiến của các đơn vị ngày 05 tháng 10 năm 2026"),
        (({"on": "2026-10-05"}, {"on": "2026-10-06"}), "Ý kiến của các đơn vị"),
        (({"on": "2026-10-05"}, {}), "Ý kiến của các đơn vị"),
    ],
)
def test_opinions_are_headed_by_what_holds_for_all(given: tuple[dict[str, Any], ...], title: str) -> None:
    assert opinions_title(_opinions(*given)) == title


def test_an_opinion_sent_before_the_meeting_is_not_told_as_given_there() -> None:
    """The unit may have been absent; two opinions of one unit are told apart by their days."""
    told = {"stance": "disagree", "meeting": "hop-1", "by": "A Mẫu"}
    dossier = _opinions({**told, "on": "2026-09-25"}, {**told, "on": "2026-09-28"})
    before, there = opinion_lines(dossier, "hop-1", date(2026, 9, 28))
    assert before.startswith("Thôn Mẫu 1 (A Mẫu, gửi ý kiến ngày 25/9/2026): không nhất trí")
    assert there.startswith("Thôn Mẫu 2 (A Mẫu): không nhất trí")
    assert [line.partition(":")[0] for line in opinion_lines(dossier)] == [
        "Thôn Mẫu 1 (A Mẫu, ngày 25/9/2026)",
        "Thôn Mẫu 2 (A Mẫu, ngày 28/9/2026)",
    ]


def _line(content: CommuneContent, reason: str) -> Line:
    criterion = LAW.product_set.content(content)
    assert criterion is not None
    return Line(content, Status.SCORED, "", criterion, criterion.levels[0], reason=reason)


def test_a_share_tells_its_arithmetic_before_the_level() -> None:
    line = _line(CommuneContent.LOCAL_LABOUR, "10/12 lao động là người trong xã, đạt 83,33%")
    assert line.option is not None
    level = f"thuộc mức: {line.option.label}"
    assert assessment_words(line) == f"{CHECKED}, {line.reason}, {level}."


def test_a_chosen_level_is_followed_by_its_reason_as_a_sentence() -> None:
    line = _line(CommuneContent.IDEA_ORIGIN, "nghề có từ lâu đời.")
    assert line.option is not None
    head = f"{CHECKED}, xã xác định thuộc mức: {line.option.label}."
    assert assessment_words(line) == f"{head} Nghề có từ lâu đời."


def test_a_level_decided_otherwise_gives_the_decision_not_the_arithmetic() -> None:
    line = _line(CommuneContent.LOCAL_LABOUR, "số liệu cũ")._replace(decided_because="Đã xác minh tại thôn")
    assert assessment_words(line).endswith(". Đã xác minh tại thôn.")
    assert "số liệu cũ" not in assessment_words(line)


@pytest.mark.parametrize("looked_at", CommuneContent)
@pytest.mark.parametrize("content", CommuneContent)
def test_a_check_on_the_spot_is_spoken_of_only_where_it_looked_at_the_content(
    content: CommuneContent, looked_at: CommuneContent
) -> None:
    line, by = _line(content, "10/12 lao động là người trong xã, đạt 83,33%"), ("Y Ví Dụ Hai, Công chức",)
    visit = SiteCheck(on=date(2026, 11, 24), by=by, seen="Xưởng đang sấy.", contents=(looked_at,))
    later = SiteCheck(on=date(2026, 11, 26), by=by, seen="Đã xem sổ.")
    words = assessment_words(line, [visit, later])
    assert ("kiểm tra thực tế ngày 24 tháng 11 năm 2026" in words) is (content is looked_at)
    assert "26 tháng 11" not in words


def test_a_check_that_an_earlier_version_recorded_vouches_for_no_content() -> None:
    line = _line(CommuneContent.LOCAL_LABOUR, "10/12 lao động là người trong xã, đạt 83,33%")
    visit = SiteCheck(on=date(2026, 11, 24), by=("Y Ví Dụ Hai, Công chức",), seen="Xưởng đang sấy.")
    assert "thực tế" not in assessment_words(line)
    assert "thực tế" not in assessment_words(line, [visit])


def test_a_column_of_the_report_holds_thousands_of_millions() -> None:
    """“10.183.000.000” is not broken over two lines, in whichever of the tables a report prints."""
    report = Document(str(packaged_template("summary-report")))
    tables = [table for table in report.tables if table.rows[0].cells[0].text == "Chỉ tiêu"]
    narrow = {
        cell.text: cell.width.twips
        for table in tables
        for cell in table.rows[0].cells
        if cell.text in ("Kết quả", "Kỳ liền trước", "Cùng kỳ năm trước") and cell.width.twips < 1700
    }
    assert len(tables) == 4
    assert narrow == {}
