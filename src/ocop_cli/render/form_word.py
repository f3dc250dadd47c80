"""A form to fill in as a Word file: a label and its answer side by side, boxes as signs, lists as tables.

Nothing in it rests on controls or on style ids, which other office programs drop or rename: an answer is found by its
label, and by a bookmark around the words of the label. LibreOffice doubles a bookmark around nothing, so none stands in
an empty cell.
"""

import io
from collections.abc import Iterator, Mapping
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from ocop_cli.intake.filled import Filled
from ocop_cli.intake.form_words import about_line, guidance, number_labels
from ocop_cli.intake.layout import Line, Table, place_name
from ocop_cli.intake.read_word import CUSTOM
from ocop_cli.intake.stamp import Stamp, split_stamp
from ocop_cli.intake.ticks import boxes
from ocop_cli.ooxml.package import open_package
from ocop_cli.ooxml.xml import escaped
from ocop_cli.ooxml.zip import zip_parts

_FONT, _SIZE, _SMALL = "Times New Roman", Pt(12), Pt(9.5)
_GREY = RGBColor(0x55, 0x55, 0x55)
_SHADE, _HEAD_SHADE = "F2F5F8", "DCE6F0"
_LABEL_SHARE = 0.38  # of the width; the answer has the rest
_WIDE = 7  # columns that an upright page holds
_FIRST_ID = 2  # the ids of properties begin here
_GUID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_KIND = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"


def word_form(form: Filled) -> bytes:
    """Return the form as a .docx file, always the same bytes for the same form."""
    document = Document()
    is_wide = any(len(table.columns) > _WIDE for table in form.layout.tables)
    width = _page(document, is_wide=is_wide)
    _styles(document)
    _head(document, form)
    labels, marks = number_labels(form.layout), iter(range(1, 10_000))
    for section in form.layout.sections:
        _paragraph(document.add_paragraph(style="Heading 2"), section.title)
        lines = [part for part in section.parts if isinstance(part, Line)]
        if lines:
            _lines(document, form, lines, labels, marks, width)
        for table in (part for part in section.parts if isinstance(part, Table)):
            for words in table.above:
                _paragraph(document.add_paragraph(), words, is_bold=True)
            _list(document, form, table, marks, width)
    document.part.package.relate_to(_stamp_part(document, form.stamp), _RELATION)
    stream = io.BytesIO()
    document.save(stream)
    return zip_parts(open_package(stream.getvalue()).parts)


def _page(document: Any, *, is_wide: bool) -> int:
    section = document.sections[0]
    short, long = Mm(210), Mm(297)
    section.page_width, section.page_height = (long, short) if is_wide else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(16)
    return int(section.page_width - section.left_margin - section.right_margin)


def _styles(document: Any) -> None:
    for name, size, is_bold in (
        ("Normal", _SIZE, False),
        ("Heading 1", Pt(15), True),
        ("Heading 2", Pt(12.5), True),
    ):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold = _FONT, size, is_bold
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.attrib.clear()  # the fonts of a theme would win
        for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(script), _FONT)
        style.paragraph_format.space_before = Pt(8 if is_bold else 0)
        style.paragraph_format.space_after = Pt(3 if is_bold else 1)
    core = document.core_properties
    core.author, core.comments, core.language = "", "", "vi-VN"


def _head(document: Any, form: Filled) -> None:
    document.core_properties.title = form.layout.title
    _paragraph(document.add_paragraph(style="Heading 1"), form.layout.title)
    if form.about:
        _paragraph(document.add_paragraph(), about_line(form))
    note = document.add_paragraph()
    run = note.add_run(guidance(form))
    run.italic, run.font.size, run.font.color.rgb = True, Pt(10.5), _GREY


def _lines(
    document: Any,
    form: Filled,
    lines: list[Line],
    labels: Mapping[str, str],
    marks: Iterator[int],
    width: int,
) -> None:
    count = sum(1 + len(line.above) for line in lines)
    rows = iter(_grid(document, count, [width * _LABEL_SHARE, width * (1 - _LABEL_SHARE)]).rows)
    for line in lines:
        for words in line.above:
            _printed(next(rows), words)
        row = next(rows)
        label, answer = row.cells
        _shade(label, _SHADE)
        _label(label, labels[line.path], line, marks)
        _answer(answer, line, form.values.get(line.path, ""))
        row.height = Mm(18 if line.takes_lines else 8)
        _keep_whole(row)


