"""``ocop plan``: the year's document, its own file, and what is refused."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from ocop_cli.render.texts import text_lines

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
    assert ocop("plan", "2028", "--new") == 0
    file = workspace / "programme/plans/2028.yaml"
    head, _, body = file.read_text(encoding="utf-8").partition("year: 2028\n")
    file.write_text(head + "year: 2028\n" + body.replace("\n# ", "\n"), encoding="utf-8")
    assert ocop("plan", "2028") == 0, capsys.readouterr().err


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


def _text(workspace: Path, year: int) -> str:
    path = workspace / f"documents/{workspace_year(workspace)}/ke-hoach-{year}-year-plan.docx"
    return "\n".join(text_lines(path.read_bytes()))


def workspace_year(workspace: Path) -> str:
    """Return the folder of documents, named by the year in which they were made."""
    return next((workspace / "documents").iterdir()).name


def test_next_year_s_plan_carries_what_is_under_way(ocop: Callable[..., int], workspace: Path) -> None:
    assert ocop("plan", "2027") == 0
    text = _text(workspace, 2027)
    assert "Sản phẩm chuyển tiếp từ năm trước" in text
    assert "Sâm dây sấy Xốp" in text
    assert "chuyển tiếp từ năm 2026" in text


def test_a_new_file_shows_what_the_year_before_said(ocop: Callable[..., int], workspace: Path) -> None:
    assert ocop("plan", "2027", "--new") == 0
    file = workspace / "programme/plans/2027.yaml"
    head, _, before = file.read_text(encoding="utf-8").partition("# ---- Năm 2026 đã ghi")
    assert "# budget:\n#   - source: Ngân sách xã\n#     amount_vnd: 20.000.000" in before
    assert "year: 2026" not in before
    file.write_text(
        head + "\n".join(line.removeprefix("# ") for line in before.splitlines()[1:]), encoding="utf-8"
    )
    assert ocop("plan", "2027") == 0


def test_a_plan_without_products_has_no_empty_annex_and_refers_to_none(
    ocop: Callable[..., int], workspace: Path
) -> None:
    for path in (workspace / "dossiers").glob("*.yaml"):
        path.unlink()
    assert ocop("plan", "2027") == 0
    text = _text(workspace, 2027)
    assert "SẢN PHẨM THAM GIA CHƯƠNG TRÌNH TRONG NĂM" not in text
    assert "tại Phụ lục kèm theo" in text
    assert "Phụ lục I\n" not in text
    assert "tại Phụ lục I" not in text.replace("tại Phụ lục I của Công văn", "")
