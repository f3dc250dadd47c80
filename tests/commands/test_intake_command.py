"""Forms that come back, as people and other programs leave them: what is taken, asked about, refused, kept."""

import io
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from commands.conftest import Ocop
from ocop_cli.dossier.model import Dossier
from ocop_cli.store.dossier.dossiers import load_dossier, load_private
from ocop_cli.store.reading.sources import Sources

FORMS = "private/forms"
Printed = Callable[[], Any]


def stored(workspace: Path, dossier_id: str = "sam-day") -> Dossier:
    return load_dossier(Sources(workspace), dossier_id).dossier


def word(workspace: Path, name: str, change: Callable[[Any], None]) -> Path:
    """Open a form as a person does, change it, save it elsewhere."""
    document = Document(str(workspace / FORMS / name))
    change(document)
    out = workspace.parent / name
    document.save(str(out))
    return out


def answer_cell(document: Any, label: str) -> Any:
    return next(
        row.cells[1]
        for table in document.tables
        for row in table.rows
        if label in row.cells[0].text.split("\n")[0]
    )


def label_cell(document: Any, label: str) -> Any:
    return next(
        row.cells[0]
        for table in document.tables
        for row in table.rows
        if label in row.cells[0].text.split("\n")[0]
    )


def fields(told: Any) -> dict[str, dict[str, str]]:
    return {each["field"]: each for each in told["files"][0]["fields"]}


def test_a_word_form_is_shown_then_written_and_kept(workspace: Path, ocop: Ocop, capsys: Any) -> None:
    ocop("form", "sam-day", "--kind", "lao-động")

    def fill(document: Any) -> None:
        answer_cell(document, "Lao động trong tỉnh").text = "22"

    came = word(workspace, "sam-day-lao-dong.docx", fill)
    before = (workspace / "dossiers/sam-day.yaml").read_bytes()
    assert ocop("intake", str(came)) == 0
    shown = capsys.readouterr().out
    assert "23" in shown
    assert "22" in shown
    assert "lấy vào 1" in shown
    assert "thêm -y" in shown
    assert (workspace / "dossiers/sam-day.yaml").read_bytes() == before

    assert ocop("intake", str(came), "-y") == 0
    dossier = stored(workspace)
    assert dossier.labour
    assert dossier.labour.province == 22
    kept = dossier.returned_forms[0]
    assert (workspace / kept.file).read_bytes() == came.read_bytes()
    assert kept.file.startswith("papers/sam-day/")
    capsys.readouterr()
    assert ocop("intake", str(came), "-y") == 0
    assert "không có gì mới" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("☐ Có\n☒ Không", False),
        ("☐ Có   ☑ Không", False),
        ("☐ Có\nx Không", False),
        ("☐ Có\nV Không", False),
        ("☐ Có  ☐ Không ✓", False),
        ("không", False),
        ("Không", False),
        ("[ ] Có [x] Không", False),
    ],
)
def test_a_box_is_read_by_sign_letter_or_word(
    typed: str, understood: bool, workspace: Path, ocop: Ocop
) -> None:
    ocop("form", "sam-day", "--kind", "chủ-thể")

    def fill(document: Any) -> None:
        answer_cell(document, "Do phụ nữ đứng đầu").text = typed

    assert ocop("intake", str(word(workspace, "sam-day-chu-the.docx", fill)), "-y") == 0
    assert stored(workspace).producer.women_led is understood


@pytest.mark.parametrize("typed", ["☐ Có\n☐ Không", "☒ Có\n☒ Không"])
def test_no_box_and_both_boxes_are_asked_about(
    typed: str, workspace: Path, ocop: Ocop, printed: Printed
) -> None:
    ocop("form", "sam-day", "--kind", "chủ-thể", "-q")

    def fill(document: Any) -> None:
        answer_cell(document, "Do phụ nữ đứng đầu").text = typed

    assert ocop("intake", str(word(workspace, "sam-day-chu-the.docx", fill)), "-y", "--json") == 1
    assert fields(printed())["producer.women_led"]["outcome"] == "asked"
    assert stored(workspace).producer.women_led is True


