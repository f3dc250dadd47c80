"""Set direct formatting on runs and paragraphs, each element where the schema wants it."""

from typing import Any

from ocop_cli.lint.blocks import Paragraph
from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.order import child

_THEME_SLOTS = tuple(f"{W}{slot}" for slot in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"))


def run_child(run: Any, tag: str) -> Any:
    """Return a property of a run, made where it is missing."""
    return child(child(run, "rPr"), tag)


def paragraph_child(paragraph: Any, tag: str) -> Any:
    """Return a property of a paragraph, made where it is missing."""
    return child(child(paragraph, "pPr"), tag)


def row_child(row: Any, tag: str) -> Any:
    """Return a property of a table row, made where it is missing."""
    return child(child(row, "trPr"), tag)


def put(node: Any, **values: object) -> None:
    """Set attributes in the main namespace."""
    for name, value in values.items():
        node.set(f"{W}{name}", str(value))


def set_formatting(
    paragraph: Paragraph,
    *,
    size: float | None = None,
    bold: bool | None = None,
    italic: bool | None = None,
    align: str = "",
) -> None:
    """Give a paragraph's runs a size, weight and slant, and the paragraph an alignment."""
    for run in paragraph.runs:
        if size is not None:
            put(run_child(run.element, "sz"), val=round(size * 2))
            put(run_child(run.element, "szCs"), val=round(size * 2))
        for tag, on in (("b", bold), ("i", italic)):
            if on is not None:
                put(run_child(run.element, tag), val=1 if on else 0)
                put(run_child(run.element, f"{tag}Cs"), val=1 if on else 0)
    if align:
        put(paragraph_child(paragraph.element, "jc"), val=align)


def set_font(run: Any, font: str) -> None:
    """Give a run one font in every slot, and take theme fonts away."""
    fonts = run_child(run, "rFonts")
    for slot in _THEME_SLOTS:
        fonts.attrib.pop(slot, None)
    put(fonts, ascii=font, hAnsi=font, cs=font, eastAsia=font)


def space(paragraph: Any, **values: object) -> None:
    """Set distances and line spacing of a paragraph."""
    put(paragraph_child(paragraph, "spacing"), **values)


def indent(paragraph: Any, **values: object) -> None:
    """Set the indents of a paragraph, and take a hanging one away."""
    node = paragraph_child(paragraph, "ind")
    node.attrib.pop(f"{W}hanging", None)
    put(node, **values)
