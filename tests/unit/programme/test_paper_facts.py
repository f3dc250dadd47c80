"""What the text of a paper says of the paper: clear facts with their line, nothing where two lines differ."""

from datetime import date

import pytest

from ocop_cli.programme.paper_facts import said_of_paper

HEAD = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
TRUNG TÂM KIỂM NGHIỆM VÍ DỤ
Số: 17/KN-VD
Xốp, ngày 10 tháng 3 năm 2026
PHIẾU KIỂM NGHIỆM
"""


def found(text: str) -> dict[str, str | date]:
    return {said.field: said.value for said in said_of_paper(text)}


def test_the_head_of_a_paper_is_read() -> None:
    assert found(HEAD) == {
        "number": "17/KN-VD", "issuer": "TRUNG TÂM KIỂM NGHIỆM VÍ DỤ", "issued_on": date(2026, 3, 10),
    }  # fmt: skip


def test_every_fact_names_the_line_on_which_it_stands() -> None:
    lines = HEAD.splitlines()
    assert all(said.line in lines for said in said_of_paper(HEAD))


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("So: 02/GCN-VD", "number", "02/GCN-VD"),
        ("Số phiếu: 12/KQ-2026.", "number", "12/KQ-2026"),
        ("Số đăng ký: 0000-VD", "number", "0000-VD"),
        ("Số: 02/GCN-VD   Xốp, ngày 10/3/2026", "number", "02/GCN-VD"),
        ("Cơ quan cấp: Sở Y tế Ví Dụ", "issuer", "Sở Y tế Ví Dụ"),
        ("Nơi cấp: Phòng Kinh tế", "issuer", "Phòng Kinh tế"),
        ("Ngày cấp: 10/3/2026", "issued_on", date(2026, 3, 10)),
        ("Cấp ngày 10.3.2026", "issued_on", date(2026, 3, 10)),
        ("Xop, ngay 10 thang 3 nam 2026", "issued_on", date(2026, 3, 10)),
        ("Giấy này có giá trị đến hết ngày 10 tháng 3 năm 2029", "expires_on", date(2029, 3, 10)),
        ("Có hiệu lực đến 10/3/2029", "expires_on", date(2029, 3, 10)),
        ("Ngày hết hạn: 10/03/2029", "expires_on", date(2029, 3, 10)),
    ],
)
def test_a_line_is_read_as_papers_say_it(text: str, field: str, value: str | date) -> None:
    assert found(text)[field] == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Số: ……",
        "Số lượng: 12 hộp",
        "Số điện thoại: 0900000001",
        "Hạn sử dụng: 12 tháng kể từ ngày sản xuất 10/3/2026",
        "Căn cứ Quyết định số 26/2026/QĐ-TTg ngày 10/3/2026",
        "Xốp, ngày 31 tháng 2 năm 2026",
        "Xốp, ngày 10 tháng 3 năm 0026",
        "Có hiệu lực từ ngày 10/3/2026",
    ],
)
def test_what_is_not_said_of_the_paper_is_left(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    ("one", "other", "field"),
    [
        ("Số: 1/VD", "Số: 2/VD", "number"),
        ("Ngày cấp: 10/3/2026", "Ngày cấp: 11/3/2026", "issued_on"),
        ("Cơ quan cấp: Sở A", "Cơ quan cấp: Sở B", "issuer"),
        ("Có giá trị đến 1/1/2029", "Có giá trị đến 1/1/2030", "expires_on"),
    ],
)
def test_what_two_lines_tell_differently_is_left(one: str, other: str, field: str) -> None:
    assert field in found(one)
    assert field not in found(f"{one}\n{other}")