def test_a_choice_is_shown_in_words_and_a_sentence_about_choices_whole(
    workspace: Path, ocop: Ocop, printed: Printed
) -> None:
    ocop("form", "sam-day", "--kind", "mẫu-01", "-q")

    def fill(document: Any) -> None:
        answer_cell(document, "Loại hình tổ chức").text = "☒ Tổ hợp tác\n☒ Trang trại"
        answer_cell(document, "Lần đăng ký").text = "lần đầu hay nâng hạng"

    assert ocop("intake", str(word(workspace, "sam-day-mau-01.docx", fill)), "-y", "--json") == 1
    told = fields(printed())
    assert told["producer.kind"]["before"] == "Hợp tác xã"
    assert told["producer.kind"]["read"] == "Tổ hợp tác và Trang trại"
    assert told["registration.kind"]["read"] == "lần đầu hay nâng hạng"
    assert told["registration.kind"]["outcome"] == "refused"


def test_labels_may_be_retyped_and_answers_stand_behind_them(
    workspace: Path, ocop: Ocop, printed: Printed
) -> None:
    ocop("form", "sam-day", "--kind", "chủ-thể", "-q")

    def fill(document: Any) -> None:
        label_cell(document, "Tên chủ thể").text = "ten chu the:"  # bookmark and number are gone
        answer_cell(document, "ten chu the").text = "HTX Mới"
        label_cell(document, "Chức vụ").text = "16. Chức vụ: Phó giám đốc"
        answer_cell(document, "Chức vụ").text = ""
        label_cell(document, "Mã số thuế").text = "Mã số thuế của HTX"
        answer_cell(document, "Mã số thuế").text = "0100109106"
        answer_cell(document, "Lịch sử hình thành").text = "Dòng một\nDòng hai"

    assert ocop("intake", str(word(workspace, "sam-day-chu-the.docx", fill)), "-y", "--json") == 1
    told = fields(printed())
    producer = stored(workspace).producer
    assert producer.name == "HTX Mới"
    assert producer.representative
    assert producer.representative.title == "Phó giám đốc"
    assert producer.history == "Dòng một\nDòng hai"
    assert told["producer.tax_code"]["outcome"] == "asked"
    assert "nhãn" in told["producer.tax_code"]["why"]
    assert producer.tax_code is None


def test_an_answer_wiped_out_is_asked_about_and_a_hint_is_no_answer(
    workspace: Path, ocop: Ocop, printed: Printed
) -> None:
    ocop("form", "sam-day", "--kind", "chủ-thể", "-q")

    def fill(document: Any) -> None:
        answer_cell(document, "Địa chỉ cơ sở").text = "……………"
        answer_cell(document, "Mã số thuế").text = "Ví dụ: 9900000009"

    assert ocop("intake", str(word(workspace, "sam-day-chu-the.docx", fill)), "-y", "--json") == 1
    told = fields(printed())
    assert told["producer.address"]["outcome"] == "asked"
    assert told["producer.tax_code"]["outcome"] == "same"
    assert stored(workspace).producer.address == "Thôn Ví Dụ Một, xã Xốp, tỉnh Quảng Ngãi"


def test_a_stale_form_is_merged_field_by_field(workspace: Path, ocop: Ocop, printed: Printed) -> None:
    ocop("form", "sam-day", "--kind", "lao-động", "-q")

    def fill(document: Any) -> None:
        answer_cell(document, "Lao động trong tỉnh").text = "22"  # changed here and by the commune
        answer_cell(document, "Lao động nữ").text = "14"  # changed here only
        answer_cell(document, "dân tộc thiểu số").text = "19"  # changed to the same on both sides

    came = word(workspace, "sam-day-lao-dong.docx", fill)
    ocop("set", "sam-day", "labour.province=21", "labour.commune=17", "labour.ethnic_minority=19", "-q")
    assert ocop("intake", str(came), "-y", "--json") == 1
    told = fields(printed())
    outcomes = {
        path: told[f"labour.{path}"]["outcome"]
        for path in ("province", "women", "ethnic_minority", "commune")
    }
    assert outcomes == {"province": "asked", "women": "taken", "ethnic_minority": "same", "commune": "same"}
    labour = stored(workspace).labour
    assert labour
    assert (labour.province, labour.women, labour.commune) == (21, 14, 17)