def _printed(row: Any, words: str) -> None:
    """Print a line of the decision across a table of questions."""
    label, answer = row.cells
    _paragraph(label.merge(answer).paragraphs[0], words, is_bold=True)
    _keep_whole(row)


def _list(document: Any, form: Filled, table: Table, marks: Iterator[int], width: int) -> None:
    filled = [*form.rows.get(table.path, ()), *({} for _ in range(table.blank_rows))]
    number = Mm(9)
    weights = [3 if column.field.kind in {"line", "prose", "codes"} else 2 for column in table.columns]
    widths = [number, *((width - number) * weight / sum(weights) for weight in weights)]
    grid = _grid(document, len(filled) + 1, widths)
    head = grid.rows[0]
    _repeat(head)
    _paragraph(head.cells[0].paragraphs[0], "TT", size=Pt(10), is_bold=True)
    for cell, column in zip(head.cells[1:], table.columns, strict=True):
        _label(cell, column.label, column, marks, size=Pt(10))
    for cell in head.cells:
        _shade(cell, _HEAD_SHADE)
    for number_, (row, values) in enumerate(zip(grid.rows[1:], filled, strict=True), 1):
        _paragraph(row.cells[0].paragraphs[0], str(number_), size=Pt(10.5))
        for cell, column in zip(row.cells[1:], table.columns, strict=True):
            _cell(cell, column, values.get(column.path, ""))
        row.height = Mm(8)
        _keep_whole(row)


def _label(cell: Any, label: str, line: Line, marks: Iterator[int], size: Any = None) -> None:
    """Print a label between the two ends of its bookmark, with the hint under it."""
    paragraph = cell.paragraphs[0]
    number = str(next(marks))
    begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    begin.set(qn("w:id"), number)
    begin.set(qn("w:name"), place_name(line.path))
    end.set(qn("w:id"), number)
    paragraph._p.append(begin)
    _paragraph(paragraph, label, size=size, is_bold=True)
    paragraph._p.append(end)
    hint = line.hint if size is None else _listed(line)
    if hint:
        run = cell.add_paragraph().add_run(hint)
        run.italic, run.font.size, run.font.color.rgb = True, _SMALL if size is None else Pt(8.5), _GREY


def _listed(line: Line) -> str:
    return " / ".join(line.boxes.values())


def _answer(cell: Any, line: Line, value: str) -> None:
    printed = boxes(line.boxes, value) if line.boxes else value.split("\n")
    for number, text in enumerate(printed):
        _paragraph(cell.paragraphs[0] if number == 0 else cell.add_paragraph(), text)


def _cell(cell: Any, column: Line, value: str) -> None:
    for number, text in enumerate(column.boxes.get(value, value).split("\n")):
        _paragraph(cell.paragraphs[0] if number == 0 else cell.add_paragraph(), text, size=Pt(10.5))


def _paragraph(paragraph: Any, text: str, size: Any = None, *, is_bold: bool = False) -> None:
    if text:
        run = paragraph.add_run(text)
        run.bold, run.font.size = is_bold or None, size


def _grid(document: Any, rows: int, widths: list[Any]) -> Any:
    table = document.add_table(rows=rows, cols=len(widths), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = int(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = int(width)
    return table


def _shade(cell: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)):
        shade.set(qn(name), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _repeat(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _keep_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _stamp_part(document: Any, stamp: Stamp) -> Part:
    entries = "".join(
        f'<property fmtid="{_GUID}" pid="{number}" name="{name}"><vt:lpwstr>{escaped(text)}</vt:lpwstr></property>'
        for number, (name, text) in enumerate(split_stamp(stamp).items(), _FIRST_ID)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    xml = f'{head}<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_TYPES}">{entries}</Properties>'
    return Part(PackURI(f"/{CUSTOM}"), _KIND, xml.encode(), document.part.package)
