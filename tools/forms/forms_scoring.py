"""The score sheet of a product set (Phụ lục II): blank or filled."""

from forms.blocks import each, p, rule, small, table, when
from forms.package import section
from forms.printed import newest_form, printed

_RESULT = """{% if line[:1] == " " %}- {% endif %}{{ line|trim|replace(" · ", "; ") }}"""  # a screen has indents and dots


def full_score_sheet() -> str:
    """Bộ tiêu chí, kiêm phiếu đánh giá, as the decision prints it; what the program adds follows on pages of its own."""
    return "".join([
        printed(newest_form("score_sheet")),
        small("{{ form_source }} Người chấm: {{ scorer }}."),
        section(last=False),
        p("GIẢI TRÌNH ĐIỂM", "AnnexName"),
        p("({{ subject }}; phần lập thêm, không thuộc mẫu phiếu)", "AnnexNote"),
        rule(),
        when("result", p("Kết quả", "Item"), each("line", "result", p(_RESULT))),
        when("conditions", p("Điều kiện của quyết định", "Item"), each("line", "conditions", p("- {{ line }}"))),
        when("unverified", each("line", "unverified", p("{{ line }}"))),
        when("explained", p("Mô tả, minh chứng theo từng tiêu chí:", "TableLead"), _explained()),
        section(restart=True),
    ])  # fmt: skip


def _explained() -> str:
    return table(
        (700, 3071, 900, 4400),
        ("TT", "Tiêu chí", "Điểm", "Mô tả, minh chứng"),
        "explained",
        ("{{ row.code }}", "{{ row.text }}", "{{ row.points }}", "{{ row.proof }}"),
        centred=(0, 2),
        strong="row.strong",
    )
