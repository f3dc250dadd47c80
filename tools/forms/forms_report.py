"""Summaries: the periodic report with its annex, the list of ideas, the register of recognised products."""

from forms.blocks import agency, each, foot, header, p, rule, table, when
from forms.package import section

_LIST_GRID = (600, 2350, 2350, 1971, 1800)
_LIST_CELLS = (
    "{{ row.number }}",
    "{{ row.product }}",
    "{{ row.producer }}",
    "{{ row.group }}",
    "{{ row.state }}",
)


def summary_report() -> str:
    """Báo cáo định kỳ hoặc đột xuất về Chương trình OCOP."""
    return "".join([
        header(agency()),
        p("BÁO CÁO", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("Kính gửi: {{ addressee }}.", "AddressTo"),
        p("{{ opening }}"),
        p("I. KẾT QUẢ THỰC HIỆN", "Part"),
        each("line", "results", p("{{ line }}", "TableLead")),
        table((3971, 1900, 1100, 2100), ("Chỉ tiêu", "Kết quả", "Kế hoạch năm", "Ghi chú"), "figures", ("{{ row.name }}", "{{ row.actual }}", "{{ row.target }}", "{{ row.note }}"), centred=(1, 2)),
        p("Danh sách sản phẩm tham gia Chương trình tại Phụ lục kèm theo."),
        when("difficulties", p("II. KHÓ KHĂN, VƯỚNG MẮC", "Part"), each("line", "difficulties", p("{{ line }}"))),
        when(
            "next_tasks",
            p("{% if difficulties %}III{% else %}II{% endif %}. NHIỆM VỤ THỜI GIAN TỚI", "Part"),
            each("line", "next_tasks", p("{{ line }}")),
        ),
        p("{{ closing }}./.", "Lead"),
        foot(),
        section(last=False),
        p("Phụ lục", "Annex"),
        p("DANH SÁCH SẢN PHẨM THAM GIA CHƯƠNG TRÌNH OCOP", "AnnexName"),
        p("(Kèm theo {{ annex_of }})", "AnnexNote"),
        rule(),
        table(_LIST_GRID, ("TT", "Sản phẩm", "Chủ thể", "Ngành hàng, bộ", "Trạng thái"), "items", _LIST_CELLS),
        section(restart=True),
    ])  # fmt: skip


def idea_list() -> str:
    """Danh sách ý tưởng, sản phẩm tham gia Chương trình (plan, V.1)."""
    cells = (
        "{{ row.number }}",
        "{{ row.product }}",
        "{{ row.producer }}",
        "{{ row.outcome }}",
        "{{ row.reason }}",
    )
    heads = ("TT", "Ý tưởng, sản phẩm", "Chủ thể", "Tình trạng", "Lý do")
    return _listing((600, 2150, 2150, 1700, 2471), heads, cells)


def certified_register() -> str:
    """Danh sách sản phẩm đã được công nhận."""
    cells = (
        "{{ row.number }}",
        "{{ row.product }}",
        "{{ row.producer }}",
        "{{ row.star }}",
        "{{ row.decision }}",
        "{{ row.certificate }}",
    )
    heads = ("TT", "Sản phẩm", "Chủ thể", "Hạng sao", "Quyết định công nhận", "Giấy chứng nhận")
    return _listing((600, 1900, 1900, 900, 2071, 1700), heads, cells)


def _listing(grid: tuple[int, ...], heads: tuple[str, ...], cells: tuple[str, ...]) -> str:
    """A list goes out as a report: "danh sách" is none of the document types of the decree."""
    return "".join([
        header(agency()),
        p("BÁO CÁO", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("Kính gửi: {{ addressee }}.", "AddressTo"),
        p("{{ issuer }} báo cáo danh sách như sau:", "Lead"),
        table(grid, heads, "items", cells),
        p("Tổng số: {{ total }}./.", "Lead"),
        foot(),
        section(),
    ])  # fmt: skip
