"""A figure leads to its dossiers: on the screen, in the record beside the document, back from the printed number."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from ocop_cli.store.papers.document_records import load_document
from ocop_cli.store.reading.sources import Sources
from support.word.text import all_text

Ocop = Callable[..., int]
Printed = Callable[[], Any]
YEAR = ("--period", "2026", "--as-of", "2026-12-31")


@pytest.fixture
def report(ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The year's report, made."""
    assert ocop("report", *YEAR) == 0
    capsys.readouterr()
    (made,) = workspace.glob("documents/2026/*-summary-report.docx")
    return made.relative_to(workspace).as_posix()


def test_every_figure_of_a_report_names_its_dossiers(ocop: Ocop, printed: Printed) -> None:
    assert ocop("report", *YEAR, "--json") == 0
    for figure in printed()["figures"]:
        assert ocop("report", *YEAR, "--why", figure["code"], "--json") == 0
        told = printed()
        assert sorted(item["id"] for item in told["items"]) == sorted(figure["dossiers"]), figure["code"]
        assert told["actual"] == figure["actual"]


def test_a_question_writes_nothing(ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ocop("report", *YEAR, "--why", "phụ nữ đứng đầu") == 0
    assert "do phụ nữ đứng đầu: 3" in capsys.readouterr().out
    assert not list(workspace.glob("documents/2026/*-summary-report.docx"))


@pytest.mark.parametrize("kind", ["ideas", "selection", "certified"])
def test_a_list_has_no_figures_to_ask_for(ocop: Ocop, kind: str) -> None:
    assert ocop("report", "--kind", kind, "--why", "ideas") == 2


def test_a_number_on_a_report_leads_to_its_dossiers(
    ocop: Ocop, report: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("why", report, "129") == 0
    told = capsys.readouterr().out
    assert "Lao động (người): 129" in told
    assert "Từ 10 hồ sơ: ca-phe (Cà phê Xốp); gao-do (Gạo đỏ Xốp);" in told
    assert "cấu hình của xã" not in told


def test_no_number_of_a_report_is_said_to_come_from_the_settings(
    ocop: Ocop, workspace: Path, report: str, printed: Printed
) -> None:
    record = load_document(Sources(workspace), report).record
    numbers = [n for n in record.printed if n.startswith("figures.") and n.endswith(".actual")]
    for name in numbers:
        if record.printed[name].text not in ("0", "–"):
            assert record.printed[name].counted, name
    assert ocop("why", report, "Gạo đỏ", "--json") == 0
    found = [place["dossiers"] for place in printed()["places"].values()]
    assert ["gao-do"] in found
    assert all("gao-do" in dossiers for dossiers in found)  # a note names it among others


@pytest.mark.parametrize(
    ("kind", "words", "dossier"), [("ideas", "Gạo đỏ", "gao-do"), ("certified", "Măng khô", "mang-kho")]
)
def test_a_row_of_a_list_leads_to_its_dossier(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str], kind: str, words: str, dossier: str
) -> None:
    assert ocop("report", "--kind", kind, *YEAR) == 0
    (made,) = workspace.glob("documents/2026/*.docx")
    capsys.readouterr()
    assert ocop("why", made.relative_to(workspace).as_posix(), words) == 0
    assert f"Từ 1 hồ sơ: {dossier} (" in capsys.readouterr().out


def test_the_numbers_of_the_printed_table_are_numbers(workspace: Path, report: str) -> None:
    table = docx.Document(str(workspace / report)).tables
    (figures,) = [t for t in table if t.rows[0].cells[0].text == "Chỉ tiêu"]
    heads = ["Chỉ tiêu", "Kết quả", "Kế hoạch năm", "Cùng kỳ năm trước", "Ghi chú"]
    assert [cell.text for cell in figures.rows[0].cells] == heads
    for row in figures.rows[1:]:
        name, actual, target, before, _ = (cell.text for cell in row.cells)
        assert actual == "–" or actual.replace(".", "").isdecimal(), name
        assert target == "–" or target.isdecimal(), name
        assert before == "–" or before.replace(".", "").isdecimal(), name


def test_a_period_without_one_before_it_has_no_column_of_noughts(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("report", "--period", "2024-Q3") == 0
    told = capsys.readouterr().out
    assert "Kỳ liền trước" in told  # a product was recognised in April
    assert "Cùng kỳ năm trước" not in told
    assert "Chưa có số liệu của cùng kỳ năm trước để so sánh." in told
    (made,) = workspace.glob("documents/2026/*.docx")
    text = all_text(made.read_bytes())
    assert "Chưa có số liệu của cùng kỳ năm trước để so sánh." in text
    assert "Cùng kỳ năm trước" not in text


def test_a_register_as_of_a_day_knows_no_later_decision(
    ocop: Ocop, printed: Printed, capsys: pytest.CaptureFixture[str]
) -> None:
    told = "--number", "11/QĐ-UBND (ví dụ)", "--issuer", "UBND tỉnh", "--certificate", "02-VD"
    assert ocop("result", "ruou-ghe", "--star", "3", "--score", "60", "--on", "20/11/2026", *told) == 0
    capsys.readouterr()
    for day, is_there in (("2026-11-19", False), ("2026-11-20", True)):
        for words in (("report", "--kind", "certified"), ("list", "--star", "3")):
            assert ocop(*words, "--json", "--as-of", day) == 0
            assert ("ruou-ghe" in [item["id"] for item in printed()["items"]]) is is_there
