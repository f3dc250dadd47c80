"""The request to the province: tờ trình or công văn, and the inventory."""

from ocop_cli.render.house.blocks import agency, each, foot, header, letter_header, p, rule, table
from ocop_cli.render.house.package import section

_GRID = (650, 3400, 2721, 2300)
_HEADS = ("TT", "Sản phẩm", "Chủ thể", "Đăng ký; mã số")
_CELLS = ("{{ row.number }}", "{{ row.product }}", "{{ row.producer }}", "{{ row.registration }}")


def request_letter() -> str:
    """Tờ trình đề nghị đánh giá, phân hạng."""
    return "".join([
        header(agency()),
        p("TỜ TRÌNH", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("Kính gửi: {{ addressee }}.", "AddressTo"),
        _request(),
        foot(),
        section(),
    ])  # fmt: skip


def request_official_letter() -> str:
    """Công văn đề nghị đánh giá, phân hạng."""
    return "".join([
        letter_header(),
        p("Kính gửi: {{ addressee }}.", "AddressTo"),
        _request(),
        foot(),
        section(),
    ])  # fmt: skip


def inventory() -> str:
    """Danh mục hồ sơ: every paper with its pages."""
    return "".join([
        header(agency()),
        p("DANH MỤC HỒ SƠ", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("{%p for dossier in dossiers %}"),
        p("{{ loop.index }}. {{ dossier.title }}", "Item"),
        p("{%p endfor %}"),
        table(
            (600, 3471, 2200, 1100, 700, 1000),
            ("TT", "Tên giấy tờ", "Số, ngày, nơi cấp", "Bản", "Số trang", "Từ trang đến trang"),
            "papers",
            ("{{ row.number }}", "{{ row.title }}", "{{ row.issue }}", "{{ row.form }}", "{{ row.pages }}", "{{ row.span }}"),
        ),
        p("Tổng số: {{ total }}./.", "Lead"),
        foot(),
        section(),
    ])  # fmt: skip


def _request() -> str:
    return "".join([
        each("line", "grounds", p("{{ line }}", "Ground")),
        p("{{ opening }}"),
        table(_GRID, _HEADS, "items", _CELLS),
        p("{{ evaluation }}"),
        p("Hồ sơ gửi kèm gồm:"),
        each("line", "enclosures", p("- {{ line }}")),
        p("{{ closing }}./.", "Lead"),
    ])  # fmt: skip
