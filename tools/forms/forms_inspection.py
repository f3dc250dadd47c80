"""Around an inspection: the year's programme, the decision on the team, the checklist, the notice, the proposal."""

from forms.blocks import (
    FOOT_GRID,
    agency,
    each,
    foot,
    header,
    layout,
    letter_header,
    nation,
    p,
    rule,
    table,
    when,
)
from forms.package import section


def inspection_programme() -> str:
    """Kế hoạch kiểm tra, giám sát sản phẩm OCOP của năm (Nghị định 30/2020, Mẫu 1.4)."""
    return "".join([
        header(agency()),
        p("KẾ HOẠCH", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        each("line", "grounds", p("{{ line }}", "Ground")),
        p("{{ opening }}"),
        p("1. Nội dung kiểm tra", "Item"),
        each("line", "contents", p("- {{ line }}")),
        p("2. Sản phẩm, cơ sở được kiểm tra, theo thứ tự ưu tiên", "Item"),
        table(
            (600, 2300, 2000, 1400, 2771),
            ("TT", "Sản phẩm", "Chủ thể", "Thời gian", "Lý do xếp trước"),
            "items",
            ("{{ row.number }}", "{{ row.product }}", "{{ row.producer }}", "{{ row.time }}", "{{ row.reason }}"),
            centred=(0, 3),
        ),
        p("3. Tổ chức thực hiện", "Item"),
        p("{{ organisation }}"),
        p("{{ closing }}./.", "Lead"),
        foot(),
        section(),
    ])  # fmt: skip


def inspection_team() -> str:
    """Quyết định thành lập Đoàn kiểm tra (Nghị định 30/2020, Mẫu 1.2)."""
    return "".join([
        header(agency()),
        p("QUYẾT ĐỊNH", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("{{ issuer|upper }}", "Kind"),
        each("line", "grounds", p("{{ line }}", "Ground")),
        p("QUYẾT ĐỊNH:", "Kind"),
        p("**Điều 1.** {{ opening }}", "Article"),
        each("line", "team", p("{{ line }}")),
        p("**Điều 2.** {{ contents }}", "Article"),
        p("**Điều 3.** {{ closing }}./.", "Article"),
        foot(),
        section(),
    ])  # fmt: skip


def inspection_checklist() -> str:
    """Phiếu nội dung kiểm tra: what the product was ranked on, to be ticked on the spot."""
    return "".join([
        nation(),
        p("PHIẾU NỘI DUNG KIỂM TRA", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("1. Chủ thể: {{ producer_name }}; địa chỉ: {{ address }}."),
        p("2. Sản phẩm: {{ product_name }} ({{ certificate }})."),
        p("3. Căn cứ đối chiếu: {{ decision }}; {{ ranked_by }}."),
        when("requests", p("Yêu cầu của lần kiểm tra trước:"), each("line", "requests", p("- {{ line }}"))),
        when("facts", p("Số liệu đã dùng để xếp hạng:"), each("line", "facts", p("- {{ line }}"))),
        p("Việc duy trì các tiêu chí đã xếp hạng:", "TableLead"),
        table(
            (700, 2171, 2100, 2900, 1200),
            ("Mã", "Tiêu chí", "Đã xếp hạng ở mức", "Minh chứng cần xem", "Còn giữ"),
            "items",
            ("{{ row.number }}", "{{ row.content }}", "{{ row.result }}", "{{ row.proof }}", "{{ row.kept }}"),
            centred=(0, 4),
        ),
        p("Việc sử dụng nhãn hiệu, biểu trưng OCOP trên bao bì, tem, biển hiệu, trang bán hàng (đúng sản phẩm, đúng hạng sao, còn hạn giấy chứng nhận):"),
        p("{{ production|dots }}", "Line"),
        p("Tình trạng sản xuất; thay đổi so với hồ sơ đã được xếp hạng:"),
        p("{{ production|dots }}", "LineKept"),
        layout(FOOT_GRID, _hand("NGƯỜI KIỂM TRA"), _hand("ĐẠI DIỆN CHỦ THỂ")),
        section(),
    ])  # fmt: skip


def remedy_notice() -> str:
    """Thông báo các điểm phải khắc phục sau kiểm tra."""
    return "".join([
        header(agency()),
        p("THÔNG BÁO", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("{{ opening }}", "TableLead"),
        table(
            (600, 4371, 2400, 1700),
            ("TT", "Điểm phải khắc phục", "Ai làm", "Thời hạn"),
            "items",
            ("{{ row.number }}", "{{ row.content }}", "{{ row.unit }}", "{{ row.due }}"),
            centred=(0, 3),
        ),
        p("{{ closing }}./.", "Lead"),
        foot(),
        section(),
    ])  # fmt: skip


def withdrawal_proposal() -> str:
    """Công văn đề nghị xem xét việc thu hồi công nhận."""
    return "".join([
        letter_header(),
        p("Kính gửi: {{ addressee }}.", "AddressTo"),
        each("line", "grounds", p("{{ line }}", "Ground")),
        p("{{ opening }}"),
        each("line", "reasons", p("- {{ line }}")),
        p("Thông tin công nhận: {{ certificate }}."),
        when("conclusion", p("Kết luận kiểm tra của {{ kind }}: {{ conclusion }}")),
        p("{{ closing }}./.", "Lead"),
        foot(),
        section(),
    ])  # fmt: skip


def _hand(role: str) -> str:
    return p(role, "Power") + p("(Ký, ghi rõ họ tên)", "SignNote") + p("", "Signer")
