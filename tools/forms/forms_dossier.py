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
    table,
    when,
)
from forms.forms_slips import producer_signature
from forms.package import section


def self_assessment() -> str:
    """Báo cáo tự đánh giá của chủ thể (Mẫu số 02); part III refers to the score sheet and lists the evidence."""
    return "".join([
        nation(),
        p("BÁO CÁO", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("({{ form_source }})", "AnnexNote"),
        p("Kính gửi: {{ addressee }}.", "AddressTo"),
        _general(),
        _results(),
        p("IV. KẾ HOẠCH SẢN XUẤT, KINH DOANH", "Part"),
        p("{{ business_plan }}"),
        p("Chủ thể cam đoan các thông tin, giấy tờ nêu trên là đúng sự thật và chịu trách nhiệm trước pháp luật.", "Lead"),
        producer_signature(),
        section(),
    ])  # fmt: skip


def _general() -> str:
    return "".join([
        p("I. THÔNG TIN CHUNG", "Part"),
        p("1. Tên chủ thể: {{ producer_name }}."),
        p("2. Loại hình tổ chức: {{ producer_kind }}."),
        p("3. Địa chỉ: {{ address }}. Điện thoại: {{ phone }}. Thư điện tử: {{ email }}."),
        p(
            "4. Người đại diện: {{ representative }}; giới tính: {{ gender }}; dân tộc: {{ ethnicity }}; "
            "địa chỉ thường trú: {{ permanent_address }}."
        ),
        p("5. Ngày thành lập: {{ founded_on }}; giấy đăng ký kinh doanh: {{ licence }}."),
        p("6. Sản phẩm: {{ product_name }} ({{ product_group }}); lần đăng ký: {{ registration_kind }}."),
        p("7. Quy cách: {{ specification }}."),
        p("Tiêu chuẩn: {{ standard }}."),
        p("8. Giấy tờ đã có:"),
        each("line", "boxes", p("{{ line }}")),
        p("9. Lịch sử hình thành: {{ history }}"),
        p("10. Cơ cấu tổ chức: {{ organisation }}"),
    ])  # fmt: skip


def _results() -> str:
    return "".join([
        p("II. KẾT QUẢ THỰC HIỆN PHƯƠNG ÁN SẢN XUẤT, KINH DOANH", "Part"),
        p("1. Nguyên liệu: {{ materials }}. Vùng nguyên liệu và công nghệ: {{ technology }}"),
        p("2. Thay đổi về chất lượng, bao bì: {{ changes }}"),
        p("3. Thị trường: {{ market }}"),
        p("4. Doanh thu, lợi nhuận, sản lượng:", "TableLead"),
        table(
            (1200, 2600, 2600, 2671),
            ("Năm", "Doanh thu (đồng)", "Lợi nhuận (đồng)", "Sản lượng"),
            "years",
            ("{{ row.year }}", "{{ row.revenue }}", "{{ row.profit }}", "{{ row.output }}"),
            centred=(0, 1, 2, 3),
        ),
        p("III. TỰ ĐÁNH GIÁ THEO BỘ TIÊU CHÍ", "Part"),
        p("1. Điểm tự chấm từng tiêu chí ghi tại phiếu chấm theo bộ tiêu chí gửi cùng báo cáo này."),
        p("2. Minh chứng gửi kèm:", "TableLead"),
        table(
            (600, 3571, 4000, 900),
            ("TT", "Loại minh chứng", "Giấy tờ trong hồ sơ", "Số trang"),
            "evidence",
            ("{{ row.number }}", "{{ row.name }}", "{{ row.papers }}", "{{ row.pages }}"),
            centred=(0, 3),
        ),
    ])  # fmt: skip


def receipt() -> str:
    """Phiếu tiếp nhận hồ sơ: one copy for the producer, one for the office."""
    return "".join([
        nation(),
        p("PHIẾU TIẾP NHẬN HỒ SƠ", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("1. Đơn vị tiếp nhận: {{ unit }}, {{ issuer }}."),
        p("2. Số phiếu đăng ký: {{ slip_number }}. Ngày nhận: {{ received_on }}."),
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
            (600, 3271, 1200, 2800, 1200),
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
        table(
            (600, 3971, 2600, 1900),
            ("TT", "Điểm cần bổ sung", "Cách hoàn thiện", "Căn cứ"),
            "items",
            ("{{ row.number }}", "{{ row.lack }}", "{{ row.cure }}", "{{ row.cite }}"),
        ),
        p("{{ closing }}./.", "Lead"),
        foot(),
        section(),
    ])  # fmt: skip


def _hand(role: str, name: str) -> str:
    return p(role, "Power") + p("(Ký, ghi rõ họ tên)", "SignNote") + p(f"{{{{ {name} }}}}", "Signer")
