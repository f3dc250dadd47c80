"""What an official has of one product of the example commune, in the words that she types; all of it invented.

The program that counts them is ``bench/keys.py``.
"""

CELLS: list[tuple[str, str, str, int]] = [  # sheet, label, text, row of a list (0: none)
    ("Phiếu", "Tên sản phẩm", "Sâm dây sấy Xốp", 0),
    ("Phiếu", "Bộ sản phẩm", "20", 0),
    ("Phiếu", "Mô tả sản phẩm", "Củ sâm dây rửa sạch, sấy lạnh, đóng hộp.", 0),
    ("Phiếu", "Quy cách", "Hộp 100 g", 0),
    ("Phiếu", "Tiêu chuẩn", "TCCS 01:2026 (ví dụ)", 0),
    ("Phiếu", "Giới tính", "Nữ", 0),
    ("Phiếu", "Dân tộc", "Xơ Đăng", 0),
    ("Phiếu", "Địa chỉ thường trú", "Nhà số 0, thôn Ví Dụ Một, xã Xốp (hư cấu)", 0),
    ("Phiếu", "Điện thoại", "0900000011", 0),
    ("Phiếu", "Tên chủ thể", "HTX Dược liệu Ví Dụ", 0),
    ("Phiếu", "Loại hình tổ chức", "htx", 0),
    ("Phiếu", "Họ và tên người đại diện pháp luật", "Y Sâm Mẫu, Giám đốc", 0),
    ("Phiếu", "Địa chỉ cơ sở", "Thôn Ví Dụ Một", 0),
    ("Phiếu", "Số đăng ký", "0000-VD", 0),
    ("Phiếu", "Ngày cấp", "4/5/2023", 0),
    ("Phiếu", "Cơ quan cấp", "Phòng đăng ký kinh doanh ví dụ", 0),
    ("Phiếu", "Ngày thành lập", "1/6/2022", 0),
    ("Phiếu", "Do phụ nữ đứng đầu", "x", 0),
    ("Phiếu", "Do người dân tộc thiểu số đứng đầu", "x", 0),
    ("Phiếu", "Lịch sử hình thành", "Thành lập năm 2022 từ nhóm hộ trồng sâm dây.", 0),
    ("Phiếu", "Cơ cấu tổ chức", "Hội đồng quản trị, tổ trồng, tổ sơ chế, tổ bán hàng.", 0),
    ("Phiếu", "Hạng sao mong muốn", "3", 0),
    (
        "Phiếu",
        "Ý tưởng và nguồn gốc ý tưởng",
        "Sâm dây mọc tự nhiên trên núi cao, nay trồng dưới tán và sấy lạnh để giữ chất.",
        0,
    ),
    (
        "Phiếu",
        "Điểm khác biệt so với sản phẩm cùng loại",
        "Trồng trên độ cao hơn 1.200 m, củ nhỏ nhưng thơm.",
        0,
    ),
    ("Phiếu", "Khách hàng, thị trường nhắm tới", "Cửa hàng dược liệu, khách du lịch.", 0),
    ("Phiếu", "Nhu cầu hỗ trợ", "Hỗ trợ thiết kế bao bì, truy xuất nguồn gốc.", 0),
    ("Phiếu", "Mức nguồn gốc ý tưởng", "3", 0),
    (
        "Phiếu",
        "Lý do mức nguồn gốc ý tưởng",
        "Cây dược liệu đặc trưng của vùng núi trong tỉnh, chế biến từ nguyên liệu của xã.",
        0,
    ),
    ("Phiếu", "Tổng số lao động", "24", 0),
    ("Phiếu", "Lao động thường trú trong xã", "18", 0),
    ("Phiếu", "Lao động trong địa bàn huyện cũ", "21", 0),
    ("Phiếu", "Lao động trong tỉnh", "23", 0),
    ("Phiếu", "Lao động nữ", "15", 0),
    ("Phiếu", "Lao động người dân tộc thiểu số", "20", 0),
    ("Phiếu", "Giá trị văn hóa", "Củ sâm dây là quà biếu người ốm, người già trong làng.", 0),
    ("Phiếu", "Tri thức bản địa", "Biết chọn giống củ dài, trồng dưới tán cây giữ ẩm.", 0),
    ("Phiếu", "Kinh nghiệm sản xuất của cộng đồng", "Hơn mười hộ trồng lâu năm truyền cách làm.", 0),
    ("Phiếu", "Phương thức sản xuất đặc trưng", "Thu hoạch sau hai mùa mưa, sấy lạnh trong ngày.", 0),
    (
        "Phiếu",
        "Câu chuyện sản phẩm",
        "Người già trong làng kể: mùa đói, cả nhà lên núi đào củ sâm dây về nấu cháo. Nay cháu con trồng lại loài cây đã nuôi làng.",
        0,
    ),
    ("Phiếu", "Mức bản sắc", "4", 0),
    ("Phiếu", "Lý do mức bản sắc", "Câu chuyện mang sắc thái của làng, gắn với cây sâm dây.", 0),
    ("Phiếu", "Vùng nguyên liệu và công nghệ", "Vùng trồng 4 ha, lò sấy lạnh 50 kg mỗi mẻ.", 0),
    ("Phiếu", "Thị trường", "Sáu điểm bán trong và ngoài tỉnh.", 0),
    ("Phiếu", "Số đại lý, điểm bán", "6", 0),
    ("Phiếu", "Năng lực sản xuất", "1.200 hộp mỗi năm", 0),
    ("Phiếu", "Tỷ lệ tiêu thụ qua hợp đồng (%)", "80", 0),
    ("Phiếu", "Tăng trưởng (tự khai)", "1", 0),
    ("Phiếu", "Mức tăng trưởng tự khai (%)", "22,5", 0),
    (
        "Phiếu",
        "Phương án, kế hoạch sản xuất, kinh doanh",
        "Mở rộng vùng trồng lên 6 ha, làm nhãn hiệu, bán trên sàn thương mại điện tử.",
        0,
    ),
    ("Nguyên liệu", "Tên nguyên liệu", "Sâm dây tươi trồng tại xã", 1),
    ("Nguyên liệu", "Tỷ lệ (%)", "70", 1),
    ("Nguyên liệu", "Nguồn gốc", "1", 1),
    ("Nguyên liệu", "Nơi trồng, nuôi, khai thác", "Thôn Ví Dụ Một", 1),
    ("Nguyên liệu", "Tên nguyên liệu", "Sâm dây thu mua trong tỉnh", 2),
    ("Nguyên liệu", "Tỷ lệ (%)", "20", 2),
    ("Nguyên liệu", "Nguồn gốc", "3", 2),
    ("Nguyên liệu", "Người cung cấp", "Các hộ liên kết", 2),
    ("Nguyên liệu", "Tên nguyên liệu", "Sâm dây mua tỉnh khác", 3),
    ("Nguyên liệu", "Tỷ lệ (%)", "10", 3),
    ("Nguyên liệu", "Nguồn gốc", "4", 3),
    ("Số liệu theo năm", "Năm", "2024", 1),
    ("Số liệu theo năm", "Doanh thu (đồng)", "320tr", 1),
    ("Số liệu theo năm", "Sản lượng", "900 hộp", 1),
    ("Số liệu theo năm", "Năm", "2025", 2),
    ("Số liệu theo năm", "Doanh thu (đồng)", "392tr", 2),
    ("Số liệu theo năm", "Sản lượng", "1.100 hộp", 2),
]

