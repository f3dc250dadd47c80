"""The headings of the register of products: what a result says, and what our own register shows besides."""

RESULT, SHOWN = "result.", "shown."
RESULT_HEADINGS = {
    "result.star": (
        "hạng sao",
        "số sao",
        "sao",
        "xếp hạng",
        "hạng sao hiện tại",
        "phân hạng",
        "kết quả phân hạng",
    ),
    "result.score": ("điểm", "số điểm", "tổng điểm"),
    "result.number": (
        "số quyết định",
        "số qđ",
        "số quyết định công nhận",
        "quyết định công nhận",
        "quyết định",
    ),
    "result.on": (
        "ngày quyết định",
        "ngày qđ",
        "ngày công nhận",
        "ngày ban hành",
        "ngày quyết định công nhận",
    ),
    "result.issuer": (
        "cơ quan ban hành",
        "cơ quan quyết định",
        "cơ quan công nhận",
        "cơ quan cấp",
        "cơ quan",
    ),
    "result.certificate": ("số giấy chứng nhận", "giấy chứng nhận", "số gcn"),
    "result.certificate_on": ("ngày cấp giấy chứng nhận", "ngày cấp gcn"),
    "result.expires_on": ("ngày hết hạn", "hết hạn", "thời hạn", "hiệu lực đến", "có giá trị đến"),
}
"""Headings of what a result says: registers show it, and no person states it in a dossier."""
NUMBERS = ("result.number", "result.certificate", "paper")
"""What is a number of a paper, in a register and in a table of acts: “12/5” there is no day."""
ID, STANDING, SERIAL = f"{SHOWN}id", f"{SHOWN}standing", "serial"
WITHDRAWN = "đã thu hồi"
SHOWN_HEADINGS = {
    ID: "Mã hồ sơ",
    f"{SHOWN}stage": "Trạng thái hồ sơ",
    STANDING: "Giá trị của giấy chứng nhận",
    f"{SHOWN}opens": "Nộp phân hạng lại từ ngày",
    f"{SHOWN}closes": "Nộp phân hạng lại đến hết ngày",
    f"{SHOWN}missing": "Giấy tờ còn thiếu",
    f"{SHOWN}lapsing": "Giấy tờ hết hạn, sắp hết hạn",
}
"""Headings of what our own register shows: worked out from the dossier, not taken in again."""
