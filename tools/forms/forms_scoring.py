"""The score sheet of a product set (Mẫu 02, part III, and the council's sheet): blank or filled."""

from forms.blocks import each, maker, nation, p, rule, table, when
from forms.package import section


def full_score_sheet() -> str:
    """Phiếu chấm theo bộ tiêu chí: every criterion with its options, points, star marks, and room for the choice."""
    return "".join([
        nation(),
        p("PHIẾU CHẤM THEO BỘ TIÊU CHÍ", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("Sản phẩm: {{ product_name }}. Mã số sản phẩm: {{ product_code }}."),
        p("Chủ thể: {{ producer_name }}."),
        p("Quyết định áp dụng: {{ decision }}."),
        p("Người chấm: {{ scorer }}.", "TableLead"),
        table(
            (650, 3521, 900, 900, 900, 2200),
            ("TT", "Tiêu chí, mức", "Điểm", "Yêu cầu", "Chọn", "Mô tả, minh chứng"),
            "criteria",
            ("{{ row.code }}", "{{ row.text }}", "{{ row.points }}", "{{ row.star }}", "{{ row.chosen }}", "{{ row.proof }}"),
            centred=(0, 2, 3, 4),
            strong="row.strong",
            never_strong=(5,),
        ),
        when("result", each("line", "result", p("{{ line }}"))),
        when("grounds_out", p("Hồ sơ bị loại khi:"), each("line", "grounds_out", p("- {{ line }}"))),
        when("conditions", p("Điều kiện của quyết định:"), each("line", "conditions", p("- {{ line }}"))),
        when("unverified", each("line", "unverified", p("{{ line }}"))),
        p("Dấu sao ở cột Yêu cầu là mức tối thiểu phải đạt của hạng sao đó.", "Lead"),
        maker("NGƯỜI CHẤM"),
        section(),
    ])  # fmt: skip