def test_rows_are_added_changed_and_their_removal_is_asked_about(
    workspace: Path, ocop: Ocop, printed: Printed
) -> None:
    ocop("form", "sam-day", "--kind", "nguyên-liệu", "-q")

    def fill(document: Any) -> None:
        rows = document.tables[0].rows
        rows[1].cells[2].text = "65"
        for cell in rows[3].cells[1:]:
            cell.text = ""
        for cell, text in zip(
            rows[4].cells[1:], ("Đường phèn", "5", "tỉnh khác", "", "Cửa hàng Ví Dụ"), strict=True
        ):
            cell.text = text

    assert ocop("intake", str(word(workspace, "sam-day-nguyen-lieu.docx", fill)), "-y", "--json") == 1
    told = fields(printed())
    assert told["materials[3].name"]["outcome"] == "asked"
    materials = stored(workspace).materials
    assert (materials[0].name, materials[0].share) == ("Sâm dây tươi trồng tại xã", Decimal(65))
    assert materials[0].evidence == ("nguyen-lieu",)
    assert (materials[3].name, materials[3].origin) == ("Đường phèn", "elsewhere")
    assert len(materials) == 4


def test_rows_in_are_the_sum_of_what_became_of_them(workspace: Path, ocop: Ocop, printed: Printed) -> None:
    ocop("form", "sam-day", "--kind", "mẫu-02", "-q")

    def fill(document: Any) -> None:
        answer_cell(document, "Số đại lý, điểm bán").text = "mười"
        answer_cell(document, "Thị trường").text = "Chợ xã.\nCửa hàng ở tỉnh."
        answer_cell(document, "Điện thoại").text = "0912 345 678"

    assert ocop("intake", str(word(workspace, "sam-day-mau-02.docx", fill)), "-y", "--json") == 1
    raw = printed()
    told = raw["files"][0]
    assert sum(told["counts"].values()) == len(told["fields"])
    assert fields(raw)["business.agents"]["outcome"] == "refused"
    assert fields(raw)["private.phone"]["read"] == "(dữ liệu cá nhân)"
    assert load_private(Sources(workspace), "sam-day").phone == "0912 345 678"
    assert stored(workspace).returned_forms[0].file.startswith("private/forms/sam-day/")


def test_the_sheet_takes_numbers_and_days_as_excel_keeps_them(workspace: Path, ocop: Ocop) -> None:
    ocop("form", "sam-day", "--kind", "hồ-sơ", "--as", "sheet")
    path = workspace / FORMS / "sam-day-ho-so.xlsx"
    book = load_workbook(path)
    sheet = book["Phiếu"]
    rows = {cell.value: cell.row for cell in sheet["B"] if cell.value}
    sheet.cell(rows["Tỷ lệ tiêu thụ qua hợp đồng (%)"], 3).value = 62.5
    sheet.cell(rows["Ngày thành lập"], 3).value = "5/10/2021"
    sheet.cell(rows["Lao động nữ"], 3).value = 14
    out = io.BytesIO()
    book.save(out)
    came = workspace.parent / "tu-htx.xlsx"
    came.write_bytes(out.getvalue())
    assert ocop("intake", str(came), "-y") == 0
    dossier = stored(workspace)
    assert dossier.business
    assert str(dossier.business.contracted_share) == "62.5"
    assert dossier.labour
    assert dossier.labour.women == 14
    assert str(dossier.producer.founded_on) == "2021-10-05"


