"""The order in which the schema of WordprocessingML (ISO/IEC 29500, transitional) wants properties to stand."""

from collections.abc import Iterator
from typing import Any

from ocop_cli.lint.formats import W

ORDER: dict[str, tuple[str, ...]] = {
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
"""By the name of the holder; what a list does not name is not judged."""

_STRICT = ("pPr", "sectPr", "tblPr", "tcPr")
"""The holders whose order the schema fixes; run and row properties may stand in any order."""


def misplaced(root: Any) -> Iterator[str]:
    """Yield ``holder/child`` for every property that stands after one that must follow it."""
    for name in _STRICT:
        places = {f"{W}{child}": place for place, child in enumerate(ORDER[name])}
        for holder in root.iter(f"{W}{name}"):
            last = -1
            for child in holder:
                place = places.get(child.tag, last)
                if place < last and not _is_reference(name, place):
                    yield f"{name}/{ORDER[name][place]}"
                last = max(last, place)


def _is_reference(name: str, place: int) -> bool:
    """Headers and footers of a section may be named in any order among themselves."""
    return name == "sectPr" and place <= ORDER[name].index("footerReference")
