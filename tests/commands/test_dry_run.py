"""``-n`` says in words what would change; the lines of the files only with ``--diff``."""

from collections.abc import Callable
from pathlib import Path

import pytest

Ocop = Callable[..., int]
Captured = pytest.CaptureFixture[str]


def test_a_trial_names_fields_by_their_titles(ocop: Ocop, capsys: Captured) -> None:
    assert ocop("return", "sam-day", "--reason", "thiếu ảnh", "-n") == 0
    told = capsys.readouterr().out
    assert "Sửa dossiers/sam-day.yaml" in told
    assert "Quá trình, dòng" in told
    assert "“thiếu ảnh”" in told
    assert "@@" not in told
    assert "reasons" not in told
    assert "--diff" in told


def test_the_lines_of_the_files_are_shown_when_asked(ocop: Ocop, capsys: Captured) -> None:
    assert ocop("return", "sam-day", "--reason", "thiếu ảnh", "-n", "--diff") == 0
    told = capsys.readouterr().out
    assert "@@" in told
    assert "thiếu ảnh" in told


def test_a_document_is_compared_by_its_lines_and_its_record_is_not_shown(
    workspace: Path, ocop: Ocop, capsys: Captured
) -> None:
    assert ocop("paper", "tiep-nhan", "ruou-ghe") == 0
    dossier = workspace / "dossiers/ruou-ghe.yaml"
    text = dossier.read_text(encoding="utf-8")
    dossier.write_text(text.replace("name: Rượu ghè", "name: Rượu cần", 1), encoding="utf-8")
    capsys.readouterr()
    assert ocop("paper", "tiep-nhan", "ruou-ghe", "-n") == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Sửa documents/2026/ruou-ghe-receipt.docx" in lines
    assert any(line.startswith("  + ") and "Rượu cần" in line for line in lines)
    assert not any("ruou-ghe-receipt.yaml" in line for line in lines)


def test_personal_data_stay_off_the_screen(workspace: Path, ocop: Ocop, capsys: Captured) -> None:
    (workspace / "private/gao-do.yaml").write_text("schema: ocop/private@1\ngender: nữ\n", encoding="utf-8")
    assert ocop("remove", "gao-do", "--reason", "nhầm", "-n") == 0
    told = capsys.readouterr().out
    assert "Xóa tệp private/gao-do.yaml" in told
    assert "nữ" not in told


def test_a_trial_tells_the_number_that_a_document_would_get(
    workspace: Path, ocop: Ocop, capsys: Captured
) -> None:
    assert ocop("report", "--period", "2026") == 0
    (paper,) = (workspace / "documents/2026").glob("*-summary-report.docx")
    capsys.readouterr()
    assert ocop("docs", "number", str(paper), "--number", "7", "-n") == 0
    told = capsys.readouterr().out
    assert "Ban hành, Số: “7”" in told
    assert "made" not in told


def test_a_record_that_out_puts_elsewhere_is_not_shown_either(ocop: Ocop, capsys: Captured) -> None:
    assert ocop("paper", "tiep-nhan", "ruou-ghe", "-o", "phieu.docx", "-n") == 0
    assert "phieu.yaml" not in capsys.readouterr().out


def test_options_decisions_and_points_are_told_in_words_and_hashes_not_at_all(
    ocop: Ocop, capsys: Captured
) -> None:
    assert ocop("score", "ot-rung", "--set", "packaging=creative", "-n") in {0, 1}
    assert "Mức chọn: “" in (told := capsys.readouterr().out)
    assert "→ “Đóng gói sáng tạo, bao bì đẹp”" in told
    assert ocop("evaluate", "sam-day", "--by", "A Mẫu", "-n") == 0
    told = capsys.readouterr().out
    assert "Quyết định áp dụng: “Quyết định số 26/2026/QĐ-TTg”" in told
    assert "Mã băm" not in told
    assert (
        ocop(
            "result",
            "ruou-ghe",
            "--star",
            "3",
            "--score",
            "63,5",
            "--number",
            "1/QĐ-UBND",
            "--on",
            "20/11/2026",
            "-n",
        )
        == 0
    )
    assert "Điểm: “63,5”" in capsys.readouterr().out
