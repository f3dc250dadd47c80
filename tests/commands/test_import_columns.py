"""Columns of a register that nobody knows: asked once, remembered in the folder, told; what no field takes is kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from commands.conftest import Ocop
from ocop_cli.store.dossier.dossiers import load_dossier, load_private
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_places import SEAL_FOLDER
from support.prepared import contents

HEADS = [
    "Tên sản phẩm",
    "Chủ thể",
    "Hạng sao",
    "Số quyết định",
    "Ngày quyết định",
    "Gọi ai",
    "Tem",
    "Ghi chú",
]
ROW = ["Mật ong Mẫu", "HTX Mẫu", 3, "15/QĐ-UBND", "20/11/2025", "0912345678", "có tem", "đã kiểm tra"]
COLUMNS = "programme/columns.yaml"
Answer = Callable[..., int]


def register(path: Path, *rows: list[object], heads: list[str] = HEADS) -> str:
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("Sổ")
    for number, row in enumerate([heads, *rows]):
        page.write_row(number, 0, row)
    book.close()
    return str(path)


def test_a_column_is_asked_once_and_remembered(
    workspace: Path, tmp_path: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    file = register(tmp_path / "so.xlsx", ROW)
    # another field, a name that is none, its right name; a column without a field; the same; write
    assert (
        answer(["import", file], "mục khác", "mã vùng", "điện thoại", "không có mục", "không có mục", "1")
        == 0
    )
    told = capsys.readouterr()
    assert "Cột “Gọi ai” (ví dụ “0912345678”) là" in told.err
    assert "Không có mục “mã vùng”" in told.err
    assert load_private(Sources(workspace), "mat-ong-mau").phone == "0912345678"
    note = (
        (result.note or "")
        if (result := load_dossier(Sources(workspace), "mat-ong-mau").dossier.result)
        else ""
    )
    assert "Tem: có tem" in note
    assert [p.read_bytes() for p in (workspace / "private/forms/registers").iterdir()] == [
        Path(file).read_bytes()
    ]
    assert answer(["check"]) == 0
    before = contents(workspace)
    capsys.readouterr()
    assert answer(["import", file, "-y"]) == 0
    told = capsys.readouterr()
    assert "Theo lần trước: “Gọi ai” là Điện thoại; “Tem” không có mục; “Ghi chú” không có mục." in told.out
    assert "Cột “" not in told.err
    assert "1 dòng = 0 mới + 0 đổi + 1 giữ nguyên" in told.out
    assert contents(workspace) == before


@pytest.mark.parametrize(("last", "is_remembered"), [("2", True), ("3", False), ("dừng", False)])
def test_columns_may_be_remembered_alone_or_nothing_be_written(
    workspace: Path, tmp_path: Path, answer: Answer, last: str, is_remembered: bool
) -> None:
    file = register(tmp_path / "so.xlsx", ROW)
    before = contents(workspace)
    answer(["import", file], "mục khác", "điện thoại", "không có mục", "không có mục", last)
    after = contents(workspace)
    assert (COLUMNS in after) is is_remembered
    written = {COLUMNS, f"{SEAL_FOLDER}/{COLUMNS}"}
    assert {name: text for name, text in after.items() if name not in written} == before


def test_an_option_is_remembered_and_takes_the_place_of_what_was(
    workspace: Path, tmp_path: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    file = register(tmp_path / "so.xlsx", ROW)
    assert ocop("import", file, "--column", "Gọi ai=doanh thu 2025", "--column", "Tem=số quyết định") == 0
    assert not (workspace / COLUMNS).exists(), "nothing was agreed to"
    assert ocop("import", file, "--column", "Gọi ai=doanh thu 2025", "-y") == 0
    assert ocop("import", file, "--column", "Gọi ai=điện thoại", "-y") == 0
    text = (workspace / COLUMNS).read_text(encoding="utf-8")
    assert text.count("heading") == 1
    assert "private.phone" in text
    assert "row" not in text
    assert ocop("import", file, "--column", "Gọi ai=mã vùng") == 2
    (workspace / COLUMNS).write_text(text.replace("private.phone", "private.fone"), encoding="utf-8")
    capsys.readouterr()
    ocop("check")
    assert "có phải “private.phone”?" in capsys.readouterr().out


def test_what_no_field_takes_is_kept_in_a_dossier_that_is_there(
    workspace: Path, tmp_path: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    heads = ["Tên sản phẩm", "Chủ thể", "Lao động", "Tem"]
    known, other = (load_dossier(Sources(workspace), name).dossier for name in ("ca-phe", "gao-do"))
    rows: list[list[object]] = [
        [each.product.name, each.producer.name, "mười", "có tem"] for each in (known, other)
    ]
    file = register(tmp_path / "so.xlsx", *rows, heads=heads)
    assert ocop("import", file, "-y") == 0
    told = capsys.readouterr().out
    assert "D2  Tem: “có tem” chưa có mục để ghi, giữ trong ghi chú của kết quả" in told
    assert "D3  Tem: “có tem” chưa có mục để ghi, hồ sơ chưa có kết quả để ghi chú, còn trong tệp sổ" in told
    assert "C2" in told
    result = load_dossier(Sources(workspace), "ca-phe").dossier.result
    assert result
    assert (result.note or "").endswith("Theo sổ: Tem: có tem; Lao động: mười")
    before = contents(workspace)
    assert ocop("import", file, "-y") == 0
    assert contents(workspace) == before


def test_of_two_columns_of_one_field_none_is_lost_in_silence(
    workspace: Path, tmp_path: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    file = register(tmp_path / "so.xlsx", [*ROW[:5], "Thôn Một", "Thôn Hai", "Thôn Hai"])
    said = [word for head in HEADS[5:] for word in ("--column", f"{head}=thôn")]
    assert ocop("import", file, *said, "-y") == 0
    told = capsys.readouterr().out
    assert "F2  Gọi ai: “Thôn Một”; lấy theo cột “Ghi chú” cùng mục; chưa ghi ô này" in told
    assert "G2" not in told
    dossier = load_dossier(Sources(workspace), "mat-ong-mau").dossier
    assert dossier.producer.village == "Thôn Hai"
    assert dossier.result
    assert "Gọi ai: Thôn Một" in str(dossier.result.note)
