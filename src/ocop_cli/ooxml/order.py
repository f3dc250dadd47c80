"""The order in which the schema of WordprocessingML (ISO/IEC 29500, transitional) wants children to stand."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from ocop_cli.ooxml.names import W

ORDER: dict[str, tuple[str, ...]] = {
    "p": ("pPr",),
    "r": ("rPr",),
    "tr": ("tblPrEx", "trPr"),
    "rPr": (
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss",
        "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs",
        "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
    ),
    "pPr": (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr",
        "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
        "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
        "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
        "rPr", "sectPr", "pPrChange",
    ),
    "sectPr": (
        "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders",
        "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter",
        "docGrid",
    ),
    "trPr": ("cnfStyle", "divId", "gridBefore", "gridAfter", "wBefore", "wAfter", "cantSplit", "trHeight", "tblHeader", "tblCellSpacing", "jc", "hidden"),
    "tblPr": (
        "tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc",
        "tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption",
        "tblDescription", "tblPrChange",
    ),
    "tcPr": (
        "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection",
        "tcFitText", "vAlign", "hideMark", "cellIns", "cellDel", "cellMerge", "tcPrChange",
    ),
}  # fmt: skip
"""By the name of the holder; what a list does not name may stand anywhere after what it does."""

_STRICT = ("pPr", "sectPr", "tblPr", "tcPr")
"""The holders whose order the schema fixes; run and row properties may stand in any order."""

_BESIDE = {"footerReference": "headerReference"}
"""Headers and footers of a section may be named in any order among themselves."""


def child(parent: Any, tag: str) -> Any:
    """Return a child by its tag in the main namespace, made where the schema wants it when it is missing."""
    found = parent.find(f"{W}{tag}")
    if found is None:
        found = etree.Element(f"{W}{tag}")
        order = ORDER[parent.tag.rpartition("}")[2]]
        later = (
            n for n, sibling in enumerate(parent) if _rank(sibling, order, len(order)) > order.index(tag)
        )
        parent.insert(next(later, len(parent)), found)
    return found


def misplaced(root: Any) -> Iterator[str]:
    """Yield ``holder/child`` for every property that stands after one that must follow it."""
    for name, holder in _holders(root):
        highest = -1
        for rank, _ in _ranked(holder, ORDER[name]):
            if rank < highest:
                yield f"{name}/{ORDER[name][rank]}"
            highest = max(highest, rank)


def put_in_order(root: Any) -> None:
    """Put every property where the schema wants it; what stands right already stays."""
    for name, holder in _holders(root):
        ranked = list(_ranked(holder, ORDER[name]))
        ordered = sorted(ranked, key=lambda pair: pair[0])
        if ordered != ranked:
            holder[:] = [node for _, node in ordered]


def _holders(root: Any) -> Iterator[tuple[str, Any]]:
    return ((name, holder) for name in _STRICT for holder in root.iter(f"{W}{name}"))


def _ranked(holder: Any, order: tuple[str, ...]) -> Iterator[tuple[int, Any]]:
    """Yield the children with their places in the order; one that has none goes with the child before it."""
    rank = 0
    for node in holder:
        rank = _rank(node, order, rank)
        yield rank, node


def _rank(node: Any, order: tuple[str, ...], otherwise: int) -> int:
    name = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""  # a comment has no name
    name = _BESIDE.get(name, name)
    return order.index(name) if name in order else otherwise
