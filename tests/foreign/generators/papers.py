"""Fictional papers of a commune as plain values, right in every point that a page shows; faults are planted later."""

from __future__ import annotations

from typing import Any

Paper = dict[str, Any]
COMMITTEE = "ỦY BAN NHÂN DÂN"
TEXT = "text"
TITLE = "title"  # stands alone on its line, bold
BIG = "big"  # I. CAPITALS, bold
ARTICLE = "article"  # the opening words are bold
CENTRE = "centre"


def _paper(**own: Any) -> Paper:
    return {
        "agency": [[COMMITTEE, True], ["XÃ ĐÁ BẠC", True]],
        "nation": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "motto": "Độc lập - Tự do - Hạnh phúc",
        "date": "Đá Bạc, ngày 05 tháng 3 năm 2026",
        "kind": "", "about": "", "subject": [], "authority": "", "grounds": [], "order": "",
        "address": [], "annex": [], "data_table": [],
        "copies": ["- Như trên;", "- Lưu: VT, KT."],
        "powers": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
        "signer": "Trần Văn Mẫu",
        **own,
    }  # fmt: skip


def decision() -> Paper:
    return _paper(
        kind="QUYẾT ĐỊNH",
        number="Số: 12/QĐ-UBND",
        subject=["Về việc thành lập Tổ công tác kiểm tra đường giao thông nông thôn"],
        authority="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐÁ BẠC",
        grounds=[
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "Căn cứ Quyết định số 45/QĐ-UBND ngày 12 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Sơn Hà về việc giao nhiệm vụ quản lý đường giao thông nông thôn;",
            "Theo đề nghị của Trưởng phòng Kinh tế xã Đá Bạc.",
        ],
        order="QUYẾT ĐỊNH:",
        body=[
            [
                ARTICLE,
                "Điều 1.",
                " Thành lập Tổ công tác kiểm tra đường giao thông nông thôn trên địa bàn xã Đá Bạc gồm năm thành viên do Trưởng phòng Kinh tế làm tổ trưởng.",
            ],
            [
                ARTICLE,
                "Điều 2.",
                " Tổ công tác kiểm tra toàn bộ các tuyến đường thôn, lập biên bản và báo cáo Chủ tịch Ủy ban nhân dân xã trước ngày 30 tháng 4 năm 2026.",
            ],
            [
                ARTICLE,
                "Điều 3.",
                " Chánh Văn phòng, Trưởng phòng Kinh tế và các thành viên có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
            ],
        ],
        copies=["- Như Điều 3;", "- Thường trực Đảng ủy xã;", "- Lưu: VT, KT."],
        powers=["CHỦ TỊCH"],
    )


