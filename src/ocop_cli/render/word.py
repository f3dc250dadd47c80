"""Fill a template: plain values in, one .docx out, the same bytes every time."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
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

_TAG = re.compile(r"\{\{|\{%|\{#")
_MARKUP = re.compile(r"<[^>]*>")
_FAULTS = (TemplateError, PackageNotFoundError, KeyError, TypeError, ValueError, ArithmeticError)


def render(
    template: Path, values: Mapping[str, Any], *, on: date, title: str, creator: str, stamp: str = ""
) -> bytes:
    """Return the document that a template makes of plain values (text, numbers, lists, dicts).

    ``on`` becomes the created and modified day; ``title``, ``creator`` and ``stamp`` (what the document was made
    from) become properties. Raises ``OcopError`` when the template is unsafe, not a Word file, or asks for a
    value that is not there.
    """
    refuse_unsafe(template)
    try:
        document = DocxTemplate(template)
        document.render(dict(values), jinja_env=_environment(), autoescape=True)
    except _FAULTS as error:
        raise _unfilled(template, error) from error
    _set_properties(document.docx.core_properties, on, title, creator, stamp)
    set_ruling_lines(document.docx)
    _number_shapes(document.docx)
    stream = io.BytesIO()
    document.save(stream)
    return _settled(stream.getvalue(), template, values)


def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_plain)


def _plain(value: Any) -> Any:
    """Let text and numbers through; refuse what would print as a word of the program, such as None or a list."""
    if isinstance(value, StrictUndefined):
        return value  # it raises when it is printed, with the name of what is missing
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise TemplateError(f"chỗ này không phải chữ hay số ({value!r})")
    return value


def _unfilled(template: Path, error: Exception) -> OcopError:
    """Say what a template lacks and near which words."""
    near = " ".join(_MARKUP.sub(" ", " ".join(getattr(error, "docx_context", ()))).split())
    place = f" Gần chỗ: “{near[:160]}”." if near else ""
    return OcopError(
        f"Biểu mẫu {template.parent.name} không điền được: {error}.{place}",
        "Kiểm tra các chỗ {{ … }} trong biểu mẫu, hoặc dùng lại biểu mẫu gốc.",
        code="F301",
    )


def _set_properties(properties: Any, on: date, title: str, creator: str, stamp: str) -> None:
    longest = 255  # characters; the library refuses more
    properties.title, properties.author, properties.identifier = title[:longest], creator[:longest], stamp
    properties.last_modified_by = creator[:longest]
    properties.created = properties.modified = datetime(on.year, on.month, on.day, 12)  # noqa: DTZ001 - a day
    properties.language, properties.comments = "vi-VN", ""


def _number_shapes(document: Any) -> None:
    """Give every shape its own id: a repeated row repeats the ids, and Word then calls the file damaged."""
    for number, shape in enumerate(document.element.body.iter("{*}docPr"), 1):
        shape.set("id", str(number))


def _settled(content: bytes, template: Path, values: Mapping[str, Any]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    if _TAG.search(parts["word/document.xml"].decode()) and not _TAG.search(str(values)):
        raise OcopError(
            f"Biểu mẫu {template.parent.name} còn chỗ chưa điền.", "Kiểm tra các chỗ {{ … }}.", code="F302"
        )
    return zip_parts(parts)
