"""The request to the province: tờ trình or công văn, and the inventory."""

from forms.blocks import agency, each, foot, header, letter_header, maker, p, rule, table
from forms.package import section

_GRID = (650, 2550, 2321, 1250, 2300)
_HEADS = ("TT", "Sản phẩm", "Chủ thể", "Đăng ký", "Mã sản phẩm")
_CELLS = (
    "{{ row.number }}",
    "{{ row.product }}",
    "{{ row.producer }}",
    "{{ row.registration }}",
    "{{ row.code }}",
)


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
    """Danh mục hồ sơ: the annex of the request, with the pages of every paper."""
    return "".join([
        p("Phụ lục", "Annex"),
        p("DANH MỤC HỒ SƠ", "AnnexName"),
        p("({{ subject }})", "AnnexNote"),
        rule(),
        p("{%p for dossier in dossiers %}"),
        p("{{ loop.index }}. {{ dossier.title }}", "Item"),
        table(
            (600, 3071, 2100, 1250, 800, 1250),
            ("TT", "Tên giấy tờ", "Số, ngày, nơi cấp", "Bản", "Số trang", "Từ trang, đến trang"),
            "dossier.papers",
            ("{{ row.number }}", "{{ row.title }}", "{{ row.issue }}", "{{ row.form }}", "{{ row.pages }}", "{{ row.span }}"),
            centred=(0, 3, 4, 5),
        ),
        p("{%p endfor %}"),
        p("Tổng số: {{ total }}./.", "Lead"),
        maker("NGƯỜI LẬP DANH MỤC"),
        section(restart=True),
    ])  # fmt: skip


def _request() -> str:
    return "".join([
        each("line", "grounds", p("{{ line }}", "Ground")),
        p("{{ opening }}", "TableLead"),
        table(_GRID, _HEADS, "items", _CELLS, centred=(0, 3, 4)),
        p("{{ evaluation }}"),
        p("Hồ sơ gửi kèm gồm:"),
        each("line", "enclosures", p("- {{ line }}")),
        p("{{ closing }}./.", "Lead"),
    ])  # fmt: skip
