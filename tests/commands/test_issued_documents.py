"""Issued means frozen: no verb writes a document again that has a number, a signed scan or a sending."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from ocop_cli.store.papers.document_records import load_document, load_numbers
from ocop_cli.store.reading.sources import Sources
from support.whole import no_gap

Ocop = Callable[..., int]
Printed = Callable[[], Any]
TODAY = ("--on", "23/11/2026")
REPORT = ("report", "--period", "2026")


@pytest.fixture
def report(ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """A report that was just drafted; returns its path."""
    assert ocop(*REPORT) == 0
    capsys.readouterr()
    (path,) = (workspace / "documents/2026").glob("*.docx")
    return path.relative_to(workspace).as_posix()


def test_an_issued_document_is_never_written_again(ocop: Ocop, workspace: Path, report: str) -> None:
    assert ocop("docs", "number", report, "--number", "12", *TODAY) == 0
    issued, record = (workspace / report).read_bytes(), load_document(Sources(workspace), report).source.raw
    assert ocop(*REPORT, "--difficulty", "Thiếu vốn") == 0
    assert (workspace / report).read_bytes() == issued
    assert load_document(Sources(workspace), report).source.raw == record
    beside = report.replace(".docx", "-2.docx")
    assert load_document(Sources(workspace), beside).record.issue is None
    assert ocop(*REPORT, "--difficulty", "Thiếu người") == 0  # the draft beside it may be made again
    assert not (workspace / report.replace(".docx", "-3.docx")).exists()


def test_the_place_of_an_issued_document_that_is_gone_stays_taken(
    ocop: Ocop, workspace: Path, report: str
) -> None:
    assert ocop("docs", "number", report, "--number", "12", *TODAY) == 0
    (workspace / report).unlink()
    assert ocop(*REPORT) == 0
    assert not (workspace / report).exists()


def test_a_practice_sheet_takes_no_real_ones_place(ocop: Ocop, workspace: Path) -> None:
    assert ocop("score", "ruou-ghe", "--print") in (0, 1)
    real = workspace / "documents/2026/ruou-ghe-full-score-sheet.docx"
    before = real.read_bytes()
    assert ocop("score", "ruou-ghe", "--practice", "--print", "--by", "Người Học") in (0, 1)
    assert real.read_bytes() == before
    practice = workspace / "documents/2026/ruou-ghe-cham-thu-full-score-sheet.docx"
    lines = [p.text for p in Document(str(practice)).paragraphs]
    assert any("CHẤM THỬ" in line for line in lines)
    assert (
        load_document(Sources(workspace), practice.relative_to(workspace).as_posix()).record.made.dossier
        == "ruou-ghe"
    )


def test_an_issued_number_changes_only_with_a_reason_and_stays_as_void(
    ocop: Ocop, workspace: Path, report: str
) -> None:
    assert ocop("docs", "number", report, "--number", "43", *TODAY) == 0
    assert ocop("docs", "number", report, "--number", "47", *TODAY) == 1
    assert load_document(Sources(workspace), report).record.issue.number == 43  # type: ignore[union-attr]  # it was just issued
    assert ocop("docs", "number", report, "--number", "47", "--reason", "ghi nhầm sổ", *TODAY) == 0
    assert load_document(Sources(workspace), report).record.issue.number == 47  # type: ignore[union-attr]  # the same
    (old,) = load_numbers(Sources(workspace), no_gap, 2026).others
    assert (old.number, old.void) == (43, "ghi nhầm sổ")
    assert ocop("docs", "other", "--number", "43", "--symbol", "BC-UBND") == 1


@pytest.mark.parametrize("day", ["22/11/2026", "24/11/2026", "24/11/2027"])
def test_a_number_is_given_between_the_draft_and_today(ocop: Ocop, report: str, day: str) -> None:
    assert ocop("docs", "number", report, "--number", "12", "--on", day) == 1


@pytest.mark.parametrize("symbol", ["BC-UBND", "bc-ubnd", "BC – UBND", "BC\u2013UBND "])
def test_numbers_are_compared_as_people_read_them(ocop: Ocop, report: str, symbol: str) -> None:
    assert ocop("docs", "other", "--number", "12", "--symbol", symbol) == 0
    assert ocop("docs", "number", report, "--number", "12", *TODAY) == 1
    assert ocop("docs", "number", report, "--number", f"13/{symbol}", *TODAY) == 0


@pytest.mark.parametrize("number", ["0", "bảy", "99999999999", "-1", ""])
def test_what_is_no_number_is_refused(ocop: Ocop, report: str, number: str) -> None:
    assert ocop("docs", "number", report, "--number", number, *TODAY) == 2


def test_another_symbol_than_the_documents_is_refused(ocop: Ocop, report: str) -> None:
    assert ocop("docs", "number", report, "--number", "12/TB-UBND", *TODAY) == 1


def test_numbers_against_the_order_of_days_are_told(
    ocop: Ocop, report: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("docs", "other", "--number", "14", "--symbol", "BC-UBND", "--on", "20/11/2026") == 0
    assert ocop("docs", "number", report, "--number", "12", *TODAY) == 0
    assert "12/BC-UBND ngày 23/11/2026, 14/BC-UBND ngày 20/11/2026" in capsys.readouterr().err


def test_internal_slips_stay_out_of_the_register(ocop: Ocop, printed: Printed, capsys: Any) -> None:
    assert ocop("rules", "sheet", "26-2026", "14") == 0
    capsys.readouterr()
    assert ocop("docs", "list", "--json") == 0
    assert printed()["rows"] == []
    assert ocop("docs", "list", "--all", "--json") == 0
    assert len(printed()["rows"]) == 1


def test_what_is_no_signed_scan_is_refused(ocop: Ocop, workspace: Path, report: str) -> None:
    assert ocop("docs", "number", report, "--number", "12", *TODAY) == 0
    (workspace / "papers/trong.pdf").write_bytes(b"")
    (workspace / "papers/ban-sao.docx").write_bytes((workspace / report).read_bytes())
    for scan in ("papers", "papers/trong.pdf", report, "papers/ban-sao.docx"):
        assert ocop("docs", "sign", report, "--scan", scan) == 1, scan
    assert load_document(Sources(workspace), report).record.signed is None


def test_sign_says_what_it_could_not_check(
    ocop: Ocop, report: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("docs", "number", report, "--number", "12", *TODAY) == 0
    assert ocop("docs", "sign", report, "--scan", "papers/ruou-ghe/attp.pdf") == 0
    assert "không xem được chữ ký và dấu" in capsys.readouterr().err


def test_a_scan_that_was_exchanged_or_is_gone_is_told(
    ocop: Ocop, workspace: Path, report: str, printed: Printed, capsys: Any
) -> None:
    scan = workspace / "papers/bao-cao-da-ky.pdf"
    scan.write_bytes(b"%PDF-1.7 ban ky")
    assert ocop("docs", "number", report, "--number", "12", *TODAY) == 0
    assert ocop("docs", "sign", report, "--scan", "papers/bao-cao-da-ky.pdf") == 0
    assert ocop("verify", report) == 0
    for change, words in (
        (lambda: scan.write_bytes(b"khac"), "đã bị thay"),
        (scan.unlink, "không thấy bản ký"),
    ):
        change()
        capsys.readouterr()
        assert ocop("docs", "list", "--json") == 0
        assert words in printed()["rows"][0][3]
        assert ocop("verify", report, "--json") == 1
        assert words in printed()["losses"][0]


def test_an_issued_document_that_is_gone_is_told(
    ocop: Ocop, workspace: Path, report: str, printed: Printed, capsys: Any
) -> None:
    assert ocop("docs", "number", report, "--number", "12", *TODAY) == 0
    (workspace / report).unlink()
    capsys.readouterr()
    assert ocop("docs", "list", "--json") == 0
    assert "không thấy tệp văn bản" in printed()["rows"][0][3]
