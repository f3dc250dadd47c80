"""Children stand where the schema wants them, whoever saved the file."""

from typing import Any

import pytest

from ocop_cli.ooxml.names import W_NS, W
from ocop_cli.ooxml.order import ORDER, child, misplaced, put_in_order
from ocop_cli.ooxml.xml import parse_xml


def element(xml: str) -> Any:
    return parse_xml(f'<w:p xmlns:w="{W_NS}">{xml}</w:p>'.encode())


def tags(node: Any) -> list[str]:
    return [each.tag.removeprefix(W) for each in node if isinstance(each.tag, str)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:rPr/>", ["ind", "rPr"]),
        ("<w:pStyle/><w:pBdr/><w:rPr/>", ["pStyle", "pBdr", "ind", "rPr"]),
        ("<w:pStyle/><w:spacing/>", ["pStyle", "spacing", "ind"]),
        ("<w:pStyle/><!-- ghi chú --><w:jc/>", ["pStyle", "ind", "jc"]),
        ("<w:jc/><w:pStyle/>", ["ind", "jc", "pStyle"]),
        ("", ["ind"]),
    ],
)
def test_a_new_property_stands_before_those_that_must_follow_it(before: str, after: list[str]) -> None:
    paragraph = element(f"<w:pPr>{before}</w:pPr><w:r/>")
    made = child(child(paragraph, "pPr"), "ind")
    assert tags(paragraph) == ["pPr", "r"]
    assert tags(paragraph[0]) == after
    assert child(paragraph[0], "ind") is made


def test_properties_come_first_in_what_they_belong_to() -> None:
    paragraph = element("<w:r><w:t>chữ</w:t></w:r>")
    child(child(paragraph[0], "rPr"), "b")
    assert tags(paragraph[0]) == ["rPr", "t"]


def test_the_exceptions_of_a_row_stay_before_its_properties() -> None:
    row = element("<w:tr><w:tblPrEx/><w:tc/></w:tr>")[0]
    child(row, "trPr")
    assert tags(row) == ["tblPrEx", "trPr", "tc"]


def test_what_a_save_put_in_the_wrong_place_is_found_and_put_right() -> None:
    paragraph = element("<w:pPr><w:sectPr><w:pgMar/><w:pgSz/></w:sectPr><w:pStyle/><w:rPr/></w:pPr>")
    assert set(misplaced(paragraph)) == {"pPr/pStyle", "pPr/rPr", "sectPr/pgSz"}
    put_in_order(paragraph)
    assert list(misplaced(paragraph)) == []
    assert tags(paragraph[0]) == ["pStyle", "rPr", "sectPr"]
    assert tags(paragraph[0][-1]) == ["pgSz", "pgMar"]


def test_what_the_schema_does_not_name_stays_with_the_property_before_it() -> None:
    paragraph = element("<w:pPr><w:jc/><w:pStyle/><w:own/></w:pPr>")
    put_in_order(paragraph)
    assert tags(paragraph[0]) == ["pStyle", "own", "jc"]


def test_headers_and_footers_may_be_named_in_any_order() -> None:
    section = element("<w:pPr><w:sectPr><w:footerReference/><w:headerReference/><w:pgSz/></w:sectPr></w:pPr>")
    assert list(misplaced(section)) == []


@pytest.mark.parametrize("holder", ORDER)
def test_no_place_is_given_twice(holder: str) -> None:
    assert len(set(ORDER[holder])) == len(ORDER[holder])
