"""Where a page ends: what is announced follows, a signature has text above it, and titles have no last line of one word."""

import io
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from forms.blocks import FOOT_GRID, layout, p, rule, table
from forms.package import package, section
from forms.styles import TEXT_WIDTH
from ocop_cli.render.word import render
from ocop_cli.viet.compounds import belong_together
from ocop_cli.viet.widths import printed_width
from support.sample_documents import TODAY

SIGNED = layout(FOOT_GRID, p("", "Copies"), p("CHỦ TỊCH", "Power") + p("A Mẫu", "Signer"))
COPIES = layout((TEXT_WIDTH,), p("Nơi nhận:", "CopiesTitle"))
LONG = "Một đoạn dài hơn một dòng của trang giấy khổ A4, chữ cỡ 14, có lề trái và lề phải. " * 2


def _filled(folder: Path, *parts: str, **values: str) -> Any:
    path = folder / "form.docx"
    path.write_bytes(package("".join([p("{{ x }}"), *parts, section()]), "Biểu thử"))
    return Document(
        io.BytesIO(render(path, {"x": "", **values}, on=TODAY, title="Thử", creator="UBND xã Xốp"))
    )


def _held(document: Any) -> list[str]:
    """Return the texts that stay on the page of what follows them, those of tables too."""
    every = document.element.body.iter(qn("w:p"))
    held = [each for each in every if each.find(qn("w:pPr")).find(qn("w:keepNext")) is not None]
    return ["".join(node.text or "" for node in each.iter(qn("w:t"))) for each in held]


def test_what_announces_a_list_stays_with_it(tmp_path: Path) -> None:
    assert _held(_filled(tmp_path, p("- một;"), p("Kết luận: đủ."), x="gồm:")) == ["gồm:"]


@pytest.mark.parametrize(
    ("parts", "held"),
    [
        ((p(LONG), p("Ngắn"), p("Kết thúc./."), SIGNED), ["Ngắn", "Kết thúc./."]),
        ((p("Ngắn"), p(LONG), SIGNED), [LONG]),
        ((p(LONG), SIGNED, COPIES), [LONG, "", "CHỦ TỊCH", "A Mẫu"]),
    ],
    ids=["one line above", "lines enough above", "copies below the signature"],
)
def test_what_belongs_together_stays_on_one_page(
    tmp_path: Path, parts: tuple[str, ...], held: list[str]
) -> None:
    assert _held(_filled(tmp_path, *parts)) == held


def test_the_last_row_of_a_table_goes_with_the_signature(tmp_path: Path) -> None:
    rows = table((4000, 5071), ("TT", "Tên"), "'ab'", ("{{ row }}", "hàng {{ row }}"))
    held = _held(_filled(tmp_path, rows, p("Hết./."), SIGNED))
    assert held == ["b", "hàng b", "Hết./."]


@pytest.mark.parametrize("style", ["Subject", "Division", "AnnexName", "AnnexNote"])
def test_a_title_of_two_lines_has_lines_alike_and_its_rule_is_half_of_one(tmp_path: Path, style: str) -> None:
    title = "Danh sách ý tưởng, sản phẩm đăng ký tham gia Chương trình OCOP xã Xốp năm 2026"
    document = _filled(tmp_path, p(title, style), rule())
    _, *lines = document.element.body.iter(qn("w:p"))
    indents = [each.find(qn("w:pPr")).find(qn("w:ind")) for each in lines]
    width, line = (TEXT_WIDTH - 2 * int(each.get(qn("w:left"))) for each in indents)
    assert width < 0.8 * TEXT_WIDTH
    assert width / 3 <= line <= width / 2


def test_a_title_of_one_line_keeps_the_whole_width(tmp_path: Path) -> None:
    _, title = _filled(tmp_path, p("Đề nghị đánh giá", "Subject")).element.body.iter(qn("w:p"))
    assert title.find(qn("w:pPr")).find(qn("w:ind")) is None


