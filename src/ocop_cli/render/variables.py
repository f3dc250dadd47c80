"""What a template asks for, and where."""

import re
from pathlib import Path

from jinja2 import TemplateError, meta

from ocop_cli.errors import OcopError
from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.text import paragraph_text
from ocop_cli.render.compiled import compiled, template_environment
from ocop_cli.render.inspect import open_template
from ocop_cli.render.tag_errors import near_words, tag_error


def variables_of(template: Path) -> dict[str, list[str]]:
    """Return every name that a template asks for with the paragraphs that ask for it.

    Raises ``OcopError`` for a template that is unsafe or whose tags are wrong.
    """
    try:
        sources = [program.source for program in compiled(template).programs.values()]
        environment = template_environment()
        names = {
            name for source in sources for name in meta.find_undeclared_variables(environment.parse(source))
        }
    except TemplateError as error:
        raise OcopError(
            f"Biểu mẫu {template} không đọc được: {tag_error(error)}.{near_words(error)}",
            "Sửa chỗ điền trong Word, hoặc xóa tệp để dùng biểu mẫu gốc.",
            code="F301",
        ) from error
    texts = _paragraphs(template)
    return {
        name: [place for place, text in texts if re.search(rf"\b{name}\b", text)] for name in sorted(names)
    }


def _paragraphs(template: Path) -> list[tuple[str, str]]:
    """Return the paragraphs of the document with the words that tell where each one stands."""
    package = open_template(template)
    texts = [paragraph_text(paragraph) for paragraph in package.xml(package.main).iter(f"{W}p")]
    return [(f"đoạn {number} “{text[:60]}”", text) for number, text in enumerate(texts, 1) if "{" in text]