def test_a_blank_form_registers_a_product(workspace: Path, ocop: Ocop) -> None:
    ocop("form", "--kind", "phiếu-ý-tưởng")

    def fill(document: Any) -> None:
        answer_cell(document, "Tên sản phẩm").text = "Nấm lim Xốp"
        answer_cell(document, "Tên chủ thể").text = "Hộ Y Mẫu Ba"
        answer_cell(document, "Loại hình tổ chức").text = "Hộ gia đình có đăng ký kinh doanh"
        answer_cell(document, "Ý tưởng và nguồn gốc").text = "Nấm mọc dưới gỗ lim mục."

    assert ocop("intake", str(word(workspace, "phieu-y-tuong.docx", fill)), "-y") in {0, 1}
    dossier = stored(workspace, "nam-lim-xop")
    assert dossier.producer.name == "Hộ Y Mẫu Ba"
    assert dossier.idea
    assert dossier.idea.narrative == "Nấm mọc dưới gỗ lim mục."
    assert (workspace / "private/nam-lim-xop.yaml").is_file()
    assert list(workspace.glob("documents/*/nam-lim-xop-idea-slip.docx"))


def refused(workspace: Path, ocop: Ocop, capsys: Any, *words: str) -> str:
    before = {
        path: path.read_bytes()
        for path in workspace.rglob("*")
        if path.is_file() and ".ocop" not in path.parts
    }
    assert ocop("intake", *words, "-y") == 2
    after = {
        path: path.read_bytes()
        for path in workspace.rglob("*")
        if path.is_file() and ".ocop" not in path.parts
    }
    assert after == before
    return str(capsys.readouterr().err)


def test_a_form_of_another_dossier_is_refused(workspace: Path, ocop: Ocop, capsys: Any) -> None:
    ocop("form", "sam-day", "--kind", "lao-động")
    came = str(workspace / FORMS / "sam-day-lao-dong.docx")
    assert "sam-day" in refused(workspace, ocop, capsys, came, "--for", "gao-do")


def test_a_form_filled_in_for_another_product_is_refused(workspace: Path, ocop: Ocop, capsys: Any) -> None:
    ocop("form", "sam-day", "--kind", "mẫu-01")
    other = stored(workspace, "mat-ong").product.name

    def fill(document: Any) -> None:
        answer_cell(document, "Tên sản phẩm").text = other

    came = word(workspace, "sam-day-mau-01.docx", fill)
    assert "mat-ong" in refused(workspace, ocop, capsys, str(came))


def test_a_form_of_a_dossier_that_is_gone_names_the_likely_one(
    workspace: Path, ocop: Ocop, capsys: Any
) -> None:
    ocop("form", "sam-day", "--kind", "mẫu-01")
    came = str(workspace / FORMS / "sam-day-mau-01.docx")
    for folder in ("dossiers", "private"):
        if (workspace / folder / "sam-day.yaml").is_file():
            (workspace / folder / "sam-day.yaml").rename(workspace / folder / "sam-day-xop.yaml")
    assert "--for sam-day-xop" in refused(workspace, ocop, capsys, came)


