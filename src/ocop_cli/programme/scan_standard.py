"""What a scan should be like, by the decree on records, and where a file falls short of it."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple


class ScanStandard(NamedTuple):
    """The measures of a digitised paper: PDF version, dots per inch, colour; ``largest_side`` is ours, in millimetres.

    ``is_verified`` says whether the numbers were compared with the decree itself.
    """

    where: str
    is_verified: bool
    pdf_version: str
    dpi: int
    colour: bool
    largest_side: int

    @property
    def cite(self) -> str:
        """The source in words, and that it is second-hand where it is."""
        return self.where if self.is_verified else f"{self.where}; theo nguồn thứ cấp, chưa đối chiếu bản gốc"


class ScanFacts(NamedTuple):
    """What a file says of itself: PDF version (empty for a picture), lowest dots per inch, colour, longest side in mm.

    ``None`` where it cannot be told.
    """

    pdf_version: str = ""
    dpi: int | None = None
    is_colour: bool | None = None
    longest_side: int | None = None


def build_scan_standard(data: Mapping[str, Any]) -> ScanStandard:
    """Build the standard from its data file."""
    source = data["source"]
    return ScanStandard(
        source["where"],
        source["confidence"] == "verbatim",
        str(data["pdf_version"]),
        int(data["dpi"]),
        bool(data["colour"]),
        int(data["largest_side"]),
    )


def shortfalls(standard: ScanStandard, facts: ScanFacts) -> Iterator[str]:
    """Say in words where a file falls short; nothing of what cannot be told."""
    if facts.pdf_version and _parts(facts.pdf_version) < _parts(standard.pdf_version):
        yield f"PDF phiên bản {facts.pdf_version}, cần {standard.pdf_version} trở lên"
    if facts.dpi is not None and facts.dpi < standard.dpi:
        yield f"độ phân giải khoảng {facts.dpi} dpi, cần {standard.dpi} dpi trở lên"
    if standard.colour and facts.is_colour is False:
        yield "quét đen trắng, cần quét màu"
    if facts.longest_side is not None and facts.longest_side > standard.largest_side:
        yield f"trang dài {facts.longest_side} mm, lớn hơn khổ A3: quét lại với đúng khổ giấy"


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
