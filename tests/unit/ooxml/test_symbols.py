"""Ticks that stand in a file as signs of a symbol font or as form fields are read as the page shows them."""

import pytest

from ocop_cli.ooxml.names import W_NS
from ocop_cli.ooxml.symbols import in_characters
from ocop_cli.ooxml.text import paragraph_text
from ocop_cli.ooxml.xml import parse_xml


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def old_box(state: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:sizeAuto/>{state}</w:checkBox></w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(mark: str, words: str) -> str:
    return f"<w:sdt><w:sdtPr>{mark}</w:sdtPr><w:sdtContent>{run(words)}</w:sdtContent></w:sdt>"


WINGDINGS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑"),
        ('<w:r><w:sym w:font="Wingdings" w:char="00A8"/></w:r>', "☐"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F053"/></w:r>', "☒"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>', "☐"),
        ('<w:r><w:sym w:font="Segoe UI Symbol" w:char="2612"/></w:r>', "☒"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', "\uf04a"),
        (run("\uf0fe", WINGDINGS), "☑"),
        (run("\uf0fe", '<w:rFonts w:ascii="Arial"/>'), "\uf0fe"),
        (run("Có"), "Có"),
        (old_box("<w:checked/>"), "☒"),
        (old_box('<w:default w:val="1"/><w:checked w:val="0"/>'), "☐"),
        (old_box('<w:default w:val="1"/>'), "☒"),
        (run("200", "<w:strike/>") + run("250"), "250"),
        (run("ẩn", "<w:vanish/>") + run("hiện"), "hiện"),
        (run("200", '<w:dstrike w:val="0"/>'), "200"),
        (control("<w:showingPlcHdr/>", "Chọn một mục."), ""),
        (control('<w:showingPlcHdr w:val="0"/>', "Hợp tác xã"), "Hợp tác xã"),
    ],
)
def test_a_tick_is_read_as_the_page_shows_it(xml: str, text: str) -> None:
    tree = parse_xml(f'<w:p xmlns:w="{W_NS}">{xml}</w:p>'.encode())
    assert paragraph_text(in_characters(tree)) == text
