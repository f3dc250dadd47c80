"""A compliant văn bản of each kind that the decree names and communes issue."""

from collections.abc import Callable
from dataclasses import dataclass

from support.word.document import WordDocument
from support.word.paragraph import BODY, HEAD, Para


def report() -> WordDocument:
    """Báo cáo."""
    return WordDocument()


def letter() -> WordDocument:
    """Công văn."""
    return WordDocument(
        number=Para("Số: 12/UBND-KT", size=13, align="center"),
        about=Para("V/v đề nghị đánh giá sản phẩm mẫu", size=12, align="center", before=120),
        kind=None,
        subject=[],
        address=[Para("Kính gửi: Ủy ban nhân dân tỉnh Mẫu.", align="center", before=120)],
        copies=[
            Para("Nơi nhận:", size=12, bold=True, italic=True, align="left"),
            Para("- Như trên;", size=11, align="left"),
            Para("- Lưu: VT, KT.", size=11, align="left"),
        ],
    )


def submission() -> WordDocument:
    """Tờ trình."""
    base = letter()
    return WordDocument(
        number=Para("Số: 12/TTr-UBND", size=13, align="center"),
        kind=HEAD.but(text="TỜ TRÌNH", before=240),
        subject=[HEAD.but(text="Đề nghị đánh giá, phân hạng sản phẩm mẫu")],
        address=[
            Para("Kính gửi:", align="left", first=720, before=120),
            Para("- Ủy ban nhân dân tỉnh Mẫu;", align="left", left=2000),
            Para("- Sở Nông nghiệp và Môi trường.", align="left", left=2000),
        ],
        grounds=[
            BODY.but(
                text="Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", italic=True
            ),
            BODY.but(
                text="Căn cứ Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ quy định Bộ tiêu chí.",
                italic=True,
            ),
        ],
        place_date=Para("Mẫu, ngày 15 tháng 10 năm 2026", italic=True, align="center"),
        copies=base.copies,
    )


def decision() -> WordDocument:
    """Quyết định."""
    return WordDocument(
        number=Para("Số: 15/QĐ-UBND", size=13, align="center"),
        kind=HEAD.but(text="QUYẾT ĐỊNH", before=240),
        subject=[HEAD.but(text="Về việc thành lập Tổ công tác mẫu")],
        grounds=[
            BODY.but(
                text="Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", italic=True
            ),
            BODY.but(text="Theo đề nghị của Trưởng phòng Kinh tế.", italic=True),
        ],
        body=[
            HEAD.but(text="ỦY BAN NHÂN DÂN XÃ MẪU", before=120),
            HEAD.but(text="QUYẾT ĐỊNH:", before=120),
            BODY.but(text="Điều 1. Thành lập Tổ công tác mẫu của xã.", bold=True, level=True),
            BODY.but(text="1. Tổ trưởng là Trưởng phòng Kinh tế."),
            BODY.but(text="a) Tổ trưởng điều hành chung;"),
            BODY.but(text="b) Tổ phó giúp việc;"),
            BODY.but(text="c) Thành viên thực hiện nhiệm vụ;"),
            BODY.but(text="d) Thư ký ghi chép;"),
            BODY.but(text="đ) Các nhiệm vụ khác."),
            BODY.but(text="2. Tổ phó do Tổ trưởng phân công."),
            BODY.but(
                text="Điều 2. Quyết định này có hiệu lực từ ngày ký./.", bold=True, level=True, keep=True
            ),
        ],
        copies=[
            Para("Nơi nhận:", size=12, bold=True, italic=True, align="left"),
            Para("- Như Điều 2;", size=11, align="left"),
            Para("- Lưu: VT, KT.", size=11, align="left"),
        ],
    )