def letter() -> Paper:
    return _paper(
        number="Số: 08/UBND-KT",
        about="V/v báo cáo tình hình sử dụng nước sạch nông thôn",
        address=["Kính gửi: Sở Nông nghiệp và Môi trường tỉnh Sơn Hà."],
        body=[
            [
                TEXT,
                "Thực hiện yêu cầu của Sở Nông nghiệp và Môi trường về việc rà soát công trình cấp nước, Ủy ban nhân dân xã Đá Bạc báo cáo tình hình sử dụng nước sạch trên địa bàn xã.",
            ],
            [
                TEXT,
                "Toàn xã có mười hai công trình cấp nước đang hoạt động, phục vụ hơn hai nghìn hộ dân; ba công trình cần sửa chữa trước mùa khô năm nay.",
            ],
            [TEXT, "Ủy ban nhân dân xã Đá Bạc kính đề nghị Sở Nông nghiệp và Môi trường xem xét, hỗ trợ./."],
        ],
        powers=["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        signer="Lê Thị Ví Dụ",
    )


def letter_to_many() -> Paper:
    return letter() | {
        "address": ["Kính gửi:", "- Sở Tài chính tỉnh Sơn Hà;", "- Sở Nông nghiệp và Môi trường tỉnh Sơn Hà."]
    }


def submission() -> Paper:
    return _paper(
        kind="TỜ TRÌNH",
        number="Số: 21/TTr-UBND",
        subject=["Về việc hỗ trợ kinh phí sửa chữa nhà văn hóa thôn Bản Mới"],
        address=["Kính gửi: Ủy ban nhân dân tỉnh Sơn Hà."],
        body=[
            [
                TEXT,
                "Nhà văn hóa thôn Bản Mới được xây dựng từ nhiều năm trước, hiện mái và nền đã hư hỏng nặng, không bảo đảm an toàn khi hội họp.",
            ],
            [TITLE, "1. Sự cần thiết"],
            [
                TEXT,
                "Thôn có hai trăm hộ, mỗi tháng họp hai lần; ngoài nhà văn hóa không có nơi họp nào khác.",
            ],
            [TITLE, "2. Nội dung đề nghị"],
            [TEXT, "a) Hỗ trợ kinh phí thay mái và lát lại nền nhà văn hóa;"],
            [TEXT, "b) Cho phép thực hiện trong quý II năm 2026."],
            [TEXT, "Ủy ban nhân dân xã Đá Bạc kính trình Ủy ban nhân dân tỉnh xem xét, quyết định./."],
        ],
    )


def report() -> Paper:
    return _paper(
        kind="BÁO CÁO",
        number="Số: 33/BC-UBND",
        subject=["Kết quả công tác phòng chống thiên tai năm 2025"],
        body=[
            [
                TEXT,
                "Ủy ban nhân dân xã Đá Bạc báo cáo kết quả công tác phòng chống thiên tai trên địa bàn xã năm 2025 như sau:",
            ],
            [BIG, "I. TÌNH HÌNH CHUNG"],
            [
                TEXT,
                "1. Trong năm có ba đợt mưa lớn gây ngập cục bộ tại hai thôn ven suối, không có thiệt hại về người.",
            ],
            [
                TEXT,
                "2. Xã đã di dời tạm thời mười bốn hộ dân đến nơi an toàn và cấp lương thực trong năm ngày.",
            ],
            [BIG, "II. NHIỆM VỤ TRỌNG TÂM NĂM 2026"],
            [TEXT, "1. Củng cố đội xung kích của các thôn, tổ chức tập huấn hai lần trong năm."],
            [TEXT, "2. Khơi thông cống rãnh trước mùa mưa; kiểm tra các điểm có nguy cơ sạt lở."],
            [TEXT, "Trên đây là báo cáo của Ủy ban nhân dân xã Đá Bạc./."],
        ],
        copies=["- Ủy ban nhân dân tỉnh Sơn Hà;", "- Thường trực Hội đồng nhân dân xã;", "- Lưu: VT, KT."],
    )


def plan() -> Paper:
    return _paper(
        kind="KẾ HOẠCH",
        number="Số: 15/KH-UBND",
        subject=["Tổ chức Ngày hội văn hóa các thôn năm 2026"],
        body=[
            [
                TEXT,
                "Ủy ban nhân dân xã Đá Bạc xây dựng Kế hoạch tổ chức Ngày hội văn hóa các thôn năm 2026 như sau:",
            ],
            [BIG, "I. MỤC ĐÍCH, YÊU CẦU"],
            [
                TEXT,
                "Giữ gìn bản sắc văn hóa, tăng cường đoàn kết giữa các thôn; tổ chức vui tươi, an toàn, tiết kiệm.",
            ],
            [BIG, "II. NỘI DUNG"],
            [TITLE, "1. Thời gian, địa điểm"],
            [TEXT, "Hai ngày, 18 và 19 tháng 4 năm 2026, tại sân vận động xã."],
            [TITLE, "2. Các hoạt động"],
            [TEXT, "a) Thi văn nghệ, thi nấu ăn;"],
            [TEXT, "b) Thi kéo co, đẩy gậy, bắn nỏ;"],
            [TEXT, "c) Trưng bày sản phẩm của các thôn."],
            [BIG, "III. TỔ CHỨC THỰC HIỆN"],
            [TEXT, "Phòng Văn hóa - Xã hội chủ trì, phối hợp với các thôn thực hiện Kế hoạch này./."],
        ],
        copies=["- Thường trực Đảng ủy xã;", "- Các thôn;", "- Lưu: VT, VHXH."],
        powers=["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        signer="Lê Thị Ví Dụ",
    )


def notice() -> Paper:
    return _paper(
        kind="THÔNG BÁO",
        number="Số: 07/TB-UBND",
        subject=["Lịch tiếp công dân quý II năm 2026"],
        body=[
            [TEXT, "Ủy ban nhân dân xã Đá Bạc thông báo lịch tiếp công dân quý II năm 2026 như sau:"],
            [TEXT, "1. Chủ tịch Ủy ban nhân dân xã tiếp công dân vào thứ Ba hằng tuần tại trụ sở."],
            [TEXT, "2. Ngày thường, công chức Văn phòng tiếp công dân trong giờ làm việc."],
            [TEXT, "Ủy ban nhân dân xã thông báo để các tổ chức và Nhân dân được biết./."],
        ],
        copies=["- Các thôn;", "- Trang thông tin điện tử xã;", "- Lưu: VT."],
    )


def minutes() -> Paper:
    return _paper(
        kind="BIÊN BẢN",
        number="Số: 03/BB-UBND",
        date="",
        subject=["Họp bàn phương án sửa chữa kênh tưới"],
        body=[
            [TEXT, "Thời gian bắt đầu: 08 giờ 00 phút, ngày 06 tháng 3 năm 2026."],
            [TEXT, "Địa điểm: Phòng họp Ủy ban nhân dân xã Đá Bạc."],
            [TEXT, "Thành phần tham dự: đại diện các phòng và năm trưởng thôn."],
            [TEXT, "Chủ trì (chủ tọa): ông Trần Văn Mẫu, Chủ tịch Ủy ban nhân dân xã."],
            [TEXT, "Thư ký (người ghi biên bản): bà Lê Thị Ví Dụ."],
            [TEXT, "Nội dung: Cuộc họp thống nhất sửa kênh tưới thôn Bản Mới trước vụ mùa."],
            [TEXT, "Cuộc họp kết thúc vào 10 giờ 30 phút, ngày 06 tháng 3 năm 2026./."],
        ],
        copies=["- Lưu: VT, Hồ sơ."],
        powers=["CHỦ TỌA"],
        minutes=True,
    )


def invitation() -> Paper:
    return _paper(
        kind="GIẤY MỜI",
        number="Số: 09/GM-UBND",
        subject=["Dự họp giao ban công tác tháng 3 năm 2026"],
        body=[
            [TEXT, "Ủy ban nhân dân xã Đá Bạc trân trọng kính mời: Trưởng các phòng, trưởng các thôn."],
            [TEXT, "Tới dự họp giao ban công tác tháng 3 năm 2026."],
            [TEXT, "Chủ trì: ông Trần Văn Mẫu, Chủ tịch Ủy ban nhân dân xã."],
            [TEXT, "Thời gian: 08 giờ 00 phút, thứ Hai, ngày 09 tháng 3 năm 2026."],
            [TEXT, "Địa điểm: Hội trường Ủy ban nhân dân xã Đá Bạc./."],
        ],
        copies=["- Như trên;", "- Lưu: VT."],
        powers=["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"],
        signer="Phạm Văn Thí Dụ",
    )


def resolution() -> Paper:
    return _paper(
        agency=[["HỘI ĐỒNG NHÂN DÂN", True], ["XÃ ĐÁ BẠC", True]],
        kind="NGHỊ QUYẾT",
        number="Số: 04/NQ-HĐND",
        subject=["Về việc thông qua danh mục công trình năm 2026"],
        authority="HỘI ĐỒNG NHÂN DÂN XÃ ĐÁ BẠC",
        grounds=[
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "Xét Tờ trình số 21/TTr-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân xã Đá Bạc về việc thông qua danh mục công trình.",
        ],
        order="QUYẾT NGHỊ:",
        body=[
            [
                ARTICLE,
                "Điều 1.",
                " Thông qua danh mục sáu công trình hạ tầng của xã Đá Bạc thực hiện trong năm 2026.",
            ],
            [ARTICLE, "Điều 2.", " Giao Ủy ban nhân dân xã tổ chức thực hiện Nghị quyết này./."],
        ],
        copies=["- Như Điều 2;", "- Lưu: VT."],
        powers=["TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"],
    )


def circular() -> Paper:
    return _paper(
        agency=[["BỘ VÍ DỤ", True]],
        kind="THÔNG TƯ",
        number="Số: 05/2026/TT-BVD",
        date="Hà Nội, ngày 12 tháng 3 năm 2026",
        subject=["Quy định mẫu sổ theo dõi công trình nông thôn"],
        grounds=[
            "Căn cứ Nghị định số 99/2025/NĐ-CP ngày 10 tháng 10 năm 2025 của Chính phủ quy định chức năng, nhiệm vụ của Bộ Ví dụ;",
            "Theo đề nghị của Vụ trưởng Vụ Hạ tầng.",
        ],
        body=[
            [ARTICLE, "Điều 1. Phạm vi điều chỉnh", ""],
            [TEXT, "Thông tư này quy định mẫu sổ theo dõi công trình nông thôn."],
            [ARTICLE, "Điều 2. Hiệu lực thi hành", ""],
            [TEXT, "Thông tư này có hiệu lực từ ngày 01 tháng 5 năm 2026./."],
        ],
        copies=["- Các bộ, ngành;", "- Lưu: VT, HT (5b)."],
        powers=["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"],
    )


def office_slip() -> Paper:
    return _paper(
        agency=[["UBND XÃ ĐÁ BẠC", False], ["PHÒNG KINH TẾ", True]],
        kind="PHIẾU TRÌNH",
        number="",
        date="Đá Bạc, ngày 10 tháng 3 năm 2026",
        subject=["Giải quyết công việc"],
        address=["Kính gửi: Chủ tịch Ủy ban nhân dân xã Đá Bạc."],
        body=[
            [TEXT, "Phòng Kinh tế trình Chủ tịch dự thảo công văn gửi Sở Tài chính."],
            [TEXT, "Ý kiến của Chủ tịch: ………………………………………………………"],
        ],
        copies=[],
        powers=["TRƯỞNG PHÒNG"],
        signer="Hoàng Văn Giả",
    )


def department_letter() -> Paper:
    return letter() | {
        "agency": [["UBND XÃ ĐÁ BẠC", False], ["PHÒNG KINH TẾ", True]],
        "number": "Số: 14/PKT-NN",
        "about": "V/v đăng ký lớp tập huấn trồng rừng",
        "address": ["Kính gửi: Trung tâm Khuyến nông tỉnh Sơn Hà."],
        "powers": ["KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"],
        "copies": ["- Như trên;", "- Lưu: VT."],
    }


def long_report() -> Paper:
    """Three pages: the page numbers are seen."""
    base = report()
    more = [
        [TEXT, f"{n}. Thôn số {n} đã rà soát nhà cửa, cầu cống và kênh mương, lập danh sách các hộ ở nơi có nguy cơ sạt lở, bố trí người trực trong những ngày mưa lớn và báo cáo kịp thời về Ban chỉ huy của xã theo quy định."]
        for n in range(1, 21)
    ]  # fmt: skip
    return base | {"body": [*base["body"][:2], *more, *base["body"][4:]]}


ALL = {
    "decision": decision, "letter": letter, "letter-to-many": letter_to_many, "submission": submission,
    "report": report, "plan": plan, "notice": notice, "minutes": minutes, "invitation": invitation,
    "resolution": resolution, "circular": circular, "office-slip": office_slip,
    "department-letter": department_letter, "long-report": long_report,
}  # fmt: skip
