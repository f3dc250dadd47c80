"""The notice of the selection, the ad-hoc report, the sheets that go out with an invitation."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

Ocop = Callable[..., int]


def _text(path: Path) -> str:
    return "\n".join(p.text for p in Document(io.BytesIO(path.read_bytes())).paragraphs)


def _tables(path: Path) -> list[list[str]]:
    tables = Document(io.BytesIO(path.read_bytes())).tables
    return [[row.cells[1].text for row in table.rows] for table in tables]


def test_the_notice_lists_chosen_and_declined_ideas_with_reasons(ocop: Ocop, workspace: Path) -> None:
    assert ocop("report", "--kind", "selection") == 0
    notice = workspace / "documents/2026/lua-chon-2026-selection-notice.docx"
    assert ocop("lint", str(notice)) == 0
    _, chosen, declined, _ = _tables(notice)
    assert "Gạo đỏ Xốp" in chosen
    assert "Trà dây leo Xốp" in declined
    assert not {"Lan rừng Đăk Xốp"} & {*chosen, *declined}


def test_there_is_no_notice_before_a_selection(ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> None:
    assert ocop("report", "--kind", "selection", "--period", "2031") == 3
    assert "ocop select" in capsys.readouterr().err


def test_an_adhoc_report_names_what_it_answers(ocop: Ocop, workspace: Path) -> None:
    asked = (
        "Công văn số 12/SNNMT-VD ngày 18 tháng 11 năm 2026 của Sở Nông nghiệp và Môi trường "
        "về việc báo cáo tiến độ"
    )
    assert ocop("report", "--kind", "adhoc", "--period", "2026-Q3", "--requested", asked) == 0
    report = workspace / "documents/2026/bao-cao-dot-xuat-2026-07-01-2026-09-30-summary-report.docx"
    assert f"Thực hiện {asked}, Ủy ban nhân dân xã Xốp báo cáo" in _text(report)
    assert ocop("lint", str(report)) == 0


def test_every_invited_unit_gets_its_own_sheet(ocop: Ocop, workspace: Path) -> None:
    when = ("--on", "25/11/2026", "--starts", "8:00", "--place", "Phòng họp UBND xã")
    assert ocop("meeting", "invite", "sam-day", *when) == 0
    sheets = sorted((workspace / "documents/2026").glob("*-opinion-sheet.docx"))
    assert [_text(sheet).partition("Đơn vị cho ý kiến: ")[2].partition(".")[0] for sheet in sheets] == [
        "Phòng Văn hóa - Xã hội",
        "Văn phòng HĐND và UBND",
        "Ủy ban MTTQ Việt Nam xã",
    ]
    asked = [len(_tables(sheet)[0]) for sheet in sheets]
    assert asked[0] < asked[1] == asked[2]
    assert ocop("lint", *map(str, sheets)) == 0
