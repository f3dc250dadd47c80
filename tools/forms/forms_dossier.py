"""Papers about a single dossier: self-assessment, receipt, check of its form, the letter on what is missing."""

from forms.blocks import (
    FOOT_GRID,
    each,
    foot,
    layout,
    letter_header,
    maker,
    nation,
    p,
    rule,
    signer,
    small,
    table,
    when,
)
from forms.package import section
from forms.printed import newest_form, printed


def self_assessment() -> str:
    """Báo cáo tự đánh giá (Mẫu số 02), as the decision prints it, with the annex of evidence that it speaks of."""
    ours = {"criteria": _criteria(), "evidence": _evidence()}
    return printed(newest_form("self_assessment"), ours, {"years": _years()})


def _years() -> str:
    return table(
        (1200, 2600, 2600, 2671),
        ("Năm", "Doanh thu (đồng)", "Lợi nhuận (đồng)", "Sản lượng"),
        "years",
        ("{{ row.year }}", "{{ row.revenue }}", "{{ row.profit }}", "{{ row.output }}"),
        centred=(0, 1, 2, 3),
    )


def _criteria() -> str:
    return table(
        (700, 3371, 900, 900, 3200),
        ("TT", "Tiêu chí", "Tối đa", "Tự chấm", "Mô tả, minh chứng"),
        "criteria",
        ("{{ row.code }}", "{{ row.text }}", "{{ row.most }}", "{{ row.points }}", "{{ row.proof }}"),
        centred=(0, 2, 3),
        strong="row.strong",
        last=("", "Tổng cộng", "{{ maximum }}", "{{ total }}", ""),
    )


def _evidence() -> str:
    """The annex is a page of its own, numbered from 1."""
    return "".join([
        small("{{ form_source }}"),
        section(last=False),
        p("Phụ lục", "Annex"),
        p("TÀI LIỆU MINH CHỨNG KÈM THEO BÁO CÁO", "AnnexName"),
        p("(Sản phẩm {{ product_name }} của {{ producer_name }})", "AnnexNote"),
        rule(),
        table(
            (600, 3571, 4000, 900),
            ("TT", "Loại minh chứng", "Giấy tờ trong hồ sơ", "Số trang"),
            "evidence",
            ("{{ row.number }}", "{{ row.name }}", "{{ row.papers }}", "{{ row.pages }}"),
            centred=(0, 3),
        ),
        section(restart=True),
    ])  # fmt: skip


