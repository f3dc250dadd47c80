"""Blocks through python-docx as its guide shows: no raw XML, so neither borders nor fields."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from layout import Block

_ALIGN = {
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
}


def write(blocks: list[Block], look: dict[str, Any], out: Path, *, bare: bool) -> None:
    document = Document()
    if not bare:
        section = document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = (
            Mm(m) for m in look["margins"]
        )
        document.styles["Normal"].font.name = look["font"]
    for block in blocks:
        _put(document, block)
    document.save(out)


def _put(parent: Any, block: Block) -> None:
    if "widths" in block:
        table = parent.add_table(len(block["rows"]), len(block["widths"]))
        for row, cells in zip(block["rows"], table.rows, strict=True):
            for blocks, cell, width in zip(row, cells.cells, block["widths"], strict=True):
                cell.width = Mm(width)
                for inner in blocks:
                    _put(cell, inner)
                if blocks:
                    cell._element.remove(cell.paragraphs[0]._element)
        return
    paragraph = parent.add_paragraph()
    form = paragraph.paragraph_format
    paragraph.alignment = _ALIGN[block.get("align", "left")]
    form.space_before, form.space_after, form.line_spacing = (
        Pt(block.get("before", 0)),
        Pt(block.get("after", 0)),
        block.get("line", 1),
    )
    if block.get("first"):
        form.first_line_indent = Mm(block["first"])
    if block.get("left"):
        form.left_indent = Mm(block["left"])
    if "rule" in block:
        run = paragraph.add_run("_" * round(block["rule"] / 2.3))
        run.font.size, run.font.superscript = Pt(13), True
        return
    for piece in block["p"]:
        if piece["t"] == "\n":
            paragraph.add_run().add_break()
            continue
        run = paragraph.add_run(piece["t"])
        run.font.size, run.bold, run.italic = Pt(piece["sz"]), bool(piece.get("b")), bool(piece.get("i"))
