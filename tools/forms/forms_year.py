"""The papers of the year beside plan and report: trade promotion, the proposal of means, the nomination to a class."""

from forms.blocks import agency, each, foot, header, letter_header, p, rule, table, when
from forms.package import section


def trade_plan() -> str:
    """Kế hoạch xúc tiến thương mại (plan, III.4)."""
    return "".join([
        header(agency()),
        p("KẾ HOẠCH", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        each("line", "grounds", p("{{ line }}", "Ground")),
        p("{{ opening }}"),
        p("I. NỘI DUNG", "Part"),
        each("line", "duties", p("- {{ line }}")),
        p("II. THỜI GIAN, ĐƠN VỊ THỰC HIỆN", "Part"),
        p("- Thời gian: {{ when }}."),
        p("- Đơn vị thực hiện: {{ units }}."),
        when(
            "products",
            p("III. SẢN PHẨM QUẢNG BÁ, XÚC TIẾN", "Part"),
            p("Các sản phẩm đã được công nhận trên địa bàn:", "TableLead"),
            table((700, 3571, 3300, 1500), ("TT", "Sản phẩm", "Chủ thể", "Hạng sao"), "products", ("{{ row.number }}", "{{ row.product }}", "{{ row.producer }}", "{{ row.star }}"), centred=(0, 3)),
        ),
        when("acts", p("Các hoạt động trong năm tại Phụ lục kèm theo.")),
        p("{{ closing }}./.", "Lead"),
        foot(),
        when(
            "acts",
            section(last=False),
            p("Phụ lục", "Annex"),
            p("CÁC HOẠT ĐỘNG XÚC TIẾN THƯƠNG MẠI", "AnnexName"),
            p("(Kèm theo {{ annex_of }})", "AnnexNote"),
            rule(),
            table((600, 1300, 2471, 4700), ("TT", "Ngày", "Hoạt động", "Nội dung"), "acts", ("{{ row.number }}", "{{ row.day }}", "{{ row.kind }}", "{{ row.text }}"), centred=(0, 1)),
        ),
        section(restart=True),
    ])  # fmt: skip


def means_proposal() -> str:
    """Tờ trình bố trí kinh phí (plan, V.1)."""
    return "".join([
        header(agency()),
        p("TỜ TRÌNH", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("Kính gửi: {{ addressee }}.", "AddressTo"),
        each("line", "grounds", p("{{ line }}", "Ground")),
        when("before", p("{{ before }}")),
        p("{{ opening }}", "TableLead"),
        table(
            (600, 3471, 3000, 2000),
            ("TT", "Nguồn kinh phí", "Nội dung chi", "Số tiền"),
            "budget",
            ("{{ row.number }}", "{{ row.source }}", "{{ row.use }}", "{{ row.amount }}"),
            centred=(0, 3),
            strong="row.strong",
        ),
        when("combined", p("{{ combined }}")),
        p("{{ closing }}./.", "Lead"),
        foot(),
        section(),
    ])  # fmt: skip


def nomination_letter() -> str:
    """Công văn cử người dự lớp đào tạo, tập huấn (plan, III.2)."""
    return "".join([
        letter_header(),
        p("Kính gửi: {{ addressee }}.", "AddressTo"),
        p("{{ opening }}", "TableLead"),
        table(
            (700, 3171, 2600, 2600),
            ("TT", "Họ và tên", "Chức vụ", "Đơn vị, chủ thể"),
            "people",
            ("{{ row.number }}", "{{ row.name }}", "{{ row.title }}", "{{ row.of }}"),
        ),
        p("{{ closing }}./.", "Lead"),
        foot(),
        section(),
    ])  # fmt: skip
