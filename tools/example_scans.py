"""The signed scans of the example workspace: small PDF files that say on their face that they are an example."""

from collections.abc import Iterator

_SCANS = {
    "bao-cao-sam-day": "BAO CAO DANH GIA, LAN 1",
    "to-trinh-sam-day": "VAN BAN DE NGHI, LAN 1",
    "bao-cao-sam-day-lan-2": "BAO CAO DANH GIA, LAN 2",
    "to-trinh-sam-day-lan-2": "VAN BAN DE NGHI, LAN 2",
}
_NOTE = "Ban ky mau hu cau cho vi du, khong co gia tri phap ly."


def example_scans() -> Iterator[tuple[str, bytes]]:
    """Yield the path of each scan in the example workspace, with its content."""
    for name, title in _SCANS.items():
        yield f"papers/ban-ky/{name}.pdf", _pdf([title, _NOTE, "Ho so: sam-day"])


def _pdf(lines: list[str]) -> bytes:
    """Return a page of plain text; its letters are those of ASCII, for no font is carried along."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 60 780 Td 16 TL {shown} ET"
    bodies = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    text, starts = "%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        starts.append(len(text))
        text += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    size = len(bodies) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return f"{text}{end}startxref\n{len(text)}\n%%EOF\n".encode("ascii")
