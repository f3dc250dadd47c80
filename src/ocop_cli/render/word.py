"""Fill a template: plain values in, one .docx out, the same bytes every time."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ocop_cli.errors import OcopError
from ocop_cli.render.house.package import zip_parts
from ocop_cli.render.inspect import refuse_unsafe
from ocop_cli.render.ruling import set_ruling_lines

_LEFTOVER = re.compile(rb"\{\{|\{%|\{#")


def render(template: Path, values: Mapping[str, Any], *, on: date, title: str, creator: str) -> bytes:
    """Return the document that a template makes of plain values (text, numbers, lists, dicts).

    ``on`` becomes the created and modified day, ``title`` and ``creator`` the properties. Raises ``OcopError``
    when the template is unsafe, not a Word file, or asks for a value that is not there.
    """
    refuse_unsafe(template)
    try:
        document = DocxTemplate(template)
        document.render(dict(values), jinja_env=_environment(), autoescape=True)
    except (TemplateError, PackageNotFoundError, KeyError, ValueError) as error:
        raise OcopError(
            f"Biểu mẫu {template.parent.name} không điền được: {error}.",
            "Kiểm tra các chỗ {{ … }} trong biểu mẫu, hoặc dùng lại biểu mẫu gốc.",
            code="F301",
        ) from error
    _set_properties(document, on, title, creator)
    set_ruling_lines(document.docx)
    stream = io.BytesIO()
    document.save(stream)
    return _settled(stream.getvalue(), template)


def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_plain)


def _plain(value: Any) -> Any:
    """Refuse what would print as a word of the program, such as None or True."""
    if value is None or isinstance(value, bool):
        raise TemplateError(f"giá trị trống ({value})")
    return value


def _set_properties(document: DocxTemplate, on: date, title: str, creator: str) -> None:
    from datetime import datetime

    properties = document.docx.core_properties
    noon = datetime(on.year, on.month, on.day, 12)  # noqa: DTZ001 - the property is a day, not a moment
    properties.title, properties.author, properties.last_modified_by = (
        title[:255],
        creator[:255],
        creator[:255],
    )
    properties.created = properties.modified = noon
    properties.language, properties.comments = "vi-VN", ""


def _settled(content: bytes, template: Path) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    if _LEFTOVER.search(parts["word/document.xml"]):
        raise OcopError(
            f"Biểu mẫu {template.parent.name} còn chỗ chưa điền.", "Kiểm tra các chỗ {{ … }}.", code="F302"
        )
    return zip_parts(parts)
