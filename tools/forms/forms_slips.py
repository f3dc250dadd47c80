"""Slips that producers hand in: the idea slip and the registration slip."""

from forms.blocks import SIGN_GRID, layout, nation, p, rule, signer, small
from forms.package import section
from forms.printed import newest_form, printed


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
            p("1. Tên chủ thể: {{ producer_name }}", "Line"),
            p("2. Loại hình tổ chức: {{ producer_kind|dots }}", "Line"),
            p("3. Người đại diện, chức vụ: {{ represented_by|dots }}", "Line"),
            p("4. Địa chỉ cơ sở: {{ address|dots }}", "Line"),
            p("II. Ý TƯỞNG, SẢN PHẨM", "Part"),
            p("1. Tên sản phẩm: {{ product_name }}", "Line"),
            p("2. Diện tham gia: {{ track }}", "Line"),
            p("3. Mô tả ý tưởng và nguồn gốc ý tưởng: {{ narrative|dots }}", "Line"),
            p("4. Điểm khác biệt: {{ difference|dots }}", "Line"),
            p("5. Khách hàng, thị trường nhắm tới: {{ target_market|dots }}", "Line"),
            p("6. Nhu cầu hỗ trợ: {{ needs|dots }}", "Line"),
            p("Chủ thể cam đoan những nội dung trên là đúng và tự nguyện tham gia Chương trình.", "Lead"),
            producer_signature(),
            section(),
        ]
    )


def registration_slip() -> str:
    """Phiếu đăng ký (Mẫu số 01), as the decision prints it; below it stands which form of which decision it is."""
    lines = printed(newest_form("registration"))
    return "".join([nation(), lines, small("{{ form_source }}"), section()])


def producer_signature() -> str:
    """Return the place and date, the role and the name under which a producer signs."""
    right = p("{{ signed_at }}", "PlaceDate") + p("ĐẠI DIỆN CHỦ THỂ", "Power")
    right += p("(Ký, ghi rõ họ tên, đóng dấu nếu có)", "SignNote") + signer("representative")
    return layout(SIGN_GRID, p("", "Copies"), right)
