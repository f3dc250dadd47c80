"""The parts of a .docx: tables, relations, the zip around them."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def table(
    grid: tuple[int, ...], rows: list[tuple[str, str]], border: str, *, columns: int = 2, split: bool = False
) -> str:
    """Return a layout table."""
    edges = "".join(
        f'<w:{s} w:val="{border}"/>' for s in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    columns_xml = "".join(f'<w:gridCol w:w="{w}"/>' for w in (*grid, *([100] * (columns - 2))))
    whole = "" if split else "<w:trPr><w:cantSplit/></w:trPr>"
    body = "".join(
        f"<w:tr>{whole}"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/></w:tcPr>{c}</w:tc>'
            for w, c in zip(grid, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        f'<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{columns_xml}</w:tblGrid>{body}</w:tbl>'
    )


def relations(*items: tuple[str, str, str]) -> str:
    """Return a relations part."""
    inside = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in items)
    return f'<Relationships xmlns="{_REL}">{inside}</Relationships>'


def pack(parts: dict[str, str]) -> bytes:
    """Zip parts into a .docx."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/></Types>',
        )
        archive.writestr("_rels/.rels", relations(("rId1", f"{R}/officeDocument", "word/document.xml")))
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()
