"""A section that lost its page number on saving gets it back; what a person wrote or left to inherit stays."""

from typing import Any

import pytest

from ocop_cli.ooxml.names import R_NS, W_NS, R, W
from ocop_cli.ooxml.package import Package
from ocop_cli.ooxml.xml import parse_xml
from ocop_cli.render.page_headers import free_section_ends, restore_headers

NUMBER = "<w:p><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>"
HEADERS = {"rId1": NUMBER, "rId2": "<w:p/>", "rId3": "<w:p><w:r><w:t>Mật</w:t></w:r></w:p>"}
NAMES = f'xmlns:w="{W_NS}" xmlns:r="{R_NS}"'


def section(header: str, distance: str = "567", *, first: bool = False) -> str:
    reference = f'<w:headerReference w:type="default" r:id="{header}"/>' if header else ""
    title = "<w:titlePg/>" if first else ""
    return f'<w:sectPr>{reference}<w:pgMar w:header="{distance}"/>{title}</w:sectPr>'


def restored(*sections: str) -> list[tuple[str, str, bool]]:
    """Return header, distance and whether the first page is another, section by section."""
    body = "".join(f"<w:p><w:pPr>{each}</w:pPr></w:p>" for each in sections)
    document = parse_xml(f"<w:document {NAMES}><w:body>{body}</w:body></w:document>".encode())
    restore_headers(document, _package())
    return [_read(each) for each in document.iter(f"{W}sectPr")]


def _package() -> Package:
    related = "".join(f'<Relationship Id="{i}" Type="x/header" Target="{i}.xml"/>' for i in HEADERS)
    parts = {"word/_rels/document.xml.rels": f"<Relationships>{related}</Relationships>"}
    parts |= {f"word/{i}.xml": f"<w:hdr {NAMES}>{content}</w:hdr>" for i, content in HEADERS.items()}
    return Package({name: text.encode() for name, text in parts.items()}, "word/document.xml")


def _read(section: Any) -> tuple[str, str, bool]:
    reference, margins = section.find(f"{W}headerReference"), section.find(f"{W}pgMar")
    header = reference.get(f"{R}id") if reference is not None else ""
    return header, margins.get(f"{W}header"), section.find(f"{W}titlePg") is not None


GOOD = ("rId1", "567", True)


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ([section("rId1", first=True), section("rId2", "0"), section("rId1", first=True)], [GOOD] * 3),
        ([section("", "0"), section("", "0"), section("rId1", first=True)], [GOOD] * 3),
        ([section("rId1", first=True), section("rId2", "720")], [GOOD] * 2),
        ([section("rId1", first=True), section("")], [GOOD, ("", "567", False)]),
        ([section("rId1", first=True), section("rId3")], [GOOD, ("rId3", "567", False)]),
        ([section("rId2", "0"), section("rId2", "0")], [("rId2", "0", False)] * 2),
    ],
    ids=["middle", "all but the last", "blank", "inherited", "other words", "never numbered"],
)
def test_a_lost_header_comes_back(sections: list[str], expected: list[tuple[str, str, bool]]) -> None:
    assert restored(*sections) == expected


@pytest.mark.parametrize(("words", "apart"), [("{%p if acts %}", True), ("Kết thúc phần", False)])
def test_the_end_of_a_section_does_not_go_away_with_a_tag(words: str, apart: bool) -> None:
    text = f"<w:p><w:pPr><w:jc/>{section('rId1')}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p><w:p/>"
    document = parse_xml(f"<w:document {NAMES}><w:body>{text}</w:body></w:document>".encode())
    free_section_ends(document)
    holders = [len(p.findall(f".//{W}sectPr")) for p in document.iter(f"{W}p")]
    assert holders == ([0, 1, 0] if apart else [1, 0])
