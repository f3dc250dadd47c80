"""The words of a paragraph and the instructions of its fields, however a program cut them into runs."""

from typing import Any

import pytest

from ocop_cli.ooxml.names import W_NS
from ocop_cli.ooxml.text import field_instructions, paragraph_text
from ocop_cli.ooxml.xml import parse_xml


def paragraph(xml: str) -> Any:
    return parse_xml(f'<w:p xmlns:w="{W_NS}">{xml}</w:p>'.encode())


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (
            "<w:r><w:t>mật </w:t></w:r><w:proofErr/><w:r><w:lastRenderedPageBreak/><w:t>ong</w:t></w:r>",
            "mật ong",
        ),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>", "a\nb\tc"),
        ("<w:r><w:t>OCOP</w:t><w:noBreakHyphen/><w:t>3</w:t></w:r>", "OCOP-3"),
        ('<w:r><w:sym w:char="2611"/><w:sym w:char="không"/></w:r>', "☑"),
        ("<w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>", "liên kết"),
        ("<w:sdt><w:sdtContent><w:r><w:t>ô điền</w:t></w:r></w:sdtContent></w:sdt>", "ô điền"),
        (
            "<w:ins><w:r><w:t>thêm</w:t></w:r></w:ins><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>",
            "thêm",
        ),
        ("<w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>y</w:t></w:r></w:moveTo>", "y"),
        (
            "<w:r><w:t>a</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>khung</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
            "a",
        ),
    ],
)
def test_the_text_is_what_a_reader_sees(xml: str, text: str) -> None:
    assert paragraph_text(paragraph(xml)) == text


def test_an_instruction_cut_into_runs_is_read_whole() -> None:
    begin, end = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )
    cut = f"{begin}<w:r><w:instrText> PA</w:instrText></w:r><w:r><w:instrText>GE </w:instrText></w:r>{end}"
    assert field_instructions(paragraph(cut)).split() == ["PAGE"]
    two = f"{begin}<w:r><w:instrText>PAGE</w:instrText></w:r>{end}{begin}<w:r><w:instrText>DATE</w:instrText></w:r>{end}"
    assert field_instructions(paragraph(two)).split() == ["PAGE", "DATE"]
    assert field_instructions(paragraph('<w:fldSimple w:instr="NUMPAGES"/>')).split() == ["NUMPAGES"]
