"""A register from Excel: every row and cell is told, nothing is written unseen, nothing is lost or guessed."""

import datetime
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from ocop_cli.store.dossier.dossiers import load_dossier, load_private
from ocop_cli.store.reading.sources import Sources
from support.prepared import contents
from support.registers import write_rows

Ocop = Callable[..., int]
HEADS = ["TT", "Tên sản phẩm", "Chủ thể", "Điện thoại", "Lao động", "Hạng sao", "Ngày hết hạn"]
TURN = ["Sao", "Ngày", "Số QĐ", "Cơ quan"]
FIRST = [
    "1",
    "Mật ong Mẫu",
    "HTX Mẫu",
    "0912345678",
    "10 người",
    3,
    None,
    3,
    datetime.date(2025, 11, 20),
    "15/QĐ-UBND",
    "UBND Mẫu",
]


def sheet(path: Path, *rows: Sequence[Any], date_1904: bool = False, heads: list[str] = HEADS) -> Path:
    """Write a register as provinces keep it: a title, headings over two rows, a group of columns for each ranking."""
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy", "date_1904": date_1904})
    page = book.add_worksheet("Sổ 2026")
    page.merge_range(0, 0, 0, 10, "DANH SÁCH SẢN PHẨM OCOP")
    for column, head in enumerate(heads):
        page.merge_range(2, column, 3, column, head)
    page.merge_range(2, 7, 2, 10, "Lần 1")
    page.write_row(3, 7, TURN)
    write_rows(page, rows, 4)
    book.close()
    return path


