"""Registers as offices keep them: every kind of dirty cell has its right value or is told; whoever wrote the file."""

import datetime
import io
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.store.built_in.packaged import load_field_map
from ocop_cli.store.dossier.dossiers import load_dossier, load_private
from ocop_cli.store.files.changes import apply_changes
from ocop_cli.store.foreign.workbook import read_workbook
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.registers.import_sheet import import_rows
from ocop_cli.usecases.registers.imported import ImportedRow, Register
from ocop_cli.usecases.registers.known_columns import explained, joined, tables_of
from support.office import through_office
from support.workspaces import write_workspace

TODAY, DAY = datetime.date(2026, 11, 23), datetime.date(2025, 11, 20)
HEADS = ["TT", "Tên sản phẩm", "Chủ thể", "Hạng sao", "Số quyết định", "Ngày quyết định"]
CLEAN: list[Any] = [1, "Mật ong Mẫu", "HTX Mẫu", 3, "15/QĐ-UBND", DAY]
Put = Callable[[Any, Any], object]  # writes cell (row 4, column 6), or another one, of a sheet of a workbook
Read = Callable[[Dossier, PrivateData], Any]


def of_day(dossier: Dossier, _: PrivateData) -> Any:
    return dossier.result and dossier.result.on


def of_phone(_: Dossier, private: PrivateData) -> Any:
    return private.phone


def of_licence(dossier: Dossier, _: PrivateData) -> Any:
    return dossier.producer.licence and dossier.producer.licence.number


def of_labour(dossier: Dossier, _: PrivateData) -> Any:
    return dossier.labour and dossier.labour.total


def of_women(dossier: Dossier, _: PrivateData) -> Any:
    return dossier.producer.women_led


def of_packing(dossier: Dossier, _: PrivateData) -> Any:
    return dossier.product.specification


def of_revenue(dossier: Dossier, _: PrivateData) -> Any:
    return dossier.business and [year.revenue for year in dossier.business.years]


def of_star(dossier: Dossier, _: PrivateData) -> Any:
    return dossier.result and dossier.result.star


def of_number(dossier: Dossier, _: PrivateData) -> Any:
    return dossier.result and dossier.result.decision and dossier.result.decision.number


def value(typed: Any, number_format: str = "", column: int = 6) -> Put:
    return lambda page, book: page.write(
        4, column, typed, book.add_format({"num_format": number_format}) if number_format else None
    )


def moment(typed: datetime.datetime, number_format: str) -> Put:
    return value(typed, number_format, 5)


def formula(text: str, result: Any) -> Put:
    return lambda page, _: page.write_formula(4, 6, text, None, result)


def day(moment: datetime.date) -> Put:
    return lambda page, book: page.write_datetime(
        4,
        5,
        datetime.datetime(*moment.timetuple()[:3]),  # noqa: DTZ001 - a cell has no zone
        book.add_format({"num_format": "dd/mm/yyyy"}),
    )


