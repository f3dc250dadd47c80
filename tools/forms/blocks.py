"""The building blocks of a document: paragraphs, loops, tables, the header block and the foot block."""

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

from forms.package import CHART_ID
from forms.styles import TEXT_WIDTH

HEADER_GRID = (3402, 5669)  # the right column holds Quốc hiệu at 13 pt on one line
FOOT_GRID = (4535, 4536)
SIGN_GRID = (3600, 5471)  # a signature alone, its role on one line
_CUT = re.compile(r"([\t\n])")
_BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}
_GAP = 120  # 6 pt above a block that stands after the text


def p(text: str, style: str = "Body", *, literal: bool = False) -> str:
    """Return a paragraph; ``**bold**`` stretches are bold unless the text is ``literal``."""
    parts = [text] if literal else text.split("**")
    runs = "".join(_run(part, bold=bool(n % 2)) for n, part in enumerate(parts) if part)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _run(text: str, *, bold: bool) -> str:
    properties = "<w:rPr><w:b/><w:bCs/></w:rPr>" if bold else ""
    pieces = (
        _BREAKS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in _CUT.split(text)
        if piece
    )
    return "".join(f"<w:r>{properties}{piece}</w:r>" for piece in pieces)


def each(name: str, items: str, *inside: str) -> str:
    """Repeat paragraphs for every item of a list."""
    return p(f"{{%p for {name} in {items} %}}") + "".join(inside) + p("{%p endfor %}")


def when(condition: str, *inside: str) -> str:
    """Keep paragraphs only when a condition holds."""
    return p(f"{{%p if {condition} %}}") + "".join(inside) + p("{%p endif %}")


def rule() -> str:
    """Return a ruling line; the renderer gives it the length that the text above asks for."""
    border = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
    return f'<w:p><w:pPr><w:pStyle w:val="Rule"/>{border}</w:pPr></w:p>'


def fixed_table(
    grid: Sequence[int], heads: Sequence[str], rows: Sequence[Sequence[str]], *, centred: Sequence[int] = (0,)
) -> str:
    """Return a bordered table whose rows are known: repeated headings, some columns centred."""
    styles = ["CellNumber" if column in centred else "Cell" for column in range(len(grid))]
    body = "".join(_row(grid, row, styles) for row in rows)
    return f"{_table_start(grid, borders=True)}{_head_row(grid, heads)}{body}</w:tbl>"


def signer(name: str) -> str:
    """Return the name below a signature; where it is not known the room stays free."""
    return p(f"{{{{ {name}|replace('…', '') }}}}", "Signer")


def layout(grid: Sequence[int], *cells: str) -> str:
    """Return a borderless one-row table that only places blocks side by side; it never splits."""
    row = "".join(_cell(cell, width) for cell, width in zip(cells, grid, strict=True))
    return f"{_table_start(grid, borders=False, top=_GAP)}<w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr></w:tbl>"


def table(
    grid: Sequence[int],
    heads: Sequence[str],
    items: str,
    cells: Sequence[str],
    *,
    centred: Sequence[int] = (0,),
    strong: str = "",
    never_strong: Sequence[int] = (),
    last: Sequence[str] = (),
) -> str:
    """Return a bordered table: repeated headings, one ``row`` for every item, some columns centred.

    Rows for which the condition ``strong`` holds are bold, but for the columns ``never_strong``; so is a ``last`` row.
    """
    styles = ["CellNumber" if column in centred else "Cell" for column in range(len(grid))]
    body = _row(grid, cells, styles)
    if strong:
        marked = [text if n in never_strong else f"**{text}**" for n, text in enumerate(cells)]
        bold = _row(grid, marked, [f"{style}Kept" for style in styles])
        otherwise = f"{_tag_row(grid, '{%tr else %}')}{body}{_tag_row(grid, '{%tr endif %}')}"
        body = f"{_tag_row(grid, f'{{%tr if {strong} %}}')}{bold}{otherwise}"
    loop, end = _tag_row(grid, f"{{%tr for row in {items} %}}"), _tag_row(grid, "{%tr endfor %}")
    end += _row(grid, [f"**{text}**" for text in last], styles) if last else ""
    return f"{_table_start(grid, borders=True)}{_head_row(grid, heads)}{loop}{body}{end}</w:tbl>"


