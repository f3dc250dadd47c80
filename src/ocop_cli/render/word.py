"""Fill a template: plain values in, one .docx out, the same bytes every time."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import TemplateError

from ocop_cli.errors import OcopError
from ocop_cli.ooxml.package import DOCUMENT
from ocop_cli.ooxml.xml import escaped
from ocop_cli.ooxml.zip import zip_parts
from ocop_cli.render.compiled import CHART, PROPERTIES, Sources, compiled
from ocop_cli.render.tag_errors import near_words, tag_error
from ocop_cli.viet.text import new_tone_marks

_TAG = re.compile(rb"\{\{|\{%|\{#")
_ERRORS = (TemplateError, KeyError, TypeError, ValueError, ArithmeticError)
_LONGEST = 255  # characters of a property; Word refuses more
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>'
    "<dc:identifier>{stamp}</dc:identifier><dc:language>vi-VN</dc:language><cp:lastModifiedBy>{creator}</cp:lastModifiedBy>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{day}T12:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{day}T12:00:00Z</dcterms:modified></cp:coreProperties>'
)


def render(
    template: Path,
    values: Mapping[str, Any],
    *,
    on: date,
    title: str,
    creator: str,
    stamp: str = "",
    names_kept: Sequence[str] | None = None,
    ready: Sources = (),
) -> bytes:
    """Return the document that a template makes of plain values (text, numbers, lists, dicts).

    ``on`` becomes the created and modified day; ``title``, ``creator`` and ``stamp`` (what the document was made
    from) become properties. With ``names_kept`` tone marks are set the new way (``hoà``, ``uỷ``), but not in these
    names, which stay as people write them. ``ready`` are the sources of the template where they are known. Raises ``OcopError`` when the template is unsafe, not a Word file, or asks for a
    value that is not there.
    """
    try:
        program = compiled(template, ready)
        parts = program.fill(values)
    except _ERRORS as error:
        raise _unfilled(template, error) from error
    if _TAG.search(parts[DOCUMENT]) and not _TAG.search(str(values).encode()):
        raise OcopError(
            f"Biểu mẫu {template.parent.name} còn chỗ chưa điền.",
            "Sửa chỗ {{ … }} còn in nguyên chữ, hoặc xóa tệp để dùng biểu mẫu gốc.",
            code="F302",
        )
    if names_kept is not None:
        parts[DOCUMENT] = _with_new_tone_marks(parts[DOCUMENT], names_kept)
    own = {PROPERTIES: _core(on, title, creator, stamp)} if PROPERTIES in parts else {}
    return zip_parts({**parts, **own, **_pictures(parts, values)}, onto=program.packed)


def _pictures(parts: Mapping[str, bytes], values: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the pictures that a template keeps a place for and the values have something to show in."""
    rows = values.get("chart")
    if CHART not in parts or not rows or isinstance(rows, str):  # a stand-in on trial draws nothing
        return {}
    # the libraries of charts: only a paper with one pays for them
    from ocop_cli.render.chart import chart_png

    return {CHART: chart_png(rows)}


def _with_new_tone_marks(content: bytes, names: Sequence[str]) -> bytes:
    text = new_tone_marks(content.decode())
    for name in names:
        text = text.replace(escaped(new_tone_marks(name)), escaped(name))
    return text.encode()


def _core(on: date, title: str, creator: str, stamp: str) -> bytes:
    texts = {"title": title[:_LONGEST], "creator": creator[:_LONGEST], "stamp": stamp[:_LONGEST]}
    return _CORE.format(day=on.isoformat(), **{name: escaped(text) for name, text in texts.items()}).encode()


def _unfilled(template: Path, error: Exception) -> OcopError:
    """Say what a template lacks and near which words."""
    return OcopError(
        f"Biểu mẫu {template.parent.name} không điền được: {tag_error(error)}.{near_words(error)}",
        f"Kiểm tra bằng `ocop templates check {template.parent.name}`, hoặc xóa tệp để dùng biểu mẫu gốc.",
        code="F301",
    )