@pytest.mark.parametrize(
    ("title", "torn"),
    [
        ("Đánh giá một số nội dung của hồ sơ đăng ký tham gia đánh giá, phân hạng sản phẩm OCOP", ("tham", "gia")),
        ("Kế hoạch xúc tiến thương mại sản phẩm OCOP trên địa bàn xã Ví Dụ Một năm 2026", ("xã", "Ví")),
        ("Thông báo kết quả lựa chọn ý tưởng, sản phẩm đăng ký dự Chương trình năm 2026", ("năm", "2026")),
    ],
)  # fmt: skip
@pytest.mark.parametrize("size", [12.0, 14.0, 16.0])
def test_no_line_of_a_title_begins_amid_a_word(
    tmp_path: Path, title: str, torn: tuple[str, str], size: float
) -> None:
    """Also in an own template whose style has another size."""
    path = tmp_path / "form.docx"
    path.write_bytes(package("".join([p("{{ x }}", "Subject"), section()]), "Biểu thử"))
    own = Document(str(path))
    own.styles["OCOP Trích yếu"].font.size = Pt(size)
    own.save(str(path))
    filled = Document(io.BytesIO(render(path, {"x": title}, on=TODAY, title="Thử", creator="UBND xã Xốp")))
    indent = next(filled.element.body.iter(qn("w:p"))).find(qn("w:pPr")).find(qn("w:ind"))
    room = TEXT_WIDTH - (2 * int(indent.get(qn("w:left"))) if indent is not None else 0)
    lines = _lines(title, size, room)
    assert len(lines) == len(_lines(title, size, TEXT_WIDTH))
    ends = {(one.split()[-1], next_one.split()[0]) for one, next_one in pairwise(lines)}
    assert torn not in ends
    assert not any(belong_together(*pair) for pair in ends)


def _lines(text: str, size: float, room: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        lines = [*lines[:-1], longer] if printed_width(longer, size, bold=True) <= room else [*lines, word]
    return lines


def test_a_line_that_is_two_in_the_size_of_its_style_is_enough_above_a_signature(tmp_path: Path) -> None:
    text = "Một đoạn vừa một dòng ở cỡ 14 thì ở cỡ 18 phải hai dòng, đủ đứng trên chữ ký."
    path = tmp_path / "form.docx"
    path.write_bytes(package("".join([p("Trên."), p("{{ x }}"), SIGNED, section()]), "Biểu thử"))
    own = Document(str(path))
    own.styles["OCOP Nội dung"].font.size = Pt(18)
    own.save(str(path))
    filled = render(path, {"x": text}, on=TODAY, title="Thử", creator="UBND xã Xốp")
    assert _held(Document(io.BytesIO(filled))) == [text]


def _width(paragraph: Any, room: int) -> int:
    indent = paragraph.find(qn("w:pPr")).find(qn("w:ind"))
    return room - (2 * int(indent.get(qn("w:left"))) if indent is not None else 0)


def test_the_room_for_a_number_and_a_day_is_not_broken(tmp_path: Path) -> None:
    """What an annex goes with has both left for the pen: at the end of a line nobody would find the room for the day."""
    text = "(Kèm theo Kế hoạch số     /KH-UBND ngày      tháng 11 năm 2026 của Ủy ban nhân dân xã Xốp)"
    _, note = _filled(tmp_path, p(text, "AnnexNote")).element.body.iter(qn("w:p"))
    room, line = _width(note, TEXT_WIDTH), text[: text.index(" năm")]
    assert printed_width(line, 14, bold=False) <= room < TEXT_WIDTH


def test_a_title_with_a_break_that_was_typed_keeps_it_where_both_lines_fit(tmp_path: Path) -> None:
    title = "Triển khai Chương trình Mỗi xã một sản phẩm (OCOP) năm 2026\ntrên địa bàn xã Xốp"
    *_, last = _filled(tmp_path, p("{{ x }}", "Subject"), x=title).element.body.iter(qn("w:p"))
    assert _width(last, TEXT_WIDTH) == TEXT_WIDTH


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("About", "V/v cử người dự lớp tập huấn nghiệp vụ Chương trình OCOP"),
        ("Signer", "Nguyễn Hoàng Phương Thảo Nguyên Ví Dụ Hai"),
    ],
)
def test_what_stands_in_a_cell_is_made_even_in_the_cell(tmp_path: Path, style: str, text: str) -> None:
    document = _filled(tmp_path, layout(FOOT_GRID, p("", "Copies"), p(text, style)))
    told = document.tables[0].rows[0].cells[1].paragraphs[0]._p
    assert _width(told, FOOT_GRID[1]) < FOOT_GRID[1] * 0.9


@pytest.mark.parametrize(
    ("place", "closer"), [("Xốp", None), ("Trần Hưng Đạo Đông", "-5")], ids=["short", "long"]
)
def test_the_letters_of_a_long_place_stand_closer_so_that_its_day_keeps_the_line(
    tmp_path: Path, place: str, closer: str | None
) -> None:
    day = p(f"{place}, ngày      tháng 11 năm 2026", "PlaceDate")
    told = _filled(tmp_path, layout((TEXT_WIDTH - 5669, 5669), p("", "Copies"), day)).tables[0].rows[0]
    spacing = [
        each.get(qn("w:val")) for each in told.cells[1]._tc.iter(qn("w:spacing")) if each.get(qn("w:val"))
    ]
    assert spacing == ([closer] if closer else [])
