"""``ocop plan``: the year's document, its own file, and what is refused."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

DOCUMENT = "documents/2026/ke-hoach-2026-year-plan.docx"


def _rows(workspace: Path, table: int) -> list[list[str]]:
    document = Document(io.BytesIO((workspace / DOCUMENT).read_bytes()))
    return [[cell.text for cell in row.cells] for row in document.tables[table].rows]


def test_the_plan_lists_the_products_of_the_year(ocop: Callable[..., int], workspace: Path) -> None:
    assert ocop("plan", "2026") == 0
    products = [row[1] for row in _rows(workspace, 2)]
    assert "Gạo đỏ Xốp" in products
    assert products.index("Sản phẩm mới") < products.index("Gạo đỏ Xốp") < products.index("Sản phẩm hiện có")


def test_the_schedule_shows_the_year_s_own_months_and_the_rounds(
    ocop: Callable[..., int], workspace: Path
) -> None:
    assert ocop("plan", "2026") == 0
    schedule = {row[1]: row[2] for row in _rows(workspace, 3)}
    assert schedule["Đánh giá các nội dung cấp xã"] == "Các tháng 4, 9, 10 năm 2026"
    assert schedule["Gửi đề nghị cấp tỉnh, đợt 2"] == "Trước ngày 30/10/2026"


def test_a_new_file_changes_nothing_until_it_is_filled_in(
    ocop: Callable[..., int], printed: Callable[[], Any]
) -> None:
    assert ocop("plan", "2027", "--json") == 0
    before = printed()
    assert ocop("plan", "2027", "--new", "-q") == 0
    assert ocop("plan", "2027", "--json") == 0
    assert printed() == before
    assert ocop("plan", "2027", "--new", "-q") == 3


def test_every_line_of_the_skeleton_can_be_used(
    ocop: Callable[..., int], workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("plan", "2027", "--new") == 0
    file = workspace / "programme/plans/2027.yaml"
    head, _, body = file.read_text(encoding="utf-8").partition("year: 2027\n")
    file.write_text(head + "year: 2027\n" + body.replace("\n# ", "\n"), encoding="utf-8")
    assert ocop("plan", "2027") == 0, capsys.readouterr().err


def test_a_plan_with_faults_is_refused_with_every_line(
    ocop: Callable[..., int], workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "schema: ocop/plan@1\nyear: 2026\nduties:\n  - {id: V.9.9, text: Thêm.}\nactivities:\n  - {section: X}\n"
    (workspace / "programme/plans/2026.yaml").write_text(text, encoding="utf-8")
    assert ocop("plan", "2026") == 3
    told = capsys.readouterr().err
    assert "2026.yaml:4" in told
    assert "2026.yaml:6" in told
    assert not (workspace / DOCUMENT).exists()
    assert ocop("check") == 1
    assert "P030" in capsys.readouterr().out
