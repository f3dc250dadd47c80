"""Reading workbooks that others made: what each kind of cell reads as, and where it stands."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime, time
from typing import Any

import pytest
from xlsxwriter import Workbook as Writer

from ocop_cli.ooxml.package import UnreadableError
from ocop_cli.store.foreign.cell_text import day_meant
from ocop_cli.store.foreign.workbook import CellKind, SheetCell, Workbook, read_workbook


def written(fill: Callable[[Any, Any], object], **options: Any) -> bytes:
    stream = io.BytesIO()
    book = Writer(stream, {"in_memory": True, **options})
    fill(book, book.add_worksheet("Phiếu"))
    book.close()
    return stream.getvalue()


def read(fill: Callable[[Any, Any], object], **options: Any) -> Workbook:
    return read_workbook(written(fill, **options))


def cell(value: Any, number_format: str = "") -> SheetCell:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write(0, 0, value, book.add_format({"num_format": number_format}) if number_format else None)

    return read(fill).sheets[0].rows[0][0]


@pytest.mark.parametrize(
    ("value", "number_format", "kind", "text"),
    [
        ("Mật ong", "", CellKind.TEXT, "Mật ong"),
        ("0912345678", "@", CellKind.TEXT, "0912345678"),
        (912345678, "", CellKind.NUMBER, "912345678"),
        (12345, "0000000", CellKind.NUMBER, "0012345"),
        (23356.0, "", CellKind.NUMBER, "23356"),
        (62.5, "", CellKind.NUMBER, "62,5"),
        (0.1 + 0.2, "", CellKind.NUMBER, "0,3"),
        (0.7, "0%", CellKind.NUMBER, "70%"),
        (0.625, "0.0%", CellKind.NUMBER, "62,5%"),
        (1e15, "", CellKind.NUMBER, "1000000000000000"),
        (3_000_000, "#,##0", CellKind.NUMBER, "3000000"),
        (datetime(2026, 10, 5), "dd/mm/yyyy", CellKind.DAY, "05/10/2026"),
        (datetime(2026, 10, 5), '"ngày" d "tháng" m', CellKind.DAY, "05/10/2026"),
        (datetime(2026, 10, 1), "mmm-yy", CellKind.TEXT, "10/2026"),
        (datetime(2026, 1, 1), '"năm" yyyy', CellKind.TEXT, "2026"),
        (time(8, 30), "hh:mm", CellKind.CLOCK, "08:30"),
        (True, "", CellKind.TRUTH, "có"),
        ("hai\ndòng", "", CellKind.TEXT, "hai\ndòng"),
    ],
)
def test_a_value_reads_as_an_official_would_type_it(
    value: Any, number_format: str, kind: CellKind, text: str
) -> None:
    found = cell(value, number_format)
    assert (found.kind, found.text, found.place) == (kind, text, "Phiếu!A1")


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (12, '0"/QĐ-UBND"', "12/QĐ-UBND"),
        (7, '00"/GCN"', "07/GCN"),
        (7, 'General"/QĐ"', "7/QĐ"),
        (1234, '"SP-"000', "SP-1234"),
        (912345678, '"0"#', "0912345678"),
        (912345678, "0000\\ 000\\ 000;@", "0912 345 678"),
        (12.5, '0"/QĐ"', ""),
        (-3, '0"/QĐ"', ""),
        (3_000_000, '#,##0" đ"', ""),
        (5, '"chữ"', ""),
    ],
)
def test_a_whole_number_keeps_the_words_that_its_format_shows(
    value: float, number_format: str, shown: str
) -> None:
    assert cell(value, number_format).shown == shown


@pytest.mark.parametrize(
    ("moment", "meant"),
    [
        (datetime(2026, 10, 4, 17), "05/10/2026"),
        (datetime(1965, 12, 31, 16), "01/01/1966"),
        (datetime(2026, 10, 4, 23, 59, 30), "05/10/2026"),
        (datetime(2026, 10, 4, 8, 30), ""),
        (datetime(2026, 10, 4), ""),
    ],
)
def test_midnight_that_a_program_wrote_as_utc_is_known(moment: datetime, meant: str) -> None:
    assert day_meant(cell(moment, "dd/mm/yyyy").value) == meant


def test_words_struck_through_are_told_apart_from_a_whole_text() -> None:
    def fill(book: Any, sheet: Any) -> None:
        struck, plain = book.add_format({"font_strikeout": True}), book.add_format({"bold": True})
        sheet.write_rich_string(0, 0, struck, "12/QĐ-UBND", plain, " 15/QĐ-UBND")
        sheet.write_rich_string(0, 1, plain, "12/QĐ", " ngày")
        sheet.write_rich_string(0, 2, plain, "12/QĐ", " ngày", struck)  # only its cell is struck
        sheet.write_string(0, 3, "12/QĐ", struck)

    found = read(fill).sheets[0].rows[0]
    assert [each.text for each in found] == ["12/QĐ-UBND 15/QĐ-UBND", "12/QĐ ngày", "12/QĐ ngày", "12/QĐ"]
    assert [each.is_partly_struck for each in found] == [True, False, False, False]
    assert [each.is_struck for each in found] == [False, False, False, True]


def test_a_workbook_with_formulas_that_says_nothing_of_counting_is_whole() -> None:
    whole = written(lambda _, sheet: sheet.write_formula(0, 0, "=1+1", None, 2))
    silent = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(silent, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"<calcPr[^>]*/>", b"", old.read(name)))
    assert read_workbook(silent.getvalue()).sheets[0].rows[0][0].text == "2"


def test_a_letter_in_a_symbol_font_reads_as_the_tick_that_it_shows() -> None:
    def fill(book: Any, sheet: Any) -> None:
        for column, (letter, font) in enumerate(ticks):
            sheet.write(0, column, letter, book.add_format({"font_name": font}))

    ticks = [("þ", "Wingdings"), ("o", "Wingdings"), ("R", "Wingdings 2"), ("o", "Arial")]
    assert [each.text for each in read(fill).sheets[0].rows[0]] == ["☑", "☐", "☑", "o"]


def test_a_formula_reads_as_its_value_and_an_error_is_no_empty_cell() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_formula(0, 0, "=1+1", None, 2)
        sheet.write_formula(0, 1, "=NA()", None, "#N/A")
        sheet.write_string(0, 3, "sau ô trống")

    found = read(fill).sheets[0].rows[0]
    assert [each.text for each in found] == ["2", "#N/A", "", "sau ô trống"]
    assert [each.kind for each in found][1:3] == [CellKind.ERROR, CellKind.EMPTY]
    assert found[3].place == "Phiếu!D1"


def test_days_of_a_1904_workbook_are_the_days_that_were_typed() -> None:
    def fill(book: Any, sheet: Any) -> None:
        day = datetime(2026, 11, 9)
        sheet.write_datetime(0, 0, day, book.add_format({"num_format": "dd/mm/yyyy"}))

    assert read(fill, date_1904=True).sheets[0].rows[0][0].text == "09/11/2026"


def test_names_hidden_sheets_and_properties_come_along() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_string(1, 1, "x")
        book.define_name("o_ten", "='Phiếu'!$B$2")
        book.add_worksheet("Ẩn").hide()
        book.set_custom_property("loai", "mau-01")

    book = read(fill)
    assert [(sheet.name, sheet.is_hidden) for sheet in book.sheets] == [("Phiếu", False), ("Ẩn", True)]
    assert book.sheets[0].rows[1][1].names == {"o_ten"}
    assert book.properties == {"loai": "mau-01"}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0old", b"a,b\n1,2\n"])
def test_what_is_no_workbook_is_told(content: bytes) -> None:
    with pytest.raises(UnreadableError, match="Excel"):
        read_workbook(content)


def test_a_workbook_that_is_cut_off_is_told() -> None:
    whole = written(lambda _, sheet: sheet.write_string(0, 0, "x"))
    for length in range(100, len(whole), len(whole) // 20):
        with pytest.raises(UnreadableError):
            read_workbook(whole[:length])
