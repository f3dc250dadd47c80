"""What the commune writes about recognised products and ideas: inspection, closure, re-ranking, selection, opinions."""

from forms.blocks import (
    FOOT_GRID,
    SIGN_GRID,
    agency,
    each,
    foot,
    header,
    layout,
    letter_header,
    minutes_head,
    nation,
    p,
    rule,
    table,
    when,
)
from forms.package import section
from forms.styles import TEXT_WIDTH

_IDEAS = (600, 2700, 2700, 3071)
_IDEA_HEADS = ("TT", "Ý tưởng, sản phẩm", "Chủ thể", "Lý do")
_IDEA_CELLS = ("{{ row.number }}", "{{ row.product }}", "{{ row.producer }}", "{{ row.reason }}")


def inspection_minutes() -> str:
    """Biên bản kiểm tra, giám sát sản phẩm đã được công nhận (Nghị định 30/2020, Mẫu 1.9)."""
    return "".join([
        minutes_head(),
        p("Địa điểm: {{ place|dots(end='.') }}", "Line"),
        when("inspector", p("Người kiểm tra: {{ inspector }}.")),
        when(
            "not inspector",
            p("Đoàn kiểm tra:"),
            each("line", "team", p("- {{ line|dots }}", "Line")),
            p("Chủ trì (chủ tọa): {{ chair|dots(end='.') }}", "Line"),
            p("Thư ký (người ghi biên bản): {{ secretary|dots(end='.') }}", "Line"),
        ),
        p("Đại diện chủ thể {{ producer_name }}:"),
        each("line", "producer_side", p("- {{ line|dots }}", "Line")),
        p("Sản phẩm: {{ product_name }} ({{ certificate }})."),
        p("1. Kết quả kiểm tra", "Item"),
        table(
            (600, 3271, 3900, 1300),
            ("TT", "Nội dung", "Kết quả ghi nhận", "Đánh giá"),
            "items",
            ("{{ row.number }}", "{{ row.content }}", "{{ row.result }}", "{{ row.kept }}"),
            centred=(0, 3),
        ),
        when("photos", p("Ảnh, tài liệu kèm theo biên bản:"), each("line", "photos", p("- {{ line }}"))),
        p("Tình trạng sản xuất: {{ production|dots(end='.') }}", "Line"),
        p("2. Kiến nghị, yêu cầu khắc phục", "Item"),
        each("line", "requests", p("- {{ line|dots }}", "Line")),
        p("3. Kết luận", "Item"),
        p("{{ conclusion|dots }}", "Line"),
        p("Việc kiểm tra kết thúc vào {{ ends }}. Biên bản đã đọc cho các bên cùng nghe, lập thành 02 bản./.", "Lead"),
        when(
            "inspector",
            layout(FOOT_GRID, _hand("ĐẠI DIỆN CHỦ THỂ", "producer_signer"), _hand("NGƯỜI KIỂM TRA", "chair_name")),
        ),
        when(
            "not inspector",
            layout(FOOT_GRID, _hand("THƯ KÝ", "secretary_name"), _hand("CHỦ TỌA", "chair_name")),
            layout((TEXT_WIDTH,), _hand("ĐẠI DIỆN CHỦ THỂ", "producer_signer")),
        ),
        layout((TEXT_WIDTH,), p("Nơi nhận:", "CopiesTitle") + each("line", "copies", p("{{ line }}", "Copies"))),
        section(),
    ])  # fmt: skip


def closure_letter() -> str:
    """Công văn xác nhận chủ thể ngừng sản xuất sản phẩm."""
    return "".join([
        letter_header(),
        p("Kính gửi: {{ addressee }}.", "AddressTo"),
        each("line", "grounds", p("{{ line }}", "Ground")),
        p("{{ opening }}"),
        p("Thông tin công nhận: {{ certificate }}."),
        when("conclusion", p("Kết luận kiểm tra: {{ conclusion }}")),
        p("{{ closing }}./.", "Lead"),
        foot(),
        section(),
    ])  # fmt: skip


def renewal_notice() -> str:
    """Thông báo nhắc thời hạn phân hạng lại."""
    return "".join([
        header(agency()),
        p("THÔNG BÁO", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        each("line", "grounds", p("{{ line }}", "Ground")),
        p("{{ opening }}"),
        p("1. Tình trạng công nhận: {{ certificate }}."),
        p("2. Thời gian nộp hồ sơ phân hạng lại: {{ time }}."),
        p("3. Hồ sơ gồm:"),
        each("line", "papers", p("- {{ line }}")),
        p("Kèm theo những thay đổi từ khi được công nhận (nguyên liệu, công nghệ, bao bì, nhãn mác, công bố chất lượng, phiếu kiểm nghiệm định kỳ, thị trường, sản lượng, doanh thu) và các giấy tờ có thời hạn đã gia hạn."),
        p("4. Nơi nhận hồ sơ: {{ office }}."),
        p("{{ closing }}./.", "Lead"),
        foot(),
        section(),
    ])  # fmt: skip


def selection_notice() -> str:
    """Thông báo kết quả lựa chọn ý tưởng, sản phẩm."""
    return "".join([
        header(agency()),
        p("THÔNG BÁO", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("{{ opening }}"),
        when("chosen", p("1. Ý tưởng, sản phẩm được lựa chọn", "Item"), table(_IDEAS, _IDEA_HEADS, "chosen", _IDEA_CELLS)),
        when("declined", p("2. Ý tưởng, sản phẩm chưa được lựa chọn", "Item"), table(_IDEAS, _IDEA_HEADS, "declined", _IDEA_CELLS)),
        p("{{ closing }}./.", "Lead"),
        foot(),
        section(),
    ])  # fmt: skip


def opinion_sheet() -> str:
    """Phiếu lấy ý kiến của một đơn vị, gửi kèm giấy mời."""
    return "".join([
        nation(),
        p("PHIẾU LẤY Ý KIẾN", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("Đơn vị cho ý kiến: {{ unit }}."),
        p("Mã cuộc họp: {{ meeting_code }}."),
        p("Đánh dấu x vào một ô cho từng nội dung, ghi lời ở cột bên cạnh; ô để trống là chưa có ý kiến. Gửi lại tệp này hoặc bản ký tại cuộc họp {{ time }} hoặc trước đó bằng văn bản.", "TableLead"),
        table(
            (560, 3011, 850, 850, 1000, 2800),
            ("TT", "Sản phẩm, nội dung", "Nhất trí", "Đề nghị sửa", "Không nhất trí", "Ý kiến cụ thể, lý do"),
            "items",
            ("{{ row.number }}", "{{ row.content }}{{ row.code }}", "{{ row.agree }}", "{{ row.amend }}", "{{ row.disagree }}", ""),
            centred=(0, 2, 3, 4),
            strong="row.strong",
        ),
        p("Ý kiến khác (ghi rõ về sản phẩm nào):", "Lead"),
        *(p("\t", "Field") for _ in range(3)),
        layout(SIGN_GRID, p("", "Copies"), p("{{ signed_at }}", "PlaceDate") + p("ĐẠI DIỆN ĐƠN VỊ", "Power") + p("(Ký, ghi rõ họ tên)", "SignNote") + p("", "Signer")),
        section(),
    ])  # fmt: skip


def _hand(role: str, name: str) -> str:
    return p(role, "Power") + p("(Ký, ghi rõ họ tên)", "SignNote") + p(f"{{{{ {name} }}}}", "Signer")
