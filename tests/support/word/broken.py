"""For every rule of form a văn bản that breaks it in one place and breaks no other."""

from collections.abc import Callable
from typing import Any

from ocop_cli.lint.violations import Known
from ocop_cli.store.built_in.packaged import load_standard
from support.word import kinds
from support.word.document import WordDocument
from support.word.paragraph import HEAD, Para

STANDARD = load_standard()
Change = Callable[[WordDocument], Any]


def put(name: str, value: object) -> Change:
    """Set a field of the paper."""
    return lambda paper: setattr(paper, name, value)


def alter(name: str, **changes: object) -> Change:
    """Change a single paragraph."""
    return lambda paper: setattr(paper, name, getattr(paper, name).but(**changes))


def alter_at(name: str, position: int, **changes: object) -> Change:
    """Change one paragraph of a list."""

    def change(paper: WordDocument) -> None:
        getattr(paper, name)[position] = getattr(paper, name)[position].but(**changes)

    return change


def insert(name: str, position: int, *paragraphs: Para) -> Change:
    """Put paragraphs into a list."""

    def change(paper: WordDocument) -> None:
        getattr(paper, name)[position:position] = list(paragraphs)

    return change


PRIVATE = "Nội dung có ký tự riêng \ue123 trong câu."
OLD_TEXT = "Céng hßa x· héi chñ nghÜa ViÖt Nam."
TABLE = (
    '<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>'
    + "<w:tr><w:tc><w:tcPr><w:tcW w:w='4000'/></w:tcPr><w:p/></w:tc></w:tr>" * 2
    + "</w:tbl>"
)
WIDE_TABLE = TABLE.replace("4000", "9600").replace(
    "<w:tr><w:tc><w:tcPr><w:tcW w:w='9600'/></w:tcPr><w:p/></w:tc></w:tr>", "", 1
)
PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="wp"><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="x"/>'
    '<a:graphic xmlns:a="a"><pic:pic xmlns:pic="pic"/></a:graphic></wp:inline></w:drawing></w:r></w:p>'
)

