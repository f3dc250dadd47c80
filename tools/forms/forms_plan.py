"""The year plan: five parts and two annexes."""

from forms.blocks import agency, each, foot, header, p, rule, table, when
from forms.package import section


def year_plan() -> str:
    """Kế hoạch triển khai Chương trình OCOP của năm."""
    return "".join([
        header(agency()),
        p("KẾ HOẠCH", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        each("line", "grounds", p("{{ line }}", "Ground")),
        p("{{ opening }}"),
        each("part", "parts", p("{{ part.title }}", "Part"), each("block", "part.blocks", *_block())),
        p("{{ closing }}./.", "Lead"),
        foot(),
        section(last=False),
        when(
            "products",
            *_annex("Phụ lục I", "SẢN PHẨM THAM GIA CHƯƠNG TRÌNH TRONG NĂM"),
            _products(),
            section(last=False, restart=True),
        ),
        *_annex("{% if products %}Phụ lục II{% else %}Phụ lục{% endif %}", "LỊCH THỰC HIỆN"),
        table(
            (600, 2500, 1971, 1700, 2300),
            ("TT", "Hoạt động", "Thời gian", "Chủ trì", "Phối hợp"),
            "schedule",
            ("{{ row.number }}", "{{ row.name }}", "{{ row.time }}", "{{ row.lead }}", "{{ row.partners }}"),
        ),
        when(
            "activities",
            section(last=False, restart=True),
            *_annex("{% if products %}Phụ lục III{% else %}Phụ lục II{% endif %}", "VIỆC DỰ KIẾN, VIỆC CHUYỂN TIẾP"),
            table(
                (600, 1300, 2471, 4700),
                ("TT", "Ngày", "Hoạt động", "Nội dung"),
                "activities",
                ("{{ row.number }}", "{{ row.day }}", "{{ row.kind }}", "{{ row.text }}"),
                centred=(0, 1),
            ),
        ),
        section(restart=True),
    ])  # fmt: skip


def _products() -> str:
    return table(
        (700, 3171, 2600, 2600),
        ("TT", "Sản phẩm", "Chủ thể", "Tình trạng, việc cần làm"),
        "products",
        ("{{ row.number }}", "{{ row.product }}", "{{ row.producer }}", "{{ row.note }}"),
        strong="row.strong",
    )


def _block() -> tuple[str, ...]:
    return (
        when("block.style == 'item'", p("{{ block.text }}", "Item")),
        when("block.style == 'point'", p("{{ block.text }}", "Point")),
        when("block.style == 'line'", p("{{ block.text }}")),
    )


def _annex(label: str, name: str) -> tuple[str, ...]:
    return (
        p(label, "Annex"),
        p(name, "AnnexName"),
        p("(Kèm theo {{ annex_of }})", "AnnexNote"),
        rule(),
    )
