"""The commune's evaluation: the official report and the internal score sheet."""

from forms.blocks import agency, each, foot, header, maker, p, rule, table, when
from forms.package import section


def evaluation_report() -> str:
    """Báo cáo đánh giá một số nội dung của hồ sơ (Mẫu 03): a narrative per content."""
    return "".join([
        header(agency()),
        p("BÁO CÁO", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("Kính gửi: {{ addressee }}.", "AddressTo"),
        each("line", "grounds", p("{{ line }}", "Ground")),
        p("{{ opening }}"),
        p("I. THÔNG TIN CHUNG", "Part"),
        p("1. Tên chủ thể: {{ producer_name }}."),
        p("2. Loại hình tổ chức: {{ producer_kind }}."),
        p("3. Địa chỉ: {{ address }}."),
        p(
            "4. Người đại diện theo pháp luật: {{ representative }}{% if gender %}; giới tính: {{ gender }}{% endif %}"
            "{% if ethnicity %}; dân tộc: {{ ethnicity }}{% endif %}"
            "{% if permanent_address %}; địa chỉ thường trú: {{ permanent_address }}{% endif %}."
        ),
        p("5. Sản phẩm đăng ký: {{ product_name }} ({{ registration_kind }}; {{ product_group }})."),
        p("II. ĐÁNH GIÁ CÁC NỘI DUNG", "Part"),
        p("{%p for content in contents %}"),
        p("{{ loop.index }}. {{ content.name }}", "Item"),
        when(
            "content.description",
            p("a) Mô tả của chủ thể: {{ content.description }}"),
            p("b) Đánh giá thực tế trên địa bàn xã: {{ content.assessment }}"),
        ),
        when("not content.description", p("{{ content.assessment }}")),
        when("content.evidence", p("c) Minh chứng: {{ content.evidence }}.")),
        p("{%p endfor %}"),
        when("opinions", p("{{ opinions_title }}:"), each("line", "opinions", p("- {{ line }}"))),
        p("{{ closing }}./.", "Lead"),
        foot(),
        section(),
    ])  # fmt: skip


def commune_points() -> str:
    """Phiếu tính điểm nội bộ: points per content. No document of the agency, so no Quốc hiệu and no number."""
    return "".join([
        p("PHIẾU TÍNH ĐIỂM NỘI BỘ", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("Sản phẩm: {{ product_name }}. Chủ thể: {{ producer_name }}."),
        p("Quyết định áp dụng: {{ decision }}. Bộ sản phẩm: {{ product_set }}.", "TableLead"),
        table(
            (2050, 2250, 800, 2371, 1600),
            ("Nội dung, tiêu chí", "Mức", "Điểm", "Cách tính, lý do", "Căn cứ"),
            "lines",
            ("{{ row.content }}", "{{ row.option }}", "{{ row.points }}", "{{ row.reason }}", "{{ row.cite }}"),
            centred=(2,),
        ),
        p("Tổng: {{ total }}."),
        when("unverified", p("Chưa đối chiếu với bản ký của quyết định:"), each("line", "unverified", p("- {{ line }}"))),
        when("disqualified", p("Căn cứ loại hồ sơ:"), each("line", "disqualified", p("- {{ line }}"))),
        p("Phiếu này dùng trong nội bộ, không gửi kèm hồ sơ đề nghị cấp tỉnh.", "Lead"),
        maker("NGƯỜI TÍNH ĐIỂM"),
        section(),
    ])  # fmt: skip
