"""Summaries: the periodic report with its annex, the list of ideas, the register of recognised products."""

from forms.blocks import agency, chart, each, foot, header, p, rule, table, when
from forms.package import section

_LIST_GRID = (600, 2350, 2350, 1971, 1800)
_LIST_CELLS = (
    "{{ row.number }}",
    "{{ row.product }}",
    "{{ row.producer }}",
    "{{ row.group }}",
    "{{ row.state }}",
)

_COMPARED = (
    (1591, "Chỉ tiêu", "name"),
    (1800, "Kết quả", "actual"),
    (830, "Kế hoạch năm", "target"),
    (1800, "Kỳ liền trước", "previous"),
    (1800, "Cùng kỳ năm trước", "before"),
    (1250, "Ghi chú", "note"),
)
_YEARLY = (
    (2571, "Chỉ tiêu", "name"),
    (1800, "Kết quả", "actual"),
    (1000, "Kế hoạch năm", "target"),
    (1800, "Cùng kỳ năm trước", "before"),
    (1900, "Ghi chú", "note"),
)
_GOING_ON = tuple(
    (width, "Kỳ liền trước", "previous") if part == "before" else (width, head, part)
    for width, head, part in _YEARLY
)
_ALONE = (
    (3671, "Chỉ tiêu", "name"),
    (1800, "Kết quả", "actual"),
    (1200, "Kế hoạch năm", "target"),
    (2400, "Ghi chú", "note"),
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
        p("I. KẾT QUẢ THỰC HIỆN CHU TRÌNH OCOP", "Part"),
        each("line", "results", p("{{ line }}", "TableLead")),
        when("has_previous and has_before", _figures(*_COMPARED)),
        when("has_previous and not has_before", _figures(*_GOING_ON)),
        when("has_before and not has_previous", _figures(*_YEARLY)),
        when("not has_before and not has_previous", _figures(*_ALONE)),
        when("compared", p("{{ compared }}")),
        when("chart", chart(), p("{{ chart_words }}", "PictureNote")),
        when("sections", p("{{ numerals.acts }}. KẾT QUẢ CÁC HOẠT ĐỘNG", "Part")),
        each("part", "sections", p("{{ part.title }}", "Item"), each("line", "part.lines", p("{{ line }}"))),
        when("budget", p("Kinh phí theo nguồn và nội dung (đồng):", "TableLead")),
        when("budget", _budget()),
        when("items", p("Danh sách sản phẩm tham gia Chương trình{% if acts %} và các hoạt động trong kỳ{% endif %} tại Phụ lục{% if acts %} I, II{% endif %} kèm theo.")),
        when("acts and not items", p("Các hoạt động trong kỳ tại Phụ lục kèm theo.")),
        when("difficulties", p("{{ numerals.difficulties }}. KHÓ KHĂN, VƯỚNG MẮC", "Part"), each("line", "difficulties", p("{{ line }}"))),
        when(
            "next_tasks",
            p("{{ numerals.next_tasks }}. NHIỆM VỤ THỜI GIAN TỚI", "Part"),
            each("line", "next_tasks", p("{{ line }}")),
        ),
        p("{{ closing }}./.", "Lead"),
        foot(),
        when(
            "items",
            section(last=False),
            p("Phụ lục{% if acts %} I{% endif %}", "Annex"),
            p("DANH SÁCH SẢN PHẨM THAM GIA CHƯƠNG TRÌNH OCOP", "AnnexName"),
            p("(Kèm theo {{ annex_of }})", "AnnexNote"),
            rule(),
            table(_LIST_GRID, ("TT", "Sản phẩm", "Chủ thể", "Ngành hàng, bộ", "Trạng thái"), "items", _LIST_CELLS),
        ),
        when("acts and items", section(last=False, restart=True)),
        when("acts and not items", section(last=False)),
        when(
            "acts",
            p("Phụ lục{% if items %} II{% endif %}", "Annex"),
            p("CÁC HOẠT ĐỘNG TRONG KỲ", "AnnexName"),
            p("(Kèm theo {{ annex_of }})", "AnnexNote"),
            rule(),
            table((600, 1300, 2471, 4700), ("TT", "Ngày", "Hoạt động", "Nội dung, kết quả"), "acts", ("{{ row.number }}", "{{ row.day }}", "{{ row.kind }}", "{{ row.text }}"), centred=(0, 1)),
        ),
        section(restart=True),
    ])  # fmt: skip


def _figures(*columns: tuple[int, str, str]) -> str:
    """The figures, with as many earlier periods as there are to compare with."""
    widths, heads, parts = zip(*columns, strict=True)
    cells = [f"{{{{ row.{part} }}}}" for part in parts]
    return table(widths, heads, "figures", cells, centred=range(1, len(columns) - 1))


def _budget() -> str:
    """Planned, allotted and spent by source and content, with their sums."""
    heads = ("Nguồn", "Nội dung", "Kế hoạch", "Được cấp", "Đã chi")
    cells = ("{{ row.source }}", "{{ row.use }}", "{{ row.planned }}", "{{ row.given }}", "{{ row.spent }}")
    return table(
        (2231, 1500, 1780, 1780, 1780), heads, "budget", cells, centred=(2, 3, 4), strong="row.strong"
    )


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
        p("{{ issuer }} báo cáo danh sách như sau:", "TableLead"),
        table(grid, heads, "items", cells),
        p("Tổng số: {{ total }}./.", "Lead"),
        foot(),
        section(),
    ])  # fmt: skip