_HEAD = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
_DAY = "Xốp, ngày 10 tháng 3 năm 2026\n"
PAPERS = {  # name that a scanner gives the file: the text that the PDF holds
    "scan001": f"{_HEAD}{_DAY}PHIẾU ĐĂNG KÝ",
    "scan002": f"{_HEAD}{_DAY}BÁO CÁO TỰ ĐÁNH GIÁ",
    "scan003": f"{_HEAD}PHÒNG ĐĂNG KÝ KINH DOANH VÍ DỤ\nSố: 0000-VD\n{_DAY}GIẤY CHỨNG NHẬN ĐĂNG KÝ KINH DOANH",
    "scan004": f"{_HEAD}{_DAY}XÁC NHẬN VÙNG NGUYÊN LIỆU VÀ HỢP ĐỒNG LIÊN KẾT",
    "scan005": f"{_HEAD}{_DAY}DANH SÁCH LAO ĐỘNG",
    "scan006": f"{_DAY}CÂU CHUYỆN SẢN PHẨM",
    "scan007": f"{_HEAD}CƠ QUAN CẤP PHÉP VÍ DỤ\nSố: 02/GCN-VD\n{_DAY}GIẤY CHỨNG NHẬN ĐỦ ĐIỀU KIỆN SẢN XUẤT\n"
    "Giấy này có giá trị đến hết ngày 10 tháng 3 năm 2029.",
    "scan008": f"{_HEAD}{_DAY}BẢN TỰ CÔNG BỐ SẢN PHẨM",
    "scan009": f"{_HEAD}TRUNG TÂM KIỂM NGHIỆM VÍ DỤ\nSố: 17/KN-VD\n{_DAY}PHIẾU KIỂM NGHIỆM",
}

_SELF = "331323223233443333334323"  # the level of each criterion that no fact decides, as the producer's report has it
ACTS: list[tuple[str, str, tuple[str, ...]]] = [  # day, command, answers
    ("2026-01-12", "ocop form --kind hồ-sơ --as sheet", ()),
    ("2026-01-12", "ocop intake ho-so.xlsx", ("1",)),
    ("2026-02-05", "ocop select", ("3", "1", "Có vùng trồng, có đầu ra, nhiều lao động địa phương.")),
    (
        "2026-11-09",
        "ocop receive sam --from giay --scores",
        # files right, originals, signed; the paper of the idea is another one, all right; samples, slip
        ("1", "1", "1", "20", "4", "1", "5", "04/2026", "20/10/2026", *_SELF),
    ),
    ("2026-11-12", "ocop evaluate sam", ()),
    ("2026-11-12", "ocop submit sam", ()),
]
SIGN = (  # answers to the last act with -i: number and signed scan of both papers; an empty answer takes today
    *("", "31", "1.pdf"),
    *("", "32", "2.pdf"),
)
SEND = ("", "Văn thư", "Sở NN&MT")  # what it asks next, once the signed package is there
