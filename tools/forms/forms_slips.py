"""Slips that producers hand in: the idea slip and the registration slip."""

from forms.blocks import FOOT_GRID, layout, nation, p, rule, table, when
from forms.package import section


def idea_slip() -> str:
    """Phiếu đăng ký ý tưởng, sản phẩm."""
    return "".join(
        [
            nation(),
            p("PHIẾU ĐĂNG KÝ Ý TƯỞNG, SẢN PHẨM", "Kind"),
            p("{{ subject }}", "Subject"),
            rule(),
            p("Kính gửi: {{ addressee }}", "AddressTo"),
            p("I. THÔNG TIN CHỦ THỂ", "Part"),
            p("1. Tên chủ thể: {{ producer_name }}"),
            p("2. Loại hình tổ chức: {{ producer_kind }}"),
            p("3. Người đại diện: {{ representative }}; chức vụ: {{ representative_title }}"),
            p("4. Địa chỉ cơ sở: {{ address }}"),
            p("II. Ý TƯỞNG, SẢN PHẨM", "Part"),
            p("1. Tên sản phẩm: {{ product_name }}"),
            p("2. Diện tham gia: {{ track }}"),
            p("3. Mô tả ý tưởng và nguồn gốc ý tưởng: {{ narrative }}"),
            p("4. Điểm khác biệt: {{ difference }}"),
            p("5. Khách hàng, thị trường nhắm tới: {{ target_market }}"),
            p("6. Nhu cầu hỗ trợ: {{ needs }}"),
            p("Chủ thể cam đoan những nội dung trên là đúng và tự nguyện tham gia Chương trình.", "Lead"),
            producer_signature(),
            section(),
        ]
    )


def registration_slip() -> str:
    """Phiếu đăng ký tham gia đánh giá, phân hạng sản phẩm OCOP (Mẫu số 01)."""
    return "".join([
        nation(),
        p("PHIẾU ĐĂNG KÝ", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("I. PHẦN DÀNH CHO CHỦ THỂ", "Part"),
        p("1. Tên đơn vị: {{ producer_name }}"),
        p("2. Người đại diện pháp lý: {{ representative }}; chức vụ: {{ representative_title }}"),
        p("3. Địa chỉ liên hệ: {{ address }}"),
        p("4. Điện thoại: {{ phone }}"),
        p("5. Thư điện tử: {{ email }}"),
        p("6. Tên sản phẩm: {{ product_name }}"),
        p("7. Nhóm sản phẩm: {{ product_group }}"),
        p("8. Lần đăng ký: {{ registration_kind }}"),
        p("9. Tài liệu gửi kèm: báo cáo theo bộ tiêu chí (01 bản gốc, 01 bản điện tử); sản phẩm mẫu: {{ samples }}"),
        p(
            "Đơn vị cam đoan thông tin trong phiếu và tài liệu kèm theo là đúng sự thật, và chịu trách nhiệm trước pháp luật.",
            "Lead",
        ),
        producer_signature(),
        p("II. PHẦN DÀNH CHO CƠ QUAN TIẾP NHẬN", "Part"),
        table(
            (2600, 2700, 1700, 2071),
            ("Cơ quan tiếp nhận", "Phiếu số", "Ngày nhận", "Người tiếp nhận, chữ ký"),
            "offices",
            ("{{ row.office }}", "{{ row.number }}", "{{ row.received_on }}", "{{ row.received_by }}"),
            centred=(),
        ),
        when("slip_note", p("{{ slip_note }}", "Field")),
        section(),
    ])  # fmt: skip


def producer_signature() -> str:
    """Return the place and date, the role and the name under which a producer signs."""
    right = p("{{ signed_at }}", "PlaceDate") + p("ĐẠI DIỆN CHỦ THỂ", "Power")
    right += p("(Ký, ghi rõ họ tên, đóng dấu nếu có)", "SignNote") + p("{{ representative }}", "Signer")
    return layout(FOOT_GRID, p("", "Copies"), right)