AT_FIVE = datetime.datetime(2025, 11, 19, 17)  # noqa: DTZ001 - a cell has no zone
SERIAL = (DAY - datetime.date(1899, 12, 30)).days
DIRTY: dict[
    str, tuple[str, Put, Read, Any, str]
] = {  # heading, the cell, what is read, its value, what is told
    "phone without its zero": ("Điện thoại", value(912345678), of_phone, None, "có phải 0912345678?"),
    "zeros by format": ("Số ĐKKD", value(12345, "0000000"), of_licence, "0012345", ""),
    "text of digits": ("Số ĐKKD", value("02494"), of_licence, "02494", ""),
    "day": ("Điện thoại", day(datetime.date(2025, 4, 3)), of_day, datetime.date(2025, 4, 3), ""),
    "typed day": ("Điện thoại", value("03/04/2025", "", 5), of_day, datetime.date(2025, 4, 3), ""),
    "day as a bare number": ("Điện thoại", value(SERIAL, "", 5), of_day, DAY, "20/11/2025"),
    "two phones": ("Điện thoại", value("0912345678\n0987654321"), of_phone, "0912345678; 0987654321", ""),
    "number with a word": ("Lao động", value("10 người"), of_labour, 10, ""),
    "number as text": ("Lao động", value("1.250"), of_labour, 1250, ""),
    "words for a number": ("Lao động", value("mười"), of_labour, None, "đã nhập “mười”"),
    "error": ("Lao động", formula("=NA()", "#N/A"), of_labour, None, "ô báo lỗi #N/A"),
    "formula": ("Lao động", formula("=4+6", 10), of_labour, 10, ""),
    "formula not counted": (
        "Lao động",
        formula("=4+6", 0),
        of_labour,
        None,
        "công thức =4+6 chưa có kết quả",
    ),
    "truth": ("Phụ nữ đứng đầu", value(True), of_women, True, ""),
    "tick": ("Phụ nữ đứng đầu", value("x"), of_women, True, ""),
    "spaces of all kinds": ("Quy cách", value("\u00a0 Chai\u2009 500 ml "), of_packing, "Chai 500 ml", ""),
    "two lines": ("Quy cách", value("Chai\n500 ml"), of_packing, "Chai 500 ml", ""),
    "millions": ("Doanh thu 2025", value("320 triệu"), of_revenue, [Decimal(320_000_000)], "320.000.000"),
    "billions": ("Doanh thu 2025", value("1,5 tỷ"), of_revenue, [Decimal(1_500_000_000)], "1.500.000.000"),
    "words by format": ("Số ĐKKD", value(12, '00"/GP-UBND"'), of_licence, "12/GP-UBND", ""),
    "zero of a phone by format": ("Điện thoại", value(912345678, '"0"#'), of_phone, "0912345678", ""),
    "number turned into a day": (
        "Số ĐKKD",
        value(AT_FIVE, "d-mmm"),
        of_licence,
        None,
        "bảng tính đã đổi ô này thành ngày 19/11/2025",
    ),
    "number of the decision by format": (
        "Điện thoại",
        value(15, '0"/QĐ-UBND"', 4),
        of_number,
        "15/QĐ-UBND",
        "",
    ),
    "star in words": ("Điện thoại", value("3 sao", "", 3), of_star, 3, ""),
    "star in the words of the certificate": ("Điện thoại", value("Đạt OCOP 4*", "", 3), of_star, 4, ""),
    "phone with the country's number": ("Điện thoại", value(84912345678), of_phone, "+84912345678", ""),
    "number, day and issuer in one cell": (
        "Điện thoại",
        value("Quyết định số 16/QĐ-UBND\nngày 20 tháng 11 năm 2025 của UBND tỉnh Mẫu", "", 4),
        of_number,
        "16/QĐ-UBND",
        "UBND tỉnh Mẫu",
    ),
    "words about a number behind the number": (
        "Điện thoại",
        value("17/QĐ-UBND (số vào sổ 5)", "", 4),
        of_number,
        "17/QĐ-UBND (số vào sổ 5)",
        "",
    ),
    "as above": ("Quy cách", value("nt"), of_packing, None, "G5  Quy cách: “nt” chỉ sang dòng trên"),
}


