"""Styles are found by name, whatever id a program gives them on saving."""

import unicodedata

from ocop_cli.ooxml.names import W_NS
from ocop_cli.ooxml.styles import StyleSheet
from ocop_cli.ooxml.xml import parse_xml


def style(name: str, shown: str, rest: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/>{rest}</w:style>'


def sheet(*styles: str) -> StyleSheet:
    return StyleSheet(parse_xml(f'<w:styles xmlns:w="{W_NS}">{"".join(styles)}</w:styles>'.encode()))


def test_a_name_is_read_composed() -> None:
    found = sheet(style("a1", unicodedata.normalize("NFD", "OCOP Đường kẻ")))
    assert found.name("a1") == "OCOP Đường kẻ"
    assert found.name("không có") == ""


def test_a_chain_ends_even_when_it_runs_in_a_circle() -> None:
    found = sheet(style("a", "A", '<w:basedOn w:val="b"/>'), style("b", "B", '<w:basedOn w:val="a"/>'))
    assert len(found.chain("a")) == 2
    assert found.chain("c") == ()


def test_a_paragraph_without_a_style_has_the_usual_one() -> None:
    usual = style("Usual", "Normal").replace("<w:style ", '<w:style w:default="1" ')
    paragraph = parse_xml(f'<w:p xmlns:w="{W_NS}"/>'.encode())
    assert sheet(usual).style_of(paragraph) == "Usual"
    assert StyleSheet(None).style_of(paragraph) == ""


def test_a_paragraph_of_a_style_that_is_not_there_has_the_usual_one() -> None:
    usual = style("Usual", "Normal").replace("<w:style ", '<w:style w:default="1" ')
    paragraph = parse_xml(f'<w:p xmlns:w="{W_NS}"><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>'.encode())
    assert sheet(usual).style_of(paragraph) == "Usual"
    assert sheet(usual, style("BodyText", "Body Text")).style_of(paragraph) == "BodyText"