def _head_row(grid: Sequence[int], heads: Sequence[str]) -> str:
    head = "".join(_cell(p(text, "CellHead"), width) for text, width in zip(heads, grid, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"


def _row(grid: Sequence[int], cells: Sequence[str], styles: Sequence[str]) -> str:
    content = "".join(
        _cell(p(text, style), width) for text, style, width in zip(cells, styles, grid, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{content}</w:tr>"


def header(left: Sequence[str], *, place_date: bool = True) -> str:
    """Return the header block: the agency on the left, Quốc hiệu and Tiêu ngữ on the right."""
    right = (
        p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nation") + p("Độc lập - Tự do - Hạnh phúc", "Motto") + rule()
    )
    second = p("{{ place_date }}", "PlaceDate") if place_date else _empty()
    rows = [("".join(left), right), (p("{{ number }}", "Number"), second)]
    return _header_table(rows)


def nation() -> str:
    """Return Quốc hiệu and Tiêu ngữ alone, as on slips that no agency issues."""
    return (
        p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nation") + p("Độc lập - Tự do - Hạnh phúc", "Motto") + rule()
    )


def agency() -> list[str]:
    """Return the superior, if any, and the issuing agency over one or two lines, with the line under it."""
    superior = each("line", "superior", p("{{ line }}", "Parent"))
    return [superior, each("line", "agency", p("{{ line }}", "Agency")), rule()]


def minutes_head() -> str:
    """Return the head of minutes (Nghị định 30/2020, Mẫu 1.9): no place and day, the kind, the subject, when they began."""
    return "".join([
        header(agency(), place_date=False),
        p("BIÊN BẢN", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("Thời gian bắt đầu: {{ starts }}."),
    ])  # fmt: skip


def small(text: str) -> str:
    """Return a note in small print, in a frame of its own: it is no text of the document."""
    return layout((TEXT_WIDTH,), p(text, "Small", literal=True))


def foot(note: str = "") -> str:
    """Return Nơi nhận and the signature, side by side; a form of the law has a ``note`` where one signs."""
    copies = p("Nơi nhận:", "CopiesTitle") + each("line", "copies", p("{{ line }}", "Copies"))
    signature = each("line", "powers", p("{{ line }}", "Power")) + (p(note, "SignNote") if note else "")
    return layout(FOOT_GRID, copies, signature + p("{{ signer }}", "Signer"))


def maker(role: str) -> str:
    """Return the signature of the official who drew up an internal sheet or an annex."""
    right = p("{{ place_date }}", "PlaceDate") + p(role, "Power") + p("(Ký, ghi rõ họ tên)", "SignNote")
    return layout(SIGN_GRID, p("", "Copies"), right + signer("officer"))


def _header_table(rows: Sequence[tuple[str, str]]) -> str:
    body = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + _cell(left, HEADER_GRID[0])
        + _cell(right, HEADER_GRID[1])
        + "</w:tr>"
        for left, right in rows
    )
    return f"{_table_start(HEADER_GRID, borders=False)}{body}</w:tbl>"


def chart() -> str:
    """Return the place of a chart, with words for who cannot see it; as wide as the text, as high as it has rows."""
    a, pic = (
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://schemas.openxmlformats.org/drawingml/2006/picture",
    )
    wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    size = 'cx="5760000" cy="{{ chart_height }}"'  # 160 mm
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr><w:r><w:drawing><wp:inline xmlns:wp="{wp}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="1" name="Biểu đồ" descr="{{{{ chart_words }}}}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{a}"><a:graphicData uri="{pic}"><pic:pic xmlns:pic="{pic}"><pic:nvPicPr><pic:cNvPr id="1" name="chart.png"/>'
        f"<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip {CHART_ID}/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def letter_header() -> str:
    """Return the header block of an official letter, with V/v under the number."""
    right = (
        p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nation") + p("Độc lập - Tự do - Hạnh phúc", "Motto") + rule()
    )
    number = p("{{ number }}", "Number") + p("V/v {{ subject }}", "About")
    return _header_table([("".join(agency()), right), (number, p("{{ place_date }}", "PlaceDate"))])


def _empty() -> str:
    return '<w:p><w:pPr><w:pStyle w:val="PlaceDate"/></w:pPr></w:p>'


def _table_start(grid: Sequence[int], *, borders: bool, top: int = 0) -> str:
    side = "single" if borders else "nil"
    lines = "".join(
        f'<w:{edge} w:val="{side}"' + (' w:sz="4" w:space="0" w:color="000000"/>' if borders else "/>")
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margin = 80 if borders else 0
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(grid)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{lines}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="{top}" w:type="dxa"/><w:left w:w="{margin}" w:type="dxa"/>'
        f'<w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0000" w:firstRow="0"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


def _cell(content: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _tag_row(grid: Sequence[int], tag: str) -> str:
    spread = f'<w:tcPr><w:tcW w:w="{sum(grid)}" w:type="dxa"/><w:gridSpan w:val="{len(grid)}"/></w:tcPr>'
    return f"<w:tr><w:tc>{spread}{p(tag, 'Cell')}</w:tc></w:tr>"
