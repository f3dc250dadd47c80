"""Set direct formatting on runs and paragraphs, each element where the schema wants it."""

from collections.abc import Sequence
from typing import Any

from lxml import etree

from ocop_cli.lint.child_order import ORDER
from ocop_cli.lint.formats import W, theme_slots
from ocop_cli.lint.reading import Paragraph


def run_child(run: Any, tag: str) -> Any:
    """Return a property of a run, made where it is missing."""
    return _child(_properties(run, "rPr"), tag, ORDER["rPr"])


def paragraph_child(paragraph: Any, tag: str) -> Any:
    """Return a property of a paragraph, made where it is missing."""
    return _child(_properties(paragraph, "pPr"), tag, ORDER["pPr"])


def section_child(section: Any, tag: str) -> Any:
    """Return a property of a section, made where it is missing."""
    return _child(section, tag, ORDER["sectPr"])


def row_child(row: Any, tag: str) -> Any:
    """Return a property of a table row, made where it is missing."""
    return _child(_properties(row, "trPr"), tag, ORDER["trPr"])


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
    for slot in theme_slots():
        fonts.attrib.pop(slot, None)
    put(fonts, ascii=font, hAnsi=font, cs=font, eastAsia=font)


def drop(run: Any, *tags: str) -> None:
    """Take properties away from a run."""
    properties = run.find(f"{W}rPr")
    for tag in tags if properties is not None else ():
        for node in properties.findall(f"{W}{tag}"):
            properties.remove(node)


def space(paragraph: Any, **values: object) -> None:
    """Set distances and line spacing of a paragraph."""
    put(paragraph_child(paragraph, "spacing"), **values)


def indent(paragraph: Any, **values: object) -> None:
    """Set the indents of a paragraph, and take a hanging one away."""
    node = paragraph_child(paragraph, "ind")
    node.attrib.pop(f"{W}hanging", None)
    put(node, **values)


def _properties(node: Any, tag: str) -> Any:
    found = node.find(f"{W}{tag}")
    if found is None:
        found = etree.Element(f"{W}{tag}")
        node.insert(0, found)
    return found


def _child(parent: Any, tag: str, order: Sequence[str]) -> Any:
    found = parent.find(f"{W}{tag}")
    if found is not None:
        return found
    made = etree.Element(f"{W}{tag}")
    place = order.index(tag)
    later = [n for n in parent if _rank(n, order) > place]
    if later:
        later[0].addprevious(made)
    else:
        parent.append(made)
    return made


def _rank(node: Any, order: Sequence[str]) -> int:
    name = node.tag.rpartition("}")[2]
    return order.index(name) if name in order else len(order)