def receipt() -> str:
    """Phiếu tiếp nhận hồ sơ: one copy for the producer, one for the office."""
    return "".join([
        nation(),
        p("PHIẾU TIẾP NHẬN HỒ SƠ", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("1. Đơn vị tiếp nhận: {{ unit }}, {{ issuer }}."),
        p("2. {{ reception }}."),
        p("3. Chủ thể nộp: {{ producer_name }}; người đại diện: {{ representative }}."),
        p("4. Sản phẩm: {{ product_name }} ({{ product_group }}; {{ registration_kind }})."),
        p("5. Giấy tờ đã nhận:"),
        each("line", "papers", p("- {{ line }}")),
        p("6. Sản phẩm mẫu đã nhận: {{ samples }}."),
        p("7. Thời hạn {{ issuer }} kiểm tra, đánh giá, gửi đề nghị cấp tỉnh: {{ due }} ({{ decision }})."),
        p("Phiếu lập thành 02 bản, chủ thể giữ 01 bản, đơn vị tiếp nhận lưu 01 bản.", "Lead"),
        layout(FOOT_GRID, _hand("NGƯỜI NỘP", "representative"), _hand("NGƯỜI TIẾP NHẬN", "receiver")),
        section(),
    ])  # fmt: skip


def control_slip() -> str:
    """Phiếu kiểm soát quá trình giải quyết hồ sơ: every hand-over, with rows for those to come."""
    return "".join([
        nation(),
        p("PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("Đơn vị giải quyết: {{ unit }}, {{ issuer }}. Số phiếu đăng ký: {{ slip_number }}."),
        p("Chủ thể: {{ producer_name }}; {{ registration_kind }}."),
        p("Thời hạn {{ issuer }} kiểm tra, đánh giá, gửi đề nghị cấp tỉnh: {{ due }}.", "TableLead"),
        table(
            (600, 2771, 1300, 2100, 2300),
            ("TT", "Bước, trạng thái hồ sơ", "Ngày", "Người giao, nhận", "Ghi chú"),
            "items",
            ("{{ row.number }}", "{{ row.stage }}", "{{ row.on }}", "{{ row.by }}", "{{ row.note }}"),
            centred=(0, 2),
        ),
        p("Phiếu đi cùng hồ sơ giấy; mỗi lần giao, nhận ghi một dòng.", "Lead"),
        maker("NGƯỜI LẬP PHIẾU"),
        section(),
    ])  # fmt: skip


def format_check() -> str:
    """Phiếu kiểm tra thể thức hồ sơ: what was received, what is missing (the plan, V.1)."""
    return "".join([
        nation(),
        p("PHIẾU KIỂM TRA THỂ THỨC HỒ SƠ", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("Chủ thể: {{ producer_name }}. Nhóm sản phẩm: {{ product_group }}; {{ registration_kind }}."),
        p("Quyết định áp dụng: {{ decision }}.", "TableLead"),
        table(
            (600, 3671, 1400, 2100, 1300),
            ("TT", "Thành phần hồ sơ", "Yêu cầu", "Đã nhận", "Kết quả"),
            "items",
            ("{{ row.number }}", "{{ row.name }}", "{{ row.need }}", "{{ row.received }}", "{{ row.state }}"),
            centred=(0, 2, 4),
        ),
        when("lacks", p("Các điểm cần bổ sung, hoàn thiện:"), each("line", "lacks", p("- {{ line }}"))),
        p("Kết luận: {{ verdict }}.", "Lead"),
        maker("NGƯỜI KIỂM TRA"),
        section(),
    ])  # fmt: skip


def completion_letter() -> str:
    """Công văn hướng dẫn chủ thể hoàn thiện hồ sơ."""
    return "".join([
        letter_header(),
        p("Kính gửi: {{ addressee }}.", "AddressTo"),
        each("line", "grounds", p("{{ line }}", "Ground")),
        p("{{ opening }}", "TableLead"),
        _to_add(),
        p("{{ closing }}./.", "Lead"),
        foot(),
        section(),
    ])  # fmt: skip


def raising_letter() -> str:
    """Công văn hướng dẫn chủ thể nâng hạng sản phẩm."""
    return "".join([
        letter_header(),
        p("Kính gửi: {{ addressee }}.", "AddressTo"),
        each("line", "grounds", p("{{ line }}", "Ground")),
        p("{{ opening }}"),
        p("Để đạt hạng {{ star }} sao cần từ {{ wanted }} điểm và đủ các yêu cầu tối thiểu. Phương án cần ít công sức nhất như sau:", "TableLead"),
        table(
            (600, 2971, 2700, 1500, 1300),
            ("TT", "Tiêu chí, mức cần đạt", "Việc, người làm", "Kinh phí dự kiến (đồng)", "Xong trước ngày"),
            "items",
            ("{{ row.number }}", "{{ row.criterion }}", "{{ row.work }}", "{{ row.money }}", "{{ row.due }}"),
            centred=(0, 3, 4),
        ),
        p("Kinh phí dự kiến cộng {{ total }} đồng; số tiền, số ngày nêu trên là dự kiến, thực hiện theo báo giá thực tế."),
        when("unanswered", p("Các tiêu chí chưa tự chấm, tạm tính mức thấp nhất: {{ unanswered }}.")),
        p("{{ closing }}./.", "Lead"),
        foot(),
        section(),
    ])  # fmt: skip


def return_letter() -> str:
    """Công văn trả lại hồ sơ để chủ thể hoàn thiện."""
    return "".join([
        letter_header(),
        p("Kính gửi: {{ addressee }}.", "AddressTo"),
        each("line", "grounds", p("{{ line }}", "Ground")),
        p("{{ opening }}"),
        each("line", "reasons", p("- {{ line }}")),
        when("items", p("Các điểm cần bổ sung:", "TableLead"), _to_add()),
        p("{{ closing }}./.", "Lead"),
        foot(),
        section(),
    ])  # fmt: skip


def _to_add() -> str:
    """The table of what the producer is to add; places of the law only where one is known."""
    heads = ("TT", "Điểm cần bổ sung", "Cách hoàn thiện", "Căn cứ")
    cells = ("{{ row.number }}", "{{ row.lack }}", "{{ row.cure }}", "{{ row.cite }}")
    return "".join([
        when("has_cites", table((600, 3971, 2600, 1900), heads, "items", cells)),
        when("not has_cites", table((600, 5171, 3300), heads[:-1], "items", cells[:-1])),
    ])  # fmt: skip


def _hand(role: str, name: str) -> str:
    return p(role, "Power") + p("(Ký, ghi rõ họ tên)", "SignNote") + signer(name)