def test_a_form_that_lost_its_stamp_is_known_by_what_it_asks(
    workspace: Path, ocop: Ocop, printed: Printed
) -> None:
    ocop("form", "sam-day", "--kind", "mẫu-02", "-q")
    plain = Document()
    for table in Document(str(workspace / FORMS / "sam-day-mau-02.docx")).tables:
        copy = plain.add_table(rows=len(table.rows), cols=len(table.columns))
        for row, other in zip(copy.rows, table.rows, strict=True):
            for cell, from_ in zip(row.cells, other.cells, strict=True):
                cell.text = from_.text
    came = workspace.parent / "chep-tay.docx"
    plain.save(str(came))
    assert ocop("intake", str(came), "-y", "--json") == 0
    told = printed()["files"][0]
    assert (told["form"], told["dossier"]) == ("mau-02", "sam-day")
    assert told["counts"]["same"] == len(told["fields"])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("trong.docx", b""),
        ("ban-quet.pdf", b"%PDF-1.7\n"),
        ("cu.doc", b"\xd0\xcf\x11\xe0old"),
        ("khac.json", b'{"a": 1}'),
        ("cut.xlsx", b"PK\x03\x04cut off"),
        ("anh.jpg", b"\xff\xd8\xff\xe0"),
    ],
)
def test_another_file_is_told_and_changes_nothing(
    name: str, content: bytes, workspace: Path, ocop: Ocop, capsys: Any
) -> None:
    came = workspace.parent / name
    came.write_bytes(content)
    assert name in refused(workspace, ocop, capsys, str(came))
    assert came.read_bytes() == content


def test_another_table_is_no_form(workspace: Path, ocop: Ocop, capsys: Any) -> None:
    other = Document()
    other.add_table(rows=2, cols=2).cell(0, 0).text = "Bảng lương"
    other.save(str(workspace.parent / "luong.docx"))
    assert "không phải phiếu" in refused(workspace, ocop, capsys, str(workspace.parent / "luong.docx"))


def test_a_file_of_the_page_is_read(workspace: Path, ocop: Ocop) -> None:
    ocop("form", "sam-day", "--kind", "lao-động", "--as", "page")
    page = (workspace / FORMS / "sam-day-lao-dong.html").read_text(encoding="utf-8")
    stamp = json.loads(page.partition('id="data">')[2].partition("</script>")[0])["stamp"]
    answers = {"labour.total": "24", "labour.women": "16"}
    came = workspace.parent / "sam-day-lao-dong.json"
    came.write_text(
        json.dumps({"ocop-answers": 1, "stamp": stamp, "answers": answers, "rows": {}}), encoding="utf-8"
    )
    assert ocop("intake", str(came), "-y") == 0
    labour = stored(workspace).labour
    assert labour
    assert (labour.total, labour.women, labour.commune) == (24, 16, 18)


def test_a_kept_form_that_changes_is_told_by_check(workspace: Path, ocop: Ocop, capsys: Any) -> None:
    test_a_file_of_the_page_is_read(workspace, ocop)
    kept = workspace / stored(workspace).returned_forms[0].file
    kept.write_bytes(b"{}")
    ocop("check", "sam-day")
    assert "F209" in capsys.readouterr().out
    kept.unlink()
    ocop("check", "sam-day")
    assert "F208" in capsys.readouterr().out


def test_a_form_that_is_kept_already_is_not_kept_twice(workspace: Path, ocop: Ocop) -> None:
    ocop("form", "sam-day", "--kind", "lao-động")

    def fill(document: Any) -> None:
        answer_cell(document, "Lao động trong tỉnh").text = "22"

    came = word(workspace, "sam-day-lao-dong.docx", fill)
    ocop("intake", str(came), "-y")
    ocop("undo", "-y")
    ocop("intake", str(came), "-y")
    ocop("set", "sam-day", "labour.province=23")
    ocop("intake", str(came), "-y")
    assert len(stored(workspace).returned_forms) == 1


def test_a_form_that_was_filled_in_where_it_lies_is_found_by_its_name(
    workspace: Path, ocop: Ocop, capsys: Any
) -> None:
    ocop("form", "sam-day", "--kind", "lao-động")
    document = Document(str(workspace / FORMS / "sam-day-lao-dong.docx"))
    answer_cell(document, "Lao động trong tỉnh").text = "22"
    document.save(str(workspace / FORMS / "sam-day-lao-dong.docx"))
    assert ocop("intake", "sam-day-lao-dong.docx") == 0
    assert "lấy vào 1" in capsys.readouterr().out
    assert ocop("intake", "khong-co.docx") == 2
    assert ocop("intake", "../khong-co.docx") == 2
