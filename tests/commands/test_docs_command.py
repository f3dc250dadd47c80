"""``ocop docs``, ``verify`` and ``why``: the life of a paper from draft to answer."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.checking.numbers import number_findings

Ocop = Callable[..., int]
Printed = Callable[[], Any]


@pytest.fixture
def report(ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """A report that was just drafted; returns its path."""
    assert ocop("report", "--period", "2026") == 0
    capsys.readouterr()
    (path,) = (workspace / "documents/2026").glob("*.docx")
    return path.relative_to(workspace).as_posix()


def states(ocop: Ocop, printed: Printed) -> dict[str, str]:
    assert ocop("docs", "list", "--json") == 0
    return {row[2]: row[3] for row in printed()["rows"]}


def test_a_paper_lives_from_draft_to_answer(ocop: Ocop, report: str, printed: Printed) -> None:
    (title,) = states(ocop, printed)
    seen = [states(ocop, printed)[title]]
    for words in (
        ("number", report, "--number", "12", "--on", "23/11/2026"),
        ("sign", report, "--scan", "papers/ruou-ghe/attp.pdf"),
        ("send", report, "--to", "UBND tỉnh Quảng Ngãi"),
        ("answer", report, "--number", "45/UBND-KT", "--note", "Đã nhận"),
    ):
        assert ocop("docs", *words) == 0
        printed_clear(printed)
        seen.append(states(ocop, printed)[title])
    assert seen == ["dự thảo", "đã ban hành", "đã có bản ký", "đã gửi", "đã có trả lời"]


def printed_clear(printed: Printed) -> None:
    try:
        printed()
    except ValueError:
        return


def test_papers_of_one_title_are_told_apart(
    ocop: Ocop, report: str, workspace: Path, printed: Printed
) -> None:
    kept = workspace / report
    for ending in (".docx", ".yaml"):
        kept.with_name(f"lan-2{ending}").write_bytes(kept.with_suffix(ending).read_bytes())
    (title,) = {each.partition(" (")[0] for each in states(ocop, printed)}
    assert ocop("docs", "number", report, "--number", "12", "--on", "23/11/2026") == 0
    printed_clear(printed)
    assert set(states(ocop, printed)) == {
        f"{title} (12/BC-UBND, 23/11/2026)",
        f"{title} (Báo cáo tổng hợp Chương trình OCOP, lập ngày 23/11/2026)",
    }


def test_a_number_that_two_machines_gave_is_told_by_check_and_by_the_register(
    ocop: Ocop, report: str, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("docs", "number", report, "--number", "12") == 0
    (workspace / "programme/numbers").mkdir(exist_ok=True)
    book = "schema: ocop/numbers@1\nothers:\n- number: 12\n  symbol: {}-ubnd\n  on: 20/11/2026\n"
    told = []
    for symbol in ("tb", "bc"):
        (workspace / "programme/numbers/2026.yaml").write_text(book.format(symbol), encoding="utf-8")
        told.append([str(each.place) for each in number_findings(Sources(workspace))])
    assert told == [[], ["programme/numbers/2026.yaml:3:11"]]
    capsys.readouterr()
    ocop("docs", "list")
    assert "Số cấp hai lần: 12/BC-UBND: " in capsys.readouterr().out


def test_a_number_is_given_once_in_its_series(ocop: Ocop, report: str, printed: Printed) -> None:
    assert ocop("docs", "other", "--number", "12", "--symbol", "BC-UBND") == 0
    assert ocop("docs", "number", report, "--number", "12") == 1
    assert ocop("docs", "number", report, "--number", "13") == 0
    assert ocop("docs", "other", "--number", "13", "--symbol", "BC-UBND") == 1
    assert ocop("docs", "other", "--number", "13", "--symbol", "TB-UBND") == 0
    assert ocop("docs", "other", "--number", "15", "--symbol", "BC-UBND", "--void", "Cấp nhầm") == 0
    printed_clear(printed)
    assert ocop("docs", "list", "--json") == 0
    shown = printed()
    assert "Số còn trống (BC-UBND): 14." in shown["notes"]
    assert any(row[3] == "hủy số: Cấp nhầm" for row in shown["rows"])


def test_one_series_for_all_kinds_may_be_set(ocop: Ocop, workspace: Path, report: str) -> None:
    profile = workspace / "ocop.yaml"
    profile.write_text(profile.read_text().replace("settings:\n", "settings:\n  number_series: mot_day\n"))
    assert ocop("docs", "other", "--number", "12", "--symbol", "TB-UBND") == 0
    assert ocop("docs", "number", report, "--number", "12") == 1


def test_a_year_begins_a_new_series(ocop: Ocop, report: str) -> None:
    assert ocop("docs", "other", "--number", "12", "--symbol", "BC-UBND", "--on", "2025-05-01") == 0
    assert ocop("docs", "number", report, "--number", "12") == 0


def test_the_document_itself_stays_a_draft_without_number(ocop: Ocop, workspace: Path, report: str) -> None:
    before = (workspace / report).read_bytes()
    assert ocop("docs", "number", report, "--number", "12") == 0
    assert (workspace / report).read_bytes() == before


def test_a_dossier_learns_the_number_of_its_report(ocop: Ocop, workspace: Path) -> None:
    assert ocop(
        "meeting", "invite", "homestay", "--on", "2026-11-23", "--time", "08:00", "--place", "Xã"
    ) in (0, 2)
    assert ocop("evaluate", "homestay", "--idea", "own_idea", "--idea-reason", "x") in (0, 1)
    made = workspace / "documents/2026/homestay-evaluation-report.docx"
    if made.exists():
        assert ocop("docs", "number", str(made), "--number", "30", "--on", "2026-11-23") == 0
        text = (workspace / "dossiers/homestay.yaml").read_text()
        assert "number: 30/BC-UBND" in text


def test_an_internal_sheet_gets_no_number(ocop: Ocop) -> None:
    assert ocop("rules", "sheet", "26-2026", "14") == 0
    assert ocop("docs", "number", "documents/2026/bo-14-full-score-sheet.docx", "--number", "1") == 1


def test_nothing_is_sent_before_it_is_issued(ocop: Ocop, report: str) -> None:
    assert ocop("docs", "send", report, "--to", "UBND tỉnh") == 1


def test_verify_tells_document_template_and_dossier_apart(
    ocop: Ocop, workspace: Path, printed: Printed
) -> None:
    assert ocop("score", "ruou-ghe", "--print") == 0
    sheet = workspace / "documents/2026/ruou-ghe-full-score-sheet.docx"
    assert ocop("verify", str(sheet)) == 0
    dossier = workspace / "dossiers/ruou-ghe.yaml"
    dossier.write_text(dossier.read_text().replace("total: 10", "total: 40"))
    printed_clear(printed)
    assert ocop("verify", str(sheet), "--json") == 1
    shown = printed()
    assert (shown["document_changed"], shown["template_changed"]) == (False, False)
    assert shown["sources_changed"] == ["labour"]
    assert any(place.startswith("criteria.") for place in shown["places_touched"])
    assert "product_name" not in shown["places_touched"]
    own = workspace / "templates/full-score-sheet/form.docx"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"x")
    sheet.write_bytes(sheet.read_bytes() + b" ")
    assert ocop("verify", str(sheet), "--json") == 1
    shown = printed()
    assert (shown["document_changed"], shown["template_changed"]) == (True, True)


def test_why_leads_from_words_to_the_dossier(ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> None:
    assert ocop("score", "ruou-ghe", "--print") == 0
    capsys.readouterr()
    assert ocop("why", "documents/2026/ruou-ghe-full-score-sheet.docx", "10/10 lao động") == 0
    told = capsys.readouterr().out
    assert "dossiers/ruou-ghe.yaml, mục labour (Lao động)" in told
    assert "criteria." not in told
    assert ocop("why", "documents/2026/ruou-ghe-full-score-sheet.docx", "chữ không có") == 1


def test_a_file_without_a_record_is_refused_in_words(ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> None:
    assert ocop("verify", "papers/phieu-gui-lai/sam-day-lao-dong.json") == 2
    assert "do chương trình lập" in capsys.readouterr().err


def test_a_changed_fact_marks_exactly_the_papers_that_rest_on_it(
    ocop: Ocop, workspace: Path, printed: Printed
) -> None:
    for name in ("ruou-ghe", "mat-ong"):
        assert ocop("score", name, "--print") == 0
    printed_clear(printed)
    assert ocop("verify", "--json") == 0
    found = printed()
    unsealed = found.pop("unsealed")
    assert "dossiers/ruou-ghe.yaml" in unsealed
    assert found == {
        "schema": "ocop/verify-all@1", "papers": 2, "touched": {}, "without_dossier": [], "noticed": [],
    }  # fmt: skip
    dossier = workspace / "dossiers/mat-ong.yaml"
    dossier.write_text(dossier.read_text().replace("name: Mật ong", "name: Mật ong mới", 1))
    assert ocop("verify", "--json") == 1
    touched = printed()["touched"]
    assert list(touched) == ["documents/2026/mat-ong-full-score-sheet.docx"]
    assert "product_name" in touched["documents/2026/mat-ong-full-score-sheet.docx"]


def test_an_edited_draft_stays_and_the_difference_is_told(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("rules", "sheet", "26-2026", "14") == 0
    path = workspace / "documents/2026/bo-14-full-score-sheet.docx"
    document = Document(str(path))
    document.paragraphs[2].add_run(" (sửa tay)")
    document.save(str(path))
    kept = path.read_bytes()
    capsys.readouterr()
    assert ocop("rules", "sheet", "26-2026", "14") == 0
    assert path.read_bytes() == kept
    told = capsys.readouterr().err
    assert "documents/2026/bo-14-full-score-sheet-2.docx" in told
    assert "(sửa tay)" in told
    assert told.count("\n  - ") == 1


def test_a_step_that_is_dated_before_the_one_it_follows_is_asked_about(
    ocop: Ocop, report: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("docs", "number", report, "--number", "12", "--on", "23/11/2026") == 0
    early = ("docs", "send", report, "--to", "Sở Mẫu", "--on", "20/11/2026")
    assert ocop(*early) == 2
    assert "Ngày gửi 20/11/2026 trước ngày ban hành (23/11/2026)" in capsys.readouterr().err
    assert ocop("-y", *early) == 0  # so it was: check goes on telling it


def test_a_number_of_another_month_tells_what_the_file_prints(
    ocop: Ocop, workspace: Path, report: str, capsys: pytest.CaptureFixture[str]
) -> None:
    day = ("--as-of", "2027-01-04")
    capsys.readouterr()
    assert ocop("docs", "number", report, "--number", "1", "--on", "4/1/2027", "-n", *day) == 0
    assert "in “tháng 11 năm 2026”, ngày ban hành là 04/01/2027" in capsys.readouterr().err
    assert ocop("docs", "number", report, "--number", "1", "--on", "24/11/2026", "-n", *day) == 0
    assert "ngày ban hành là" not in capsys.readouterr().err
    paper = Document(str(workspace / report))
    paper.add_paragraph("sửa tay")
    paper.save(str(workspace / report))
    assert ocop("docs", "number", report, "--number", "1", "--on", "4/1/2027", "-n", *day) == 0
    assert "ngày ban hành là" not in capsys.readouterr().err  # the month may be right by now
