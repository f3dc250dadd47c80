"""The commune's evaluation: the official report and the internal score sheet."""

from forms.blocks import agency, each, foot, header, maker, p, rule, small, table, when
from forms.package import section
from forms.printed import newest_form, printed
from ocop_cli.commune_contents import CommuneContent
from ocop_cli.rules.printed_form import PrintedForm


def evaluation_report() -> str:
    """Báo cáo đánh giá một số nội dung của hồ sơ (Mẫu số 03), as the decision prints it, in the frame of the decree."""
    form = newest_form("evaluation_report")
    after = {f"contents.{number}": _content(f"contents[{number}]") for number in range(len(CommuneContent))}
    opinions = when(
        "opinions", p("{{ opinions_title }}:", "TableLead"), each("line", "opinions", p("- {{ line }}"))
    )
    lines = printed(form, {"opinions": opinions}, after, under_title=rule(), foot=foot(_sign_note(form)))
    return "".join([header(agency()), lines, when("form_source", small("{{ form_source }}")), section()])


def _sign_note(form: PrintedForm) -> str:
    return next(line.words[1] for line in form.lines if line.kind == "sign")


def _content(place: str) -> str:
    """What is said of a content: the producer's words, the commune's finding, the evidence."""
    told, found = f"{{{{ {place}.description }}}}", f"{{{{ {place}.assessment }}}}"
    return "".join([
        when(f"{place}.description", p(f"a) Mô tả của chủ thể: {told}"), p(f"b) Đánh giá thực tế trên địa bàn {{{{ kind }}}}: {found}")),
        when(f"not {place}.description", p(found)),
        when(f"{place}.evidence", p(f"c) Minh chứng: {{{{ {place}.evidence }}}}.")),
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
