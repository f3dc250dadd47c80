"""What is wrong with a template's tag is said in Vietnamese."""

import jinja2
import pytest

from ocop_cli.render.tag_errors import tag_error

ENVIRONMENT = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=True)


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("{{ ten }}", "không có giá trị tên “ten”"),
        ("{{ row.ten }}", "không có giá trị tên “ten”"),
        ("{% neu x %}", "không có lệnh “neu”"),
        ("{{ row | hoa }}", "không có lệnh “hoa”"),
        ("{{ row }", "có chỗ {{ … }} hoặc {% … %} viết sai"),
        ("{% for a in row %}", "có chỗ {{ … }} hoặc {% … %} viết sai"),
        ("{{ row + 1 }}", "có chỗ điền không hợp với giá trị"),
    ],
)
def test_a_tag_that_cannot_be_filled(tag: str, told: str) -> None:
    with pytest.raises((jinja2.TemplateError, TypeError)) as error:
        ENVIRONMENT.from_string(tag).render(row={"name": "Gạo"})
    assert tag_error(error.value) == told
