"""What a save lost of the pages comes back: LibreOffice drops the header of a section that fits on its first page, and hangs
the end of a section on the paragraph of a tag, which is not printed."""

from copy import deepcopy
from typing import Any

from ocop_cli.ooxml.names import R, W
from ocop_cli.ooxml.order import child
from ocop_cli.ooxml.package import Package
from ocop_cli.ooxml.text import field_instructions, paragraph_text

_WHOLE_PARAGRAPH = "{%p"
_USUAL_DISTANCE = "720"  # twips: Word's own, where a section says nothing


def restore_headers(document: Any, package: Package) -> None:
    """Give every section that lost its header that of the nearest section before it, else of the next one after it.

    The header prints the page number, which no section may go without (Nghị định 30/2020, Phụ lục I, I.7); with it
    come its distance from the edge and the rule that the first page shows no number.
    """
    sections = list(document.iter(f"{W}sectPr"))
    numbered = [section for section in sections if _shows_number(_header(section, package))]
    for section in sections:
        if numbered and _is_lost(section, package):
            before = [other for other in sections[: sections.index(section)] if other in numbered]
            _copy_header(section, before[-1] if before else numbered[0])


def free_section_ends(document: Any) -> None:
    """Give the end of a section that hangs on the paragraph of a tag a paragraph of its own, as Word writes it.

    The paragraph of a tag goes away when a template is filled; the section would go with it, and an annex lose its page.
    """
    for end in list(document.iter(f"{W}sectPr")):
        paragraph = end.getparent().getparent()
        if paragraph.tag == f"{W}p" and _WHOLE_PARAGRAPH in paragraph_text(paragraph):
            own = paragraph.makeelement(f"{W}p")
            child(own, "pPr").append(end)
            paragraph.addnext(own)


def _is_lost(section: Any, package: Package) -> bool:
    """Say whether a section's header is blank, or switched off, which LibreOffice writes as a distance of 0."""
    header = _header(section, package)
    return _is_blank(header) if header is not None else _distance(section) == "0"


def _shows_number(header: Any) -> bool:
    return header is not None and "PAGE" in field_instructions(header).split()


def _is_blank(header: Any) -> bool:
    texts = (paragraph_text(paragraph) for paragraph in header.iter(f"{W}p"))
    drawn = next(header.iter(f"{W}drawing", f"{W}pict"), None) is not None
    return not (drawn or "".join([*texts, field_instructions(header)]).strip())


def _header(section: Any, package: Package) -> Any:
    """Return the part that prints at the head of a section's usual pages, or ``None``."""
    reference = _reference(section)
    target = reference.get(f"{R}id") if reference is not None else ""
    return package.xml(package.related(package.main).get(target, ("", ""))[1])


def _reference(section: Any) -> Any:
    """Return what names the usual header of a section: not that of its first page, nor of even pages."""
    named = section.findall(f"{W}headerReference")
    return next((node for node in named if node.get(f"{W}type", "default") == "default"), None)


def _distance(section: Any) -> str:
    """Return how far the header stands from the edge, in twips."""
    margins = section.find(f"{W}pgMar")
    return str(margins.get(f"{W}header", _USUAL_DISTANCE)) if margins is not None else _USUAL_DISTANCE


def _copy_header(section: Any, other: Any) -> None:
    old = _reference(section)
    if old is not None:
        section.remove(old)
    section.insert(0, deepcopy(_reference(other)))
    child(section, "pgMar").set(f"{W}header", _distance(other))
    if other.find(f"{W}titlePg") is not None:
        child(section, "titlePg")
