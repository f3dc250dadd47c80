"""The workbook that goes out holds the same for every program that opens it, and nothing that nobody may see."""

import datetime
import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.cell import coordinate_to_tuple
from python_calamine import CalamineWorkbook

from ocop_cli.render.typed_workbook import typed_workbook
from ocop_cli.reports.typed_sheet import Share, TypedColumn, TypedSheet, row_text, rows_of_text
from ocop_cli.store.built_in.packaged import load_national_data
from ocop_cli.store.yaml.edit import Set, edit
from ocop_cli.store.yaml.source import parse
from support.office import through_office

Ocop = Callable[..., int]
PLANTED = ("0912345678", "001234567890", "y.mau@thu.example")


def plain(value: Any) -> Any:
    """A cell as both readers can give it: days as days, every number as one kind, nothing for an empty cell."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, float | int):
        return round(float(value), 9)
    return value or None


def by_openpyxl(content: bytes) -> dict[str, list[list[Any]]]:
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return {page.title: [[plain(cell) for cell in row] for row in page.values] for page in book.worksheets}


def by_calamine(content: bytes) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    pages = ((name, book.get_sheet_by_name(name)) for name in book.sheet_names)
    return {
        name: [[plain(cell) for cell in row] for row in page.to_python(skip_empty_area=False)]
        for name, page in pages
    }


def formulas(content: bytes) -> dict[str, str]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = (cell for page in book.worksheets for row in page.iter_rows() for cell in row)
    return {
        f"{cell.parent.title}!{cell.coordinate}": str(cell.value) for cell in cells if cell.data_type == "f"
    }


@pytest.fixture
def book(ocop: Ocop, workspace: Path) -> bytes:
    assert ocop("export", "so.xlsx") == 0
    return (workspace / "so.xlsx").read_bytes()


def test_two_readers_find_the_same_in_every_sheet(book: bytes) -> None:
    found = by_openpyxl(book)
    assert found == by_calamine(book)
    national = [table.name for table in load_national_data().tables]
    usual = ["Sổ sản phẩm OCOP", "Hồ sơ", "Hoạt động", "Kế hoạch", "Kinh phí"]
    assert list(found) == [*usual, "Số liệu nông thôn mới của xã", "Xếp hạng", *national]
    for name, rows in found.items():
        assert len(rows) > 3, name  # title, notes, an empty row, the headings


@pytest.mark.office
def test_libreoffice_finds_the_same_and_computes_the_same(book: bytes, tmp_path: Path) -> None:
    (tmp_path / "so.xlsx").write_bytes(book)
    saved = (through_office([tmp_path / "so.xlsx"], "xlsx", tmp_path / "out") / "so.xlsx").read_bytes()
    assert by_openpyxl(saved) == by_openpyxl(book)
    assert formulas(saved).keys() == formulas(book).keys()


def test_every_formula_has_its_value(book: bytes) -> None:
    values = by_openpyxl(book)
    found = formulas(book)
    assert any("SUBTOTAL" in formula for formula in found.values())
    assert any("/" in formula for formula in found.values())
    for place in found:
        name, _, cell = place.partition("!")
        row, column = coordinate_to_tuple(cell)
        assert isinstance(values[name][row - 1][column - 1], float), place


def test_every_sheet_can_be_filtered_and_keeps_its_head_in_sight(book: bytes) -> None:
    for page in openpyxl.load_workbook(io.BytesIO(book)).worksheets:
        assert page.auto_filter.ref, page.title
        assert page.freeze_panes, page.title
        assert page.print_title_rows, page.title


def test_no_text_becomes_a_formula(ocop: Ocop, workspace: Path) -> None:
    file = workspace / "dossiers/ca-phe.yaml"
    text = file.read_text(encoding="utf-8")
    for name in ("=1+1", "+CMD|' /C calc'!A0", "@SUM(A1)", "-2+3"):
        file.write_text(text.replace("name: Cà phê Xốp", f'name: "{name}"'), encoding="utf-8")
        assert ocop("export", "so.xlsx") == 0
        content = (workspace / "so.xlsx").read_bytes()
        assert name in [cell for row in by_openpyxl(content)["Hồ sơ"] for cell in row]
        assert name not in formulas(content).values()


def test_the_same_rows_come_out_of_the_index_as_are_made_anew(
    ocop: Ocop, workspace: Path, book: bytes
) -> None:
    assert ocop("export", "lai.xlsx") == 0
    assert (workspace / "lai.xlsx").read_bytes() == book


def test_codes_keep_their_zeros_and_the_ministry_gets_what_it_names(ocop: Ocop, workspace: Path) -> None:
    profile = workspace / "ocop.yaml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("23356", "02356"), encoding="utf-8")
    assert ocop("export", "so.xlsx") == 0
    rows = by_openpyxl((workspace / "so.xlsx").read_bytes())["PTNT_OCOP"]
    head = next(number for number, row in enumerate(rows) if row[0] == "MA_OCOP")
    ca_phe = dict(zip(rows[head], next(row for row in rows if row[0] == "ca-phe"), strict=True))
    assert ca_phe["Ma_DonViHanhChinh"] == "02356"
    assert (ca_phe["XepHang"], ca_phe["TrangThai"]) == ("3*", "còn giá trị")
    assert load_national_data().unread in str(rows[1])
    assert {row[0] for row in rows[head + 1 :]} == {"ca-phe", "mang-kho", "mat-ong"}


def test_personal_data_typed_into_a_text_do_not_go_out(ocop: Ocop, workspace: Path) -> None:
    file = workspace / "dossiers/ca-phe.yaml"
    phone, citizen, mail = PLANTED
    own = [
        Set(("product", "name"), f"Cà phê Xốp {phone}"),
        Set(("product", "specification"), f"hỏi {mail}"),
        Set(("producer", "tax_code"), citizen),
    ]
    file.write_bytes(edit(parse(file.read_bytes(), file.name), own).raw)
    assert ocop("export", "so.xlsx") == 0
    said = repr(by_openpyxl((workspace / "so.xlsx").read_bytes()))
    assert "Cà phê Xốp *******678" in said
    assert [value for value in PLANTED if value in said] == []
    kept = b"".join(path.read_bytes() for path in (workspace / ".ocop").glob("index*"))
    assert [value for value in PLANTED if value.encode() in kept] == []
    assert ocop("export", "private/so.xlsx", "--personal") == 0
    said = repr(by_openpyxl((workspace / "private/so.xlsx").read_bytes()))
    assert [value for value in PLANTED if value not in said] == []


def test_a_council_day_is_ranked_and_a_doubled_sheet_named(ocop: Ocop, workspace: Path, book: bytes) -> None:
    rows = by_openpyxl(book)["Xếp hạng"]
    ranked = next(row for row in rows if row[2] == "ruou-ghe")
    assert (ranked[1], ranked[4], ranked[5]) == (1.0, 59.67, 3.0)


def test_a_plan_with_errors_is_named_and_stops_nothing(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace / "programme/plans/2026.yaml").write_text("schema: ocop/plan@1\nyear: hai\n", encoding="utf-8")
    assert ocop("export", "so.xlsx") == 0
    assert "programme/plans/2026.yaml" in capsys.readouterr().err
    assert "Kinh phí" not in by_openpyxl((workspace / "so.xlsx").read_bytes())


def test_a_row_comes_out_of_its_text_as_it_went_in() -> None:
    row = ("=a", None, 5, Decimal("1.50"), datetime.date(2026, 2, 3), Share("a", "b", Decimal("0.25")))
    assert rows_of_text([row_text(row)]) == [row]
    sheet = TypedSheet("a", "a", (), (TypedColumn("a", "A", is_summed=True),), ((2,), (3,)))
    assert by_openpyxl(typed_workbook([sheet]))["a"][-1] == [5.0]
