"""Ruling lines get the length that the text above them asks for (Nghị định 30/2020, Phụ lục I, II.1, II.2, II.5)."""

from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Twips

from ocop_cli.viet.widths import bold_width

_STYLE = "Rule"
_SHARE = 0.42  # between a third and a half of the text line
_WHOLE = {"Motto"}  # the line under Tiêu ngữ is as long as Tiêu ngữ


def set_ruling_lines(document: Document) -> None:
    """Give every ruling line its indents: the width that holds it less the length it should have."""
    for line in document.element.body.iter(qn("w:p")):
        if _style(line) == _STYLE:
            _set_line(line, document)


def _set_line(line: Any, document: Document) -> None:
    from docx.text.paragraph import Paragraph

    room = _room(line, document)
    style, texts = _texts_above(line)
    size = _size(document, style)
    longest = min(max((bold_width(text, size) for text in texts), default=0), room)
    length = longest if style in _WHOLE else round(longest * _SHARE)
    margin = Twips((room - length) // 2)
    format_ = Paragraph(line, document).paragraph_format
    format_.left_indent = format_.right_indent = margin


def _texts_above(line: Any) -> tuple[str, list[str]]:
    """Return the paragraphs of one style that stand directly above."""
    above, style = line.getprevious(), ""
    texts: list[str] = []
    while above is not None and above.tag == qn("w:p") and (not style or _style(above) == style):
        style = _style(above)
        texts.append("".join(node.text or "" for node in above.iter(qn("w:t"))))
        above = above.getprevious()
    return style, texts


def _room(line: Any, document: Document) -> int:
    cell = line.getparent()
    if cell.tag == qn("w:tc"):
        return int(cell.find(qn("w:tcPr")).find(qn("w:tcW")).get(qn("w:w")))
    page = document.sections[0]
    sides = int(page.left_margin or 0) + int(page.right_margin or 0)
    return round((int(page.page_width or 0) - sides) / Twips(1))


def _style(paragraph: Any) -> str:
    properties = paragraph.find(qn("w:pPr"))
    style = properties.find(qn("w:pStyle")) if properties is not None else None
    return str(style.get(qn("w:val"))) if style is not None else ""


def _size(document: Document, style_id: str) -> float:
    style = next((s for s in document.styles if s.style_id == style_id), None)
    return float(style.font.size.pt) if style is not None and style.font.size else 14.0
