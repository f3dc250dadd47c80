"""What the template engine says of a tag in English, in Vietnamese."""

import re

from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from ocop_cli.render.compiled import TooLongError

_MISSING = re.compile(r"'([^']+)' is undefined|has no attribute '([^']+)'")
_MARKUP = re.compile(r"<[^>]*>")
_NEAR = 160  # letters that are shown
_UNKNOWN = re.compile(r"unknown tag '([^']+)'|No (?:filter|test) named '([^']+)'")


def near_words(error: Exception) -> str:
    """Return the words of the template around an error, as the end of a message; empty where they are not known."""
    near = " ".join(_MARKUP.sub(" ", " ".join(getattr(error, "docx_context", ()))).split())
    return f" Gần chỗ: “{near[:_NEAR]}”." if near else ""


def tag_error(error: Exception) -> str:
    """Return what is wrong with a tag of a template: a name that stands for nothing, or the way it is written."""
    if isinstance(error, UndefinedError) and (found := _MISSING.search(str(error))):
        return f"không có giá trị tên “{found[1] or found[2]}”"
    if isinstance(error, TemplateSyntaxError) and (found := _UNKNOWN.search(str(error))):
        return f"không có lệnh “{found[1] or found[2]}”"
    if isinstance(error, SecurityError):
        return "có chỗ đòi thứ mà biểu mẫu không được dùng"
    if isinstance(error, TooLongError):
        return "văn bản làm ra dài quá mức, có vòng lặp thừa"
    if isinstance(error, TemplateError):
        return "có chỗ {{ … }} hoặc {% … %} viết sai"
    return "có chỗ điền không hợp với giá trị"