def test_a_row_names_its_cells_for_machines(
    ocop: Ocop, workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = [*FIRST[:3], 912345678, *FIRST[4:]]
    assert ocop("import", str(sheet(tmp_path / "so.xlsx", row)), "--json") == 0
    (told,) = json.loads(capsys.readouterr().out)["rows"]
    by_field = {line["field"]: line for line in told["lines"] if line["field"]}
    assert (by_field["labour.total"]["cell"], by_field["labour.total"]["heading"]) == ("E5", "Lao động")
    assert by_field["labour.total"]["taken"]
    assert not by_field["private.phone"]["taken"]
    assert "mất số 0 đầu" in by_field["private.phone"]["words"]
    assert told["cells"] == [f"{e['cell'] or ''}  {e['words']}".strip() for e in told["lines"]]


def test_a_recognised_product_comes_in_with_its_certificate_and_facts(
    ocop: Ocop, workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(sheet(tmp_path / "so.xlsx", FIRST))
    before = contents(workspace)
    assert ocop("import", file) == 0
    told = capsys.readouterr().out
    assert "Sổ 2026!A5  Mật ong Mẫu: mới" in told
    assert "E5  Tổng số lao động: (chưa có) → 10" in told
    assert "giấy chứng nhận có giá trị đến 20/11/2028" in told
    assert "1 dòng = 1 mới + 0 đổi + 0 giữ nguyên + 0 hỏi lại + 0 không nhận." in told
    assert contents(workspace) == before
    assert ocop("import", file, "-y") == 0
    dossier = load_dossier(Sources(workspace), "mat-ong-mau").dossier
    assert dossier.result is not None
    assert (dossier.result.star, dossier.result.on) == (3, datetime.date(2025, 11, 20))
    assert dossier.labour is not None
    assert dossier.labour.total == 10
    assert load_private(Sources(workspace), "mat-ong-mau").phone == "0912345678"
    capsys.readouterr()
    assert ocop("import", file) == 0
    assert "1 dòng = 0 mới + 0 đổi + 1 giữ nguyên" in capsys.readouterr().out


def test_a_workbook_that_counts_from_1904_and_typed_days_mean_the_same(
    ocop: Ocop, workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = [*FIRST[:8], "20/11/2025", *FIRST[9:]]
    for name, row, old in (("a.xlsx", FIRST, True), ("b.xlsx", typed, False)):
        assert ocop("import", str(sheet(tmp_path / name, row, date_1904=old))) == 0
        assert "Lần 1: Ngày: 20/11/2025" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("cells", "outcome", "told"),
    [
        ({9: None}, "hỏi lại", "thiếu số quyết định"),
        ({3: 912345678}, "mới", "có phải 0912345678?"),
        ({4: "#N/A"}, "mới", "ô báo lỗi #N/A"),
        ({4: "mười"}, "mới", "đã nhập “mười”"),
        ({2: None}, "hỏi lại", "thiếu tên chủ thể"),
        ({8: "10/5/2021"}, "hỏi lại", "chưa biết ngày hết hạn"),
        ({8: "10/5/2021", 6: "10/5/2024"}, "mới", "đã hết hạn 10/5/2024"),
        ({7: "ba sao", 5: None}, "hỏi lại", "đã ghi “ba sao”"),
    ],
)
def test_what_is_not_clear_is_told_with_its_cell(
    ocop: Ocop,
    workspace: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    cells: dict[int, Any],
    outcome: str,
    told: str,
) -> None:
    row = [cells.get(number, value) for number, value in enumerate(FIRST)]
    assert ocop("import", str(sheet(tmp_path / "so.xlsx", row))) == 0
    shown = capsys.readouterr().out
    assert f": {outcome}\n" in shown
    assert told in shown
    assert "(chưa có) → 0912345678" not in shown  # what is not asked about is masked


def test_rows_in_are_rows_told(
    ocop: Ocop, workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows: list[list[Any]] = [
        ["Xã Mẫu"],
        FIRST,
        [*FIRST[:1], "MẬT ONG MẪU", *FIRST[2:]],
        [None, "Rượu Mẫu", "Hộ Mẫu"],
    ]
    assert ocop("import", str(sheet(tmp_path / "so.xlsx", *rows))) == 0
    told = capsys.readouterr().out
    assert "4 dòng = 1 mới + 0 đổi + 0 giữ nguyên + 2 hỏi lại + 1 không nhận." in told
    assert "đã có ở Sổ 2026!B6" in told


def test_a_column_is_named_by_option_and_one_without_a_field_is_kept(
    ocop: Ocop, workspace: Path, tmp_path: Path
) -> None:
    heads = [*HEADS[:3], "Gọi ai", "Xã nào", *HEADS[5:]]
    file = str(sheet(tmp_path / "so.xlsx", [*FIRST[:4], "Xã Ví Dụ", *FIRST[5:]], heads=heads))
    assert ocop("import", file, "--column", "Gọi ai=điện thoại", "-y") == 0
    dossier = load_dossier(Sources(workspace), "mat-ong-mau").dossier
    assert load_private(Sources(workspace), "mat-ong-mau").phone == "0912345678"
    assert dossier.result is not None
    assert "Xã nào: Xã Ví Dụ" in (dossier.result.note or "")


def test_what_is_no_register_is_refused(ocop: Ocop, workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"khong phai")
    assert ocop("import", str(tmp_path / "x.xlsx")) == 2
    assert ocop("import", str(tmp_path / "khong-co.xlsx")) == 2


def test_a_product_without_law_of_its_day_needs_the_printed_end(ocop: Ocop, workspace: Path) -> None:
    words = (
        "adopt",
        "Cà phê Mẫu",
        "--producer",
        "Hộ Mẫu",
        "--star",
        "3",
        "--number",
        "2/QĐ-UBND",
        "--on",
        "10/5/2021",
    )
    assert ocop(*words) == 2
    assert ocop(*words, "--until", "10/5/2024") == 0
    dossier = load_dossier(Sources(workspace), "ca-phe-mau").dossier
    assert dossier.result is not None
    assert dossier.result.certificate is not None
    assert dossier.result.certificate.expires_on == datetime.date(2024, 5, 10)
    assert [move.start for move in dossier.history][1:] == [dossier.history[0].stage]


def test_a_group_is_kept_and_a_set_only_proposed(
    ocop: Ocop, workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heads = [*HEADS[:4], "Nhóm sản phẩm", *HEADS[5:]]
    file = str(sheet(tmp_path / "so.xlsx", [*FIRST[:4], "Thực phẩm", *FIRST[5:]], heads=heads))
    assert ocop("import", file, "-y") == 0
    assert "“Thực phẩm” không phải một bộ sản phẩm; theo tên có thể là: 4 (" in capsys.readouterr().out
    dossier = load_dossier(Sources(workspace), "mat-ong-mau").dossier
    assert dossier.product.set is None
    assert dossier.result is not None
    assert "Nhóm sản phẩm: Thực phẩm" in (dossier.result.note or "")
    assert ocop("set", "mat-ong-mau", "bộ=999") == 2
    assert ocop("set", "mat-ong-mau", "bộ=mật ong") == 0
    assert load_dossier(Sources(workspace), "mat-ong-mau").dossier.product.set == 4
    capsys.readouterr()
    assert ocop("import", file) == 0
    told = capsys.readouterr().out
    assert "1 dòng = 0 mới + 0 đổi + 1 giữ nguyên + 0 hỏi lại + 0 không nhận." in told
    assert "có thể là" not in told


def test_two_telephone_numbers_and_the_words_beside_them_are_kept(
    ocop: Ocop, workspace: Path, tmp_path: Path
) -> None:
    typed = "0912345678 (Zalo); 0987654321"
    file = str(sheet(tmp_path / "so.xlsx", [*FIRST[:3], typed, *FIRST[4:]]))
    assert ocop("import", file, "-y") == 0
    assert load_private(Sources(workspace), "mat-ong-mau").phone == typed
