"""Ruling lines get the length that the text above them asks for (Nghị định 30/2020, Phụ lục I, II.1, II.2, II.5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from ocop_cli.viet.widths import bold_width

_STYLE = "Rule"
_SHARE = 0.42  # between a third and a half of the text line
_WHOLE = {"Motto"}  # the line under Tiêu ngữ is as long as Tiêu ngữ
_USUAL_SIZE = 14.0


@dataclass(frozen=True, slots=True)
class Measures:
    """What a template's styles and page say: size in points by style, and the width of the text in twips."""

    sizes: Mapping[str, float]
    available: int


def measures_of(parts: Mapping[str, bytes]) -> Measures:
    """Read the measures of a template from its parts."""
    styles = _root(parts.get("word/styles.xml", b""))
    found = {
        style.get(qn("w:styleId")): float(size.get(qn("w:val"))) / 2
        for style in (styles.iter(qn("w:style")) if styles is not None else ())
        if (size := style.find(f"{qn('w:rPr')}/{qn('w:sz')}")) is not None
    }
    return Measures(found, _text_width(_root(parts["word/document.xml"])))


def set_ruling_lines(tree: Any, measures: Measures) -> None:
    """Give every ruling line its indents: the width that holds it less the length it should have."""
    for line in tree.iter(qn("w:p")):
        if _style(line) == _STYLE:
            _set_line(line, measures)


def _set_line(line: Any, measures: Measures) -> None:
    available = _available(line, measures)
    style, texts = _texts_above(line)
    size = measures.sizes.get(style, _USUAL_SIZE)
    longest = min(max((bold_width(text, size) for text in texts), default=0), available)
    length = longest if style in _WHOLE else round(longest * _SHARE)
    margin = str((available - length) // 2)
    indent = _indent(line.find(qn("w:pPr")))
    indent.set(qn("w:left"), margin)
    indent.set(qn("w:right"), margin)


def _indent(properties: Any) -> Any:
    """Return the indents of a paragraph, made at the end of its few properties where they are missing."""
    found = properties.find(qn("w:ind"))
    return found if found is not None else etree.SubElement(properties, qn("w:ind"))


def _texts_above(line: Any) -> tuple[str, list[str]]:
    """Return the paragraphs of one style that stand directly above."""
    above, style = line.getprevious(), ""
    texts: list[str] = []
    while above is not None and above.tag == qn("w:p") and (not style or _style(above) == style):
        style = _style(above)
        texts.append("".join(node.text or "" for node in above.iter(qn("w:t"))))
        above = above.getprevious()
    return style, texts


def _available(line: Any, measures: Measures) -> int:
    cell = line.getparent()
    if cell.tag == qn("w:tc"):
        return int(cell.find(qn("w:tcPr")).find(qn("w:tcW")).get(qn("w:w")))
    return measures.available


def _text_width(document: Any) -> int:
    section = next(document.iter(qn("w:sectPr")), None)
    size, margins = (
        section.find(qn(f"w:{tag}")) if section is not None else None for tag in ("pgSz", "pgMar")
    )
    if size is None or margins is None:
        return 0
    sides = sum(round(float(margins.get(qn(f"w:{side}"), "0"))) for side in ("left", "right"))
    return round(float(size.get(qn("w:w"), "0"))) - sides


def _style(paragraph: Any) -> str:
    properties = paragraph.find(qn("w:pPr"))
    style = properties.find(qn("w:pStyle")) if properties is not None else None
    return str(style.get(qn("w:val"))) if style is not None else ""


def _root(content: bytes) -> Any:
    return (
        etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
        if content
        else None
    )
