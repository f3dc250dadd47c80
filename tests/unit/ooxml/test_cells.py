"""How wide a cell is, in Word's words and in LibreOffice's."""

from typing import Any

import pytest

from ocop_cli.ooxml.names import W_NS, W
from ocop_cli.ooxml.tables import cell_margins, cells_of
from ocop_cli.ooxml.xml import parse_xml


def table(cells: str, properties: str = "") -> Any:
    grid = (
        "<w:tblGrid>"
        + "".join(f'<w:gridCol w:w="{width}"/>' for width in (1000, 2000, 4000))
        + "</w:tblGrid>"
    )
    xml = f'<w:tbl xmlns:w="{W_NS}"><w:tblPr>{properties}</w:tblPr>{grid}<w:tr>{cells}</w:tr></w:tbl>'
    return parse_xml(xml.encode())


def cell(width: str = "", kind: str = "dxa", span: int = 1) -> str:
    own = f'<w:tcW w:w="{width}" w:type="{kind}"/>' if width else ""
    return f'<w:tc><w:tcPr>{own}<w:gridSpan w:val="{span}"/></w:tcPr><w:p/></w:tc>'


def widths(cells: str) -> list[int]:
    return [width for _, width in cells_of(table(cells).find(f"{W}tr"))]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (cell("1500") + cell("2500.0"), [1500, 2500]),
        (cell() + cell(span=2), [1000, 6000]),
        (cell("0", "auto") + cell("2500", "pct"), [1000, 2000]),
        (f"<w:sdt><w:sdtContent>{cell()}</w:sdtContent></w:sdt>{cell()}", [1000, 2000]),
        (cell("nan?"), [1000]),
    ],
    ids=["own", "grid", "no measure", "content control", "no number"],
)
def test_a_cell_is_as_wide_as_it_says_or_as_its_columns(cells: str, expected: list[int]) -> None:
    assert widths(cells) == expected


ALL = '<w:tblW w:w="5000" w:type="pct"/>'
HALF = '<w:tblW w:w="50%" w:type="pct"/>'


@pytest.mark.parametrize(
    ("properties", "cells", "expected"),
    [
        ("", cell("2000", "pct") + cell("60%", "pct", 2), [3600, 5400]),
        (HALF, cell("40%", "pct") + cell("60%", "pct", 2), [1800, 2700]),
        (HALF, cell() + cell(span=2), [643, 3857]),
        (ALL, cell("1500") + cell("5500", span=2), [1000, 6000]),
        (ALL, cell("1500") + cell("3000"), [1500, 3000]),
    ],
    ids=["of the room", "of the table", "the grid fills the table", "the grid and the cells agree", "own"],
)
def test_a_share_counts_in_a_room(properties: str, cells: str, expected: list[int]) -> None:
    row = table(cells, properties).find(f"{W}tr")
    assert [width for _, width in cells_of(row, 9000)] == expected


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", 216),
        ('<w:tblCellMar><w:left w:w="80"/><w:right w:w="70"/></w:tblCellMar>', 150),
        ('<w:tblCellMar><w:start w:w="0"/><w:end w:w="0"/></w:tblCellMar>', 0),
        ('<w:tblCellMar><w:top w:w="5"/><w:left w:w="0"/></w:tblCellMar>', 108),
    ],
    ids=["word's own", "word", "libreoffice", "one side"],
)
def test_the_margins_are_read_in_both_words(properties: str, expected: int) -> None:
    assert cell_margins(table(cell(), properties)) == expected


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ('<w:left w:w="0"/><w:right w:w="0"/>', 0),
        ('<w:start w:w="20"/>', 90),
        ('<w:top w:w="9"/>', 150),
    ],
    ids=["both", "one", "none across"],
)
def test_a_cell_may_have_margins_of_its_own(own: str, expected: int) -> None:
    of_table = '<w:tblCellMar><w:left w:w="80"/><w:right w:w="70"/></w:tblCellMar>'
    whole = table(f"<w:tc><w:tcPr><w:tcMar>{own}</w:tcMar></w:tcPr><w:p/></w:tc>", of_table)
    assert cell_margins(whole, next(whole.iter(f"{W}tc"))) == expected