def workbook(put: Put, heading: str, **options: Any) -> bytes:
    """Write a register with a title, headings over two rows and one product."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, options)
    page = book.add_worksheet("Sổ")
    page.merge_range(0, 0, 0, 6, "DANH SÁCH SẢN PHẨM OCOP")
    for column, head in enumerate([*HEADS, heading]):
        page.merge_range(2, column, 3, column, head)
    for column, held in enumerate(CLEAN[:5]):
        page.write(4, column, held)
    day(DAY)(page, book)
    put(page, book)
    book.close()
    return stream.getvalue()


def imported(root: Path, content: bytes, **said: str) -> list[ImportedRow]:
    """Take a register in and write what it changes."""
    fields = load_field_map()
    known = joined((), (explained(fields, heading, name) for heading, name in said.items()))
    register = Register(Sources(root), load_rulebook(root), TODAY)
    rows = [
        row
        for table in tables_of(read_workbook(content).sheets, fields, known)
        for row in import_rows(register, table)
    ]
    apply_changes(root, [change for row in rows for change in row.changes], "nhận sổ")
    return rows


def held(root: Path) -> tuple[Dossier, PrivateData]:
    return load_dossier(Sources(root), "mat-ong-mau").dossier, load_private(Sources(root), "mat-ong-mau")


@pytest.mark.parametrize("kind", DIRTY)
def test_a_dirty_cell_has_its_right_value_or_is_told(tmp_path: Path, kind: str) -> None:
    heading, put, read, wanted, told = DIRTY[kind]
    root = write_workspace(tmp_path / "w", {})
    (row,) = imported(root, workbook(put, heading), **{"Doanh thu 2025": "doanh thu 2025"})
    assert read(*held(root)) == wanted, row.lines
    assert told in "\n".join(map(str, row.lines))


@pytest.mark.parametrize("put", [day(DAY), value((DAY - datetime.date(1904, 1, 1)).days, "", 5)])
def test_days_of_a_1904_workbook(tmp_path: Path, put: Put) -> None:
    root = write_workspace(tmp_path / "w", {})
    imported(root, workbook(put, "Điện thoại", date_1904=True))
    assert of_day(*held(root)) == DAY


def test_characters_that_excel_writes_as_codes(tmp_path: Path) -> None:
    content = workbook(value("@@@40"), "Quy cách")
    coded = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(coded, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"@@@40", b"_x0033_40"))
    root = write_workspace(tmp_path / "w", {})
    imported(root, coded.getvalue())
    assert of_packing(*held(root)) == "340"


def test_a_producer_over_several_rows_is_that_of_each(tmp_path: Path) -> None:
    def put(page: Any, book: Any) -> None:
        for column, typed in enumerate([2, "Rượu Mẫu", None, 3, "15/QĐ-UBND"]):
            page.write(5, column, typed)
        page.write(5, 5, "20/11/2025")
        page.merge_range(4, 2, 5, 2, "HTX Mẫu")

    root = write_workspace(tmp_path / "w", {})
    assert [row.outcome.name for row in imported(root, workbook(put, "Quy cách"))] == ["NEW", "NEW"]
    assert load_dossier(Sources(root), "ruou-mau").dossier.producer.name == "HTX Mẫu"


def struck(page: Any, book: Any) -> None:
    page.write(4, 1, "Mật ong Mẫu", book.add_format({"font_strikeout": True}))


def struck_in_part(page: Any, book: Any) -> None:
    page.write_rich_string(4, 4, book.add_format({"font_strikeout": True}), "12/QĐ", " 15/QĐ")


def hidden(page: Any, _: Any) -> None:
    page.set_row(4, None, None, {"hidden": True})


@pytest.mark.parametrize(
    ("put", "told"),
    [
        (value("Hîp t¸c x· MÉu", column=2), "TCVN3"),
        (struck, "B5 bị gạch ngang"),
        (struck_in_part, "E5 có chữ bị gạch ngang (“12/QĐ 15/QĐ”)"),
        (hidden, "dòng đang ẩn"),
        (value("-nt-", column=2), "C5: “-nt-” chỉ sang dòng trên"),
        (value("15/QĐ-UBND ngày 19/11/2025", column=4), "ô E5 ghi ngày 19/11/2025: giữ một ngày"),
        (moment(AT_FIVE, "dd/mm/yyyy"), "ô ghi 17:00 ngày 19/11/2025: có phải ngày 20/11/2025"),
        (moment(AT_FIVE, "mm/yyyy"), "đã ghi “11/2025”"),
    ],
)
def test_a_row_that_nobody_may_mean_is_asked_about(tmp_path: Path, put: Put, told: str) -> None:
    root = write_workspace(tmp_path / "w", {})
    (row,) = imported(root, workbook(put, "Quy cách"))
    assert row.outcome.name == "ASKED"
    assert told in "\n".join(map(str, row.lines))
    assert not list((root / "dossiers").glob("*.yaml"))


def by_openpyxl() -> bytes:
    """The register of the clean row as another library writes it."""
    book, stream = openpyxl.Workbook(), io.BytesIO()
    page: Any = book.active
    page.title = "Sổ"
    page.append(["DANH SÁCH SẢN PHẨM OCOP"])
    page.merge_cells("A1:G1")
    page.append([])
    page.append([*HEADS, "Lao động"])
    page.append([*CLEAN, "10 người"])
    page["F4"].number_format = "dd/mm/yyyy"
    book.save(stream)
    return stream.getvalue()


def by_libreoffice(folder: Path) -> bytes:
    (folder / "so.xlsx").write_bytes(workbook(value("10 người"), "Lao động"))
    return (through_office([folder / "so.xlsx"], "xlsx", folder / "out") / "so.xlsx").read_bytes()


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(lambda _: workbook(value("10 người"), "Lao động"), id="xlsxwriter"),
        pytest.param(lambda _: by_openpyxl(), id="openpyxl"),
        pytest.param(by_libreoffice, id="libreoffice", marks=pytest.mark.office),
    ],
)
def test_whoever_wrote_the_file_the_product_is_the_same(
    tmp_path: Path, made: Callable[[Path], bytes]
) -> None:
    root = write_workspace(tmp_path / "w", {})
    (row,) = imported(root, made(tmp_path))
    dossier, private = held(root)
    assert (of_day(dossier, private), of_star(dossier, private), of_labour(dossier, private)) == (DAY, 3, 10)
    assert [re.sub(r"[A-Z]+[0-9]+", "", line) for line in map(str, row.lines) if "lao động" in line] == [
        "  Tổng số lao động: (chưa có) → 10"
    ]


def test_an_uncounted_formula_of_openpyxl_is_told(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(by_openpyxl()))
    page: Any = book.active
    page["G4"] = "=4+6"
    stream = io.BytesIO()
    book.save(stream)
    (row,) = imported(write_workspace(tmp_path / "w", {}), stream.getvalue())
    assert "công thức =4+6 chưa có kết quả" in "\n".join(map(str, row.lines))