BROKEN: dict[str, tuple[Callable[[], WordDocument], Change]] = {
    "PG-01": (kinds.report, put("page", (216, 297))),
    "PG-02": (kinds.report, put("page", (297, 210))),
    "PG-03": (kinds.report, put("top", 30)),
    "PG-04": (kinds.letter, put("left", 25)),
    "PG-05": (kinds.letter, put("right", 25)),
    "PG-06": (kinds.report, put("number_in_footer", True)),
    "PG-07": (kinds.report, alter("page_number", align="right")),
    "PG-08": (kinds.report, alter("page_number", size=11)),
    "PG-09": (kinds.report, put("number_field", r" PAGE \* ROMAN ")),
    "PG-10": (kinds.report, put("title_page", False)),
    "PG-11": (kinds.report, put("header_at", 1000)),
    "PG-12": (kinds.plan, put("annex_start", "")),
    "PG-13": (kinds.report, put("tables", WIDE_TABLE)),
    "FT-01": (kinds.report, alter_at("body", 1, font="Arial")),
    "FT-02": (kinds.report, alter_at("body", 1, other_font="Calibri")),
    "FT-03": (kinds.report, alter_at("body", 1, color="FF0000")),
    "FT-04": (kinds.report, alter_at("body", 1, text=PRIVATE)),
    "FT-05": (kinds.report, alter_at("body", 1, text="Xa\u0303 đã tổ chức thực hiện các nhiệm vụ.")),
    "FT-06": (kinds.report, alter("motto", size=13)),
    "FT-07": (kinds.report, alter_at("body", 1, size=13)),
    "FT-08": (kinds.report, alter_at("body", 1, text="Xã \u00d0ăk đã tổ chức thực hiện các nhiệm vụ.")),
    "HD-01": (kinds.report, put("border", "single")),
    "HD-02": (kinds.report, alter("nation", text="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.")),
    "HD-03": (kinds.report, alter("nation", bold=False)),
    "HD-04": (kinds.letter, put("grid", (4071, 5000))),
    "HD-05": (kinds.report, alter("motto", text="Độc lập – Tự do – Hạnh phúc")),
    "HD-06": (kinds.report, alter("motto", italic=True)),
    "HD-07": (kinds.report, put("motto_share", 0.5)),
    "HD-08": (kinds.report, alter("motto", underline=True)),
    "HD-09": (kinds.report, alter("motto", before=120)),
    "HD-10": (kinds.office_notice, alter_at("agency", 0, align="left")),
    "HD-11": (kinds.report, alter_at("agency", 1, size=14)),
    "HD-12": (kinds.report, put("agency_share", 1.8)),
    "HD-13": (kinds.report, put("place_date_row", 2)),
    "SO-01": (kinds.report, put("number", None)),
    "SO-02": (kinds.report, alter("number", text="Số: 05 / BC - UBND")),
    "SO-03": (kinds.report, alter("number", text="Số: 05/KH-UBND")),
    "SO-04": (kinds.report, alter("number", text="Số: 5/BC-UBND")),
    "SO-05": (kinds.report, alter("number", text="Số: 05/BC-HDND")),
    "SO-06": (kinds.report, alter("number", bold=True)),
    "DD-01": (kinds.report, put("place_date", None)),
    "DD-02": (kinds.report, alter("place_date", text="Mẫu ngày 05 tháng 3 năm 2026")),
    "DD-03": (kinds.report, alter("place_date", text="Mẫu, ngày 5 tháng 3 năm 2026")),
    "DD-04": (kinds.report, alter("place_date", text="Mẫu, ngày 05 tháng 1 năm 2026")),
    "DD-05": (kinds.report, alter("place_date", text="Mẫu, ngày 05 tháng 03 năm 2026")),
    "DD-06": (kinds.report, alter("place_date", italic=False)),
    "DD-07": (kinds.report, alter("place_date", text="Khác, ngày 05 tháng 3 năm 2026")),
    "DD-08": (kinds.submission, alter("place_date", text="Mẫu, ngày 15 tháng 3 năm 2026")),
    "TL-01": (kinds.report, put("about", Para("V/v báo cáo mẫu", size=12, align="center", before=120))),
    "TL-02": (kinds.report, alter("kind", bold=False)),
    "TL-03": (kinds.report, alter_at("subject", 0, italic=True)),
    "TL-04": (kinds.report, put("subject_share", 0.9)),
    "TL-05": (kinds.report, alter_at("subject", 0, text="V/v kết quả thực hiện Chương trình mẫu")),
    "TL-06": (kinds.letter, alter("about", before=0)),
    "TL-07": (kinds.report, alter_at("subject", 0, text="Kết quả thực hiện Chương trình mẫu.")),
    "CC-01": (kinds.submission, alter_at("grounds", 0, italic=False)),
    "CC-02": (kinds.submission, alter_at("grounds", 0, text="Căn cứ Luật Tổ chức chính quyền địa phương,")),
    "CC-03": (
        kinds.submission,
        alter_at("grounds", 1, text="Căn cứ Quyết định 26 của Thủ tướng Chính phủ về Bộ tiêu chí."),
    ),
    "CC-04": (kinds.decision, lambda paper: paper.body.pop(1)),
    "KG-01": (kinds.letter, lambda paper: (put("address", [])(paper), alter_at("copies", 1, text="- Sở A;")(paper))),
    "KG-02": (kinds.letter, alter_at("address", 0, bold=True)),
    "KG-03": (kinds.submission, alter_at("address", 1, text="- Ủy ban nhân dân tỉnh Mẫu.")),
    "ND-01": (kinds.report, lambda paper: [alter_at("body", n, size=12)(paper) for n in range(3)]),
    "ND-02": (kinds.report, alter_at("body", 1, align="left")),
    "ND-03": (kinds.report, alter_at("body", 1, first=300)),
    "ND-04": (kinds.report, alter_at("body", 1, before=40)),
    "ND-05": (kinds.report, alter_at("body", 1, line=480)),
    "ND-06": (kinds.report, insert("body", 1, Para(""), Para(""))),
    "ND-07": (
        kinds.report,
        insert("body", 1, HEAD.but(text="Chương 1", level=True), HEAD.but(text="QUY ĐỊNH CHUNG")),
    ),
    "ND-08": (kinds.report, insert("body", 1, HEAD.but(text="Mục 1", level=True), HEAD.but(text="Quy định chung"))),
    "ND-09": (kinds.decision, alter_at("body", 10, text="Điều 3. Quyết định này có hiệu lực từ ngày ký./.")),
    "ND-10": (kinds.decision, alter_at("body", 9, text="3. Tổ phó do Tổ trưởng phân công.")),
    "ND-11": (kinds.decision, alter_at("body", 8, text="e) Các nhiệm vụ khác.")),
    "ND-12": (kinds.plan, alter_at("body", 3, text="II. Tổ chức thực hiện")),
    "ND-13": (kinds.report, alter_at("body", 1, text="1.1. Xã đã tổ chức thực hiện.")),
    "ND-14": (kinds.report, alter_at("body", 2, text="Trên đây là báo cáo của xã.")),
    "ND-15": (kinds.plan, alter_at("body", 1, text="1. Triển khai kịp thời các nhiệm vụ.")),
    "ND-16": (kinds.report, alter_at("body", 1, text="Xã thực hiện Quyết định số 26/2026/QĐ-TTg trong năm.")),
    "NN-01": (kinds.report, put("foot_rows", 2)),
    "NN-02": (kinds.report, alter_at("copies", 0, size=14)),
    "NN-03": (kinds.report, alter_at("copies", 1, size=12)),
    "NN-04": (kinds.report, alter_at("copies", 2, text="- Lưu VT")),
    "NN-05": (kinds.letter, alter_at("copies", 1, text="- Sở Nông nghiệp và Môi trường;")),
    "NN-06": (kinds.report, alter_at("copies", 1, left=400)),
    "KY-01": (kinds.report, alter_at("powers", 1, bold=False)),
    "KY-02": (kinds.report, alter_at("powers", 0, text="T/M ỦY BAN NHÂN DÂN")),
    "KY-03": (kinds.report, alter_at("powers", 0, text="TM. ỦY BAN NHÂN DÂN XÃ MẪU")),
    "KY-04": (kinds.notice, alter_at("powers", 2, text="CHỦ TỊCH")),
    "KY-05": (kinds.report, alter("signer", bold=False)),
    "KY-06": (kinds.report, alter("signer", text="ThS. Nguyễn Văn Mẫu")),
    "KY-07": (kinds.report, put("foot_split", True)),
    "KY-08": (kinds.decision, alter_at("body", 0, text="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MẪU")),
    "TT-01": (kinds.report, insert("agency", 0, HEAD.but(text="UBND TỈNH MẪU", size=13, bold=False))),
    "TT-03": (kinds.office_notice, put("powers", [HEAD.but(text="TM. PHÒNG KINH TẾ"), HEAD.but(text="TRƯỞNG PHÒNG")])),
    "TT-04": (kinds.report, alter_at("copies", 1, text="- UBND huyện Mẫu Cũ;")),
    "TT-05": (kinds.office_notice, alter_at("agency", 1, text="PHÒNG NÔNG NGHIỆP")),
    "TT-06": (kinds.report, alter_at("body", 1, text="Uỷ viên phụ trách đã tổ chức thực hiện.")),
    "PL-01": (kinds.plan, lambda paper: paper.annexes[0].__setitem__(1, HEAD.but(text="Danh mục nhiệm vụ"))),
    "PL-02": (
        kinds.plan,
        lambda paper: paper.annexes[0].__setitem__(2, paper.annexes[0][2].but(italic=False)),
    ),
    "PL-03": (
        kinds.plan,
        lambda paper: paper.annexes[0].append(HEAD.but(text="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
    ),
    "PL-04": (kinds.annex_file, alter("corner", text="05/KH-UBND; 2026-10-15")),
    "PL-05": (kinds.annex_file, alter_at("body", 2, text="(Kèm theo Kế hoạch số 05/KH-UBND ngày 15/10/2026 của UBND xã Mẫu)")),
    "MK-01": (kinds.report, insert("body", 0, HEAD.but(text="HỎA TỐC"))),
    "MK-02": (kinds.report, insert("body", 0, HEAD.but(text="TỐI MẬT", boxed=True))),
    "BB-01": (kinds.minutes, alter_at("body", 0, text="Cuộc họp diễn ra ngày 10 tháng 3 năm 2026.")),
    "GM-01": (kinds.invitation, alter_at("body", 1, text="Vào lúc 8 giờ 00, ngày 10 tháng 3 năm 2026.")),
    "OX-01": (kinds.report, alter_at("body", 1, extra='<w:textAlignment w:val="auto"/>')),
    "OX-02": (kinds.report, alter_at("body", 1, language="en-US")),
    "OX-03": (kinds.report, put("creator", "python-docx")),
    "OX-04": (kinds.report, alter_at("body", 1, text="Xã {{ ten_xa }} đã tổ chức thực hiện.")),
    "OX-06": (kinds.report, alter_at("body", 1, text="Xã có ... hộ tham gia (chưa ghi).")),
    "OX-05": (kinds.report, put("tables", TABLE)),
    "AX-01": (kinds.report, put("tables", PICTURE)),
    "AX-02": (kinds.decision, alter_at("body", 2, level=False)),
}  # fmt: skip

KNOWN = Known(place="Mẫu", agency_code="UBND")
PLACED = {"SO-05", "DD-07"}