def plan() -> WordDocument:
    """Kế hoạch, with numbered parts and an annex."""
    return WordDocument(
        number=Para("Số:       /KH-UBND", size=13, align="center"),
        place_date=Para("Mẫu, ngày      tháng 10 năm 2026", italic=True, align="center"),
        kind=HEAD.but(text="KẾ HOẠCH", before=240),
        subject=[HEAD.but(text="Triển khai Chương trình mẫu năm 2027")],
        body=[
            BODY.but(text="I. MỤC ĐÍCH, YÊU CẦU", bold=True, level=True),
            BODY.but(text="1. Triển khai kịp thời các nhiệm vụ nêu tại phụ lục kèm theo."),
            BODY.but(text="2. Phân công rõ trách nhiệm."),
            BODY.but(text="II. TỔ CHỨC THỰC HIỆN", bold=True, level=True),
            BODY.but(text="Phòng Kinh tế chủ trì thực hiện Kế hoạch này./.", keep=True),
        ],
        annexes=[[
            HEAD.but(text="Phụ lục"),
            HEAD.but(text="DANH MỤC NHIỆM VỤ"),
            Para("(Kèm theo Kế hoạch số     /KH-UBND ngày     /10/2026 của UBND xã Mẫu)", italic=True, align="center"),
            BODY.but(text="Danh mục gồm các nhiệm vụ trong năm."),
        ]],
    )  # fmt: skip


def notice() -> WordDocument:
    """Thông báo signed by a deputy."""
    return WordDocument(
        number=Para("Số: 07/TB-UBND", size=13, align="center"),
        kind=HEAD.but(text="THÔNG BÁO", before=240),
        subject=[HEAD.but(text="Kết quả lựa chọn ý tưởng sản phẩm năm 2026")],
        powers=[HEAD.but(text=t) for t in ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")],
    )


def office_notice() -> WordDocument:
    """Thông báo of a Phòng."""
    return WordDocument(
        agency=[HEAD.but(text="UBND XÃ MẪU", size=13, bold=False), HEAD.but(text="PHÒNG KINH TẾ", size=13)],
        number=Para("Số: 07/TB-PKT", size=13, align="center"),
        kind=HEAD.but(text="THÔNG BÁO", before=240),
        subject=[HEAD.but(text="Lịch tiếp nhận hồ sơ năm 2026")],
        powers=[HEAD.but(text="TRƯỞNG PHÒNG")],
    )


def invitation() -> WordDocument:
    """Giấy mời."""
    return WordDocument(
        number=Para("Số: 09/GM-UBND", size=13, align="center"),
        kind=HEAD.but(text="GIẤY MỜI", before=240),
        subject=[HEAD.but(text="Họp đánh giá sản phẩm mẫu")],
        body=[
            BODY.but(text="Ủy ban nhân dân xã Mẫu trân trọng kính mời: các đơn vị liên quan tới dự họp."),
            BODY.but(text="Thời gian: 8 giờ 00, ngày 10 tháng 3 năm 2026."),
            BODY.but(text="Địa điểm: Trụ sở Ủy ban nhân dân xã Mẫu./.", keep=True),
        ],
    )


def minutes() -> WordDocument:
    """Biên bản."""
    return WordDocument(
        number=Para("Số: 03/BB-UBND", size=13, align="center"),
        place_date=None,
        kind=HEAD.but(text="BIÊN BẢN", before=240),
        subject=[HEAD.but(text="Họp đánh giá sản phẩm mẫu")],
        body=[
            BODY.but(text="Thời gian bắt đầu: 8 giờ 00, ngày 10 tháng 3 năm 2026."),
            BODY.but(text="Cuộc họp kết thúc vào 10 giờ 00, ngày 10 tháng 3 năm 2026./.", keep=True),
        ],
        copies=[HEAD.but(text="THƯ KÝ"), HEAD.but(text="Trần Thị Mẫu", before=1300)],
        powers=[HEAD.but(text="CHỦ TỌA")],
    )


@dataclass
class AnnexFile(WordDocument):
    """An annex in a file of its own: nothing stands before its label but what a clerk's signature leaves there."""

    corner: Para | None = None

    def _header(self) -> str:
        return self.corner.xml() if self.corner else ""

    def _foot(self) -> str:
        return ""


def annex_file() -> AnnexFile:
    """Phụ lục in a file of its own, signed by the clerk."""
    return AnnexFile(
        corner=Para("05/KH-UBND; 2026-10-15T09:30:00+07:00", size=10, align="right"),
        kind=None,
        subject=[],
        number_type='<w:pgNumType w:start="1"/>',
        body=list(plan().annexes[0]),
    )


KINDS: dict[str, Callable[[], WordDocument]] = {
    "báo cáo": report,
    "công văn": letter,
    "tờ trình": submission,
    "quyết định": decision,
    "kế hoạch": plan,
    "thông báo": notice,
    "giấy mời": invitation,
    "biên bản": minutes,
}
